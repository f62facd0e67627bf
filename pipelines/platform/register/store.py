"""The register as others use it: typed methods in, plain values and frames out.

What belongs here: one method for each thing the product asks of the register. Every method is one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import pandas as pd
from sqlalchemy import Connection, Row, Select, Table, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from pipelines.platform.errors import VersionTaken
from pipelines.platform.register import models
from pipelines.platform.register.audit import Audit
from pipelines.platform.register.audited import note_check, note_drop, note_published
from pipelines.platform.register.database import Database
from pipelines.platform.register.mending import Mending
from pipelines.platform.register.migrate import migrate
from pipelines.platform.register.out_of_date import OutOfDateBook
from pipelines.platform.register.people import People
from pipelines.platform.register.publications import Publications
from pipelines.platform.register.purging import Purging
from pipelines.platform.register.quality import QualityBook
from pipelines.platform.register.records import (
    ACCEPTED,
    FIGURE_COLUMNS,
    ReceivedFile,
    ReturnVersion,
    Verdict,
)
from schemas.extract import Extract, Fault

BOARD = "board"
_VERSION_KEY = ("quarter_slug", "edition", "version")
#: Words that SQL keeps for itself -> the names used in the tables.
_FAULT_NAMES = {"table": "table_name", "row": "row_number", "column": "column_name"}
#: Attribute of a fault -> its column.
_FAULT_KEYS = {field.name: _FAULT_NAMES.get(field.name, field.name) for field in fields(Fault)}
#: What may change when a file is received again (recognition may have learnt a header since).
_JUDGED = ("extract", "status", "code", "message", "sheet_count", "row_count")


class Register:
    """The register at one URL; nothing is opened before the first question.

    Args:
        url: SQLAlchemy URL, `sqlite:///...` or `postgresql://...`.
        audit_heads: file beside the register in which the hash of each audit event is noted.
    """

    def __init__(self, url: str, audit_heads: Path | None = None) -> None:
        self._database = Database(url)
        self._audit_heads = audit_heads

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._database.close()

    def migrate(self) -> None:
        """Bring the tables to the newest revision; cheap where they are."""
        migrate(self._database)

    @cached_property
    def audit(self) -> Audit:
        """Who did what."""
        return Audit(self._database, self._audit_heads)

    @cached_property
    def mending(self) -> Mending:
        """What officers did about faults: corrections and explanations."""
        return Mending(self._database, self.audit)

    @cached_property
    def quality(self) -> QualityBook:
        """How good each quarter's data was, and which rules could not be judged."""
        return QualityBook(self._database)

    @cached_property
    def publications(self) -> Publications:
        """What the Board was told in earlier quarters."""
        return Publications(self._database)

    @cached_property
    def purging(self) -> Purging:
        """What retention does to the register."""
        return Purging(self._database)

    @cached_property
    def people(self) -> People:
        """What officers decided of records that may be of one young person."""
        return People(self._database, self.audit)

    @cached_property
    def out_of_date(self) -> OutOfDateBook:
        """Quarters whose published return waits to be restated."""
        return OutOfDateBook(self._database)

    # Files ------------------------------------------------------------------------------------

    def next_batch(self) -> int:
        """Number for a new receive pass, higher than any before."""
        with self._database.reading() as connection:
            return (connection.scalar(select(func.max(models.received_files.c.batch))) or 0) + 1

    def receive(self, file: ReceivedFile, *, anew: bool = False) -> int:
        """Register a file and return its number; the same content for the same quarter keeps its first number.

        A file received again keeps its name, pass and time, and takes over how it was judged this time; one that
        counts anew takes over the pass as well.
        """
        values = {**asdict(file), "received_at": datetime.now(UTC)}
        del values["sequence"]
        with self.audit.writing() as journal:
            news = anew or _is_news(journal.connection, file)
            taken = (*_JUDGED, "batch") if anew else _JUDGED
            number = _upsert(journal.connection, models.received_files, values, ("sha256", "quarter_slug"), taken)
            if news:
                note_drop(journal, file)
        return int(number)

    def received(self, quarter_slug: str) -> list[ReceivedFile]:
        """Every file received for the quarter, in order of arrival."""
        return self._files(_files_query().where(models.received_files.c.quarter_slug == quarter_slug))

    def current_files(self, extract_name: str, quarter_slug: str, *, snapshot: bool) -> list[ReceivedFile]:
        """The accepted files of an extract that are in force for the quarter.

        A snapshot is the quarter's own; a reference stays in force until one for a later quarter comes. Within a
        quarter the last receive pass supersedes earlier ones.

        Returns:
            None or one file as a rule. More than one when different files came in one pass: which is the newest
            cannot be told, and the caller must stop.
        """
        table = models.received_files
        named = table.c.extract.contains(extract_name, autoescape=True)
        query = _files_query().where(named, table.c.status == ACCEPTED)
        of_quarter = table.c.quarter_slug == quarter_slug if snapshot else table.c.quarter_slug <= quarter_slug
        # A workbook may hold several extracts, so their names stand in one text, parted by commas.
        found = [file for file in self._files(query.where(of_quarter)) if extract_name in file.extracts]
        newest = max(((file.quarter_slug, file.batch) for file in found), default=None)
        return [file for file in found if (file.quarter_slug, file.batch) == newest]

    def in_force(self, extract: Extract, quarter_slug: str) -> list[ReceivedFile]:
        """The files an extract is made of for the quarter, by how its files arrive (see `current_files`).

        Returns:
            For an extract that arrives in releases, every one received up to the quarter, each content once, in order
            of arrival: which of them is in force is told by what they say (`assets.core.releases`). So too for one
            that arrives in parts (`assets.core.parts`), where content sent once more counts as sent anew.
        """
        if extract.arrives == "whole":
            return self.current_files(extract.name, quarter_slug, snapshot=extract.snapshot)
        table = models.received_files
        named = table.c.extract.contains(extract.name, autoescape=True)
        query = _files_query().where(named, table.c.status == ACCEPTED, table.c.quarter_slug <= quarter_slug)
        found = [file for file in self._files(query) if extract.name in file.extracts]
        if extract.arrives == "parts":
            last = {file.sha256: file for file in found}
            return [file for file in found if file is last[file.sha256]]
        first = {file.sha256: file for file in reversed(found)}
        return [file for file in found if file is first[file.sha256]]

    def _files(self, query: Select[Any]) -> list[ReceivedFile]:
        with self._database.reading() as connection:
            return [ReceivedFile(**row._mapping) for row in connection.execute(query)]  # noqa: SLF001 (its public name)

    # Faults and verdicts ----------------------------------------------------------------------

    def replace_faults(self, quarter_slug: str, table: str, faults: Sequence[Fault]) -> None:
        """Keep these faults in place of those that the making of the same table found before."""
        kept = models.faults
        rows = [{"quarter_slug": quarter_slug, "step": table, **_fault_values(fault)} for fault in faults]
        with self._database.writing() as connection:
            connection.execute(delete(kept).where(kept.c.quarter_slug == quarter_slug, kept.c.step == table))
            _insert_all(connection, kept, rows)

    def faults(self, quarter_slug: str) -> pd.DataFrame:
        """One row per fault of the quarter, by the table that found it, in the order found.

        Columns as `schemas.extract.Fault`; `measures` is one text, joined by ", ".
        """
        kept = models.faults
        names = [field.name for field in fields(Fault)]
        columns = [kept.c[_FAULT_NAMES.get(name, name)].label(name) for name in names]
        query = select(*columns).where(kept.c.quarter_slug == quarter_slug).order_by(kept.c.step, kept.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        types = {name: "Int64" if name == "row" else "string" for name in names}
        return pd.DataFrame([tuple(row) for row in rows], columns=names).astype(types)

    def record_verdict(self, verdict: Verdict) -> None:
        """Keep the verdict in place of the table's earlier one for the quarter."""
        with self._database.writing() as connection:
            _keep_verdict(connection, verdict)

    def record_check(self, verdict: Verdict) -> None:
        """As `record_verdict`, of a table whose check officers answer for: who checked what is an audit event."""
        with self.audit.writing() as journal:
            _keep_verdict(journal.connection, verdict)
            note_check(journal, verdict)

    def withdraw_verdict(self, quarter_slug: str, table: str) -> None:
        """Take back what was judged of a table; until it is judged anew, nothing may stand on it."""
        kept = models.verdicts
        with self._database.writing() as connection:
            connection.execute(delete(kept).where(kept.c.quarter_slug == quarter_slug, kept.c.table_name == table))

    def verdicts(self, quarter_slug: str) -> list[Verdict]:
        """The quarter's verdicts, by table."""
        table = models.verdicts
        query = select(table).where(table.c.quarter_slug == quarter_slug).order_by(table.c.table_name)
        with self._database.reading() as connection:
            return [_verdict(row) for row in connection.execute(query)]

    def verdict(self, quarter_slug: str, table: str) -> Verdict | None:
        """The verdict on one table; None where it was never judged for the quarter."""
        kept = models.verdicts
        query = select(kept).where(kept.c.quarter_slug == quarter_slug, kept.c.table_name == table)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else _verdict(row)

    # Returns ----------------------------------------------------------------------------------

    def publish(self, version: ReturnVersion, figures: pd.DataFrame) -> None:
        """Register a version of one edition and its figures; as `publish_all`."""
        self.publish_all([(version, figures)])

    def publish_all(self, products: Sequence[tuple[ReturnVersion, pd.DataFrame]]) -> None:
        """Register every edition of a version with its figures in one transaction, the versions' rows last.

        Args:
            products: each edition's version, whose `published_at` is set here, and its figures, one row each, columns
                `records.FIGURE_COLUMNS`; without rows for an edition that shows another one's figures.

        Raises:
            VersionTaken: another run has registered one of them already; nothing is changed.
        """
        now = datetime.now(UTC)
        try:
            with self.audit.writing() as journal:
                for version, figures in products:
                    key = {name: getattr(version, name) for name in _VERSION_KEY}
                    rows = [{**key, **row} for row in _figure_rows(figures)]
                    _insert_all(journal.connection, models.published_figures, rows)
                values = [{**asdict(version), "published_at": now} for version, _ in products]
                _insert_all(journal.connection, models.return_versions, values)
                for version, _ in products:
                    note_published(journal, version)
        except IntegrityError as error:
            for version, _ in products:
                if self._has(version):
                    raise _version_taken(version) from error
            raise

    def _has(self, version: ReturnVersion) -> bool:
        """Whether a version of that quarter, edition and number is registered."""
        return version.version in {one.version for one in self.versions(version.quarter_slug, version.edition)}

    def versions(self, quarter_slug: str, edition: str | None = None) -> list[ReturnVersion]:
        """The quarter's versions, by edition and number; of one edition if told."""
        table = models.return_versions
        query = select(table).where(table.c.quarter_slug == quarter_slug).order_by(table.c.edition, table.c.version)
        if edition is not None:
            query = query.where(table.c.edition == edition)
        with self._database.reading() as connection:
            return [_version(row) for row in connection.execute(query)]

    def latest(self, quarter_slug: str, edition: str = BOARD) -> ReturnVersion | None:
        """The newest version of an edition; None before the first."""
        return next(reversed(self.versions(quarter_slug, edition)), None)

    def published_figures(self, quarter_slug: str, version: int, edition: str = BOARD) -> pd.DataFrame:
        """One row per figure of a version, as published, columns `records.FIGURE_COLUMNS`."""
        table = models.published_figures
        query = (
            select(*(table.c[name] for name in FIGURE_COLUMNS))
            .where(table.c.quarter_slug == quarter_slug, table.c.edition == edition, table.c.version == version)
            .order_by(table.c.id)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return pd.DataFrame([tuple(row) for row in rows], columns=list(FIGURE_COLUMNS)).astype(_FIGURE_TYPES)


_FIGURE_TYPES: dict[str, str] = {
    **dict.fromkeys(FIGURE_COLUMNS, "string"),
    **dict.fromkeys(("period_start", "period_end"), "datetime64[us]"),
    **dict.fromkeys(("numerator", "denominator", "value"), "Float64"),
}


def _files_query() -> Select[Any]:
    table = models.received_files
    names = {"sequence": "id"}
    columns = [table.c[names.get(field.name, field.name)].label(field.name) for field in fields(ReceivedFile)]
    return select(*columns).order_by(table.c.id)


def _insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    # An insert without rows would insert one row of defaults.
    if rows:
        connection.execute(insert(table), list(rows))


def _upsert(
    connection: Connection, table: Table, values: Mapping[str, object], key: Sequence[str], changing: Sequence[str]
) -> Any:  # noqa: ANN401 (a value of the database)
    """Insert a row, or change the named columns of the one with the same key; returns the row's first key column.

    One statement, so that two writers of the same row cannot come between each other.
    """
    changed = {name: values[name] for name in sorted(changing)}
    statement = _insert_into(connection, table).values(values)
    upsert = statement.on_conflict_do_update(index_elements=list(key), set_=changed)
    return connection.execute(upsert.returning(*table.primary_key.columns)).scalar()


def _insert_into(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An insert in the database's own words, because plain SQL has none for a row that is there already."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def _is_news(connection: Connection, file: ReceivedFile) -> bool:
    """True when the register does not say this of the content yet, apart from what became of its lines."""
    table = models.received_files
    of_file = (table.c.sha256 == file.sha256, table.c.quarter_slug == file.quarter_slug)
    row = connection.execute(select(table.c.extract, table.c.status, table.c.code).where(*of_file)).one_or_none()
    return row is None or tuple(row) != (file.extract, file.status, file.code)


def _keep_verdict(connection: Connection, verdict: Verdict) -> None:
    values = asdict(verdict)
    values["table_name"] = values.pop("table")
    key = ("quarter_slug", "table_name")
    _upsert(connection, models.verdicts, values, key, tuple(values.keys() - set(key)))


def _version_taken(version: ReturnVersion) -> VersionTaken:
    return VersionTaken(
        "BR-605",
        f"Version {version.version} of the {version.edition} return of {version.quarter_slug} is registered already.",
        "Run the return again: it takes the next number, or finds that nothing has changed.",
    )


def _fault_values(fault: Fault) -> dict[str, object]:
    values: dict[str, object] = {key: getattr(fault, name) for name, key in _FAULT_KEYS.items()}
    return {**values, "measures": ", ".join(fault.measures)}


def _verdict(row: Row[Any]) -> Verdict:
    values = dict(row._mapping)  # noqa: SLF001 (SQLAlchemy's public name for it)
    return Verdict(table=values.pop("table_name"), **values)


def _version(row: Row[Any]) -> ReturnVersion:
    return ReturnVersion(**{field.name: getattr(row, field.name) for field in fields(ReturnVersion)})


def _figure_rows(figures: pd.DataFrame) -> list[dict[str, Any]]:
    """The figures as rows of plain values, None for what is missing."""
    frame = figures.loc[:, list(FIGURE_COLUMNS)].astype(_FIGURE_TYPES)
    for name in ("period_start", "period_end"):
        frame[name] = frame[name].dt.date
    values = frame.astype(object).where(frame.notna(), None)
    return [dict(zip(FIGURE_COLUMNS, row, strict=True)) for row in values.itertuples(index=False, name=None)]
