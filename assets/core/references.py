"""Rows that point at nothing: a cell that names a row of another extract which is not there.

What belongs here: finding them, by the references that the extracts' columns declare. What is said of them is in
`schemas.references`; the rules across the case system's own extracts are SQL, in `sql/core/core_cross_file_faults.sql`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace
from schemas.extract import ORIGIN, Column, Extract
from schemas.references import reference_code, references

#: Columns of a row that a rule across files found (as `core_cross_file_faults` has them).
FOUND = ("code", "table_name", "file_sha256", "file_name", "sheet", "row", "column_name")


def referring_extracts() -> tuple[Extract, ...]:
    """The extracts of which a column refers to another."""
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - the extracts are not needed to list the assets

    return tuple(extract for extract in EXTRACTS if any(column.refers for column in extract.columns))


def dangling(place: Workplace, quarter: Quarter) -> pd.DataFrame:
    """Every cell that names a row which is not there, in the order of extracts, columns and rows.

    Returns:
        One row per such cell, columns `FOUND`. An extract of which no file was received is not looked in, nor for.
    """
    parts = [part for extract in referring_extracts() for part in _dangling_of(place, quarter, extract)]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(FOUND))


def _dangling_of(place: Workplace, quarter: Quarter, extract: Extract) -> Iterator[pd.DataFrame]:
    if not place.register.in_force(extract, quarter.slug):
        return
    rows = place.lake.read(extract.core_table, quarter)
    for column, other, key in references(extract):
        if place.register.in_force(other, quarter.slug):
            known = place.lake.read(other.core_table, quarter)[key]
            yield lost(rows, known, extract, column)


def lost(rows: pd.DataFrame, known: pd.Series, extract: Extract, column: Column) -> pd.DataFrame:
    """The rows of which a filled cell is not among the known keys.

    Args:
        rows: the extract's core table.
        known: keys of the extract it refers to.
        extract: the extract.
        column: the column that refers.
    """
    import pyarrow as pa  # noqa: PLC0415 - loaded when rows are looked up
    from pyarrow import compute  # noqa: PLC0415 - as above

    cells, keys = (pa.array(texts, pa.string(), from_pandas=True) for texts in (rows[column.name], known))
    # Arrow's own search: pandas would turn each text of both columns into one of Python's first.
    is_lost = compute.and_(compute.is_valid(cells), compute.invert(compute.is_in(cells, value_set=keys)))
    astray: pd.DataFrame = rows.loc[is_lost.to_numpy(zero_copy_only=False), list(ORIGIN)].sort_values(["sheet", "row"])
    told = astray.assign(code=reference_code(extract, column), table_name=extract.name, column_name=column.name)
    return told[list(FOUND)]
