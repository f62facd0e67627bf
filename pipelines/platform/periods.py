"""The period spine: every period shown beside a quarter, one small function for each basis.

What belongs here: which periods there are, their half-open dates, what they are called and compared with.
What is counted in them is in `sql/indicators`; the rules of the cohorts are `measures.md` B2 and B2a.

Every period lies on whole months, so nothing here knows of hours, daylight saving or leap days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, replace
from datetime import date, timedelta
from functools import lru_cache

import pandas as pd

from pipelines.platform.period import Period, Window, april, made, month_id, trend_starts, years_from
from pipelines.platform.quarters import (
    APRIL,
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    Quarter,
    fy_label,
    fy_start_of,
    months_after,
)
from pipelines.platform.standing import as_at, to_date, two_years

MONTHS_A_HALF = 6
#: Points of follow-up of the local tracker (B2a step 6) and its wait for court results (B2a step 5).
LOCAL_FOLLOW_UPS = (3, 6, 9, 12)
LOCAL_PROOF = 3
#: Follow-up and wait of MOJ's own statistic (B2).
MOJ_FOLLOW_UP = 12
MOJ_PROOF = 6


_KINDS = {"str": "string", "str | None": "string", "date": "datetime64[us]", "int": "Int64", "bool": "boolean"}
_DTYPES: dict[str, str] = {column.name: _KINDS[str(column.type)] for column in fields(Period)}


def spine(quarter: Quarter, history_from: date) -> pd.DataFrame:
    """One row per period that the quarter's return may show (`periods_of`), columns as the fields of `Period`."""
    return _spine(quarter, history_from).copy()


@lru_cache(maxsize=8)
def _spine(quarter: Quarter, history_from: date) -> pd.DataFrame:
    rows = [asdict(period) for period in periods_of(quarter, history_from)]
    return pd.DataFrame(rows, columns=list(_DTYPES)).astype(_DTYPES)


def periods_of(quarter: Quarter, history_from: date) -> list[Period]:
    """Every period that the quarter's return may show, in the order of basis and time.

    Args:
        quarter: the data quarter.
        history_from: first day of case history still held. A period that begins earlier would be counted
            short, so it is left out; MOJ's cohorts and the budgets do not depend on the service's history.

    Raises:
        ValueError: the quarter begins before the history does, so that nothing could be counted in it.
    """
    if quarter.start < history_from:
        raise ValueError(f"{quarter.label} begins before the case history, {history_from.isoformat()}.")
    every = [period for make in _BASES for period in make(quarter, history_from)]
    kept = [one for one in every if one.basis in _WITHOUT_HISTORY or one.period_start >= history_from]
    known = {one.period_id for one in kept}
    return [
        replace(
            one,
            last_year_id=one.last_year_id if one.last_year_id in known else None,
            previous_id=one.previous_id if one.previous_id in known else None,
        )
        for one in kept
    ]


def _quarter_id(start: date) -> str:
    """As `Quarter.slug`, also just outside the years that a `Quarter` may have."""
    number = (start.month - APRIL) % MONTHS_A_YEAR // MONTHS_A_QUARTER + 1
    return f"{fy_label(fy_start_of(start))}-Q{number}"


def _quarters(quarter: Quarter, _history_from: date) -> Iterator[Period]:
    for start in trend_starts(quarter):
        window = Window(start, MONTHS_A_QUARTER)
        yield made(
            window,
            period_id=_quarter_id(start),
            basis="quarter",
            label=window.words,
            fy=fy_label(fy_start_of(start)),
            last_year_id=_quarter_id(months_after(start, -MONTHS_A_YEAR)),
            previous_id=_quarter_id(months_after(start, -MONTHS_A_QUARTER)),
            is_current=start == quarter.start,
        )


def _years_to_date(quarter: Quarter, history_from: date) -> Iterator[Period]:
    # No previous: the year to date one quarter earlier is shorter, so the two are not to be compared.
    for year in years_from(quarter, history_from):
        window = Window(april(year), MONTHS_A_QUARTER * quarter.number)
        yield made(
            window,
            period_id=f"{fy_label(year)}-YTD-Q{quarter.number}",
            basis="ytd",
            label=window.words,
            fy=fy_label(year),
            last_year_id=f"{fy_label(year - 1)}-YTD-Q{quarter.number}",
            is_current=year == quarter.fy_start,
        )


def _financial_years(quarter: Quarter, history_from: date) -> Iterator[Period]:
    complete = [year for year in years_from(quarter, history_from) if april(year + 1) <= quarter.until]
    for year in complete:
        yield made(
            Window(april(year), MONTHS_A_YEAR),
            period_id=f"{fy_label(year)}-FY",
            basis="fy",
            label=fy_label(year),
            fy=fy_label(year),
            last_year_id=f"{fy_label(year - 1)}-FY",
            previous_id=f"{fy_label(year - 1)}-FY",
            is_current=year == complete[-1],
        )


def _rolling_years(quarter: Quarter, _history_from: date) -> Iterator[Period]:
    for last in trend_starts(quarter):
        start = months_after(last, MONTHS_A_QUARTER - MONTHS_A_YEAR)
        last_month = Window(months_after(start, MONTHS_A_YEAR - 1), 1)
        yield made(
            Window(start, MONTHS_A_YEAR),
            period_id=f"R12-{month_id(start, MONTHS_A_YEAR)}",
            basis="rolling_year",
            label=f"12 months to {last_month.words}",
            fy=fy_label(fy_start_of(last)),
            last_year_id=f"R12-{month_id(start, 0)}",
            previous_id=f"R12-{month_id(start, MONTHS_A_YEAR - MONTHS_A_QUARTER)}",
            is_current=last == quarter.start,
        )


def _half_years(quarter: Quarter, history_from: date) -> Iterator[Period]:
    years = years_from(quarter, history_from)
    starts = [months_after(april(year), late) for year in years for late in (0, MONTHS_A_HALF)]
    complete = [start for start in starts if months_after(start, MONTHS_A_HALF) <= quarter.until]
    for start in complete:
        window = Window(start, MONTHS_A_HALF)
        yield made(
            window,
            period_id=_half_id(start),
            basis="half_year",
            label=window.words,
            fy=fy_label(fy_start_of(start)),
            last_year_id=_half_id(months_after(start, -MONTHS_A_YEAR)),
            previous_id=_half_id(months_after(start, -MONTHS_A_HALF)),
            is_current=start == complete[-1],
        )


def _half_id(start: date) -> str:
    return f"{fy_label(fy_start_of(start))}-H{1 if start.month == APRIL else 2}"


def _local_cohorts(quarter: Quarter, history_from: date) -> Iterator[Period]:
    # B2a. A point is there as soon as the last child has been followed so long, court results or not.
    for year in range(history_from.year, quarter.until.year + 1):
        for follow_up in LOCAL_FOLLOW_UPS:
            window = Window(date(year, 1, 1), MONTHS_A_QUARTER, follow_up, LOCAL_PROOF)
            if window.followed <= quarter.until:
                yield _local_cohort(year, window, is_current=window.followed == quarter.until)


def _local_cohort(year: int, window: Window, *, is_current: bool) -> Period:
    # No previous: the point before has fewer months of follow-up, and B2a step 9 compares like with like.
    return made(
        window,
        period_id=f"JM{year}+{window.follow_up:02d}",
        basis="cohort",
        label=f"{window.words} cohort, {window.follow_up} months of follow-up",
        fy=fy_label(year),
        last_year_id=f"JM{year - 1}+{window.follow_up:02d}",
        is_current=is_current,
    )


def _moj_cohorts(quarter: Quarter, history_from: date) -> Iterator[Period]:
    # B2. Current is the newest window that MOJ can have closed by now; a release may still lag behind it.
    for until in _quarter_ends(history_from, quarter.until):
        window = Window(months_after(until, -MONTHS_A_YEAR), MONTHS_A_YEAR, MOJ_FOLLOW_UP, MOJ_PROOF)
        yield made(
            window,
            period_id=f"MOJ12-{month_id(window.start, MONTHS_A_YEAR)}",
            basis="moj_cohort",
            label=f"{window.words} cohort, {window.follow_up} months of follow-up",
            fy=fy_label(fy_start_of(until - timedelta(days=1))),
            last_year_id=f"MOJ12-{month_id(window.start, 0)}",
            previous_id=f"MOJ12-{month_id(window.start, MONTHS_A_YEAR - MONTHS_A_QUARTER)}",
            is_current=window.complete_on == quarter.until,
        )


def _quarter_ends(first_day: date, last: date) -> Iterator[date]:
    """Exclusive ends of the quarters after `first_day`, up to and with `last`."""
    until = Quarter.containing(first_day).until
    while until <= last:
        yield until
        until = months_after(until, MONTHS_A_QUARTER)


def _budget_years(quarter: Quarter, history_from: date) -> Iterator[Period]:
    for year in (*years_from(quarter, history_from), quarter.fy_start + 1):
        yield made(
            Window(april(year), MONTHS_A_YEAR),
            period_id=f"{fy_label(year)}-BUD",
            basis="budget_year",
            label=f"{fy_label(year)} budget",
            fy=fy_label(year),
            last_year_id=f"{fy_label(year - 1)}-BUD",
            previous_id=f"{fy_label(year - 1)}-BUD",
            is_current=year == quarter.fy_start,
        )


def _points(quarter: Quarter, _history_from: date) -> Iterator[Period]:
    last_month = Window(months_after(quarter.until, -1), 1)
    yield made(
        Window(quarter.end, 0),
        period_id=f"AT-{quarter.end.isoformat()}",
        basis="point",
        label=f"{quarter.end.day} {last_month.words}",
        fy=quarter.fy,
        is_current=True,
    )


#: Bases whose figures come from others' tables, not from the service's case history.
_WITHOUT_HISTORY = frozenset({"moj_cohort", "budget_year", "point"})
_BASES: tuple[Callable[[Quarter, date], Iterator[Period]], ...] = (
    _quarters,
    _years_to_date,
    _financial_years,
    _rolling_years,
    _half_years,
    _local_cohorts,
    _moj_cohorts,
    _budget_years,
    _points,
    as_at,
    to_date,
    two_years,
)
