"""The whole sample sent in quite other forms gives exactly the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import dagster as dg
import pandas as pd
import pytest

from sample.world import backbone_tables
from sample.write import write_tables
from schemas.catalogue import EXTRACTS
from tests.fixtures.forms import Form, Row, write_form, write_forms
from tests.pipeline.conftest import QUARTER, Site, failure_of, site_at

BY_NAME = {one.name: one for one in EXTRACTS}
_DIRTY = Form("", shuffled=True, titles=True, notes=True, totals=True, merged=True, noted_headers=True, offset=2)
TEXT = replace(_DIRTY, encoding="utf-16-le", delimiter="\t", system="Core+")
OLD_EXCEL = replace(_DIRTY, kind="xls", typed=True, system="hand-kept")
LIBRE_OFFICE = replace(_DIRTY, kind="ods", typed=True, split=True)


@pytest.fixture(scope="module")
def tables() -> Mapping[str, Sequence[Row]]:
    return backbone_tables()


@pytest.fixture(scope="module")
def plain(tables: Mapping[str, Sequence[Row]], tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    """The figures of the sample as it is given out."""
    site = _site(tmp_path_factory.mktemp("plain"))
    write_tables(site.inbox, {name: list(rows) for name, rows in tables.items()})
    return _figures(site)


def _site(folder: Path) -> Site:
    return site_at(folder / "home", dg.DagsterInstance.ephemeral())


def _figures(site: Site) -> pd.DataFrame:
    """Every figure of the quarter's first return."""
    result = site.run()
    failed = [event.step_key for event in result.all_events if event.is_step_failure and event.step_key]
    assert failed == [], [failure_of(result, step) for step in failed]
    return site.place.register.published_figures(QUARTER.slug, 1)


def test_there_are_figures_to_compare(plain: pd.DataFrame) -> None:
    assert len(plain) > 1000


def test_a_drop_of_every_kind_of_file_gives_the_same_figures(
    tmp_path: Path, tables: Mapping[str, Sequence[Row]], plain: pd.DataFrame
) -> None:
    """Persons, offences and outcomes come as text; other case tables in one xls; all else in one ods, on two sheets."""
    site = _site(tmp_path)
    books: dict[str, dict[str, Sequence[Row]]] = {"cms": {}, "others": {}}
    for name, rows in tables.items():
        if name in {"persons", "offences", "outcomes"}:
            write_form(rows, BY_NAME[name], site.inbox / f"export of {name}.dat", TEXT)
        else:
            books["cms" if BY_NAME[name].source == "cms" else "others"][name] = rows
    write_forms(books["cms"], BY_NAME, site.inbox / "case system.xls", OLD_EXCEL)
    write_forms(books["others"], BY_NAME, site.inbox / "others.ods", LIBRE_OFFICE)
    pd.testing.assert_frame_equal(_figures(site), plain)
