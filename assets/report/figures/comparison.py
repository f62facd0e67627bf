"""Comparators, and whether one may be set against our figure at all.

Unlike bases are shown beside each other and never judged: another follow-up (T-06), another window (T-08, T-10), an
open-ended count against a fixed window (T-15), police records against the case system (T-01), another unit (T-33), a
value that elsewhere is called a target (T-16).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assets.report.figures.lookup import Period, number
from assets.report.words import without_keys
from schemas.measure import Measure

Rows = Sequence[dict[str, object]]

POLICE_RECORDS = ("PNC", "MOJ", "Ministry of Justice")
#: Bases that follow nobody for a fixed time: whatever happened since counts (T-15).
OPEN_ENDED = frozenset({"to_date"})
#: What a unit is for each: two that measure the same at another scale differ by a known factor (T-33).
PER = {"ratio": 1, "per 100": 100, "per 1,000": 1000}


@dataclass(frozen=True, slots=True)
class Comparator:
    """One published figure of somewhere else.

    Attributes:
        geography: where, e.g. "National".
        start: first day of its window.
        end: last day of its window.
        follow_up: months of follow-up it states, if any.
        value: its value.
        unit: its unit, as its publisher states it.
        source: who publishes it, with the release.
        status: provisional or final.
        unlike: why it must not be judged against our figure; "" where it may be.
    """

    geography: str
    start: date
    end: date
    follow_up: int | None
    value: float | None
    unit: str
    source: str
    status: str
    unlike: str


def comparators_for(rows: Rows, measure: Measure, period: Period) -> list[Comparator]:
    """The newest comparators of a measure that do not begin after our period ends, one per geography.

    Args:
        rows: core_comparators, one record per row.
        measure: the measure.
        period: our headline period.
    """
    newest: dict[str, Comparator] = {}
    for comparator in all_comparators(rows, measure, period):
        held = newest.get(comparator.geography)
        if held is None or not held.unlike or not comparator.unlike:
            newest[comparator.geography] = held if held is not None and not held.unlike else comparator
        else:
            newest[comparator.geography] = comparator
    return [newest[geography] for geography in sorted(newest)]


def all_comparators(rows: Rows, measure: Measure, period: Period) -> list[Comparator]:
    """Every comparator of a measure up to our period, by geography and window, each told like or unlike ours."""
    mine = [_comparator(row, measure, period) for row in rows if str(row["measure_id"]) == measure.id]
    return sorted(
        (one for one in mine if one.start <= period.period_end),
        key=lambda one: (one.geography, one.end, one.start),
    )


def unlike(row: dict[str, object], measure: Measure, period: Period) -> str:
    """Why a comparator must not be judged against our figure; "" where it may be."""
    follow_up = _follow_up(row) or 0
    source = f"{row['source'] or ''} {row.get('release') or ''}"
    reasons = (
        (row["unit"] != measure.unit, _unit_words(str(row["unit"]), measure.unit)),
        (follow_up != period.follow_up_months, _follow_up_words(follow_up, period)),
        (
            (row["window_start"], row["window_end"]) != (period.period_start, period.period_end),
            _window_words(row, period),
        ),
        (bool(row.get("doubt")), _doubt_words(row)),
        (
            measure.data_source == "case system" and any(name in source for name in POLICE_RECORDS),
            "police records, not case-system counts",
        ),
    )
    return "; ".join(words for is_so, words in reasons if is_so)


def _doubt_words(row: dict[str, object]) -> str:
    return f"the same value is the target of {without_keys(str(row.get('doubt')))}: ask which of the two it is"


def _unit_words(theirs: str, ours: str) -> str:
    if theirs in PER and ours in PER:
        larger, smaller = max(PER[theirs], PER[ours]), min(PER[theirs], PER[ours])
        return f"another unit ({theirs}; ours is {ours}: a factor of {larger // smaller:,})"
    return f"another unit ({theirs})"


def _follow_up_words(theirs: int, period: Period) -> str:
    if period.basis in OPEN_ENDED:
        return f"{theirs} months of follow-up, ours has no end"
    return f"{theirs or 'no stated'} months of follow-up, ours {period.follow_up_months}"


def _window_words(row: dict[str, object], period: Period) -> str:
    start, end = row["window_start"], row["window_end"]
    if not isinstance(start, date) or not isinstance(end, date) or not period.months:
        return "another period"
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    return "another period" if months == period.months else f"another period ({months} months, ours {period.months})"


def _follow_up(row: dict[str, object]) -> int | None:
    months = number(row.get("follow_up_months"))
    return None if months is None else int(months)


def _comparator(row: dict[str, object], measure: Measure, period: Period) -> Comparator:
    start, end = row["window_start"], row["window_end"]
    if not isinstance(start, date) or not isinstance(end, date):
        raise TypeError("A comparator's window must have its first and last day.")
    release = row.get("release")
    return Comparator(
        geography=str(row["geography"]),
        start=start,
        end=end,
        follow_up=_follow_up(row),
        value=number(row["value"]),
        unit=str(row["unit"]),
        source=f"{row['source']}, {release}" if release else str(row["source"]),
        status=str(row["status"] or "not stated"),
        unlike=unlike(row, measure, period),
    )
