"""Is an old Excel workbook (xls, an OLE file) safe to parse? Its header, its streams and the records of its sheets.

Word, e-mail and installer files are OLE files too and are refused; so are macros, passwords, links to other files and
cells far out. The records are described in Microsoft's [MS-XLS], the file itself in [MS-CFB].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from assets.raw.grid_bounds import GridBounds
from assets.raw.limits import Limits
from assets.raw.refusal import DAMAGED, LINKED, MACROS, OVERSIZED, PROTECTED, UNSUPPORTED, RefusedError

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
#: Size of a sector as a power of two; sectors that hold the FAT, the mini FAT and the DIFAT.
_HEADER = struct.Struct("<30xH12xI16xI4xI")
_HEADER_BYTES = 512
_SECTOR_SHIFTS = (9, 12)
_ENCRYPTED_PACKAGE = "encryptedpackage"
_WORKBOOKS = ("workbook", "book")
_MACRO_STORAGES = ("_vba_project_cur", "vba", "macros")
_FAILURES = (OSError, ValueError, IndexError, KeyError, TypeError, OverflowError, RecursionError, struct.error)

_RECORD = struct.Struct("<HH")
_CELL = struct.Struct("<HH")
_BOF = frozenset({0x0809, 0x0409, 0x0209})
_FILE_PASS = 0x2F
_BOUND_SHEET = struct.Struct("<IBB")
_BOUND_SHEET_RECORD = 0x85
_MACRO_SHEET = 1
_SUPPORTING_BOOK = 0x01AE
#: A supporting book of these marks is the workbook itself, or the functions of an add-in.
_OWN_BOOKS = (b"\x01\x04", b"\x01\x3a")
#: Formula, number, label, truth or error, compressed number, text of the string table, rich text.
_CELL_RECORDS = frozenset({0x0006, 0x0206, 0x0406, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6})
_MANY_NUMBERS = 0xBD


def is_excel(path: Path) -> bool:
    """True when an OLE file holds a workbook that Excel did not encrypt as a whole.

    Raises:
        RefusedError: it is protected, damaged, or larger than an xls file may be.
    """
    names = {parts[0].lower() for parts in _entries(path)}
    if _ENCRYPTED_PACKAGE in names:
        raise RefusedError(PROTECTED)
    return any(name in names for name in _WORKBOOKS)


def check_xls(path: Path, limits: Limits) -> None:
    """Refuse an old Excel workbook that is not safe to parse.

    Args:
        path: a file known to be one.
        limits: what it may ask for.

    Raises:
        RefusedError: with the code that says why.
    """
    if path.stat().st_size > limits.xls_bytes:
        raise RefusedError(OVERSIZED)
    if any(name.lower() in _MACRO_STORAGES for parts in _entries(path) for name in parts):
        raise RefusedError(MACROS)
    _check_records(_workbook_stream(path), limits)


def _entries(path: Path) -> list[list[str]]:
    """The streams and storages of the file, each by its way from the root."""
    import olefile  # noqa: PLC0415 - loaded when an old workbook is dropped

    _check_header(path)
    try:
        with olefile.OleFileIO(path) as ole:
            entries: list[list[str]] = ole.listdir(streams=True, storages=True)
    except _FAILURES:
        raise RefusedError(DAMAGED) from None
    return entries


def _check_header(path: Path) -> None:
    """Refuse a header that says there are more tables of sectors than the file has room for."""
    with path.open("rb") as file:
        head = file.read(_HEADER_BYTES)
    if len(head) < _HEADER_BYTES:
        raise RefusedError(DAMAGED)
    shift, *tables = _HEADER.unpack_from(head)
    room = path.stat().st_size >> shift if shift in _SECTOR_SHIFTS else -1
    if max(tables) > room:
        raise RefusedError(DAMAGED)


def _workbook_stream(path: Path) -> bytes:
    """The stream that holds the sheets."""
    import olefile  # noqa: PLC0415 - loaded when an old workbook is dropped

    try:
        with olefile.OleFileIO(path) as ole:
            name = next(name for name in _WORKBOOKS if ole.exists(name))
            stream: bytes = ole.openstream(name).read()
    except StopIteration:
        raise RefusedError(UNSUPPORTED) from None
    except _FAILURES:
        raise RefusedError(DAMAGED) from None
    return stream


def _check_records(stream: bytes, limits: Limits) -> None:
    """Look at every record of the workbook stream, and that every sheet begins where the list of sheets says.

    Raises:
        RefusedError: with the code that says why.
    """
    watch = _RecordWatch(limits)
    for at, kind, length in _records(stream):
        watch.record(at, kind, memoryview(stream)[at + _RECORD.size : at + _RECORD.size + length])
    watch.stream_ends()


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each record begins, its kind and the length of its body; noughts after the last are filling.

    Raises:
        RefusedError: a record runs out of the stream.
    """
    at = 0
    while at + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, at)
        if kind == 0 and not any(stream[at:]):
            return
        if at + _RECORD.size + length > len(stream):
            raise RefusedError(DAMAGED)
        yield at, kind, length
        at += _RECORD.size + length


class _RecordWatch:
    """Follows the records of a workbook stream as they go by."""

    def __init__(self, limits: Limits) -> None:
        self._bounds = GridBounds(limits)
        self._listed: set[int] = set()
        self._begun: set[int] = set()

    def record(self, at: int, kind: int, body: memoryview) -> None:
        """Judge one record; one too short for what it says it is cannot be read.

        Raises:
            RefusedError: with the code that says why.
        """
        try:
            if kind in _CELL_RECORDS:
                row, column = _CELL.unpack_from(body)
                self._bounds.hold(row + 1, column + 1)
            elif kind == _MANY_NUMBERS:
                row, _ = _CELL.unpack_from(body)
                (last,) = struct.unpack_from("<H", body, len(body) - 2)
                self._bounds.hold(row + 1, last + 1)
            else:
                self._frame(at, kind, body)
        except struct.error:
            raise RefusedError(DAMAGED) from None

    def _frame(self, at: int, kind: int, body: memoryview) -> None:
        """Judge a record that is no cell."""
        if kind in _BOF:
            self._begin(at)
        elif kind == _BOUND_SHEET_RECORD:
            self._list(body)
        elif kind == _FILE_PASS:
            raise RefusedError(PROTECTED)
        elif kind == _SUPPORTING_BOOK and body[2:4] not in _OWN_BOOKS:
            raise RefusedError(LINKED)

    def _begin(self, at: int) -> None:
        """A listed sheet closes the one before; charts that stand inside a sheet do not."""
        self._begun.add(at)
        if at in self._listed:
            self._bounds.next_sheet()

    def _list(self, body: memoryview) -> None:
        """Take note of where a sheet begins; sheets of macros are refused."""
        place, _, kind = _BOUND_SHEET.unpack_from(body)
        if kind == _MACRO_SHEET:
            raise RefusedError(MACROS)
        self._listed.add(place)

    def stream_ends(self) -> None:
        """Refuse a list of sheets that points anywhere else than at their beginnings."""
        if not self._listed or not self._listed <= self._begun:
            raise RefusedError(DAMAGED)
