"""Error cells and percentages of an xls workbook, read from its records; see `assets.raw.shown`.

Records and their layout are those of [MS-XLS]: number and length, two bytes each, then the content.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from assets.raw.shown import Shown, is_percent

_STREAMS = ("Workbook", "Book")
_BOF, _EOF, _BOUNDSHEET, _FORMAT, _XF = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_FORMULA, _NUMBER, _RK, _MULRK, _BOOLERR = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
#: Records that hold one number and say, at bytes 4 and 5, in which style it is shown.
_NUMBERS = frozenset({_FORMULA, _NUMBER, _RK})
#: The version whose texts are Unicode.
_UNICODE = 0x0600
_OWN_PERCENT = frozenset({9, 10})
_ERRORS: Mapping[int, str] = MappingProxyType(
    {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
)

Record = tuple[int, bytes]


def shown_in_xls(path: str) -> Sequence[Shown]:
    """The error cells and percentages of each sheet, sheets in the order of the workbook.

    Raises:
        ValueError: the file is not built as an xls is.
    """
    book = _book(path)
    try:
        opening = list(_records(book, 0))
        percent = _percent_styles(opening)
        places = [struct.unpack_from("<I", content)[0] for kind, content in opening if kind == _BOUNDSHEET]
        return [_shown(book, place, percent) for place in places]
    except (struct.error, IndexError) as error:
        raise ValueError("A record of the workbook is cut short.") from error


def _book(path: str) -> bytes:
    """The stream of records inside the file."""
    import olefile  # noqa: PLC0415 - only for xls

    with olefile.OleFileIO(path) as ole:
        for name in _STREAMS:
            if ole.exists(name):
                stream: bytes = ole.openstream(name).read()
                return stream
    raise ValueError("There is no workbook in the file.")


def _records(book: bytes, place: int) -> Iterator[Record]:
    """The records of one part (the workbook's own, or a sheet), without those of charts inside it."""
    depth = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _percent_styles(opening: Sequence[Record]) -> frozenset[int]:
    """The numbers of the cell styles that show a percentage."""
    is_unicode = struct.unpack_from("<H", opening[0][1])[0] >= _UNICODE if opening else False
    formats = [content for kind, content in opening if kind == _FORMAT]
    percent = {_number(one) for one in formats if is_percent(_format_text(one, is_unicode=is_unicode))} | _OWN_PERCENT
    styles = [_number(content[2:]) for kind, content in opening if kind == _XF]
    return frozenset(place for place, number in enumerate(styles) if number in percent)


def _format_text(content: bytes, *, is_unicode: bool) -> str:
    """The text of a number format."""
    if not is_unicode:
        return content[3:].decode("cp1252", errors="replace")
    return content[5:].decode("utf-16-le" if content[4] & 1 else "latin-1", errors="replace")


def _shown(book: bytes, place: int, percent: frozenset[int]) -> Shown:
    """One sheet's cells."""
    shown = Shown()
    for kind, content in _records(book, place):
        error = _error_of(kind, content)
        if error is not None:
            shown.errors[_address(content)] = error
        elif kind in _NUMBERS and _number(content[4:]) in percent:
            shown.percentages.add(_address(content))
        elif kind == _MULRK:
            shown.percentages.update(_percentages_of_several(content, percent))
    return shown


def _error_of(kind: int, content: bytes) -> str | None:
    """What an error cell shows: one typed in, or the result of a formula."""
    if kind == _BOOLERR and content[7]:
        return _ERRORS.get(content[6], "#ERROR")
    if kind == _FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:  # noqa: PLR2004 - 2 is an error
        return _ERRORS.get(content[8], "#ERROR")
    return None


def _percentages_of_several(content: bytes, percent: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Percentages among numbers that stand side by side in one record: style and number, six bytes each."""
    row, first = _address(content)
    for place in range((len(content) - 6) // 6):
        if _number(content[4 + 6 * place :]) in percent:
            yield row, first + place


def _address(content: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", content)
    return row, column


def _number(content: bytes) -> int:
    number: int = struct.unpack_from("<H", content)[0]
    return number
