"""Addresses of cells: letters to numbers and back, ranges to their corners."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_RANGE = re.compile(r"^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$")
_LETTERS = 26


class Area(NamedTuple):
    """A range of cells, both ends in it, counted from one.

    Attributes:
        left: its first column.
        top: its first row.
        right: its last column.
        bottom: its last row.
    """

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, other: Area) -> bool:
        """True when the other lies wholly in it."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Area) -> bool:
        """True when they share a cell."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )


@cache
def column_number(letters: str) -> int:
    """Number of a column, from one: "A" is 1, "AA" is 27."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


@cache
def letters_of(column: int) -> str:
    """Letters of a column counted from one."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(column: int, row: int) -> str:
    """Address of a cell, e.g. "B12"."""
    return f"{letters_of(column)}{row}"


def area_of(ref: str) -> Area | None:
    """The range an address names, None where it names none."""
    match = _RANGE.match(ref)
    if match is None:
        return None
    left, top = column_number(match[1]), int(match[2])
    return Area(left, top, column_number(match[3]) if match[3] else left, int(match[4]) if match[4] else top)


def place_of(formula: str) -> tuple[str, Area] | None:
    """Sheet and range of a reference such as 'Risk register'!$A$2:$A$9, None where it is none."""
    sheet, mark, ref = formula.rpartition("!")
    area = area_of(ref)
    if not mark or area is None:
        return None
    if sheet.startswith("'") and sheet.endswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, area
