"""Workbooks into text grids, parsed in a child process of bounded memory and time.

The caller has inspected the file first (`assets.raw.inspection`); the parsing itself is in `sheet_child.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pandas as pd

from assets.raw.limits import LIMITS, Limits
from assets.raw.refusal import DAMAGED, OVERSIZED, PROTECTED, RefusedError
from assets.raw.sheet import Sheet
from assets.raw.sheet_child import OVERSIZED_EXIT, PROTECTED_EXIT

_CHILD = Path(__file__).with_name("sheet_child.py")
_CODES = {OVERSIZED_EXIT: OVERSIZED, PROTECTED_EXIT: PROTECTED}


def read_workbook(path: Path, limits: Limits = LIMITS) -> list[Sheet]:
    """The visible sheets of a workbook.

    Args:
        path: an inspected workbook.
        limits: memory, time and text its child process may take.

    Raises:
        RefusedError: protected, damaged, or asking for too much.
    """
    sheets: list[tuple[str, list[list[str]]]] = []
    for line in _child_output(path, limits).splitlines():
        told: Any = json.loads(line)
        if isinstance(told, dict):
            sheets.append((told["sheet"], []))
        else:
            sheets[-1][1].append(told)
    return [Sheet(name, _grid(rows)) for name, rows in sheets]


def _child_output(path: Path, limits: Limits) -> bytes:
    """What the child process wrote; nothing it complains of is kept."""
    numbers = (str(limits.child_memory_bytes), str(limits.child_characters))
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module; the path is one argument, no shell
            [sys.executable, "-P", str(_CHILD), str(path), *numbers],
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


def _grid(rows: list[list[str]]) -> pd.DataFrame:
    """Rows of text as a frame: rows from 1, columns from 0."""
    index = pd.RangeIndex(1, len(rows) + 1)
    columns = enumerate(zip_longest(*rows, fillvalue=""))
    frame = pd.DataFrame({name: pd.Series(cells, index=index, dtype="str") for name, cells in columns}, index=index)
    return frame.set_axis(pd.RangeIndex(frame.shape[1]), axis="columns")
