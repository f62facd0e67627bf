"""Rules of the logs of statutory work: what makes one from its words, and those that several logs share.

The extracts that declare them are in `schemas.raw`; general questions of a frame are in `schemas.predicates`.
"""

from __future__ import annotations

import pandas as pd

from schemas import predicates as ask
from schemas.extract import CheckContext, Holds, Rule
from schemas.mending import BY_SOURCE
from schemas.shared_rules import code

LOG_OR_EXPLAIN = f"{BY_SOURCE['log']} If the row is right as it stands, explain it."
#: Hours a day beyond which an entry is more likely minutes, a week's sum or a slip.
LONG_DAY = 12


def query(extract: int, number: int, columns: tuple[str, ...], words: tuple[str, str], holds: Holds) -> Rule:
    """A cross-field query on a log: correct the row or explain it.

    Args:
        extract: number of the extract.
        number: the rule's own number there.
        columns: columns it reads; a fault points at the first.
        words: what is wrong, and what would be right.
        holds: true for each row that keeps the rule.
    """
    return Rule(code(extract, number), "query", "cross-field", columns, *words, LOG_OR_EXPLAIN, holds)


def in_order(extract: int, number: int, later: str, earlier: str) -> Rule:
    """A day of the log is not before another."""
    words = (f"{later} is before {earlier}.", f"{later} on or after {earlier}")
    return query(extract, number, (later, earlier), words, ask.at_most(earlier, later))


def not_in_the_future(extract: int, number: int, column: str) -> Rule:
    """A day of the log is not after the day the extract was taken."""
    words = (f"{column} is after the day the extract was taken.", "a day on or before the extract date")
    return query(extract, number, (column, "extract_date"), words, ask.at_most(column, "extract_date"))


def no_long_day(extract: int, number: int, column: str) -> Rule:
    """Hours of one day are not more than half of it: minutes read as hours, and sums of a week, show here."""
    words = (
        f"{column} is more than {LONG_DAY} hours in one day.",
        f"hours of the one day, {LONG_DAY} at most; minutes written as 150 min",
    )
    return query(
        extract, number, (column,), words, ask.by_context((column,), lambda frame, _: frame[column] <= LONG_DAY)
    )


def needs(column: str, other: str) -> Holds:
    """Where a column says yes, so does the other; there an empty cell says no."""

    def _asked(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        return ~frame[column].astype("boolean") | frame[other].astype("boolean").fillna(False)

    return ask.by_context((column,), _asked)


def only_with(column: str, other: str) -> Holds:
    """Where a column is filled, the other says yes; there an empty cell says no."""

    def _asked(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
        return frame[other].astype("boolean").fillna(False)

    return ask.by_context((column,), _asked)
