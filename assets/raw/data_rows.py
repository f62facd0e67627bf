"""Which rows of a sheet are data: not the blank ones, not a header printed again, not the notes at the end.

Rows of totals are told apart later, when it is known what the columns hold (`assets.core.totals`), unless their word
stands in a column that is not the table's.
"""

from __future__ import annotations

import re

import pandas as pd

from assets.raw.header import Recognition
from assets.raw.sheet import Sheet
from assets.raw.totals_words import are_numbers, say_total

#: A table this wide has no data row with one cell only: such rows at its end are notes.
_NOTES_FROM_WIDTH = 3
#: How a note begins: in words, or with the mark that the table refers to.
_NOTE = re.compile(r"(?i)\s*(?:(?:foot)?notes?\b|sources?\b|\u00a9|crown copyright|end of (?:report|table)|\*\s*\S)")
_MARK = re.compile(r"\s*(?:\[\w{1,2}\]|\(\w{1,2}\)|\d{1,2}[.):]|[*\u2020\u2021]+)\s*")


def are_data(sheet: Sheet, match: Recognition) -> pd.Series[bool]:
    """Which rows are data: those below the header that hold anything, but headers printed again, totals and notes.

    Args:
        sheet: the sheet.
        match: what it was recognised as.
    """
    filled = sheet.filled
    below = filled.gt(0) & (filled.index > match.header_row)
    below.loc[_headers_again(sheet, match)] = False
    below.loc[_totals_beside(sheet, match, below)] = False
    return below & (filled.index <= _last_data_row(sheet, match, below))


def _headers_again(sheet: Sheet, match: Recognition) -> pd.Index:
    """Rows that are the header once more, as reports print it on each page."""
    rows = sheet.grid.loc[match.header_row + 1 :]
    for position in match.columns.values():
        rows = rows.loc[rows[position].eq(str(sheet.grid.loc[match.header_row, position]))]
        if rows.empty:
            break
    return rows.index if match.columns else rows.index[:0]


def _totals_beside(sheet: Sheet, match: Recognition, below: pd.Series[bool]) -> pd.Index:
    """Rows that say total beside the table, in a column of no meaning, and hold nothing but numbers in it."""
    grid = sheet.grid.loc[below]
    known = list(match.columns.values())
    said = pd.Series(False, index=grid.index)
    for strange in grid.columns.difference(known):
        said |= say_total(grid[strange])
    rows = grid.loc[said, known]
    for position in known:
        if rows.empty:
            break
        rows = rows.loc[rows[position].str.strip().eq("") | are_numbers(rows[position])]
    return rows.index


def _last_data_row(sheet: Sheet, match: Recognition, below: pd.Series[bool]) -> int:
    """The number of the last row that is no note; of the header, where every row is one."""
    is_wide = len(match.columns) >= _NOTES_FROM_WIDTH
    candidates = below.index[below & sheet.filled.gt(1)] if is_wide else below.index[below]
    upwards = (int(row) for row in candidates[::-1])
    return next((row for row in upwards if not _is_note(sheet, row, is_wide=is_wide)), match.header_row)


def _is_note(sheet: Sheet, row: int, *, is_wide: bool) -> bool:
    """True for a row that reads as a note: in its words, or, of two cells in a wide table, by its mark."""
    if sheet.filled.loc[row] > (2 if is_wide else 1):
        return False
    texts = [text for text in map(str, sheet.grid.loc[row]) if text.strip()]
    if _NOTE.match(texts[0]):
        return True
    return is_wide and _MARK.fullmatch(texts[0]) is not None
