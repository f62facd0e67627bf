"""Any dropped file as text grids: the one door to the readers."""

from __future__ import annotations

from pathlib import Path

from assets.raw.inspection import FileKind, inspect_file
from assets.raw.limits import LIMITS, Limits
from assets.raw.read_csv import read_csv
from assets.raw.read_parquet import read_parquet
from assets.raw.read_workbook import read_workbook
from assets.raw.refusal import EMPTY, RefusedError
from assets.raw.sheet import Sheet


def read_grid(path: Path, limits: Limits = LIMITS) -> list[Sheet]:
    """The sheets of a dropped file that hold anything, every cell as text.

    Args:
        path: the file, whatever its name.
        limits: what it may ask for.

    Raises:
        RefusedError: the file cannot be read, with the code that says why.
    """
    filled = [sheet for sheet in _sheets(path, inspect_file(path, limits), limits) if not sheet.is_blank]
    if not filled:
        raise RefusedError(EMPTY)
    return filled


def _sheets(path: Path, kind: FileKind, limits: Limits) -> list[Sheet]:
    """The sheets as the reader of the file's kind gives them."""
    if kind == "text":
        return [read_csv(path, limits)]
    return [read_parquet(path, limits)] if kind == "parquet" else read_workbook(path, limits)
