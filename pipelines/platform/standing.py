"""Periods for what stands on a day, has added up since the records begin, or needs two years to be told.

What belongs here: these three bases. The periods of every quarter and year are in `pipelines.platform.periods`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.platform.period import Period, Window, april, made, month_id, trend_starts, years_from
from pipelines.platform.quarters import (
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    Quarter,
    fy_label,
    fy_start_of,
    months_after,
)


def _ends(quarter: Quarter, history_from: date) -> list[date]:
    """First days after each quarter of the trend and each financial year of the history, oldest first."""
    quarters = {months_after(start, MONTHS_A_QUARTER) for start in trend_starts(quarter)}
    years = {april(year + 1) for year in years_from(quarter, history_from) if april(year + 1) <= quarter.until}
    return sorted(end for end in quarters | years if end > history_from)


def as_at(quarter: Quarter, history_from: date) -> Iterator[Period]:
    """The last day of each quarter of the trend and of each financial year: for what is open, in post, registered."""
    for until in _ends(quarter, history_from):
        day = until - timedelta(days=1)
        yield made(
            Window(day, 0),
            period_id=f"ON-{day.isoformat()}",
            basis="as_at",
            label=_day_label(until),
            fy=fy_label(fy_start_of(day)),
            last_year_id=f"ON-{_day_before(months_after(until, -MONTHS_A_YEAR))}",
            previous_id=f"ON-{_day_before(months_after(until, -MONTHS_A_QUARTER))}",
            is_current=until == quarter.until,
        )


def to_date(quarter: Quarter, history_from: date) -> Iterator[Period]:
    """Everything since the history begins, to those days: for work too rare for a year of it to say anything.

    None has a last year: each figure holds the one before it.
    """
    first = history_from if history_from.day == 1 else months_after(history_from.replace(day=1), 1)
    for until in (end for end in _ends(quarter, history_from) if end > first):
        yield made(
            Window(first, _months_between(first, until)),
            period_id=f"TO-{_day_before(until)}",
            basis="to_date",
            label=f"since records began, to {_day_label(until)}",
            fy=fy_label(fy_start_of(until - timedelta(days=1))),
            is_current=until == quarter.until,
        )


def _months_between(first: date, until: date) -> int:
    return MONTHS_A_YEAR * (until.year - first.year) + until.month - first.month


def _day_before(until: date) -> str:
    return (until - timedelta(days=1)).isoformat()


def _day_label(until: date) -> str:
    """The day before, in words."""
    return f"{(until - timedelta(days=1)).day} {Window(months_after(until, -1), 1).words}"


def two_years(quarter: Quarter, history_from: date) -> Iterator[Period]:
    """Two complete financial years together, by the later of them."""
    complete = [year for year in years_from(quarter, history_from) if april(year + 2) <= quarter.until]
    for year in complete:
        window = Window(april(year), 2 * MONTHS_A_YEAR)
        yield made(
            window,
            period_id=f"2Y-{month_id(window.start, window.months)}",
            basis="two_years",
            label=f"{fy_label(year)} and {fy_label(year + 1)}",
            fy=fy_label(year + 1),
            last_year_id=f"2Y-{month_id(april(year - 1), window.months)}",
            is_current=year == complete[-1],
        )
