"""How a row of totals speaks: the words for a total, and numbers as people write them.

Which rows are left out for it is decided where it is known what the columns are: `assets.raw.data_rows` for words that
stand beside the table, `assets.core.totals` for those in its columns.
"""

from __future__ import annotations

import pandas as pd

#: "Total young people: 214", "Leicester Total", "Grand Count", "Number of records".
_TOTALS = (
    r"(?i)\s*(?:(?:\S.{0,60}\s)?(?:sub-?|grand\s+)?totals?\b.{0,60}|(?:grand\s+)?(?:count|sum|average)\b\s*:?[\d,.\s]*"
    r"|(?:number|no\.?|count|sum) of .{1,60})"
)
_WORDS = r"(?i)total|count|sum|average|number|no"
#: A number with its signs.
_NUMBER = r"\s*[-+(]?\s*\u00a3?\s*\d[\d,.\s]*%?\s*\)?\s*"


def say_total(cells: pd.Series[str]) -> pd.Series[bool]:
    """Cells that say total in some words; only those with one of the words are looked at closely, for speed."""
    said = cells.str.contains(_WORDS).fillna(False).astype(bool)
    if said.any():
        said.loc[said] = matches(cells.loc[said], _TOTALS)
    return said


def are_numbers(cells: pd.Series[str]) -> pd.Series[bool]:
    """Cells that are a number as people write one."""
    return matches(cells, _NUMBER)


def matches(cells: pd.Series[str], pattern: str) -> pd.Series[bool]:
    """Cells whose whole text is of that form; an empty one is not."""
    return cells.str.fullmatch(pattern).fillna(False).astype(bool)
