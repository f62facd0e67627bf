"""Which encoding a text file is written in, judged by its bytes, and whether its quotes can be paired.

Only encodings that case systems and Excel really write are known: UTF-8, UTF-16, Windows-1252.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assets.raw.refusal import UNSUPPORTED, RefusedError

HEAD_BYTES = 4096
_BLOCK = 1 << 20
#: In UTF-16 nearly every second byte of English text is nought; in no other text file is any.
_UTF16_SHARE = 0.3
#: The other bytes of it are noughts only in a letter here and there: so many times more stand in every second place.
_UTF16_TIMES = 5


@dataclass(frozen=True, slots=True)
class TextAbout:
    """What one pass over a text file tells of it.

    Attributes:
        encoding: the Python name of its encoding.
        is_paired: every quote can have its partner; False: one may be left open.
    """

    encoding: str
    is_paired: bool


def head_of(path: Path) -> bytes:
    """The first bytes of a file, enough to tell its kind."""
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def text_about(path: Path) -> TextAbout:
    """The encoding of a text file, and its quotes; holds one block of the file at a time.

    Raises:
        RefusedError: the file holds noughts as no text file does.
    """
    wide = _wide_encoding(head_of(path))
    return _about_bytes(path) if wide is None else _about_wide(path, wide)


def _wide_encoding(head: bytes) -> str | None:
    """The kind of UTF-16 a file is written in, if any."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return _utf16_without_mark(head) if b"\0" in head else None


def _utf16_without_mark(head: bytes) -> str:
    """UTF-16 by where the noughts stand, when no byte-order mark says so."""
    least = len(head) * _UTF16_SHARE
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd >= max(least, even * _UTF16_TIMES):
        return "utf-16-le"
    if even >= max(least, odd * _UTF16_TIMES):
        return "utf-16-be"
    raise RefusedError(UNSUPPORTED)


def _about_wide(path: Path, encoding: str) -> TextAbout:
    """A file in UTF-16: its quotes are counted as characters, since their byte is part of others too."""
    quotes = 0
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        while block := file.read(_BLOCK):
            if "\0" in block:
                raise RefusedError(UNSUPPORTED)
            quotes += block.count('"')
    return TextAbout(encoding, quotes % 2 == 0)


def _about_bytes(path: Path) -> TextAbout:
    """A file of one byte a character, or UTF-8 where all of it is valid in that."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    quotes = 0
    is_utf8 = True
    for block in _blocks(path):
        if b"\0" in block:
            raise RefusedError(UNSUPPORTED)
        quotes += block.count(b'"')
        is_utf8 = is_utf8 and _decodes(decoder, block)
    return TextAbout("utf-8-sig" if is_utf8 else "cp1252", quotes % 2 == 0)


def _blocks(path: Path) -> Iterator[bytes]:
    """The file block by block, the last one empty."""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block
    yield b""


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    """True when the text goes on validly; an empty block is its end."""
    try:
        decoder.decode(block, final=not block)
    except UnicodeDecodeError:
        return False
    return True
