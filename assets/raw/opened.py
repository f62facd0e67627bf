"""Stored files as sheets, each with what it is: a file is read once to be judged and once to be laid out.

A stored file never changes, since its name is its content; so small ones are read once a process and kept in memory.
What a match means belongs to `assets.raw.judgement` (receiving) and `assets.raw.raw_tables` (laying out).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from assets.raw.header import Recognition, nearest
from assets.raw.inspection import FileKind, kind_of
from assets.raw.read_grid import read_grid
from assets.raw.sheet import Sheet
from schemas.extract import Extract

#: Bytes of a file that is kept in memory; a workbook is packed, so it holds more text than its size says.
_SMALL: Mapping[FileKind, int] = MappingProxyType(
    {"text": 2 << 20, "xlsx": 256 << 10, "xls": 1 << 20, "ods": 128 << 10, "parquet": 128 << 10}
)
_SMALL_FILES = 32
#: Kinds of which a larger file is read again rather than kept: it holds one sheet, so one extract.
_READ_AGAIN = frozenset({"text", "parquet"})
#: Larger workbooks kept in memory, for those that hold several extracts.
_LARGE_WORKBOOKS = 2

Opened = tuple[tuple[Sheet, Recognition | None], ...]


def opened(path: Path, extracts: Sequence[Extract]) -> Opened:
    """The sheets of a stored file that hold anything, each with the extract its headers come nearest to.

    Args:
        path: the file in the store.
        extracts: every extract a sheet could be.

    Raises:
        RefusedError: the file cannot be read, with the code that says why.
    """
    kind = kind_of(path)
    if path.stat().st_size <= _SMALL[kind]:
        return _small(path, tuple(extracts))
    return _open(path, extracts) if kind in _READ_AGAIN else _workbook(path, tuple(extracts))


@lru_cache(maxsize=_SMALL_FILES)
def _small(path: Path, extracts: tuple[Extract, ...]) -> Opened:
    return _open(path, extracts)


@lru_cache(maxsize=_LARGE_WORKBOOKS)
def _workbook(path: Path, extracts: tuple[Extract, ...]) -> Opened:
    return _open(path, extracts)


def _open(path: Path, extracts: Sequence[Extract]) -> Opened:
    return tuple((sheet, nearest(sheet, extracts)) for sheet in read_grid(path))
