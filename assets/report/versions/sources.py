"""What each measure's figures are made of: its SQL file, the tables it reads through others, their rows, the files.

What belongs here: collecting it for one quarter, from the headers of the SQL files and the register; no row of a table
is read. How it is shown is in `assets.report.sheets.way_back`, what differs
between two versions in `assets.report.versions.causes`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assets.core.person_links import LINKS
from assets.indicators.measures import MeasureStatement
from pipelines.platform.provenance import code_version, fingerprint
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.mending import Correction
from pipelines.platform.register.people import LinkDecision
from pipelines.platform.register.records import Verdict
from pipelines.platform.sql import Statement
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract
from schemas.facts import digest

#: Digits of a provenance mark: enough to tell what the figures of one measure were made of in two versions.
MARK = 8


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table that measures read.

    Attributes:
        name: its name.
        made_by: the SQL file that makes it, the extract it is cleaned from, or the program.
        extract: name of that extract; "" for none.
        rows: its rows.
    """

    name: str
    made_by: str
    extract: str
    rows: int


@dataclass(frozen=True, slots=True)
class MeasureSource:
    """What one measure's figures are made of.

    Attributes:
        measure_id: the measure.
        table: name of its table.
        sql_file: its SQL file, from the folder of the program.
        sha256: of that file, line ends as on Linux.
        mark: provenance mark of its figures: another one where files, corrections, SQL or code were others.
        tables: tables it reads, directly or through others, by name.
    """

    measure_id: str
    table: str
    sql_file: str
    sha256: str
    mark: str
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Sources:
    """What the figures of a quarter are made of.

    Attributes:
        measures: by measure id.
        tables: by name.
        statements: table made by SQL -> SHA-256 of its file, the measures' own among them.
        given: extract (or table of links) -> what officers gave that is in force, by the register's number, as "C12".
    """

    measures: Mapping[str, MeasureSource] = field(default_factory=dict)
    tables: Mapping[str, SourceTable] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def measures_on(self, table: str) -> frozenset[str]:
        """Ids of the measures whose table it is, or that read it, directly or through others."""
        return frozenset(one.measure_id for one in self.measures.values() if table in {one.table, *one.tables})


def collect_sources(
    place: Workplace, quarter: Quarter, extracts: Sequence[Extract], measures: Sequence[MeasureStatement]
) -> Sources:
    """What the figures of a quarter are made of.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extracts: every extract.
        measures: every measure, with the tables behind it.
    """
    verdicts = {verdict.table: verdict for verdict in place.register.verdicts(quarter.slug)}
    statements = {one.name: one for item in measures for one in item.core}
    cleaned = {extract.core_table: extract for extract in extracts}
    names = sorted({name for item in measures for name in item.tables})
    shas = {name: sql_sha256(one) for name, one in statements.items()}
    corrections = place.register.mending.corrections(quarter.slug)
    links = place.register.people.decisions(quarter.slug)
    marks = _Marks(quarter, _files(place, quarter, extracts), corrections, links)
    return Sources(
        measures={item.measure.id: _measure(item, marks) for item in measures},
        tables={name: _table(name, verdicts.get(name), cleaned, statements) for name in names},
        statements=dict(sorted((shas | {item.measure.table: sql_sha256(item.statement) for item in measures}).items())),
        given=given_by_number(corrections, links),
    )


def sql_sha256(statement: Statement) -> str:
    """SHA-256 of a SQL file as `sha256sum` gives it, also where a checkout changed its line ends."""
    return hashlib.sha256(statement.path.read_text(encoding="utf-8").encode()).hexdigest()


def sql_file(statement: Statement) -> str:
    """Where a SQL file lies below the program's folder, e.g. "sql/indicators/fte/fte_01.sql"."""
    folders = statement.path.parts[-3:] if statement.path.parent.name != "core" else statement.path.parts[-2:]
    return "/".join(("sql", *folders))


def _measure(item: MeasureStatement, marks: _Marks) -> MeasureSource:
    measure, statement = item.measure, item.statement
    made_by = sql_file(statement), sql_sha256(statement)
    return MeasureSource(measure.id, measure.table, *made_by, marks.mark(item), item.tables)


def _table(
    name: str, verdict: Verdict | None, cleaned: Mapping[str, Extract], statements: Mapping[str, Statement]
) -> SourceTable:
    rows = verdict.rows_kept if verdict else 0
    if name in cleaned:
        return SourceTable(name, f"Cleaned from the extract {cleaned[name].name}", cleaned[name].name, rows)
    made_by = sql_file(statements[name]) if name in statements else "The program, from the extracts"
    return SourceTable(name, made_by, "", rows)


def _files(place: Workplace, quarter: Quarter, extracts: Sequence[Extract]) -> dict[str, list[str]]:
    """Content of the files in force, by extract."""
    return {one.name: [file.sha256 for file in place.register.in_force(one, quarter.slug)] for one in extracts}


def given_by_number(corrections: Sequence[Correction], links: Sequence[LinkDecision]) -> dict[str, tuple[str, ...]]:
    """What is in force by extract, each by its number, e.g. "C12": numbers say nothing of a child.

    Args:
        corrections: those in force.
        links: decisions on links in force, which stand under the table of links.
    """
    given: dict[str, list[str]] = {}
    for one in corrections:
        given.setdefault(one.extract, []).append(f"C{one.number}")
    if links:
        given[LINKS] = [f"L{one.number}" for one in links]
    return {name: tuple(given[name]) for name in sorted(given)}


class _Marks:
    """Marks of what figures are made of; the same whatever the order in which files and corrections arrived."""

    def __init__(
        self,
        quarter: Quarter,
        files: Mapping[str, Sequence[str]],
        corrections: Sequence[Correction],
        links: Sequence[LinkDecision],
    ) -> None:
        self._common = [code_version(), quarter.slug]
        self._of = {name: sorted(set(contents)) for name, contents in files.items()}
        cells = [(one.extract, digest((one.record, one.column, one.old_value, one.new_value))) for one in corrections]
        for name, cell in sorted(set(cells)):
            self._of.setdefault(name, []).append(cell)
        self._links = sorted({digest((*one.pair, str(one.same))) for one in links})

    def mark(self, item: MeasureStatement) -> str:
        """The mark of a measure's figures."""
        links = self._links if LINKS in item.tables else []
        made_of = [mark for one in item.extracts for mark in (one.name, *self._of.get(one.name, ()))]
        return fingerprint([*self._common, item.measure.id, *made_of, *links])[:MARK]
