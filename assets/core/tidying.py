"""What is taken off a cell before it is read: spaces, characters that do not show, Excel's marks, another typeface.

One function a kind of cell: a text keeps its dashes and lines, an identifier its inner spaces, a value nothing that
could make one spelling into two. None of them changes what a cell says, and tidying twice changes nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from assets.core.reading import EXCEL_MARKS, TRIMMED, TYPESET
from schemas.folding import plain_characters

#: Control characters that are no space, zero-width characters, byte-order marks, soft hyphens, marks of direction.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_ODD_SPACE = re.compile(r"[^\S\r\n\t ]")
_SPACES = re.compile(r"\s+")
#: Printable characters of the keyboard, single spaces, none of Excel's marks in front: nearly every cell.
_BARE = re.compile(r"[!\"#-&(-<>-~]+(?: [!-~]+)*")
#: An apostrophe before the cell, or ="..." around it: how Excel is told that figures are text.
_MARKED = re.compile(r"'+(.*)|=\"([^\"]*)\"", re.DOTALL)


class Tidied(NamedTuple):
    """A cell's text, tidied.

    Attributes:
        text: what is left.
        repairs: codes of what was done.
    """

    text: str
    repairs: tuple[str, ...] = ()


Tidier = Callable[[str], Tidied]


def tidy_text(text: str) -> Tidied:
    """Free text without characters that do not show, each odd space a space, trimmed."""
    if text.isascii() and text.isprintable():  # nearly every cell: the blank is its only space
        tidy = text.strip()
    else:
        tidy = _ODD_SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
    return Tidied(tidy, () if tidy == text else (TRIMMED,))


def tidy_id(text: str) -> Tidied:
    """An identifier, its characters the plain ones, without the marks that keep its noughts in Excel."""
    trimmed, repairs = tidy_text(text)
    plain = plain_characters(trimmed)
    if plain != trimmed:
        plain = tidy_text(plain).text
    bare = _unmarked(plain)
    done = ((TYPESET, plain != trimmed), (EXCEL_MARKS, bare != plain))
    return Tidied(bare, (*repairs, *(code for code, was_done in done if was_done)))


def tidy_value(text: str) -> Tidied:
    """Any other value: as an identifier, with one space where several or a line's end stood."""
    if _BARE.fullmatch(text):
        return Tidied(text)
    tidy, repairs = tidy_id(text)
    single = _SPACES.sub(" ", tidy)
    return Tidied(single, repairs if single == tidy or TRIMMED in repairs else (TRIMMED, *repairs))


def _unmarked(text: str) -> str:
    """The text without Excel's marks, as often as they were put on."""
    while match := _MARKED.fullmatch(text):
        text = (match[1] if match[2] is None else match[2]).strip()
    return text
