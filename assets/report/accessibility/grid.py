"""The cells of one sheet, gone through once and kept by kind: a sheet of 40,000 rows has a few hundred kinds.

Cells are read with a pattern that has to cover the sheet's data to the last byte; a general parser takes four times
as long. Data in any other shape are refused, never skipped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from assets.report.accessibility.addresses import Area, column_number
from assets.report.accessibility.xml_tree import tree_of

_TOKEN = re.compile(
    rb'<c r="(([A-Z]+)\d+)"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(?:<v>([^<]*)</v>)?(.*?)</c>)'
    rb"|<row ([^>]*)>|</row>|\s+",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
#: Region of cells that are in no table.
OUTSIDE = -1


class Kind(NamedTuple):
    """What cells have in common that the checks cannot tell apart.

    Attributes:
        table: position of the table whose rows they stand in; -1 for none.
        header: they stand in its header row.
        column: their column, from one.
        look: number of their look.
        text: the text, None for numbers and empty cells.
        height: height of the row in points, 0 where it is left to Excel.
    """

    table: int
    header: bool
    column: int
    look: int
    text: str | None
    height: float


class Span(NamedTuple):
    """The numbers of one kind: where the longest stands, the least and the most.

    Attributes:
        row: row of the first.
        least: the least number.
        most: the largest number.
    """

    row: int
    least: float
    most: float


@dataclass(slots=True)
class Grid:
    """The cells of one sheet.

    Attributes:
        texts: first row of each kind of text.
        numbers: the numbers of each kind.
        empty: first row of each kind of cell that is formatted and holds nothing.
        filled: the columns filled in each row, as bits (bit 1 is column A).
        hidden_rows: rows that are hidden.
        formulas: addresses of cells that are left to be calculated.
        errors: addresses of cells that hold an error.
        found: texts of the cells asked for.
    """

    texts: dict[Kind, int] = field(default_factory=dict)
    numbers: dict[Kind, Span] = field(default_factory=dict)
    empty: dict[Kind, int] = field(default_factory=dict)
    filled: dict[int, int] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)


def grid_of(data: bytes, strings: Sequence[str], tables: Sequence[Area], wanted: frozenset[str]) -> Grid:
    """Go through a sheet's data.

    Args:
        data: what stands between the sheet's sheetData tags.
        strings: the workbook's shared texts.
        tables: ranges of the sheet's tables, header row included.
        wanted: addresses whose text is to be kept.

    Raises:
        ValueError: the data are not in the shape our writer gives them.
    """
    reader = _Reader(strings, tables, wanted)
    scanner = _TOKEN.scanner(data)  # type: ignore[attr-defined] # typeshed does not know it
    match: re.Match[bytes] | None = None
    for match in iter(scanner.match, None):
        ref, letters, look, kind, value, rest, row = match.groups()
        if value is not None and not rest:
            reader.value(ref, letters, look, kind, value)
        elif ref:
            reader.other(ref, letters, look, kind, rest)
        elif row is not None:
            reader.row(row)
    if (match.end() if match else 0) != len(data):
        raise ValueError("The cells of a sheet are not in the shape our writer gives them.")
    reader.close()
    return reader.grid


class _Reader:
    """Follows the rows and cells of a sheet as they go by."""

    def __init__(self, strings: Sequence[str], tables: Sequence[Area], wanted: frozenset[str]) -> None:
        self.grid = Grid()
        self._strings = strings
        self._blank = frozenset(str(number).encode() for number, text in enumerate(strings) if not text.strip())
        self._tables = tables
        self._wanted = frozenset(ref.encode() for ref in wanted)
        self._row, self._mask = 0, 0
        self._place: tuple[int, bool, float] = (OUTSIDE, False, 0.0)
        self._known: dict[tuple[int, bool, float], _Known] = {}
        self._here = _Known()

    def row(self, given: bytes) -> None:
        """A row begins: which table it is of, and how high it is."""
        self.close()
        attributes = dict(_ATTRIBUTE.findall(given))
        self._row, self._mask = int(attributes[b"r"]), 0
        if attributes.get(b"hidden") == b"1":
            self.grid.hidden_rows.append(self._row)
        self._place = (*self._table_here(), float(attributes.get(b"ht", 0)))
        self._here = self._known.setdefault(self._place, _Known())

    def close(self) -> None:
        """The row that is open ends."""
        if self._row:
            self.grid.filled[self._row] = self._mask

    def value(self, ref: bytes, letters: bytes, look: bytes | None, kind: bytes | None, value: bytes) -> None:
        """A cell that holds a value: a shared text, a number, or what a formula left."""
        self._mask |= _bit(letters)
        if kind == b"s":
            if (key := (letters, look, value)) not in self._here.texts:
                self._here.texts.add(key)
                self._text(letters, look, value)
            if value in self._blank:
                self._mask ^= _bit(letters)
            if ref in self._wanted:
                self.grid.found[ref.decode()] = self._strings[int(value)]
        elif kind in {None, b"n"}:
            self._number((letters, look), float(value))
        else:
            (self.grid.errors if kind == b"e" else self.grid.formulas).append(ref.decode())

    def other(self, ref: bytes, letters: bytes, look: bytes | None, kind: bytes | None, rest: bytes | None) -> None:
        """A cell that holds nothing, a text of its own, or a formula."""
        words = tree_of(b"<c>%s</c>" % rest).words() if rest and kind == b"inlineStr" else ""
        if not rest or (kind == b"inlineStr" and not words.strip()):
            self.grid.empty.setdefault(self._kind(letters, look, None), self._row)
            return
        self._mask |= _bit(letters)
        if words:
            self.grid.texts.setdefault(self._kind(letters, look, words), self._row)
        else:
            self.grid.formulas.append(ref.decode())

    def _table_here(self) -> tuple[int, bool]:
        """Position of the table the row is of, and whether it is its header."""
        for position, area in enumerate(self._tables):
            if area.top <= self._row <= area.bottom:
                return position, self._row == area.top
        return OUTSIDE, False

    def _kind(self, letters: bytes, look: bytes | None, text: str | None) -> Kind:
        table, header, height = self._place
        return Kind(table, header, column_number(letters.decode()), int(look or 0), text, height)

    def _text(self, letters: bytes, look: bytes | None, value: bytes) -> None:
        kind = self._kind(letters, look, self._strings[int(value)])
        (self.grid.empty if value in self._blank else self.grid.texts).setdefault(kind, self._row)

    def _number(self, key: tuple[bytes, bytes | None], value: float) -> None:
        span = self._here.numbers.get(key)
        if span is not None and span.least <= value <= span.most:
            return
        row, least, most = span or (self._row, value, value)
        span = self._here.numbers[key] = Span(row, min(least, value), max(most, value))
        self.grid.numbers[self._kind(*key, None)] = span


@dataclass(slots=True)
class _Known:
    """What was met in rows of one table and height already."""

    texts: set[tuple[bytes, bytes | None, bytes]] = field(default_factory=set)
    numbers: dict[tuple[bytes, bytes | None], Span] = field(default_factory=dict)


@cache
def _bit(letters: bytes) -> int:
    return 1 << column_number(letters.decode())
