"""Is a workbook safe to parse? Its zip directory and its cell addresses, looked at before any grid is built.

A 4.8 kB workbook with one cell at XFD1048576 aborts the reader's process; half a megabyte may inflate to gigabytes
(ux-security.md 5.2). So every part is bounded, and every XML part is streamed past a watch on its addresses.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from xml.parsers import expat

from assets.raw.limits import Limits
from assets.raw.refusal import DAMAGED, OVERSIZED, PROTECTED, UNSAFE, UNSUPPORTED, RefusedError
from assets.raw.sheet import column_letter

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_ENCRYPTED_FLAG = 0x1
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_BLOCK = 1 << 18
#: Elements that give a cell a value, a text or a formula.
_CONTENT = frozenset({"v", "is", "f"})
#: Old comment drawings are often not well-formed, and hold no cells.
_NOT_WELL_FORMED = ".vml"
#: What only an Excel workbook of the present format has (not xlsb, ods or a zip of other files).
_WORKBOOK = "xl/workbook.xml"
#: Names that make a workbook refused wherever they stand: macros, and links to other files.
_REFUSED_PARTS = ("vbaproject.bin", "externallinks/")


def check_workbook(path: Path, limits: Limits) -> None:
    """Refuse a zip file that is no workbook or not safe to parse.

    Args:
        path: a file that begins as a zip does.
        limits: what it may ask for.

    Raises:
        RefusedError: with the code that says why.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_directory(parts, limits)
            if _WORKBOOK not in {part.filename.lower() for part in parts}:
                raise RefusedError(UNSUPPORTED)
            for part in parts:
                _check_addresses(archive, part, limits)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        raise RefusedError(DAMAGED) from None


def _check_directory(parts: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse by what the zip's own directory says of its parts."""
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise RefusedError(PROTECTED)
    if len({part.filename for part in parts}) != len(parts) or any(_leads_out(part) for part in parts):
        raise RefusedError(UNSAFE)
    if len(parts) > limits.zip_entries or sum(part.file_size for part in parts) > limits.total_bytes:
        raise RefusedError(OVERSIZED)
    if any(_swells(part, limits) for part in parts):
        raise RefusedError(OVERSIZED)
    if any(refused in part.filename.lower() for part in parts for refused in _REFUSED_PARTS):
        raise RefusedError(UNSAFE)


def _leads_out(part: zipfile.ZipInfo) -> bool:
    """True when the part's name points outside the workbook."""
    name = PurePosixPath(part.filename.replace("\\", "/"))
    return name.is_absolute() or ".." in name.parts or ":" in name.as_posix()


def _swells(part: zipfile.ZipInfo, limits: Limits) -> bool:
    """True when one part inflates to more than it may."""
    if part.file_size > limits.part_bytes:
        return True
    packed = max(part.compress_size, 1)
    return part.file_size > limits.ratio_floor_bytes and part.file_size / packed > limits.ratio


def _check_addresses(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> None:
    """Stream one XML part past the watch.

    Raises:
        RefusedError: a cell lies too far out, the part declares entities, or is not well-formed.
    """
    with archive.open(part) as stream:
        block = stream.read(_BLOCK)
        if not _is_markup(block):
            return
        parser = _watched_parser(limits)
        try:
            while block:
                parser.Parse(block)
                block = stream.read(_BLOCK)
            parser.Parse(b"", True)
        except expat.ExpatError:
            if not part.filename.lower().endswith(_NOT_WELL_FORMED):
                raise RefusedError(DAMAGED) from None


def _is_markup(block: bytes) -> bool:
    """True when a part begins as XML does, in whichever encoding."""
    return block.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n").startswith(b"<")


def _watched_parser(limits: Limits) -> XMLParserType:
    """A parser that refuses document types and far cells and keeps nothing."""
    parser = expat.ParserCreate()
    watch = _AddressWatch(limits)
    parser.StartElementHandler = watch.element
    parser.StartDoctypeDeclHandler = watch.document_type
    return parser


class _AddressWatch:
    """Follows the rows and cells of a sheet as they go by, whether or not they say their address.

    A cell far out is refused only when it holds something: workbooks with whole rows formatted are common, and the
    reader lets such empty cells be.
    """

    def __init__(self, limits: Limits) -> None:
        self._rows = limits.xlsx_rows
        self._near = {column_letter(position): position + 1 for position in range(limits.columns)}
        self._row = 0
        self._row_text = "0"
        self._column = 0

    def element(self, name: str, attributes: dict[str, str]) -> None:
        """Judge one element by its local name."""
        local = name.rpartition(":")[2]
        if local == "c":
            address = attributes.get("r")
            self._column = self._column + 1 if address is None else self._column_of(address)
        elif local in _CONTENT:
            self._judge()
        elif local == "row":
            number = attributes.get("r")
            self._start_row(int(number) if number else self._row + 1)

    def document_type(self, *_: object) -> None:
        """Refuse any document type: it is the only way to declare entities."""
        raise RefusedError(UNSAFE)

    def _judge(self) -> None:
        if self._column > len(self._near) or self._row > self._rows:
            raise RefusedError(OVERSIZED)

    def _start_row(self, number: int) -> None:
        self._row = number
        self._row_text = str(number)
        self._column = 0

    def _column_of(self, address: str) -> int:
        """Column of an address, from 1; a row other than the one we are in is taken note of."""
        if address.endswith(self._row_text):
            near = self._near.get(address[: -len(self._row_text)])
            if near is not None:
                return near
        match = _ADDRESS.fullmatch(address)
        if match is None:
            raise RefusedError(UNSAFE)
        self._start_row(int(match[2]))
        return self._near.get(match[1].upper(), len(self._near) + 1)
