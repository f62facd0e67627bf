"""The SQL's own answers about a domain's world: its core statements and measures, in one open engine.

Quirk: the product opens a fresh engine for every step; hundreds of worlds would cost minutes that way.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache

import duckdb
import pyarrow as pa

from assets.indicators.run import core_statements, measure_statements
from pipelines.platform.context import VIEWS, context_tables
from pipelines.platform.frames import to_arrow
from pipelines.platform.quarters import Quarter
from pipelines.platform.sql import Statement
from schemas.catalogue import EXTRACTS
from schemas.extract import ORIGIN, RELEASE, Extract
from tests.oracles.computed import core_frame, linked_by_rule
from tests.oracles.domain import Domain, small_service
from tests.oracles.world import Answer, Row, World

_TYPES = {
    "id": pa.string(),
    "text": pa.string(),
    "code": pa.string(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "money": pa.float64(),
    "hours": pa.float64(),
    "yes_no": pa.bool_(),
}
LINKS = "core_person_links"
MATCHES = "core_referral_matches"


@cache
def extracts() -> dict[str, Extract]:
    """Core table -> its extract."""
    return {extract.core_table: extract for extract in EXTRACTS}


@cache
def core_bodies() -> dict[str, Statement]:
    """The core statements by name, each after those it reads."""
    return {statement.name: statement for statement in core_statements()}


@cache
def measure_bodies() -> dict[str, Statement]:
    """The measures' statements by id."""
    return {measure.id: statement for measure, statement in measure_statements()}


@cache
def read_by(measures: tuple[str, ...]) -> frozenset[str]:
    """Every table behind these measures."""
    waiting = {str(table) for one in measures for table in measure_bodies()[one].header["reads"]}
    seen: set[str] = set()
    while waiting:
        table = waiting.pop()
        if table not in seen:
            seen.add(table)
            waiting |= set(core_bodies()[table].header["reads"]) if table in core_bodies() else set()
    return frozenset(seen)


@cache
def opened(quarter: str, history_from: date) -> duckdb.DuckDBPyConnection:
    """An engine that knows the context views of a quarter."""
    engine = duckdb.connect(":memory:", config={"threads": "1"})
    views = context_tables(Quarter.from_label(quarter), small_service(history_from), VIEWS)
    for name, view in views.items():
        engine.register(f"given_{name}", to_arrow(view))
        engine.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given_{name}')  # noqa: S608 - our own names
    return engine


def laid(engine: duckdb.DuckDBPyConnection, domain: Domain, world: World) -> None:
    """Lay a world's rows as the core tables of their extracts; extracts without rows are empty tables."""
    for table in sorted(read_by(tuple(sorted(domain.oracles)))):
        if table in extracts():
            engine.register(table, core_table(extracts()[table], world.rows(extracts()[table].name)))
    if LINKS in read_by(tuple(sorted(domain.oracles))):
        persons = [
            {"file_sha256": "0", "file_name": "persons.csv", "sheet": "", **row} for row in world.rows("persons")
        ]
        engine.register(LINKS, to_arrow(linked_by_rule(core_frame("persons", persons))))
    if MATCHES in read_by(tuple(sorted(domain.oracles))):
        engine.register(MATCHES, matches(world))


def matches(world: World) -> pa.Table:
    """The referrals without a number that a world says were matched, as the step before the SQL tells of them."""
    columns = pa.schema([("mh_referral_id", pa.string()), ("ypid", pa.string())])
    return pa.Table.from_pylist(world.rows("referral_matches"), schema=columns)


def core_table(extract: Extract, rows: list[Row]) -> pa.Table:
    """Rows as the core table of their extract, numbered as Excel shows them; a cell nobody gives is empty."""
    columns = {name: pa.string() for name in ORIGIN} | {"row": pa.int64()}
    columns |= {column.name: _TYPES[column.field.kind] for column in extract.columns if column.keep}
    if extract.arrives == "releases":
        columns |= dict(zip(RELEASE, (pa.string(), pa.int64()), strict=True))
    origin = {"file_sha256": "0" * 64, "file_name": f"{extract.name}.csv", "sheet": "", "release_no": 1}
    unknown = {name for row in rows for name in row} - set(columns)
    assert not unknown, f"{extract.name} has no column {sorted(unknown)}"
    placed = [{**dict.fromkeys(columns), **origin, "row": number, **row} for number, row in enumerate(rows, start=2)]
    return pa.Table.from_pylist(placed, schema=pa.schema(list(columns.items())))


def make_core(
    engine: duckdb.DuckDBPyConnection, wanted: Collection[str], changed: Mapping[str, str] | None = None
) -> None:
    """Make the core tables that SQL makes, each after those it reads.

    Args:
        engine: holds the extracts' tables.
        wanted: names of tables; those that SQL makes are made.
        changed: bodies to use in place of a statement's own.
    """
    for name, statement in core_bodies().items():
        if name in wanted:
            body = (changed or {}).get(name, statement.body)
            engine.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {body}')


def asked(engine: duckdb.DuckDBPyConnection, body: str) -> Answer:
    """What a measure's statement answers.

    Raises:
        ValueError: a key comes twice.
    """
    rows = engine.execute(body).fetchall()
    told = {row[:4]: (float(row[4]), None if row[5] is None else float(row[5])) for row in rows}
    if len(told) != len(rows):
        raise ValueError("a period, area, breakdown and category come twice")
    return told


def answers(domain: Domain, world: World) -> dict[str, Answer]:
    """Measure -> what its SQL says of a world."""
    engine = opened(domain.quarter, domain.history_from)
    laid(engine, domain, world)
    make_core(engine, read_by(tuple(sorted(domain.oracles))))
    return {measure: asked(engine, measure_bodies()[measure].body) for measure in domain.oracles}
