"""Which encoding a text file is written in, judged by its bytes.

Only encodings that case systems and Excel really write are known: UTF-8, UTF-16, Windows-1252.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from assets.raw.refusal import UNSUPPORTED, RefusedError

HEAD_BYTES = 4096
_BLOCK = 1 << 20
#: In UTF-16 nearly every second byte of English text is nought; in no other text file is any.
_UTF16_SHARE = 0.3


def head_of(path: Path) -> bytes:
    """The first bytes of a file, enough to tell its kind."""
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def encoding_of(path: Path) -> str:
    """The Python name of the encoding of a text file.

    Raises:
        RefusedError: the file holds noughts as no text file does.
    """
    head = head_of(path)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        return _utf16_without_mark(head)
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig" if _decodes(path, "utf-8") else "cp1252"
    return "utf-8" if _decodes(path, "utf-8") else "cp1252"


def _utf16_without_mark(head: bytes) -> str:
    """UTF-16 by where the noughts stand, when no byte-order mark says so."""
    least = len(head) * _UTF16_SHARE
    if head[1::2].count(0) >= least and not head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) >= least and not head[1::2].count(0):
        return "utf-16-be"
    raise RefusedError(UNSUPPORTED)


def _decodes(path: Path, encoding: str) -> bool:
    """True when the whole file is valid in this encoding; holds one block at a time."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
