"""Stored files as sheets, each with what it is: a file is read once to be judged and once to be laid out.

A stored file never changes, since its name is its content; so what was read to judge it is kept in memory until it is
laid out, within a bound.
What a match means belongs to `assets.raw.judgement` (receiving) and `assets.raw.raw_tables` (laying out).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from assets.raw.header import Recognition, nearest
from assets.raw.inspection import FileKind, kind_of
from assets.raw.read_grid import read_grid
from assets.raw.sheet import Sheet
from schemas.extract import Extract

#: Kinds of which a file holds one sheet, so one extract: it is kept from its judging to its laying out.
_ONE_SHEET = frozenset({"text", "parquet"})
#: Bytes of such files kept at once, and how many: the smallest takes a hundred kilobytes of memory. Those beyond are
#: read again.
_WAITING_BYTES, _WAITING_FILES = 256 << 20, 256
#: Bytes of a small workbook; it is packed, so it holds more text than its size says.
_SMALL: Mapping[FileKind, int] = MappingProxyType({"xlsx": 256 << 10, "xls": 1 << 20, "ods": 128 << 10})
_SMALL_WORKBOOKS = 32
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
    if kind in _ONE_SHEET:
        return _waiting.opened(path, tuple(extracts))
    is_small = path.stat().st_size <= _SMALL[kind]
    return (_small_workbook if is_small else _workbook)(path, tuple(extracts))


@lru_cache(maxsize=_SMALL_WORKBOOKS)
def _small_workbook(path: Path, extracts: tuple[Extract, ...]) -> Opened:
    return _open(path, extracts)


@lru_cache(maxsize=_LARGE_WORKBOOKS)
def _workbook(path: Path, extracts: tuple[Extract, ...]) -> Opened:
    return _open(path, extracts)


class _Waiting:
    """Files of one sheet between the first reading and the second, which takes them out of memory."""

    def __init__(self) -> None:
        self._files: OrderedDict[tuple[Path, tuple[Extract, ...]], tuple[int, Opened]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def opened(self, path: Path, extracts: tuple[Extract, ...]) -> Opened:
        """The file as it was read before, if it waits; else read now, to wait for the second reading."""
        with self._lock:
            size, found = self._files.pop((path, extracts), (0, None))
            self._size -= size
        return self._keep(path, extracts, _open(path, extracts)) if found is None else found

    def _keep(self, path: Path, extracts: tuple[Extract, ...], read: Opened) -> Opened:
        """Keep what was read, and let go of what has waited longest where that is too much."""
        size = path.stat().st_size
        with self._lock:
            before, _ = self._files.pop((path, extracts), (0, None))
            self._files[path, extracts] = (size, read)
            self._size += size - before
            while self._size > _WAITING_BYTES or len(self._files) > _WAITING_FILES:
                _, (gone, _) = self._files.popitem(last=False)
                self._size -= gone
        return read


_waiting = _Waiting()


def _open(path: Path, extracts: Sequence[Extract]) -> Opened:
    return tuple((sheet, nearest(sheet, extracts)) for sheet in read_grid(path))
