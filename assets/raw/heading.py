"""What the rows at the top of a sheet say as headers: one row alone, or two where cells are merged.

Only the reading of cells belongs here; which extract the words are of is found in `assets.raw.header`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

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


def headings(sheet: Sheet) -> Iterator[Heading]:
    """The rows that may be the header, single rows first; a row of figures alone never is."""
    rows = [
        (int(row[0]), tuple(str(cell)[:LONGEST_HEADER] for cell in row[1:]))
        for row in sheet.grid.head(HEADER_WITHIN).itertuples(name=None)
    ]
    texts = [(sheet.name,), *(tuple(cell for cell in cells if cell) for _, cells in rows)]
    above = [tuple(text for line in texts[: place + 1] for text in line) for place in range(len(rows))]
    for place, (number, cells) in enumerate(rows):
        if _may_be_header(cells):
            yield Heading(number, 1, cells, tuple(map(header_forms, cells)), above[place])
    for place in range(1, len(rows)):
        (_, upper), (number, lower) = rows[place - 1], rows[place]
        if _may_be_header(upper) and _may_be_header(lower):
            yield _merged(number, upper, lower, above[place - 1])


def _may_be_header(cells: Sequence[str]) -> bool:
    """True when some cell says more than a number."""
    return any(form for cell in cells for form in header_forms(cell) if not form.isdecimal())


def _merged(number: int, upper: Sequence[str], lower: Sequence[str], above: tuple[str, ...]) -> Heading:
    """Two rows as one header: a cell merged downwards stands in the upper row, one merged across in its first column.

    A header below such a group is read with the group's words ("Date" below "Arrest" is the arrest date), then alone.
    """
    cells: list[str] = []
    readings: list[tuple[str, ...]] = []
    group = ""
    for over, under in zip(upper, lower, strict=True):
        if not under.strip():
            cells.append(over)
            readings.append(header_forms(over))
            group = "" if over.strip() else group
        else:
            group = over if over.strip() else group
            cells.append(under)
            readings.append((*_with_group(group, under), *header_forms(under)))
    return Heading(number, 2, tuple(cells), tuple(readings), above)


def _with_group(group: str, header: str) -> tuple[str, ...]:
    """A header in the words of its group and its own, in either order."""
    if not group.strip():
        return ()
    return (*header_forms(f"{group} {header}"), *header_forms(f"{header} {group}"))
