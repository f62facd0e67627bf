"""Small worlds in an open engine, with what the right statements make of them, and mutants run over them.

What belongs here: running. A batch holds several worlds in one set of tables; its answers were made by the statements
as they are, which the property tests hold to the oracles over these very worlds. A mutant is noticed as soon as one
measure's figures differ, in any batch; only its own statement and those downstream are run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Timer

import duckdb
import pandas as pd
import pyarrow as pa

from pipelines.platform.frames import to_arrow
from tests.sql_mutation.mutants import Mutant

Tables = Mapping[str, pd.DataFrame | pa.Table]
Rows = list[tuple[object, ...]]
Figures = dict[tuple[object, ...], tuple[float | None, float | None]]
KEYS = 4
#: Seconds for one mutant over one batch: a join without its condition is noticed by never ending.
PATIENCE = 20.0


@dataclass(frozen=True)
class Part:
    """One statement of a bench.

    Attributes:
        name: a core table's name, or a measure's id.
        body: the SQL.
        reads: tables it reads.
        is_measure: whether its rows are figures.
        is_held: whether an oracle holds the rows of a core table themselves.
    """

    name: str
    body: str
    reads: frozenset[str]
    is_measure: bool
    is_held: bool = False


@dataclass
class Batch:
    """An open engine with some worlds' tables, and the answers of the right statements."""

    connection: duckdb.DuckDBPyConnection
    core: dict[str, Rows] = field(default_factory=dict)
    figures: dict[str, Figures] = field(default_factory=dict)


@dataclass(frozen=True)
class Bench:
    """The statements over one kind of world, and batches of such worlds.

    Attributes:
        name: the domain.
        parts: statements by name, each after those it reads.
        worlds: makes the tables of each batch.
        sharing: own codes of the services whose worlds share one set of tables; empty where each world has its own.
        opened: batches in use; each is opened when a mutant first gets so far.
    """

    name: str
    parts: Mapping[str, Part]
    worlds: Sequence[Callable[[], Tables]]
    sharing: frozenset[str] = frozenset()
    opened: list[Batch] = field(default_factory=list)

    def batches(self) -> Iterator[Batch]:
        """The batches, one after the other."""
        for number, tables in enumerate(self.worlds):
            if number == len(self.opened):
                self.opened.append(open_batch(tables(), self.parts.values()))
            yield self.opened[number]

    def downstream(self, name: str) -> list[Part]:
        """The statements that rest on a core table, in the order of work; measures where they stand."""
        touched = {name}
        found = []
        for part in self.parts.values():
            if part.reads & touched:
                found.append(part)
                touched.add(part.name)
        return found


def open_batch(tables: Tables, parts: Iterable[Part]) -> Batch:
    """An engine over a world's tables, with the answers of the right statements kept."""
    connection = duckdb.connect(":memory:", config={"threads": 1, "python_enable_replacements": "false"})
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar = false")
    for name, table in tables.items():
        connection.register("given", table if isinstance(table, pa.Table) else to_arrow(table))
        connection.execute(f'CREATE TABLE "{name}" AS FROM given')
    batch = Batch(connection)
    for part in parts:
        if part.is_measure:
            batch.figures[part.name] = figures_of(connection.execute(part.body).fetchall())
        else:
            connection.execute(f'CREATE TABLE "{part.name}" AS {part.body}')
            batch.core[part.name] = _sorted(connection.execute(f'FROM "{part.name}"').fetchall())
    return batch


def _sorted(rows: Rows) -> Rows:
    return sorted(rows, key=repr)


def figures_of(rows: Rows) -> Figures:
    """A measure's rows by their keys.

    Raises:
        ValueError: a key comes twice or is empty, which the product refuses (`assets.indicators.shape`).
    """
    found = {row[:KEYS]: (row[KEYS], row[KEYS + 1]) for row in rows}
    if len(found) != len(rows) or any(None in key for key in found):
        raise ValueError("a key comes twice or is empty")
    return found  # type: ignore[return-value]


def differ(right: Figures, wrong: Figures, sharing: frozenset[str] = frozenset()) -> bool:
    """Whether an oracle's test would see the difference.

    It lets pass a heading that is nought throughout in a service that shares its tables: another's headings are
    nought there. Where a world has its tables to itself, a heading too many is a difference like any other.
    """
    if right == wrong:
        return False
    return any(
        not _same(right.get(key), wrong.get(key)) and not (key not in right and _is_anothers(key, wrong[key], sharing))
        for key in right.keys() | wrong.keys()
    )


def _is_anothers(key: tuple[object, ...], figures: tuple[float | None, float | None], sharing: frozenset[str]) -> bool:
    return key[1] in sharing and key[2] != "all" and figures in ((0.0, None), (0.0, 0.0))


def _same(one: tuple[float | None, float | None] | None, other: tuple[float | None, float | None] | None) -> bool:
    """Equal to a millionth, as the property tests have it."""
    if one is None or other is None:
        return one is other
    return all(
        a is b or (a is not None and b is not None and abs(a - b) < 1e-6) for a, b in zip(one, other, strict=True)
    )


def noticed(bench: Bench, mutant: Mutant) -> bool | None:
    """Whether any batch gives a mutant away; None where it is no SQL that runs."""
    for batch in bench.batches():
        watch = Timer(PATIENCE, batch.connection.interrupt)
        watch.start()
        try:
            if _noticed_in(bench, batch, mutant):
                return True
        except duckdb.InterruptException:
            return True
        except duckdb.Error:
            return None
        finally:
            watch.cancel()
    return False


def _noticed_in(bench: Bench, batch: Batch, mutant: Mutant) -> bool:
    part = bench.parts[mutant.name]
    if part.is_measure:
        return _figures_differ(bench, batch, part.name, mutant.sql)
    rows = batch.connection.execute(mutant.sql).fetchall()
    if _sorted(rows) == batch.core[part.name]:
        return False
    return part.is_held or _downstream_differs(bench, batch, mutant)


def _figures_differ(bench: Bench, batch: Batch, name: str, sql: str) -> bool:
    try:
        made = figures_of(batch.connection.execute(sql).fetchall())
    except ValueError:
        return True
    return differ(batch.figures[name], made, bench.sharing)


def _downstream_differs(bench: Bench, batch: Batch, mutant: Mutant) -> bool:
    """Puts the wrong table in its place, works what rests on it, and puts everything back."""
    parts = {part.name: part for part in bench.downstream(mutant.name)}
    changed = [mutant.name]
    _replace(batch, mutant.name, mutant.sql)
    try:
        for part in parts.values():
            if part.is_measure:
                if _figures_differ(bench, batch, part.name, part.body):
                    return True
            else:
                changed.append(part.name)
                _replace(batch, part.name, part.body)
    finally:
        for name in changed:
            _replace(batch, name, bench.parts[name].body)
    return False


def _replace(batch: Batch, name: str, sql: str) -> None:
    batch.connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS {sql}')
