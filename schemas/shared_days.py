"""One rule that the logs of partner services declare in the same words: a day is not before another.

`schemas.shared_rules` has the like for the case system; here whoever keeps the log mends it.
"""

from __future__ import annotations

from schemas import predicates as ask
from schemas.extract import Rule, Severity
from schemas.shared_rules import code


def days_in_order(place: tuple[int, int], earlier: str, later: str, said: str, severity: Severity, fix: str) -> Rule:
    """One day is on or after another.

    Args:
        place: the extract's number and the rule's own number there.
        earlier: column of the day that comes first.
        later: column of the day that comes after; a fault points at it.
        said: what is wrong, in one sentence.
        severity: what a breach does.
        fix: where it is mended.
    """
    return Rule(
        code(*place),
        severity,
        "cross-field",
        (later, earlier),
        said,
        f"{later} on or after {earlier}",
        fix if severity == "stop-row" else f"{fix} If the days are right, explain them.",
        ask.at_most(earlier, later),
    )


def not_after_extract(place: tuple[int, int], column: str, severity: Severity, fix: str) -> Rule:
    """A day is not after the day the extract was taken."""
    return Rule(
        code(*place),
        severity,
        "cross-field",
        (column, "extract_date"),
        f"{column} is after the day the extract was taken.",
        "a day on or before the extract date",
        fix if severity == "stop-row" else f"{fix} If the day is right, explain it.",
        ask.at_most(column, "extract_date"),
    )
