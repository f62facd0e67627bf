"""Every computed figure in one long table, for Power BI and for checks.

What belongs here: bringing the measures' rows together with their periods and values. Nothing is computed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from assets.indicators.values import with_values
from schemas.measure import Measure

COLUMNS = (
    "measure_id",
    "period_id",
    "period_start",
    "period_end",
    "area_code",
    "breakdown",
    "category",
    "numerator",
    "denominator",
    "value",
    "unit",
)
KEY = ["measure_id", "period_start", "period_end", "period_id", "area_code", "breakdown", "category"]


def figures(
    measure_frames: Mapping[str, pd.DataFrame], measures: Iterable[Measure], periods: pd.DataFrame
) -> pd.DataFrame:
    """Every figure, one row per measure, period, area, breakdown and category, sorted by them.

    Args:
        measure_frames: rows in the one tidy shape, by measure id.
        measures: headers of those measures; a measure without a frame gives no rows.
        periods: the spine, one row per period.

    Raises:
        ValueError: a row's period is not on the spine.
    """
    parts = [
        with_values(measure_frames[measure.id], measure).assign(measure_id=measure.id)
        for measure in sorted(measures, key=lambda measure: measure.id)
        if measure.id in measure_frames
    ]
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS))
    return _dated(pd.concat(parts, ignore_index=True), periods)


def _dated(rows: pd.DataFrame, periods: pd.DataFrame) -> pd.DataFrame:
    """The rows with first and last day of their period."""
    days = periods[["period_id", "period_start", "period_end"]].astype({"period_id": "string"})
    dated = rows.astype({"measure_id": "string"}).merge(days, on="period_id", how="left", validate="many_to_one")
    if dated["period_start"].isna().any():
        raise ValueError("a figure's period is not on the spine")
    return dated[list(COLUMNS)].sort_values(KEY, ignore_index=True)
