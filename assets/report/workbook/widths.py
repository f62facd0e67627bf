"""How wide text is in the workbook's typeface, so that no cell cuts its words off.

A spreadsheet measures columns in digits; Arial's letters are narrower or wider than its digits. The advance widths
below are Arial's own, in thousandths of the font size, rounded up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

DIGIT = 556
#: Characters by their advance width; what is not listed counts as a wide capital.
_BY_WIDTH = {
    222: "ijl'|",
    278: " ,./:;!ftI[]\\",
    333: "-()r`",
    500: "cksvxyzJ",
    556: "0123456789abdeghnopqu#$_?L£",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    944: "W%",
}
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters}
_OTHER = 778
#: Bold letters are wider; other programs' Arial stand-ins differ by a few per cent.
BOLD = 1.08
SAFETY = 1.04
_PIECES = re.compile(r"\S+?-(?=\S)|\S+\s*")


def digits_wide(text: str, *, bold: bool = False) -> float:
    """Width of a text in digits of the same size."""
    return _in_digits(_thousandths(text), bold=bold)


def _thousandths(text: str) -> int:
    return sum(_WIDTHS.get(character, _OTHER) for character in text)


def _in_digits(thousandths: int, *, bold: bool) -> float:
    return thousandths / DIGIT * SAFETY * (BOLD if bold else 1)


@lru_cache(maxsize=4096)
def lines(text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines a text breaks into in a column that many digits wide; a word that is too long breaks within."""
    return tuple(line for part in text.split("\n") for line in _broken(part, width, bold=bold))


def _broken(text: str, width: float, *, bold: bool) -> list[str]:
    done: list[str] = []
    line, taken = "", 0
    for piece in _pieces(text, width, bold=bold):
        if line and _in_digits(taken + _thousandths(piece.rstrip()), bold=bold) > width:
            done.append(line.rstrip())
            line, taken = "", 0
        line += piece
        taken += _thousandths(piece)
    return [*done, line.rstrip() or " "]


def _pieces(text: str, width: float, *, bold: bool) -> Iterator[str]:
    """What may stand on a line of its own: words, parts of a word after its hyphens, and so much of a long word."""
    for piece in _PIECES.findall(text):
        rest = piece
        while _in_digits(_thousandths(rest.rstrip()), bold=bold) > width and len(rest.rstrip()) > 1:
            fits = _fitting(rest, width, bold=bold)
            yield rest[:fits]
            rest = rest[fits:]
        yield rest


def _fitting(word: str, width: float, *, bold: bool) -> int:
    """How many characters of a word fit on one line; at least one."""
    taken = 0
    for place, character in enumerate(word):
        taken += _WIDTHS.get(character, _OTHER)
        if place and _in_digits(taken, bold=bold) > width:
            return place
    return len(word)
