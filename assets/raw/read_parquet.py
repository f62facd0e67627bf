"""Parquet files into a text grid, read in a child process of bounded memory and time.

The grid is the one a workbook of the same table would give: the header in row 1, the first record in row 2. The
reading itself is in `parquet_child.py`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from assets.raw.limits import LIMITS, Limits
from assets.raw.parquet_child import OVERSIZED_EXIT, UNSUPPORTED_EXIT
from assets.raw.refusal import DAMAGED, OVERSIZED, UNSUPPORTED, RefusedError
from assets.raw.sheet import Sheet

if TYPE_CHECKING:
    import pyarrow as pa

_CHILD = Path(__file__).with_name("parquet_child.py")
_CODES = {OVERSIZED_EXIT: OVERSIZED, UNSUPPORTED_EXIT: UNSUPPORTED}


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
    return Sheet("", _grid(_table(_child_output(path, limits))))


def _child_output(path: Path, limits: Limits) -> bytes:
    """What the child process wrote; nothing it complains of is kept."""
    numbers = (limits.child_memory_bytes, limits.parquet_rows, limits.columns, limits.parquet_cell_bytes)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module; the path is one argument, no shell
            [sys.executable, "-P", str(_CHILD), str(path), *map(str, numbers)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.child_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(OVERSIZED) from None
    if done.returncode:
        raise RefusedError(_CODES.get(done.returncode, DAMAGED))
    return done.stdout


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
