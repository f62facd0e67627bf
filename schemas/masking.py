"""Showing the shape of a cell without the cell, for fault lines."""

from __future__ import annotations

import string

LONGEST = 12
EMPTY = "(empty)"
_NOTHING = frozenset({"", "nan", "NaN", "NaT", "<NA>", "None"})


def shape_of(value: object) -> str:
    """The shape of a value: letters become A, digits 9, at most 12 characters; "(empty)" for nothing."""
    text = str(value).strip()
    if text in _NOTHING:
        return EMPTY
    shape = "".join(_shape(character) for character in text[: LONGEST + 1])
    return shape if len(shape) <= LONGEST else shape[: LONGEST - 1] + "\u2026"


def _shape(character: str) -> str:
    if character.isalpha():
        return "A"
    if character.isnumeric():
        return "9"
    if character in string.punctuation:
        return character
    return " " if character.isspace() else "?"
