"""What officers did about faults, as the register keeps it: corrections of cells, explanations of queries, and undoing.

Nothing here is ever changed but by undoing: what is in force replays to the same tables. The old and the new value of
a corrected cell are of a child's record, so they stand in no message of ours and leave only for the lake.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert, select, update

from pipelines.platform.register import models
from pipelines.platform.register.audit import Audit, Journal
from pipelines.platform.register.chain import EventName
from pipelines.platform.register.database import Database


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell that an officer corrected.

    Attributes:
        quarter_slug: the quarter it was given in; it holds from there on.
        extract: name of the extract.
        record: fingerprint of the record (`schemas.facts.records_of`).
        column: canonical name of the column.
        old_value: the text that stood in the file, "" for an empty cell.
        new_value: the text to read instead, "" for an empty cell.
        why: the reason.
        given_by: who gave it.
        given_at: when the file that gave it was received (UTC).
        file_sha256: content of that file.
        file_row: its row, as Excel shows it.
        number: the register's number; 0 before it is kept.
        undone_by: who undid it.
        undone_at: when.
    """

    quarter_slug: str
    extract: str
    record: str
    column: str
    old_value: str = field(repr=False)
    new_value: str = field(repr=False)
    why: str
    given_by: str
    given_at: datetime
    file_sha256: str
    file_row: int
    number: int = 0
    undone_by: str | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One query that an officer explained.

    Attributes:
        quarter_slug: the quarter it was given in; it holds from there on.
        extract: name of the extract.
        code: code of the query's rule.
        fact: fingerprint of what the query is about (`schemas.facts.with_facts`).
        explanation: the explanation.
        until: last day it holds; None: as long as the fact stands.
        given_by: who gave it.
        given_at: when the file that gave it was received (UTC).
        file_sha256: content of that file.
        file_row: its row, as Excel shows it.
        number: the register's number; 0 before it is kept.
        undone_by: who undid it.
        undone_at: when.
    """

    quarter_slug: str
    extract: str
    code: str
    fact: str
    explanation: str
    until: date | None
    given_by: str
    given_at: datetime
    file_sha256: str
    file_row: int
    number: int = 0
    undone_by: str | None = None
    undone_at: datetime | None = None


Given = TypeVar("Given", Correction, Explanation)
#: Names of the records' fields that are other names in the tables.
_NAMES = {"number": "id", "column": "column_name"}
#: What a correction, an explanation is about: of several words on one thing the newest counts.
_ABOUT: dict[type, tuple[str, ...]] = {
    Correction: ("extract", "record", "column", "old_value"),
    Explanation: ("extract", "code", "fact"),
}
#: What it says of it.
_EVENT: dict[type, EventName] = {Correction: "correction", Explanation: "explanation"}
_MARK: dict[type, str] = {Correction: "C", Explanation: "E"}
_SAYS: dict[type, tuple[str, ...]] = {Correction: ("new_value",), Explanation: ("explanation", "until")}


class Mending:
    """Corrections and explanations in the register's database.

    Args:
        database: the register's database.
        audit: who did what; told of whatever is kept or undone here, in the same transaction.
    """

    def __init__(self, database: Database, audit: Audit) -> None:
        self._database = database
        self._audit = audit

    def corrections(self, quarter_slug: str, extract: str | None = None) -> list[Correction]:
        """Corrections in force for a quarter, of one extract if told, in the order given; the newest of a cell."""
        return self._in_force(Correction, models.corrections, quarter_slug, extract)

    def explanations(self, quarter_slug: str, extract: str | None = None) -> list[Explanation]:
        """Explanations given for the quarter or an earlier one and not undone, in order; the newest of a fact."""
        return self._in_force(Explanation, models.explanations, quarter_slug, extract)

    def give(
        self, quarter_slug: str, corrections: Sequence[Correction], explanations: Sequence[Explanation]
    ) -> tuple[int, int]:
        """Keep what is not in force already, all of it or nothing.

        Args:
            quarter_slug: the quarter they are given in.
            corrections: corrections, in the order of their file.
            explanations: explanations, in the order of their file.

        Returns:
            How many of each were new.
        """
        with self._audit.writing() as journal:
            known = _all(journal.connection, Correction, models.corrections, quarter_slug, None)
            fresh = _fresh(corrections, known)
            told = _all(journal.connection, Explanation, models.explanations, quarter_slug, None)
            news = _fresh(explanations, told)
            numbers = _insert(journal.connection, models.corrections, fresh)
            others = _insert(journal.connection, models.explanations, news)
            _note(journal, fresh, numbers)
            _note(journal, news, others)
        return len(fresh), len(news)

    def undo_corrections(self, numbers: Iterable[int], by: str) -> int:
        """Let corrections hold no longer, nor older ones of the same cell. Returns how many were undone."""
        return self._undo(Correction, models.corrections, numbers, by)

    def undo_explanations(self, numbers: Iterable[int], by: str) -> int:
        """Let explanations hold no longer, nor older ones of the same fact. Returns how many were undone."""
        return self._undo(Explanation, models.explanations, numbers, by)

    def _in_force(self, kind: type[Given], table: Table, quarter_slug: str, extract: str | None) -> list[Given]:
        with self._database.reading() as connection:
            return _all(connection, kind, table, quarter_slug, extract)

    def _undo(self, kind: type[Given], table: Table, numbers: Iterable[int], by: str) -> int:
        undone: list[tuple[str, str, int]] = []
        about = [table.c[_NAMES.get(name, name)] for name in _ABOUT[kind]]
        with self._audit.writing() as journal:
            for number in sorted(set(numbers), reverse=True):
                found = select(table.c.quarter_slug, table.c.extract, *about).where(table.c.id == number)
                row = journal.connection.execute(found).first()
                if row is not None:
                    quarter_slug, extract, *what = row
                    same = [column == value for column, value in zip(about, what, strict=True)]
                    statement = update(table).where(*same, table.c.id <= number, table.c.undone_at.is_(None))
                    done = journal.connection.execute(statement.values(undone_by=by, undone_at=datetime.now(UTC)))
                    if done.rowcount:
                        undone.append((quarter_slug, extract, number))
            for quarter_slug, extract, number in undone:
                detail: dict[str, str | int] = {"extract": extract, "undone": 1}
                subject = f"{_MARK[kind]}{number}"
                journal.note(_EVENT[kind], quarter_slug=quarter_slug, who=by, subject=subject, detail=detail)
        return len(undone)


def _all(
    connection: Connection, kind: type[Given], table: Table, quarter_slug: str, extract: str | None
) -> list[Given]:
    """What is in force for a quarter, in the order given."""
    columns = [table.c[_NAMES.get(one.name, one.name)].label(one.name) for one in fields(kind)]
    query = select(*columns).where(table.c.quarter_slug <= quarter_slug, table.c.undone_at.is_(None))
    if extract is not None:
        query = query.where(table.c.extract == extract)
    found = [kind(**row._mapping) for row in connection.execute(query.order_by(table.c.id))]  # noqa: SLF001 (its public name)
    newest = {_values(one, _ABOUT[kind]): one for one in found}
    return sorted(newest.values(), key=lambda one: one.number)


def _fresh(given: Sequence[Given], known: Sequence[Given]) -> list[Given]:
    """What the newest word on the same cell or fact does not say already; the same line twice counts once."""
    newest = {_values(one, _ABOUT[type(one)]): _values(one, _SAYS[type(one)]) for one in known}
    fresh = []
    for one in given:
        about, says = _values(one, _ABOUT[type(one)]), _values(one, _SAYS[type(one)])
        if newest.get(about) != says:
            newest[about] = says
            fresh.append(one)
    return fresh


def _values(one: Given, names: tuple[str, ...]) -> tuple[object, ...]:
    """Some of a record's values."""
    return tuple(getattr(one, name) for name in names)


def _note(journal: Journal, given: Sequence[Given], numbers: Sequence[int]) -> None:
    """Say of each record who gave it, and where it was read; not which child's it is, nor what it says."""
    for one, number in zip(given, numbers, strict=True):
        kind = type(one)
        what = one.column if isinstance(one, Correction) else one.code
        journal.note(
            _EVENT[kind],
            quarter_slug=one.quarter_slug,
            who=one.given_by,
            subject=f"{_MARK[kind]}{number}",
            detail={"extract": one.extract, "of": what, "file": one.file_sha256, "row": one.file_row},
        )


def _insert(connection: Connection, table: Table, given: Sequence[Given]) -> list[int]:
    """Keep the records; returns the numbers that the database gave them, in their order."""
    rows: list[dict[str, Any]] = []
    for one in given:
        values = {_NAMES.get(each.name, each.name): getattr(one, each.name) for each in fields(one)}
        del values["id"]
        rows.append(values)
    if not rows:
        return []
    numbered = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return [int(number) for number in connection.scalars(numbered, rows)]
