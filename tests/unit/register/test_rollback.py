"""Back to an older program and forward again: what it knew is kept, the rest is lost, as install.md says."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import Table, insert, inspect, select

from pipelines.platform.register import models
from pipelines.platform.register.database import Database
from pipelines.platform.register.migrate import current_revision, migrate
from pipelines.platform.register.models import HEAD
from pipelines.platform.settings import PROJECT_ROOT

#: Revision -> what a program of that revision does not know, and a way back to it loses.
LOST = {
    "0004": {"quarters_out_of_date"},
    "0003": {"quarters_out_of_date", "audit_events"},
    "0002": {"quarters_out_of_date", "audit_events"},
    "0001": {
        *("quarters_out_of_date", "audit_events", "corrections", "explanations", "link_decisions"),
        *("quality_counts", "rules_not_run"),
    },
}
KEPT = ("received_files", "verdicts", "return_versions", "published_figures")


AT = datetime(2015, 1, 20, 10, tzinfo=UTC)
Q3 = "2014-15-Q3"
VERSION = {"quarter_slug": Q3, "edition": "board", "version": 1}
#: A row for each table of the first revision, and a correction, which the second one brought.
ROWS: dict[Table, dict[str, object]] = {
    models.received_files: {
        "sha256": "a",
        "quarter_slug": Q3,
        "file_name": "a.csv",
        "size_bytes": 1,
        "status": "accepted",
        "sheet_count": 1,
        "row_count": 7,
        "batch": 1,
        "received_at": AT,
    },
    models.verdicts: {
        "quarter_slug": Q3,
        "table_name": "t",
        "passed": True,
        "input_fingerprint": "f",
        "rows_received": 0,
        "rows_kept": 0,
        "rows_stopped": 0,
    },
    models.return_versions: {
        **VERSION,
        "file_name": "r.xlsx",
        "sha256": "b",
        "fingerprint": "c",
        "as_of": AT.date(),
        "published_at": AT,
    },
    models.published_figures: {
        **VERSION,
        "measure_id": "FTE-01",
        "period_id": Q3,
        "area_code": "YOS-LR",
        "breakdown": "all",
        "category": "all",
        "numerator": 52.0,
    },
    models.corrections: {
        "quarter_slug": Q3,
        "extract": "persons",
        "record": "r",
        "column_name": "sex",
        "old_value": "x",
        "new_value": "y",
        "why": "z",
        "given_by": "o",
        "given_at": AT,
        "file_sha256": "a",
        "file_row": 2,
    },
}


def filled(database: Database) -> None:
    """A register of the newest revision with those rows."""
    migrate(database)
    with database.writing() as connection:
        for table, row in ROWS.items():
            connection.execute(insert(table).values(row))


def rows_of(database: Database, table: str) -> list[tuple[object, ...]]:
    """The rows of a table, those columns alone that every revision has."""
    known = models.metadata.tables[table]
    columns = [column for column in known.columns if column.name != "manifest_sha256"]
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*columns))]


@pytest.mark.parametrize("revision", sorted(LOST))
def test_what_the_older_program_knew_is_kept_there_and_back(url: str, revision: str) -> None:
    with closing(Database(url)) as database:
        filled(database)
        before = {table: rows_of(database, table) for table in KEPT}
        assert all(before.values())
        migrate(database, revision)
        with database.reading() as connection:
            assert current_revision(connection) == revision
            assert set(models.metadata.tables) - set(inspect(connection).get_table_names()) == LOST[revision]
        migrate(database)
        with database.reading() as connection:
            assert current_revision(connection) == HEAD
        assert {table: rows_of(database, table) for table in KEPT} == before
        assert len(rows_of(database, "corrections")) == int("corrections" not in LOST[revision])


def test_the_install_guide_says_what_going_back_loses() -> None:
    guide = (PROJECT_ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    lines = {line.split("|")[1].strip(): line for line in guide.splitlines() if line.startswith("| 00")}
    for revision, tables in LOST.items():
        newer = LOST.get(f"{int(revision) + 1:04d}", set())
        for table in tables - newer:
            assert table.replace("_", " ") in lines[f"{int(revision) + 1:04d}"], (revision, table)
