"""What kind of file was dropped, told by its content and never by its name, before anything parses it.

Refuses what cannot be received safely or at all. Reading the cells belongs to `read_csv` and `read_workbook`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from assets.raw.encoding import head_of
from assets.raw.limits import LIMITS, Limits
from assets.raw.refusal import EMPTY, PROTECTED, UNSUPPORTED, RefusedError
from assets.raw.workbook_safety import check_workbook

FileKind = Literal["text", "xlsx", "xls", "ods"]

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK"
_PROTECTED_STREAM = "EncryptedPackage".encode("utf-16-le")
#: Starts of files that are text or not, but never a table: PDF, pictures, gzip, and web pages named .xls.
_NO_TABLES = (b"%pdf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"\x1f\x8b", b"<", b"{\\rtf")


def inspect_file(path: Path, limits: Limits = LIMITS) -> FileKind:
    """The kind of a dropped file, proved safe to hand to its reader.

    Args:
        path: the file.
        limits: what it may ask for.

    Returns:
        what its content is: text, or which kind of workbook.

    Raises:
        RefusedError: empty, protected, of a kind not read here, damaged, or asking for too much.
    """
    kind = kind_of(path)
    if kind == "xlsx":
        check_workbook(path, limits)
    return kind


def kind_of(path: Path) -> FileKind:
    """The kind of a file by its first bytes.

    Raises:
        RefusedError: empty, protected, or of a kind not read here.
    """
    head = head_of(path)
    if not head.strip():
        raise RefusedError(EMPTY)
    if head.startswith(_OLE):
        raise RefusedError(PROTECTED if _PROTECTED_STREAM in path.read_bytes() else UNSUPPORTED)
    if head.startswith(_ZIP):
        return "xlsx"
    if head.lstrip().lower().startswith(_NO_TABLES):
        raise RefusedError(UNSUPPORTED)
    return "text"
