"""Rules that the extracts of specialist work declare in the same words: days in order, cells that agree.

Each takes the extract's number and its own number there, which make its code; numbers are never given again. What is
to be done is said in the words of whoever keeps the file.
"""

from __future__ import annotations

import pandas as pd

from schemas import predicates as ask
from schemas.extract import CheckContext, Holds, Rule, Severity
from schemas.mending import BY_SOURCE
from schemas.shared_rules import code


def in_order(
    place: tuple[int, int], source: str, columns: tuple[str, str], message: str, severity: Severity = "stop-row"
) -> Rule:
    """One day is on or before another.

    Args:
        place: number of the extract, and of the rule in it.
        source: who keeps the file.
        columns: the earlier day, then the later.
        message: what is wrong.
        severity: what a breach does.
    """
    earlier, later = columns
    return Rule(
        code(*place),
        severity,
        "cross-field",
        (later, earlier),
        message,
        f"{later} on or after {earlier}",
        BY_SOURCE[source],
        ask.at_most(earlier, later),
    )


def by_extract_date(place: tuple[int, int], source: str, column: str, severity: Severity = "stop-row") -> Rule:
    """A day is not after the day the extract was taken."""
    return Rule(
        code(*place),
        severity,
        "cross-field",
        (column, "extract_date"),
        f"{column} is after the day the extract was taken.",
        "a day on or before the extract date",
        BY_SOURCE[source],
        ask.at_most(column, "extract_date"),
    )


def agrees(place: tuple[int, int], source: str, columns: tuple[str, str], words: tuple[str, str], holds: Holds) -> Rule:
    """Two cells of a row do not contradict each other, else a query.

    Args:
        place: number of the extract, and of the rule in it.
        source: who keeps the file.
        columns: the cell pointed at, then the other.
        words: what is wrong, and what would be right.
        holds: true for each row whose cells agree.
    """
    message, expected = words
    return Rule(code(*place), "query", "cross-field", columns, message, expected, BY_SOURCE[source], holds)


def comes_with(filled: str, needed: str) -> Holds:
    """Where one cell is filled, another is too."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return (frame[filled].isna() | frame[needed].notna()).astype(bool)

    return _holds
