"""Which rows of a measure may be told at all: missing is not nought.

What belongs here: leaving out what was not sent, what a log did not hold yet, and what the rule does not apply to. The
SQL counts noughts for every period and area; here those go that nobody could have counted.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pandas as pd

from pipelines.platform.lake import Lake
from pipelines.platform.quarters import Quarter
from schemas.measure import Measure


def known_rows(frame: pd.DataFrame, measure: Measure, periods: pd.DataFrame, begun: date | None) -> pd.DataFrame:
    """The rows of a measure that may be told.

    Args:
        frame: rows in the one tidy shape.
        measure: the header they were computed by.
        periods: the spine, one row per period.
        begun: first day from which what is counted was kept at all; None where it always was.
    """
    held = periods[_in_era(periods, measure) & _kept_by_then(periods, begun)]
    return frame[frame["period_id"].isin(held["period_id"])].reset_index(drop=True)


def _in_era(periods: pd.DataFrame, measure: Measure) -> pd.Series:
    """Periods that lie within the days the rule applies to; a year half of which had another rule is not counted."""
    holds = pd.Series(data=True, index=periods.index)
    if measure.era_from is not None:
        holds &= periods["period_start"] >= pd.Timestamp(measure.era_from)
    if measure.era_to is not None:
        holds &= periods["period_end"] <= pd.Timestamp(measure.era_to)
    return holds


def _kept_by_then(periods: pd.DataFrame, begun: date | None) -> pd.Series:
    """Periods that begin in the month of the first record or later; what adds up to a day need only end later."""
    if begun is None:
        return pd.Series(data=True, index=periods.index)
    first = pd.Timestamp(begun.replace(day=1))
    adds_up = periods["basis"] == "to_date"
    return (periods["period_start"] >= first) | (adds_up & (periods["period_end"] >= first))


def begun_on(lake: Lake, quarter: Quarter, measure: Measure) -> date | None:
    """The first day of the log that a measure counts; of an empty log, the quarter's own first day.

    Returns:
        None where the measure counts no log.
    """
    if not measure.begins_with:
        return None
    table, _, column = measure.begins_with.partition(".")
    days = lake.read(table, quarter)[column].dropna()
    return quarter.start if days.empty else pd.Timestamp(days.min()).date()


def lacking(measure: Measure, extracts: Collection[str], received: Collection[str]) -> list[str]:
    """Extracts without which the measure has no figure, and of which no file was received; sorted.

    Args:
        measure: the measure.
        extracts: names of the extracts it rests on.
        received: names of the extracts of which there is a file.
    """
    optional = {table.removeprefix("core_") for table in measure.may_lack}
    return sorted(set(extracts) - optional - set(received))
