"""Rows of totals inside finance sheets: left out, each with its notice, so that no pound is counted twice."""

from __future__ import annotations

import pandas as pd

from schemas.extract import Extract

#: "Total", "Sub-total", "Grand total", "Total pooled budget"; never a name that only begins with such a word.
_TOTALS = (
    r"(?i)\s*(?:grand\s+|sub[-\s]?)?totals?"
    r"(?:\s+(?:of|for|all|pooled|additional|budget|income|expenditure|spend|contributions?|funding)\b.*)?\s*:?\s*"
)
_LABEL_KINDS = frozenset({"id", "text", "code"})


def totals_in(raw: pd.DataFrame, extract: Extract) -> dict[str, pd.Series[bool]]:
    """For each column where rows of totals say so, which rows do; a row is given under its first such column.

    Args:
        raw: the raw rows.
        extract: what they are; only finance sheets have such rows.
    """
    found: dict[str, pd.Series[bool]] = {}
    taken = pd.Series(False, index=raw.index)
    if extract.source != "finance":
        return found
    for column in extract.columns:
        if column.field.kind in _LABEL_KINDS and column.name in raw:
            here = raw[column.name].str.fullmatch(_TOTALS).fillna(False).astype(bool) & ~taken
            if here.any():
                found[column.name] = here
                taken |= here
    return found
