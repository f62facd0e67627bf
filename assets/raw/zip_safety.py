"""Files packed as a zip: what kind they are, and whether each part may be inflated and looked at.

Half a megabyte may inflate to gigabytes, and a directory may lie about it (ux-security.md 5.2). So every part is
bounded by what the directory says and by what really comes out, and streamed past a watch that keeps nothing. What a
sheet may say is judged by the watches of `workbook_safety` and `ods_safety`.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Literal
from xml.parsers import expat

from assets.raw.limits import Limits
from assets.raw.refusal import BINARY_WORKBOOK, DAMAGED, OVERSIZED, PACKED, PROTECTED, UNSAFE, UNSUPPORTED, RefusedError

_ENCRYPTED_FLAG = 0x1
_BLOCK = 1 << 18
#: No honest directory of parts is longer; zipfile would read one of gigabytes whole.
_DIRECTORY_BYTES = 4 << 20
#: A tag, comment or instruction longer than this is no table's.
_TOKEN_BYTES = 1 << 20
#: Elements within elements.
DEPTH = 256
#: Old comment drawings are often not well-formed, and hold no cells.
_NOT_WELL_FORMED = ".vml"
_MIMETYPE = "mimetype"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_XLSX_PART = "xl/workbook.xml"
_XLSB_PART = "xl/workbook.bin"
#: Parts that only a document has: Word, PowerPoint, Writer; not a folder somebody packed.
_DOCUMENT_PARTS = frozenset({"[content_types].xml", _MIMETYPE})
_FAILURES = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)


class Watch(ABC):
    """Looks at the tags of a workbook's parts as they go by, and keeps nothing but counts.

    Deep nesting and too many tags are refused here; what a tag means is judged by `element`.

    Attributes:
        elements_left: how many more tags there may be.
        depth: how many elements are open.
    """

    def __init__(self, elements: int) -> None:
        self.elements_left = elements
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note that an element begins.

        Raises:
            RefusedError: with the code that says why.
        """
        self.depth += 1
        self.elements_left -= 1
        if self.depth > DEPTH or self.elements_left < 0:
            raise RefusedError(OVERSIZED)
        self.element(name.rpartition(":")[2], attributes)

    def end(self, _: str) -> None:
        """Take note that an element ends."""
        self.depth -= 1

    @abstractmethod
    def element(self, name: str, attributes: dict[str, str]) -> None:
        """Judge one element, named without its prefix."""

    def part_ends(self) -> None:
        """Judge the part as a whole."""
        self.depth = 0


class _CautiousFile(io.BufferedReader):
    """An open file that refuses to hand out a directory of parts of unreasonable length."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as any file does, but never so much at once as no sound directory takes."""
        if size is not None and size > _DIRECTORY_BYTES:
            raise RefusedError(OVERSIZED)
        return super().read(size)


@contextmanager
def open_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip file, open; whatever is wrong with it is a refusal.

    Raises:
        RefusedError: the zip is damaged.
    """
    try:
        with _CautiousFile(io.FileIO(path)) as file, zipfile.ZipFile(file) as archive:
            yield archive
    except _FAILURES:
        raise RefusedError(DAMAGED) from None


def kind_of_zip(path: Path) -> Literal["xlsx", "ods"]:
    """The kind of workbook a zip file is, by its parts.

    Raises:
        RefusedError: it is no workbook read here, two at once, or damaged.
    """
    with open_zip(path) as archive:
        names = {name.lower() for name in archive.namelist()}
        is_ods = _MIMETYPE in names and _says_ods(archive)
    if _XLSX_PART in names:
        if is_ods or _XLSB_PART in names:
            raise RefusedError(UNSAFE)
        return "xlsx"
    if _XLSB_PART in names:
        raise RefusedError(BINARY_WORKBOOK)
    if not is_ods:
        raise RefusedError(UNSUPPORTED if names & _DOCUMENT_PARTS else PACKED)
    return "ods"


def _says_ods(archive: zipfile.ZipFile) -> bool:
    """True when the zip's own mark is that of an OpenDocument spreadsheet."""
    mark = next(part for part in archive.infolist() if part.filename.lower() == _MIMETYPE)
    if mark.flag_bits & _ENCRYPTED_FLAG:
        raise RefusedError(PROTECTED)
    with archive.open(mark) as stream:
        return stream.read(len(_ODS)) == _ODS


def check_directory(parts: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse by what the zip's own directory says of its parts.

    Raises:
        RefusedError: encrypted, named to lead out or to hide, or too large.
    """
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise RefusedError(PROTECTED)
    if len({part.filename.lower() for part in parts}) != len(parts) or any(_leads_out(part) for part in parts):
        raise RefusedError(UNSAFE)
    if len(parts) > limits.zip_entries or sum(part.file_size for part in parts) > limits.total_bytes:
        raise RefusedError(OVERSIZED)
    if any(_swells(part, limits) for part in parts):
        raise RefusedError(OVERSIZED)


def _leads_out(part: zipfile.ZipInfo) -> bool:
    """True when the part's name points outside the workbook, or the part is a link."""
    name = PurePosixPath(part.filename.replace("\\", "/"))
    is_link = stat.S_ISLNK(part.external_attr >> 16)
    return is_link or name.is_absolute() or ".." in name.parts or ":" in name.as_posix()


def _swells(part: zipfile.ZipInfo, limits: Limits) -> bool:
    """True when one part says it inflates to more than it may."""
    if part.file_size > limits.part_bytes:
        return True
    packed = max(part.compress_size, 1)
    return part.file_size > limits.ratio_floor_bytes and part.file_size / packed > limits.ratio


def elements_allowed(parts: Sequence[zipfile.ZipInfo], limits: Limits) -> int:
    """How many tags the markup of these parts may have, all together."""
    return limits.elements + limits.elements_a_byte * sum(part.compress_size for part in parts)


def pass_by(archive: zipfile.ZipFile, part: zipfile.ZipInfo, watch: Watch, limits: Limits) -> None:
    """Stream one part past a watch; a part that is no markup (a picture, a printer's settings) is let be.

    Raises:
        RefusedError: the watch refuses it, it declares entities, is no well-formed XML, or is not as large as the
            directory says.
    """
    # The size that the directory says would end the stream; what lies behind must be seen too.
    said, part.file_size = part.file_size, limits.part_bytes + 1
    try:
        with archive.open(part) as stream:
            _parse(stream, said, watch)
    except expat.ExpatError:
        if not part.filename.lower().endswith(_NOT_WELL_FORMED):
            raise RefusedError(DAMAGED) from None
    finally:
        part.file_size = said
    watch.part_ends()


def _parse(stream: IO[bytes], said: int, watch: Watch) -> None:
    """Feed a part's bytes to a parser, block by block."""
    block = stream.read(_BLOCK)
    if not _is_markup(block):
        return
    parser = _parser(watch)
    fed = 0
    while block:
        fed += len(block)
        if fed > said:
            raise RefusedError(OVERSIZED)
        parser.Parse(block)
        if fed - parser.CurrentByteIndex > _TOKEN_BYTES:
            raise RefusedError(OVERSIZED)
        block = stream.read(_BLOCK)
    parser.Parse(b"", True)


def _parser(watch: Watch) -> expat.XMLParserType:
    """A parser that hands its tags to the watch and refuses document types."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def _refuse_document_type(*_: object) -> None:
    """Refuse any document type: it is the only way to declare entities."""
    raise RefusedError(UNSAFE)


def _is_markup(block: bytes) -> bool:
    """True when a part begins as XML does, in whichever encoding, or with nothing but spaces yet."""
    begins = block.lstrip(b"\xef\xbb\xbf\xfe\xff\0 \t\r\n")
    return begins.startswith(b"<") or (bool(block) and not begins)
