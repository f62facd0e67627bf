"""The tables of which too little could be shown: left out whole, and said so, rather than printed as rows of [c].

What belongs here: which rows of the figures make one table of a page, and when it is left out. What is left out tells
nothing, so that more of what stays can be shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from assets.report.figures.lookup import ALL
from assets.report.words import breakdown_words
from schemas.measure import Measure

AREAS = "areas"
QUARTERS = "quarters"
WHOLE = ""
#: Above this share of its rows a table is left out.
MOST = 0.5


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """One table that the edition does not have.

    Attributes:
        measure_id: its measure.
        what: the table: "areas", "quarters", or the breakdown's own name.
        rows: how many rows it has in the Board's edition.
    """

    measure_id: str
    what: str
    rows: int

    @property
    def words(self) -> str:
        """The table as a page names it."""
        named = {AREAS: "Areas", QUARTERS: "Quarter by quarter"}
        return named.get(self.what) or breakdown_words(self.what)


def thinned(
    rows: pd.DataFrame, measures: Iterable[Measure], home: str, is_thin: Callable[[Mapping[str, object]], bool]
) -> tuple[pd.DataFrame, tuple[LeftOut, ...]]:
    """The rows without the tables of which too many rows are thin, and those tables.

    Args:
        rows: figures in the scope of the edition.
        measures: headers of the measures.
        home: code of the whole service.
        is_thin: whether a row can hardly be shown, or is hidden.
    """
    headlines = {one.id: one.basis[0] for one in measures}
    listed = [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]
    tables = [_table(row, headlines, home) for row in listed]
    sizes, thin = Counter(tables), Counter(one for one, row in zip(tables, listed, strict=True) if is_thin(row))
    gone = {one for one in sizes if one[1] != WHOLE and thin[one] > MOST * sizes[one]}
    kept = [one not in gone for one in tables]
    return rows.loc[kept], tuple(sorted(LeftOut(*one, sizes[one]) for one in gone))


def _table(row: Mapping[str, object], headlines: Mapping[str, str], home: str) -> tuple[str, str]:
    """Measure and table of a row; a headline of the whole service belongs to no table that can be left out."""
    measure_id, breakdown = str(row["measure_id"]), str(row["breakdown"])
    if breakdown != ALL:
        return measure_id, breakdown
    if str(row["area_code"]) != home:
        return measure_id, AREAS
    is_quarter = row["basis"] == "quarter" and headlines.get(measure_id) != "quarter"
    return measure_id, QUARTERS if is_quarter else WHOLE
