"""Showing the shape of a value without the value.

What belongs here: `mask`, for fault lines, logs and metadata. Everything that quotes a cell goes through it.
"""

from __future__ import annotations

import string

LONGEST = 12
EMPTY = "(empty)"
_SHOWN = frozenset(string.punctuation)


def mask(value: object) -> str:
    """The shape of a value: letters become A, digits 9, at most 12 characters; "(empty)" for nothing.

    Enough to see what is wrong ("99/99/9999", "AAAA-99"), not enough to know whom it is about.
    """
    # NaN and NaT differ from themselves; pandas.NA refuses to say, so it is told by its text.
    text = "" if value is None else str(value).strip()
    if text in {"", "nan", "NaN", "NaT", "<NA>"}:
        return EMPTY
    shape = "".join(_shape(character) for character in text[: LONGEST + 1])
    return shape if len(shape) <= LONGEST else shape[: LONGEST - 1] + "\u2026"


def _shape(character: str) -> str:
    if character.isdecimal() or character.isnumeric():
        return "9"
    if character.isalpha():
        return "A"
    if character in _SHOWN:
        return character
    return " " if character.isspace() else "?"
