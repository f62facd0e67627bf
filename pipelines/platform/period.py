"""What a period is: its dates, its name, and what it is compared with.

Which periods there are is in `pipelines.platform.periods` and `pipelines.platform.standing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Required, TypedDict, Unpack

from pipelines.platform.quarters import (
    APRIL,
    MONTHS_A_QUARTER,
    Quarter,
    fy_start_of,
    months_after,
    months_between,
)

#: Quarters of a trend.
TREND_QUARTERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period of the spine; its fields are the spine's columns.

    Attributes:
        period_id: unique name, e.g. "2014-15-Q3", "2014-15-YTD-Q3", "JM2014+09".
        basis: kind of period, as in `schemas.measure.Basis`.
        label: what the pack calls it.
        period_start: first day.
        period_end: last day (inclusive).
        period_until: first day after it (exclusive).
        months: its length in months; 0 for a point in time, which is one day.
        follow_up_months: months each child is followed after the window; 0 for none.
        proof_months: months allowed afterwards for court results; 0 for none.
        fy: financial year it reports in, e.g. "2014-15".
        last_year_id: the same months one year before; missing where that is not in the spine.
        previous_id: the like period just before; missing where there is none in the spine.
        is_current: the one of its basis that the quarter's return shows first.
        complete_on: first day on which follow-up and wait are over; `period_until` where there are none.
    """

    period_id: str
    basis: str
    label: str
    period_start: date
    period_end: date
    period_until: date
    months: int
    follow_up_months: int
    proof_months: int
    fy: str
    last_year_id: str | None = None
    previous_id: str | None = None
    is_current: bool = False
    complete_on: date


@dataclass(frozen=True, slots=True)
class Window:
    """The dates of a period: whole months from its start, then follow-up, then the wait for results."""

    start: date
    months: int
    follow_up: int = 0
    proof: int = 0

    @property
    def until(self) -> date:
        """First day after the window (exclusive end)."""
        return months_after(self.start, self.months) if self.months else self.start + timedelta(days=1)

    @property
    def words(self) -> str:
        """The window's months in words."""
        return months_between(self.start, self.until)

    @property
    def followed(self) -> date:
        """First day on which the window's last child has been followed for the whole follow-up."""
        return months_after(self.until, self.follow_up)

    @property
    def complete_on(self) -> date:
        """First day on which follow-up and wait are over."""
        return months_after(self.followed, self.proof)


class Named(TypedDict, total=False):
    """What a period is called and compared with (see `Period`)."""

    period_id: Required[str]
    basis: Required[str]
    label: Required[str]
    fy: Required[str]
    last_year_id: str
    previous_id: str
    is_current: bool


def made(window: Window, **named: Unpack[Named]) -> Period:
    """The period of these dates and names."""
    return Period(
        period_start=window.start,
        period_end=window.until - timedelta(days=1),
        period_until=window.until,
        months=window.months,
        follow_up_months=window.follow_up,
        proof_months=window.proof,
        complete_on=window.complete_on,
        **named,
    )


def years_from(quarter: Quarter, history_from: date) -> range:
    """Financial years by their first calendar year, from that of `history_from` to the quarter's."""
    return range(fy_start_of(history_from), quarter.fy_start + 1)


def april(fy_start: int) -> date:
    """First day of the financial year that begins in that calendar year."""
    return date(fy_start, APRIL, 1)


def trend_starts(quarter: Quarter) -> list[date]:
    """First days of the quarters of the trend, oldest first."""
    return [months_after(quarter.start, -MONTHS_A_QUARTER * back) for back in reversed(range(TREND_QUARTERS))]


def month_id(start: date, months: int) -> str:
    """The last of that many months, e.g. "2014-12"."""
    return months_after(start, months - 1).isoformat()[:7]
