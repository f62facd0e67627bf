"""No child's data in a message, log, event or metadata: canary values planted in every column of a failing run."""

from __future__ import annotations

import contextlib
import io
import logging
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import pytest
from sqlalchemy import create_engine, inspect, text

from assets.report.mending.errors_file import newest_errors
from tests.pipeline.conftest import QUARTER, Site, site_at
from tests.pipeline.drops import Rows, rewrite

CANARY = "Quincequill"


def planted(rows: Rows) -> Rows:
    """The rows with the canary in one cell of each column, a row a column, and one row full of it."""
    spoiled = [list(row) for row in rows]
    for column in range(len(rows[0])):
        spoiled[1 + column % (len(rows) - 1)][column] = f"{CANARY}{column}"
    spoiled.append([f"{CANARY}-{column}" for column in range(len(rows[0]))])
    return spoiled


@dataclass(frozen=True)
class Failing:
    """A failing run over canaries, with all it printed and logged."""

    site: Site
    result: dg.ExecuteInProcessResult
    printed: str


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory, sample_drop: Path) -> Failing:
    """A workplace of which every csv holds canaries, run once with every logger listened to."""
    site = site_at(tmp_path_factory.mktemp("canary") / "home", dg.DagsterInstance.ephemeral())
    for path in sorted(sample_drop.iterdir()):
        copy = Path(shutil.copy(path, site.inbox / path.name))
        if copy.suffix == ".csv" and copy.read_bytes()[:3] != b"\xff\xfe":
            rewrite(copy, planted)
    heard = io.StringIO()
    listener = logging.StreamHandler(heard)
    logging.getLogger().addHandler(listener)
    try:
        with contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
            result = site.run()
    finally:
        logging.getLogger().removeHandler(listener)
    return Failing(site, result, heard.getvalue())


def everything_said(site: Site, result: dg.ExecuteInProcessResult) -> str:
    """Every event of the run, its run record, and every text of the register."""
    said = [str(event) for event in result.all_events]
    records = site.instance.get_records_for_run(result.run_id).records
    said += [record.event_log_entry.to_json() for record in records]
    said += [str(run.tags) for run in site.instance.get_runs()]
    engine = create_engine(site.place.settings.register_url)
    with engine.connect() as connection:
        for table in inspect(engine).get_table_names():
            said += [str(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}"))]  # noqa: S608
    engine.dispose()
    return "\n".join(said)


def test_a_failing_run_says_nothing_of_any_child(failing: Failing) -> None:
    said = everything_said(failing.site, failing.result) + failing.printed
    place = said.lower().find(CANARY.lower())
    assert place < 0, said[max(0, place - 200) : place + 60]


def test_the_errors_workbook_of_a_failing_run_says_nothing_of_any_child(failing: Failing) -> None:
    path = newest_errors(failing.site.place, QUARTER)
    assert path is not None
    with zipfile.ZipFile(path) as archive:
        said = b"".join(archive.read(name) for name in archive.namelist()).lower()
    assert b"yj-" in said, "it lists the faults"
    assert CANARY.lower().encode() not in said


def test_the_canaries_were_found_as_faults_that_name_place_code_and_what_to_do(failing: Failing) -> None:
    faults = failing.site.place.register.faults(QUARTER.slug)
    cells = faults[faults["row"].notna() & faults["code"].str.startswith(("YJ-T", "YJ-D", "YJ-N"))]
    assert len(cells) > 50
    for name in ("code", "file_name", "column", "column_letter", "message", "expected", "fix"):
        assert (cells[name].str.len() > 0).all(), name
