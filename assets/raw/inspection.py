"""What kind of file was dropped, told by its content and never by its name, before anything parses it.

Refuses what cannot be received safely or at all. Reading the cells belongs to `read_csv` and `read_workbook`.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Literal

from assets.raw.encoding import head_of
from assets.raw.limits import LIMITS, Limits
from assets.raw.ods_safety import check_ods
from assets.raw.refusal import EMPTY, MARKUP, PACKED, PROTECTED, UNSUPPORTED, RefusedError
from assets.raw.text_safety import check_text
from assets.raw.workbook_safety import check_workbook
from assets.raw.xls_safety import OLE, check_xls, is_excel
from assets.raw.zip_safety import kind_of_zip

FileKind = Literal["text", "xlsx", "xls", "ods", "parquet"]

_PARQUET = b"PAR1"
_PARQUET_PROTECTED = b"PARE"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
#: gzip, 7-Zip, RAR, bzip2, xz.
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"rar!\x1a\x07", b"bzh", b"\xfd7zxz\0")
#: Starts of files that are text or not, but never a table: PDF, pictures, rich text.
_NO_TABLES = (b"%pdf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"{\\rtf")
_CHECKS = {"text": check_text, "xlsx": check_workbook, "xls": check_xls, "ods": check_ods}


def inspect_file(path: Path, limits: Limits = LIMITS) -> FileKind:
    """The kind of a dropped file, proved safe to hand to its reader.

    Args:
        path: the file.
        limits: what it may ask for.

    Returns:
        "text", or the format of the workbook.

    Raises:
        RefusedError: empty, protected, of a kind not read here, damaged, or asking for too much.
    """
    kind = kind_of(path)
    if kind in _CHECKS:
        _CHECKS[kind](path, limits)
    return kind


def kind_of(path: Path) -> FileKind:
    """The kind of a file by its first bytes; of a zip or OLE file, by what is inside.

    Raises:
        RefusedError: empty, protected, or of a kind not read here.
    """
    head = head_of(path)
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise RefusedError(EMPTY)
    if head.startswith(OLE):
        return _excel(path)
    if head.startswith(_ZIPS):
        return kind_of_zip(path)
    if head.startswith(_PARQUET):
        return "parquet"
    if head.startswith(_PARQUET_PROTECTED) and _tail_of(path) == _PARQUET_PROTECTED:
        # It ends as it begins; a sheet of which the first header is PARENTING_ID does not.
        raise RefusedError(PROTECTED)
    _refuse_other_kinds(head.removeprefix(codecs.BOM_UTF8).lstrip().lower())
    return "text"


def _tail_of(path: Path) -> bytes:
    """The file's last four bytes, where Parquet says once more what it is."""
    with path.open("rb") as file:
        file.seek(-len(_PARQUET_PROTECTED), 2)
        return file.read()


def _excel(path: Path) -> FileKind:
    """The kind of an OLE file."""
    if not is_excel(path):
        raise RefusedError(UNSUPPORTED)
    return "xls"


def _refuse_other_kinds(head: bytes) -> None:
    """Refuse what is neither a table nor a workbook by how it begins, in small letters."""
    if head.startswith(_PACKED):
        raise RefusedError(PACKED)
    if head.startswith(b"<"):
        raise RefusedError(MARKUP)
    if head.startswith(_NO_TABLES):
        raise RefusedError(UNSUPPORTED)
