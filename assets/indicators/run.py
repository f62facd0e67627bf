"""Running the core and indicator statements: which there are, in which order, and what comes back.

What belongs here: from SQL file to checked frame. The shape is held in `assets.indicators.shape`; the Dagster assets
are made in `assets.indicators.measures`.
"""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pandas as pd

from assets.indicators.shape import checked
from pipelines.platform.context import context_tables
from pipelines.platform.engines import DuckDBEngine, Tables
from pipelines.platform.errors import StatementUnfit
from pipelines.platform.sql import Statement, core_files, load_statement, measure_files
from schemas.measure import Measure

__all__ = [
    "compute_core",
    "compute_measure",
    "context_tables",
    "core_statements",
    "measure_statements",
    "measures",
]


def core_statements(root: Path | None = None) -> tuple[Statement, ...]:
    """The statements of `sql/core`, each after those whose tables it reads, by name where the order is free.

    Raises:
        StatementUnfit: a file's header is incomplete, or statements read each other in a circle.
    """
    by_name = {statement.name: statement for statement in map(load_statement, core_files(root))}
    for statement in by_name.values():
        _held_to_header(statement)
    return tuple(by_name[name] for name in _in_order(by_name))


def _held_to_header(statement: Statement) -> None:
    """A core statement is called as its file, and says what it is, its grain and what it reads."""
    missing = [word for word in ("title", "grain", "reads", "source") if not statement.header.get(word)]
    if missing:
        raise _unfit(statement, f"its header lacks {', '.join(missing)}")
    if statement.header.get("name") != statement.name:
        raise _unfit(statement, "its name is not its file's")


def _in_order(statements: Mapping[str, Statement]) -> list[str]:
    """Names in the order of dependency, then of the alphabet."""
    reads = {name: sorted(set(statements[name].header["reads"]) & set(statements)) for name in sorted(statements)}
    sorter = TopologicalSorter(reads)
    try:
        sorter.prepare()
    except CycleError as error:
        raise _unfit(statements[error.args[1][0]], "core statements read each other in a circle") from error
    ordered: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        ordered += ready
        sorter.done(*ready)
    return ordered


def measure_statements(root: Path | None = None) -> tuple[tuple[Measure, Statement], ...]:
    """Every measure with its statement, in the order of ids.

    Raises:
        StatementUnfit: a header does not describe a measure, or its id is not its file's.
    """
    loaded = [_measure(load_statement(path)) for path in measure_files(root)]
    return tuple(sorted(loaded, key=lambda pair: pair[0].id))


def measures(root: Path | None = None) -> tuple[Measure, ...]:
    """The headers of every measure, in the order of ids."""
    return tuple(measure for measure, _ in measure_statements(root))


def _measure(statement: Statement) -> tuple[Measure, Statement]:
    from pydantic import ValidationError  # noqa: PLC0415 - only a broken header needs its name

    try:
        measure = Measure.model_validate(statement.header)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise _unfit(statement, f"its header's {place}: {first['msg']}") from None
    if (measure.family, measure.id.lower().replace("-", "_")) != (statement.path.parent.name, statement.name):
        raise _unfit(statement, f"its id {measure.id} is not its file's")
    return measure, statement


def compute_core(name: str, tables: Tables, engine: DuckDBEngine) -> pd.DataFrame:
    """One derived core table.

    Args:
        name: name of the statement, e.g. "core_first_entries".
        tables: the tables and views it reads, by name; others do no harm.
        engine: what answers the SQL.

    Raises:
        StatementUnfit: there is no such statement.
    """
    for statement in core_statements():
        if statement.name == name:
            return engine.query(statement.body, _read_by(statement, tables))
    raise StatementUnfit("BR-302", f"There is no core statement {name}.", "Use a name of sql/core.")


def compute_measure(statement: Statement, tables: Tables, engine: DuckDBEngine) -> pd.DataFrame:
    """A measure's rows in the one tidy shape, checked, typed and sorted.

    Raises:
        ShapeBroken: the statement returned something else.
    """
    measure, _ = _measure(statement)
    return checked(engine.query(statement.body, _read_by(statement, tables)), measure)


def _read_by(statement: Statement, tables: Tables) -> dict[str, Path | pd.DataFrame]:
    """Only the tables that the header names, so that a header which forgets one is found out."""
    wanted = set(statement.header["reads"])
    return {name: table for name, table in tables.items() if name in wanted}


def _unfit(statement: Statement, why: str) -> StatementUnfit:
    place = f"{statement.path.parent.name}/{statement.path.name}"
    return StatementUnfit("BR-302", f"The SQL file {place} cannot be used: {why}.", "Mend the file's header.")
