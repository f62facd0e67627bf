"""Which row is the header, which extract it belongs to, which column is which: files are known by their headers.

Names of files and sheets decide nothing. Synonyms are in `schemas.raw`; here is only the matching.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from assets.raw.said import said_above
from assets.raw.sheet import Sheet, column_letter
from schemas.catalogue import header_names, meaning
from schemas.extract import Extract
from schemas.folding import fold_header, without_vintage

#: Titles, contact lines and blank rows may stand above the header, but not more than this.
HEADER_WITHIN = 20
#: A file with this share of an extract's required columns, and not more strange ones, is that extract with gaps.
NEAR_ENOUGH = 0.6
#: ...and with at least this many of them, or a page of notes would pass for a small extract.
NEAR_AT_LEAST = 3
#: Longer texts are sentences, not headers.
LONGEST_HEADER = 200


@dataclass(frozen=True, slots=True)
class Recognition:
    """How a sheet reads as one extract.

    Attributes:
        extract: the extract's name.
        header_row: number of the header row in Excel.
        columns: canonical column name -> position from 0.
        headers: canonical column name -> the header as it stands in the file.
        missing: required columns that no header means and the sheet does not say.
        unknown: positions of headers that mean no column of the extract.
        required: how many columns the extract requires.
        said: canonical column name -> its one value for the whole sheet, as the sheet's name or a row above the
            header says it.
    """

    extract: str
    header_row: int
    columns: Mapping[str, int]
    headers: Mapping[str, str]
    missing: tuple[str, ...]
    unknown: tuple[int, ...]
    required: int
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """True when nothing required is missing; of one or two common words, only where nothing strange is beside."""
        return not self.missing and (self.required >= NEAR_AT_LEAST or not self.unknown)

    @property
    def is_near(self) -> bool:
        """True when the sheet is this extract, whole or with columns missing."""
        found = self.required - len(self.missing)
        near = found >= max(NEAR_AT_LEAST, NEAR_ENOUGH * self.required, len(self.unknown))
        return self.is_whole or near

    @property
    def letters(self) -> dict[str, str]:
        """Canonical column name -> the letter Excel shows above it."""
        return {name: column_letter(position) for name, position in self.columns.items()}

    @property
    def merit(self) -> tuple[bool, int, int, int, int]:
        """Whole before broken, then most required columns, fewest unknown, most columns, highest row."""
        found = self.required - len(self.missing)
        return (self.is_whole, found, -len(self.unknown), len(self.columns), -self.header_row)


def recognise(sheet: Sheet, extracts: Sequence[Extract]) -> Recognition | None:
    """The extract this sheet holds, or None.

    Args:
        sheet: the sheet.
        extracts: every extract it could be.
    """
    best = nearest(sheet, extracts)
    return best if best is not None and best.is_near else None


def nearest(sheet: Sheet, extracts: Sequence[Extract]) -> Recognition | None:
    """The extract whose columns most of the sheet's headers mean; None when no header means anything."""
    known = _known(tuple(extracts))
    matches = [
        _match(extract, names, row)
        for row in _head_rows(sheet)
        for extract, names in known
        if not names.keys().isdisjoint(row.forms)
    ]
    return max(matches, key=lambda match: match.merit, default=None)


@lru_cache(maxsize=8)
def _known(extracts: tuple[Extract, ...]) -> tuple[tuple[Extract, Mapping[str, str]], ...]:
    """Each extract with the headers that mean something in it."""
    return tuple((extract, header_names(extract)) for extract in extracts)


@dataclass(frozen=True)
class _HeadRow:
    """A row that may be the header: its number in Excel, its cells, the cells folded, and the texts above it.

    `forms` are the folded cells together with what else they may be read as.
    """

    number: int
    cells: tuple[str, ...]
    folded: tuple[str, ...]
    above: tuple[str, ...]

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset(self.folded).union(map(without_vintage, self.folded))


def _head_rows(sheet: Sheet) -> Iterator[_HeadRow]:
    """The rows that may be the header: a row of figures alone never is."""
    above: list[str] = [sheet.name]
    for row in sheet.grid.head(HEADER_WITHIN).itertuples(name=None):
        cells = tuple(str(cell) for cell in row[1:])
        folded = tuple(fold_header(cell[:LONGEST_HEADER]) for cell in cells)
        if any(text and not text.isdecimal() for text in folded):
            yield _HeadRow(int(row[0]), cells, folded, tuple(above))
        above += [cell for cell in cells if cell]


def _match(extract: Extract, names: Mapping[str, str], row: _HeadRow) -> Recognition:
    """How one row reads as the header of one extract."""
    places = _places(names, row.folded)
    required = [column.name for column in extract.columns if column.required]
    said = said_above(extract, places, row.above)
    ordered = {column.name: places[column.name] for column in extract.columns if column.name in places}
    taken = set(ordered.values())
    return Recognition(
        extract=extract.name,
        header_row=row.number,
        columns=ordered,
        headers={name: row.cells[position].strip() for name, position in ordered.items()},
        missing=tuple(name for name in required if name not in ordered and name not in said),
        unknown=tuple(place for place, text in enumerate(row.folded) if text and place not in taken),
        required=len(required),
        said=said,
    )


def _places(names: Mapping[str, str], folded: Sequence[str]) -> dict[str, int]:
    """Canonical name -> position; a column's own name goes before its synonyms, the left one before the right."""
    places: dict[str, int] = {}
    own: set[str] = set()
    for position, text in enumerate(folded):
        name = meaning(names, text) if text else ""
        is_own = bool(name) and text == fold_header(name)
        if name and (name not in places or (is_own and name not in own)):
            places[name] = position
            if is_own:
                own.add(name)
    return places
