"""The SQL's own answers about a small world, through the product's engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache

import pandas as pd

from assets.core.people.by_rule import by_rule
from assets.core.people.groups import grouped
from assets.core.people.linking import links_table
from assets.core.people.pairs import Record
from assets.core.people.records import COLUMNS, records_of
from assets.core.person_links import LINKS
from pipelines.platform.context import VIEWS
from pipelines.platform.engines import DuckDBEngine, Session
from pipelines.platform.services import UNKNOWN, area_closure, authorities
from pipelines.platform.sql import Statement, core_files, load_statement, measure_files
from schemas.catalogue import extract
from schemas.extract import ORIGIN
from schemas.service import Service
from tests.oracles.world import TABLES, Answer, Row, World

DTYPES = {
    "id": "string",
    "text": "string",
    "code": "string",
    "date": "datetime64[us]",
    "integer": "Int64",
    "number": "Float64",
    "money": "Float64",
    "hours": "Float64",
    "yes_no": "boolean",
}
ORIGIN_DTYPES = dict(zip(ORIGIN, ("string", "string", "string", "Int64"), strict=True))


@cache
def core_dtypes(name: str) -> dict[str, str]:
    """Columns of an extract's core table and their types."""
    return ORIGIN_DTYPES | {c.name: DTYPES[c.field.kind] for c in extract(name).columns if c.keep}


def marked(world: World, name: str) -> list[Row]:
    """A world's rows of one extract, with the file they stand in."""
    origin = {"file_sha256": f"{name}-{world.mark}", "file_name": f"{name}.csv", "sheet": ""}
    return [origin | row for row in world.rows(name)]


def core_frame(name: str, rows: list[Row]) -> pd.DataFrame:
    """Rows as the core table of their extract; columns that no world ever gives are left out."""
    dtypes = {
        column: dtype for column, dtype in core_dtypes(name).items() if column in {*ORIGIN, *TABLES[name].split()}
    }
    cells = {column: [row.get(column) for row in rows] for column in dtypes}
    return pd.DataFrame({column: pd.Series(cells[column], dtype=dtypes[column]) for column in dtypes})


@cache
def core_statements() -> tuple[Statement, ...]:
    """The core statements over the world's tables, each after those it reads."""
    every = {path.stem: load_statement(path) for path in core_files()}
    given = {f"core_{name}" for name in TABLES} | {LINKS} | set(every) | VIEWS
    waiting = {name: one for name, one in every.items() if set(one.header["reads"]) <= given}
    ordered: list[Statement] = []
    while waiting:
        ready = [one for one in waiting.values() if not set(one.header["reads"]) & set(waiting)]
        ordered += ready
        waiting = {name: one for name, one in waiting.items() if one not in ready}
    return tuple(ordered)


@cache
def case_statements() -> dict[str, Statement]:
    """Measures computed from the case system's extracts that a world has, by id."""
    loaded = [load_statement(path) for path in measure_files()]
    given = {f"core_{name}" for name in TABLES} | {one.name for one in core_statements()} | VIEWS
    of_cases = [one for one in loaded if one.header["data_source"] == "case system"]
    return {one.header["id"]: one for one in of_cases if set(one.header["reads"]) <= given}


@contextmanager
def services_open(services: Sequence[Service], periods: pd.DataFrame) -> Iterator[Session]:
    """An engine that knows the services' areas and the periods, for one batch of worlds after another."""
    first, *others = [area_closure(service) for service in services]
    closures = [first, *(areas[areas["district_code"] != UNKNOWN] for areas in others)]
    views = {
        "periods": periods,
        "areas": pd.concat(closures, ignore_index=True),
        "authorities": authorities(services[0]),
    }
    with DuckDBEngine().session(views) as session:
        yield session


def needed(wanted: Iterable[str]) -> set[str]:
    """Core tables that these tables and measures rest on, themselves included."""
    reads = {one.name: set(one.header["reads"]) for one in core_statements()}
    found = {name for one in wanted for name in {one, *reads_of(one)} if name in reads}
    return found | needed(name for one in found for name in reads[one] - found) if found else set()


def reads_of(wanted: str) -> list[str]:
    """Tables that a measure reads; a table's own are looked up by `needed`."""
    statement = case_statements().get(wanted)
    return list(statement.header["reads"]) if statement else []


def computed(session: Session, worlds: list[World], wanted: Collection[str]) -> dict[str, pd.DataFrame]:
    """Core tables by name and measures by id, as the SQL makes them from the worlds' rows.

    Args:
        session: an engine that knows the worlds' areas.
        worlds: services with ids of their own.
        wanted: names of core tables and ids of measures; what they rest on is made too.
    """
    made: dict[str, pd.DataFrame] = {}
    for name in TABLES:
        of = worlds[:1] if name == "targets" else worlds
        session.add(f"core_{name}", core_frame(name, [row for world in of for row in marked(world, name)]))
    session.add(
        LINKS, linked_by_rule(core_frame("persons", [row for world in worlds for row in marked(world, "persons")]))
    )
    core = needed(wanted)
    for statement in core_statements():
        if statement.name in core:
            made[statement.name] = session.query(statement.body)
            session.add(statement.name, made[statement.name])
    measures = {measure: one for measure, one in case_statements().items() if measure in wanted}
    return made | {measure: session.query(statement.body) for measure, statement in measures.items()}


def linked_by_rule(persons: pd.DataFrame) -> pd.DataFrame:
    """The links that the product's rules make of the persons; likeness needs names, which no world has."""
    records = [Record(*cells) for cells in records_of(persons, persons)[list(COLUMNS)].to_numpy()]
    return links_table(grouped((), (), by_rule(records).links, ()))


def as_answers(frame: pd.DataFrame, worlds: list[World]) -> dict[str, Answer]:
    """A measure's rows as oracles give them, by the world's mark.

    Raises:
        ValueError: a key comes twice.
    """
    owners = {area.code: world.mark for world in worlds for area in world.service.areas}
    rows = list(zip(*(frame[column].tolist() for column in frame.columns), strict=True))
    answers: dict[str, Answer] = {world.mark: {} for world in worlds}
    for period, area, breakdown, category, numerator, denominator in rows:
        figures = (float(numerator), None if pd.isna(denominator) else float(denominator))
        if area in owners:
            answers[owners[area]][period, area, breakdown, category] = figures
    if len({row[:4] for row in rows}) != len(rows):
        raise ValueError("a period, area, breakdown and category come twice")
    return answers


def faults_found(frame: pd.DataFrame, world: World) -> set[tuple[str, str, int, str]]:
    """The cross-file table's rows that stand in a world's files, as its oracle gives them."""
    own = frame[frame["file_sha256"] == frame["table_name"] + f"-{world.mark}"]
    return set(zip(*(own[name].tolist() for name in ("code", "table_name", "row", "column_name")), strict=True))
