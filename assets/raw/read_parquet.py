"""Parquet files into a text grid, read in a child process of bounded memory and time.

The grid is the one a workbook of the same table would give: the header in row 1, the first record in row 2. The
reading itself is in `parquet_child.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from assets.raw.limits import LIMITS, Limits
from assets.raw.reading_process import read_in_child
from assets.raw.refusal import DAMAGED, OVERSIZED, RefusedError
from assets.raw.sheet import Sheet

if TYPE_CHECKING:
    import pyarrow as pa

_CHILD = Path(__file__).with_name("parquet_child.py")


def read_parquet(path: Path, limits: Limits = LIMITS) -> Sheet:
    """The file as one sheet.

    Args:
        path: a file that begins as Parquet does.
        limits: how large it may be, and what its child process may take.

    Raises:
        RefusedError: damaged, holding more than plain cells, or asking for too much.
    """
    if path.stat().st_size > limits.parquet_bytes:
        raise RefusedError(OVERSIZED)
    numbers = (limits.parquet_rows, limits.columns, limits.parquet_cell_bytes)
    told = read_in_child(_CHILD, path, limits.parquet_memory_bytes, limits, *numbers)
    return Sheet("", _grid(_table(told)))


def _table(stream: bytes) -> pa.Table:
    """What the child sent, as one table."""
    import pyarrow as pa  # noqa: PLC0415 - loaded when a file is read

    try:
        return pa.ipc.open_stream(stream).read_all()
    except pa.ArrowException:
        raise RefusedError(DAMAGED) from None


def _grid(table: pa.Table) -> pd.DataFrame:
    """The Arrow table as a frame: rows from 1, columns from 0."""
    grid: pd.DataFrame = table.to_pandas().astype("str")
    grid.columns = pd.RangeIndex(table.num_columns)
    grid.index = pd.RangeIndex(1, table.num_rows + 1)
    return grid
