"""Which row is the header, which extract it belongs to, which column is which: files are known by their headers.

Names of files and sheets decide nothing. Synonyms are in `schemas.raw`; here is only the matching.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assets.raw.heading import Heading, headings
from assets.raw.said import said_above
from assets.raw.sheet import Sheet, column_letter
from schemas.catalogue import header_names, meaning
from schemas.extract import Extract
from schemas.folding import fold_header

#: A file with this share of an extract's required columns, and not more strange ones, is that extract with gaps.
NEAR_ENOUGH = 0.6
#: ...and with at least this many of them, or a page of notes would pass for a small extract.
NEAR_AT_LEAST = 3
_NO_MEANING = 99


@dataclass(frozen=True, slots=True)
class Recognition:
    """How a sheet reads as one extract.

    Attributes:
        extract: the extract's name.
        header_row: number of the header row in Excel, of the lower one of two.
        columns: canonical column name -> position from 0.
        headers: canonical column name -> the header as it stands in the file.
        missing: required columns that no header means and the sheet does not say.
        unknown: positions of headers that mean no column of the extract.
        required: how many columns the extract requires.
        said: canonical column name -> its one value for the whole sheet, as the sheet's name or a row above the
            header says it.
        header_rows: how many rows the header takes.
    """

    extract: str
    header_row: int
    columns: Mapping[str, int]
    headers: Mapping[str, str]
    missing: tuple[str, ...]
    unknown: tuple[int, ...]
    required: int
    said: Mapping[str, str] = field(default_factory=dict)
    header_rows: int = 1

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
    words = _words(tuple(extracts))
    best: Recognition | None = None
    for row in headings(sheet, words):
        for extract, names in known:
            if names.keys().isdisjoint(row.forms) or (best and _at_most(extract, names, row) < best.merit[:2]):
                continue
            match = _match(extract, names, row)
            best = match if best is None or match.merit > best.merit else best
    return best


def _at_most(extract: Extract, names: Mapping[str, str], row: Heading) -> tuple[bool, int]:
    """The most that the merit of a heading can begin with, found far sooner: whole or not, required columns."""
    meant = {names[form] for form in row.forms & names.keys()}
    required = [column for column in extract.columns if column.required]
    found = sum(column.name in meant or column.said is not None for column in required)
    return found == len(required), found


@lru_cache(maxsize=8)
def _known(extracts: tuple[Extract, ...]) -> tuple[tuple[Extract, Mapping[str, str]], ...]:
    """Each extract with the headers that mean something in it."""
    return tuple((extract, header_names(extract)) for extract in extracts)


@lru_cache(maxsize=8)
def _words(extracts: tuple[Extract, ...]) -> frozenset[str]:
    """Every header that means something in some extract, folded."""
    return frozenset(word for _, names in _known(extracts) for word in names)


def _match(extract: Extract, names: Mapping[str, str], row: Heading) -> Recognition:
    """How one heading reads as the header of one extract."""
    meanings = [_meaning(names, reading) for reading in row.readings]
    places = _places(meanings)
    required = [column.name for column in extract.columns if column.required]
    said = said_above(extract, places, row.above)
    ordered = {column.name: places[column.name] for column in extract.columns if column.name in places}
    taken = set(ordered.values()) | _needless(extract, meanings)
    return Recognition(
        extract=extract.name,
        header_row=row.number,
        columns=ordered,
        headers={name: row.cells[position].strip() for name, position in ordered.items()},
        missing=tuple(name for name in required if name not in ordered and name not in said),
        unknown=tuple(place for place, reading in enumerate(row.readings) if reading and place not in taken),
        required=len(required),
        said=said,
        header_rows=row.rows,
    )


def _needless(extract: Extract, meanings: Sequence[tuple[str, int]]) -> frozenset[int]:
    """Positions of headers that mean a column which is never kept; such a header may stand several times."""
    dropped = {column.name for column in extract.columns if not column.keep}
    return frozenset(place for place, (name, _) in enumerate(meanings) if name in dropped)


def _places(meanings: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Canonical name -> position; a header that is surer of its meaning goes first, then the left one."""
    places: dict[str, int] = {}
    sure: dict[str, int] = {}
    for position, (name, doubt) in enumerate(meanings):
        if name and doubt < sure.get(name, _NO_MEANING):
            places[name], sure[name] = position, doubt
    return places


def _meaning(names: Mapping[str, str], reading: Sequence[str]) -> tuple[str, int]:
    """The column that a header means, and how far from its words: the column's own name, a synonym, or a part of it."""
    for place, form in enumerate(reading):
        if name := meaning(names, form):
            is_own = place == 0 and form == fold_header(name)
            return name, 0 if is_own else 1 + place
    return "", _NO_MEANING
