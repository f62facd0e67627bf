"""The SQL's own answers about a small world, through the product's engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import pandas as pd

from pipelines.platform.engines import DuckDBEngine, Session
from pipelines.platform.services import area_closure, geographies
from pipelines.platform.sql import Statement, core_files, load_statement, measure_files
from schemas.catalogue import extract
from schemas.extract import ORIGIN
from schemas.service import Service
from tests.oracles.random_worlds import TABLES
from tests.oracles.world import Answer, Row, World

DTYPES = {
    "id": "string",
    "text": "string",
    "code": "string",
    "date": "datetime64[us]",
    "integer": "Int64",
    "number": "Float64",
    "money": "Float64",
    "yes_no": "boolean",
}
ORIGIN_DTYPES = dict(zip(ORIGIN, ("string", "string", "string", "Int64"), strict=True))


@cache
def core_dtypes(name: str) -> dict[str, str]:
    """Columns of an extract's core table and their types."""
    return ORIGIN_DTYPES | {c.name: DTYPES[c.field.kind] for c in extract(name).columns if c.keep}


def core_frame(name: str, rows: list[Row]) -> pd.DataFrame:
    """Rows as the core table of their extract; columns that no row of the world ever gives are left out."""
    given = {"file_sha256": name, "file_name": f"{name}.csv", "sheet": ""}
    dtypes = {column: dtype for column, dtype in core_dtypes(name).items() if column in {*ORIGIN, *TABLES[name].split()}}
    cells = {column: [(given | row).get(column) for row in rows] for column in dtypes}
    return pd.DataFrame({column: pd.Series(cells[column], dtype=dtypes[column]) for column in dtypes})


@cache
def core_statements() -> tuple[Statement, ...]:
    """The core statements over the world's tables, each after those it reads."""
    every = {path.stem: load_statement(path) for path in core_files()}
    given = {f"core_{name}" for name in TABLES} | set(every) | {"areas", "periods", "geographies"}
    waiting = {name: one for name, one in every.items() if set(one.header["reads"]) <= given}
    ordered: list[Statement] = []
    while waiting:
        ready = [one for one in waiting.values() if not set(one.header["reads"]) & set(waiting)]
        ordered += ready
        waiting = {name: one for name, one in waiting.items() if one not in ready}
    return tuple(ordered)


@cache
def case_statements() -> dict[str, Statement]:
    """Measures computed from the case system, by id."""
    loaded = [load_statement(path) for path in measure_files()]
    return {one.header["id"]: one for one in loaded if one.header["data_source"] == "case system"}


@contextmanager
def service_open(service: Service, periods: pd.DataFrame) -> Iterator[Session]:
    """An engine that knows a service's areas and periods, for one world after another."""
    context = {"periods": periods, "areas": area_closure(service), "geographies": geographies(service)}
    with DuckDBEngine().session(context) as session:
        yield session


def computed(session: Session, world: World, measures: Iterable[str]) -> dict[str, pd.DataFrame]:
    """Core tables by name and measures by id, as the SQL makes them from the world's rows."""
    made: dict[str, pd.DataFrame] = {}
    for name in TABLES:
        session.add(f"core_{name}", core_frame(name, world.rows(name)))
    for statement in core_statements():
        made[statement.name] = session.query(statement.body)
        session.add(statement.name, made[statement.name])
    for measure in measures:
        made[measure] = session.query(case_statements()[measure].body)
    return made


def as_answer(frame: pd.DataFrame) -> Answer:
    """A measure's rows as an oracle gives them.

    Raises:
        ValueError: a key comes twice.
    """
    cells = [frame[column].tolist() for column in frame.columns]
    rows = list(zip(*cells, strict=True))
    answer = {(p, a, b, c): (float(n), None if pd.isna(d) else float(d)) for p, a, b, c, n, d in rows}
    if len(answer) != len(rows):
        raise ValueError("a period, area, breakdown and category come twice")
    return answer
