"""The sample's core tables, as many times as needed, for 50 services: the same rows under other ids and districts.

A row that belongs to a child, an order or an offence is copied with it; reference tables are copied once a service
where they speak of districts, and not at all where they speak of the country or the Board.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from assets.core.people.linking import LINK_COLUMNS
from assets.core.person_links import LINKS
from schemas.catalogue import EXTRACTS
from schemas.extract import Extract

SERVICES = 50
#: Columns that hold a district's code.
PLACES = frozenset({"district_code", "area_code"})
#: Ids of the linking table.
LINK_IDS = frozenset(LINK_COLUMNS[:2])


def multiply(tables: Path, out: Path, outcomes: int) -> None:
    """Write the tables with about so many outcomes.

    Args:
        tables: folder of the sample's core tables.
        out: folder to write to.
        outcomes: rows wanted of core_outcomes.
    """
    out.mkdir()
    by_table = {extract.core_table: extract for extract in EXTRACTS}
    with duckdb.connect(":memory:", config={"threads": 2}) as engine:
        row = engine.execute("SELECT COUNT(*) FROM read_parquet(?)", [str(tables / "core_outcomes.parquet")]).fetchone()
        copies = max(1, round(outcomes / (row[0] if row else 1)))
        for path in sorted(tables.glob("*.parquet")):
            _copy(engine, path, out / path.name, copies, by_table.get(path.stem))


def _copy(engine: duckdb.DuckDBPyConnection, path: Path, to: Path, copies: int, extract: Extract | None) -> None:
    """One table: copied with the children, once a service, or as it is."""
    relation = engine.read_parquet(str(path))
    ids = _ids(relation.columns, extract, path.stem)
    places = PLACES & set(relation.columns)
    if ids and (extract is None or _of_children(extract)):
        times = copies
    elif places and extract is not None and not ids:
        times = SERVICES
    else:
        shutil.copy(path, to)
        return
    columns = ", ".join(_column(name, ids, places) for name in relation.columns)
    source = f"read_parquet('{path}')"
    engine.execute(
        f"COPY (SELECT {columns} FROM {source} AS t, range({times}) AS k(n)) TO '{to}' (FORMAT parquet)"  # noqa: S608 - ours
    )


def _of_children(extract: Extract) -> bool:
    """Whether its rows belong to children, orders or offences."""
    names = {column.name for column in extract.columns}
    return extract.snapshot and bool({"ypid"} & names or any(column.refers for column in extract.columns))


def _ids(columns: list[str], extract: Extract | None, table: str) -> frozenset[str]:
    """Columns that hold ids."""
    if extract is None:
        return LINK_IDS & set(columns) if table == LINKS else frozenset()
    kinds = {column.name for column in extract.columns if column.field.kind == "id"}
    return frozenset(kinds & set(columns))


def _column(name: str, ids: frozenset[str], places: frozenset[str]) -> str:
    """A column of the copy: ids get the copy's number, places the service's; those of the first stay as they are."""
    if name in ids:
        return f'CASE WHEN k.n = 0 THEN t."{name}" ELSE t."{name}" || \'~\' || k.n END AS "{name}"'
    if name in places:
        mark = f"k.n % {SERVICES}"
        return f'CASE WHEN {mark} = 0 THEN t."{name}" ELSE t."{name}" || \'/\' || ({mark}) END AS "{name}"'
    return f't."{name}"'
