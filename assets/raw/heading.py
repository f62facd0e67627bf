"""What the rows at the top of a sheet say as headers: one row alone, or two where cells are merged.

Only the reading of cells belongs here; which extract the words are of is found in `assets.raw.header`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assets.raw.sheet import Sheet
from schemas.folding import header_forms, without_vintage

#: Titles, contact lines and blank rows may stand above the header, but not more than this.
HEADER_WITHIN = 40
#: Longer texts are sentences, not headers.
LONGEST_HEADER = 200


@dataclass(frozen=True)
class Heading:
    """One row, or two with merged cells, that may be the header.

    Attributes:
        number: number of the row in Excel, of the lower one of two.
        rows: how many rows it takes.
        cells: each column's header as it stands.
        readings: what each may be read as, folded, the nearest to its words first.
        above: the sheet's name and every text above.
    """

    number: int
    rows: int
    cells: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    above: tuple[str, ...]

    @cached_property
    def forms(self) -> frozenset[str]:
        """Everything that any of its cells may be read as."""
        forms = [form for reading in self.readings for form in reading]
        return frozenset(forms).union(map(without_vintage, forms))


@dataclass(frozen=True)
class _Row:
    """One row of the top: its number in Excel, its cells, what each may be read as, and what stands above it."""

    number: int
    cells: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    above: tuple[str, ...]

    def holds(self, known: Collection[str]) -> bool:
        """True when some cell may be read as one of these."""
        return any(form in known or without_vintage(form) in known for reading in self.readings for form in reading)


def headings(sheet: Sheet, known: Collection[str]) -> Iterator[Heading]:
    """The rows that may be the header, single rows first; a row of figures alone never is.

    Args:
        sheet: the sheet.
        known: folded headers that mean something: rows without any of them are passed over.
    """
    rows = [row for row in _top(sheet) if any(form for reading in row.readings for form in reading)]
    held = [row.holds(known) for row in rows]
    for row, holds in zip(rows, held, strict=True):
        if holds and _is_in_words(row):
            yield Heading(row.number, 1, row.cells, row.readings, row.above)
    for (upper, above_holds), (lower, holds) in pairwise(zip(rows, held, strict=True)):
        if (holds or above_holds) and lower.number == upper.number + 1 and _is_in_words(lower) and _is_in_words(upper):
            yield _merged(upper, lower)


def _top(sheet: Sheet) -> Iterator[_Row]:
    """The rows at the top of a sheet."""
    above: tuple[str, ...] = (sheet.name,)
    for row in sheet.grid.head(HEADER_WITHIN).itertuples(name=None):
        cells = tuple(str(cell)[:LONGEST_HEADER] for cell in row[1:])
        yield _Row(int(row[0]), cells, tuple(map(header_forms, cells)), above)
        above = (*above, *filter(None, cells))


def _is_in_words(row: _Row) -> bool:
    """True when some cell says more than a number."""
    return any(not form.isdecimal() for reading in row.readings for form in reading)


def _merged(upper: _Row, lower: _Row) -> Heading:
    """Two rows as one header: a cell merged downwards stands in the upper row, one merged across in its first column.

    A header below such a group is read with the group's words ("Date" below "Arrest" is the arrest date), then alone.
    """
    cells: list[str] = []
    readings: list[tuple[str, ...]] = []
    group = ""
    for place, (over, under) in enumerate(zip(upper.cells, lower.cells, strict=True)):
        if not under.strip():
            cells.append(over)
            readings.append(upper.readings[place])
            group = "" if over.strip() else group
        else:
            group = over if over.strip() else group
            cells.append(under)
            readings.append((*_with_group(group, under), *lower.readings[place]))
    return Heading(lower.number, 2, tuple(cells), tuple(readings), upper.above)


def _with_group(group: str, header: str) -> tuple[str, ...]:
    """A header in the words of its group and its own, in either order."""
    if not group.strip():
        return ()
    return (*header_forms(f"{group} {header}"), *header_forms(f"{header} {group}"))
