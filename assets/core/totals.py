"""Rows of totals: left out, each with its notice, so that nothing is counted twice and no total passes for a child.

In a finance sheet the word alone tells: its totals stand beside a year and a stream. Everywhere else a row is one of
totals only if nothing in it could be a record: no key, and beside the word nothing but numbers.
"""

from __future__ import annotations

import pandas as pd

from assets.core.reading import NOTHING_MARKS
from assets.raw.totals_words import are_numbers, matches, say_total
from schemas.extract import Column, Extract

#: "Total", "Sub-total", "Grand total", "Total pooled budget"; never a name that only begins with such a word.
_FINANCE_TOTALS = (
    r"(?i)\s*(?:grand\s+|sub[-\s]?)?totals?"
    r"(?:\s+(?:of|for|all|pooled|additional|budget|income|expenditure|spend|contributions?|funding)\b.*)?\s*:?\s*"
)
_LABEL_KINDS = frozenset({"id", "text", "code"})


def totals_in(raw: pd.DataFrame, extract: Extract) -> dict[str, pd.Series[bool]]:
    """For each column where rows of totals say so, which rows do; a row is given under its first such column.

    Args:
        raw: the raw rows.
        extract: what they are.
    """
    found: dict[str, pd.Series[bool]] = {}
    without_record = _could_be_no_record(raw, extract)
    if extract.source != "finance" and not without_record.any():
        return found
    taken = pd.Series(False, index=raw.index)
    for column in extract.columns:
        if column.name in raw:
            here = _says_total(raw, column, extract, without_record) & ~taken
            if here.any():
                found[column.name] = here
                taken |= here
    return found


def _says_total(
    raw: pd.DataFrame, column: Column, extract: Extract, without_record: pd.Series[bool]
) -> pd.Series[bool]:
    """Rows that one column shows to be totals."""
    here = pd.Series(False, index=raw.index)
    rows = raw.loc[without_record, column.name]
    here.loc[rows.index[say_total(rows)]] = True
    if extract.source == "finance" and column.field.kind in _LABEL_KINDS:
        here |= matches(raw[column.name], _FINANCE_TOTALS)
    return here


def _could_be_no_record(raw: pd.DataFrame, extract: Extract) -> pd.Series[bool]:
    """Rows whose key is missing or says total, and that hold nothing but numbers and totals besides."""
    keys = [name for name in extract.key if name in raw and not extract.column(name).nullable]
    suspects = pd.Series(not keys, index=raw.index)
    for name in keys:
        suspects |= raw[name].isna() | say_total(raw[name])
    rows = raw.loc[suspects]
    for column in extract.columns:
        if column.name in raw and not column.said and not rows.empty:
            cells = rows[column.name]
            marks = cells.str.strip().str.casefold().isin({"", *NOTHING_MARKS})
            rows = rows.loc[cells.isna() | marks | are_numbers(cells) | say_total(cells)]
    return pd.Series(raw.index.isin(rows.index), index=raw.index)
