"""The workbook given out for a quarter: last quarter's words in it, and received as its extracts when dropped back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from assets.core.extracts import keep_extract
from assets.report.mending.given_out import SHEETS, given_out
from assets.report.workbook.given_out import write_given_out
from pipelines.platform.provenance import sha256_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from schemas.templates import GivenSheet
from tests.contracts.rows import good_row, typed
from tests.unit.report.made import made_inputs, made_measures

Q3, Q4 = Quarter.from_label("2014-15 Q3"), Quarter.from_label("2014-15 Q4")
WORDS = "=FTE rose \N{EN DASH} a little"


def _published(place: Workplace) -> None:
    """A quarter with papers and a published return."""
    for name in SHEETS.values():
        rows = [good_row(extract(name))]
        if name == "commentary":
            rows = [rows[0] | {"measure_id": "FTE-01", "comment": WORDS, "due": None}]
        place.lake.write(extract(name).core_table, Q3, typed(extract(name), rows))
    version = ReturnVersion(Q3.slug, "board", 1, "b.xlsx", "a" * 64, "b" * 64, made_inputs().as_of)
    place.register.publish(version, made_inputs().figures.head(0))


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(Settings(home=tmp_path))


def _sheet(place: Workplace, name: str, quarter: Quarter = Q4) -> GivenSheet:
    return next(one for one in given_out(place, quarter, made_measures()).sheets if one.name == name)


def test_every_headline_measure_of_the_quarters_pack_has_a_row(place: Workplace) -> None:
    """Q4's theme is pre-court and prevention: victims (Q2's theme) have no row, first-time entrants (core) have."""
    asked = [row[0] for row in _sheet(place, "Commentary").rows]
    assert "FTE-01" in asked
    assert "VIC-01" not in asked
    assert len(asked) == len(set(asked))


def test_words_of_the_quarter_before_keep_its_label_until_somebody_writes_the_new_one(place: Workplace) -> None:
    _published(place)
    sheet = _sheet(place, "Commentary")
    rows = {row[0]: dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows}
    assert (rows["FTE-01"]["quarter"], rows["FTE-01"]["comment"], rows["FTE-01"]["due"]) == ("2014-15 Q3", WORDS, "")
    assert (rows["REO-01"]["quarter"], rows["REO-01"]["comment"]) == ("2014-15 Q4", "")


def test_a_quarter_that_was_never_published_fills_nothing_in(place: Workplace) -> None:
    place.lake.write("core_risks", Q3, typed(extract("risks"), [good_row(extract("risks"))]))
    assert _sheet(place, "Risks").rows == ()


def test_dropped_back_each_sheet_is_its_extract_with_the_rows_it_was_given(place: Workplace) -> None:
    _published(place)
    write_given_out(given_out(place, Q4, made_measures()), place.inbox(Q4) / "papers.xlsx")
    for name in SHEETS.values():
        assert keep_extract(place, Q4, extract(name)).passed, name
    names = ["risk_id", "scale", "score", "residual_score", "reviewed_date"]
    before, now = (place.lake.read("core_risks", quarter)[names] for quarter in (Q3, Q4))
    pd.testing.assert_frame_equal(before, now)
    stopped = place.lake.read("stopped_commentary", Q4)
    assert stopped[["measure_id", "stopped_by"]].to_numpy().tolist() == [["FTE-01", "YJ-X-7602"]]
    assert set(place.lake.read("core_commentary", Q4)["comment"].dropna()) == set()


def test_once_the_quarter_is_written_over_the_words_are_carried(place: Workplace) -> None:
    _published(place)
    path = place.inbox(Q4) / "papers.xlsx"
    write_given_out(given_out(place, Q4, made_measures()), path)
    book = openpyxl.load_workbook(path)
    book["Commentary"]["C2"] = Q4.label
    book.save(path)
    keep_extract(place, Q4, extract("commentary"))
    kept = place.lake.read("core_commentary", Q4).set_index("measure_id")
    assert kept.loc["FTE-01", "comment"] == WORDS


def test_the_same_rows_make_the_same_workbook(place: Workplace, tmp_path: Path) -> None:
    _published(place)
    for name in ("one.xlsx", "two.xlsx"):
        write_given_out(given_out(place, Q4, made_measures()), tmp_path / name)
    assert sha256_of(tmp_path / "one.xlsx") == sha256_of(tmp_path / "two.xlsx")
