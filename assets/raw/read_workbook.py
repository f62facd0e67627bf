"""Workbooks into text grids, parsed in a child process of bounded memory and time.

The caller has inspected the file first (`assets.raw.inspection`); the parsing itself is in `sheet_child.py`.
"""

from __future__ import annotations

import json
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pandas as pd

from assets.raw.limits import LIMITS, Limits
from assets.raw.reading_process import read_in_child
from assets.raw.refusal import UNSAFE, RefusedError
from assets.raw.sheet import Sheet
from schemas.naming import shown_names

_CHILD = Path(__file__).with_name("sheet_child.py")


def read_workbook(path: Path, limits: Limits = LIMITS) -> list[Sheet]:
    """The visible sheets of a workbook.

    Args:
        path: an inspected workbook.
        limits: memory, time and text its child process may take.

    Raises:
        RefusedError: protected, damaged, asking for too much, or with a sheet named as none can be.
    """
    sheets: list[tuple[str, list[list[str]]]] = []
    for line in read_in_child(_CHILD, path, limits.child_memory_bytes, limits, limits.child_characters).splitlines():
        told: Any = json.loads(line)
        if isinstance(told, dict):
            sheets.append((told["sheet"], []))
        else:
            sheets[-1][1].append(told)
    if any(len(name) > limits.sheet_name for name, _ in sheets):
        raise RefusedError(UNSAFE)
    names = shown_names([name for name, _ in sheets])
    return [Sheet(name, _grid(rows)) for name, (_, rows) in zip(names, sheets, strict=True)]


def _grid(rows: list[list[str]]) -> pd.DataFrame:
    """Rows of text as a frame: rows from 1, columns from 0."""
    index = pd.RangeIndex(1, len(rows) + 1)
    columns = enumerate(zip_longest(*rows, fillvalue=""))
    frame = pd.DataFrame({name: pd.Series(cells, index=index, dtype="str") for name, cells in columns}, index=index)
    return frame.set_axis(pd.RangeIndex(frame.shape[1]), axis="columns")
