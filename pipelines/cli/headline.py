"""The small table of headline figures that a run ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from assets.indicators.values import display_value
from assets.report.collect import all_figures
from pipelines.groups import book
from pipelines.platform.context import context_tables

if TYPE_CHECKING:
    import pandas as pd

    from pipelines.platform.quarters import Quarter
    from pipelines.platform.workplace import Workplace
    from schemas.measure import Measure

SHOWN = ("FTE-01", "REO-01", "REO-02", "CUS-01", "REM-01", "EET-01", "ACC-01", "FIN-07")


def headline_table(place: Workplace, quarter: Quarter) -> Table:
    """One line a headline measure: its newest figure and the same period of the year before."""
    contents = book()
    figures = all_figures(place, quarter, contents.measures)
    mine = figures[(figures["area_code"] == place.service.code) & (figures["breakdown"] == "all")]
    periods = context_tables(quarter, place.service)["periods"].set_index("period_id")
    measures = {item.measure.id: item.measure for item in contents.measures}
    table = Table(title=f"{place.service.name}, {quarter.label}", title_justify="left")
    for name, justify in (("Measure", "left"), ("Period", "left"), ("Figure", "right"), ("Year before", "right")):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    for measure_id in SHOWN:
        if measure_id in measures:
            table.add_row(*_line(measures[measure_id], mine[mine["measure_id"] == measure_id], periods))
    return table


def _line(measure: Measure, rows: pd.DataFrame, periods: pd.DataFrame) -> tuple[str, str, str, str]:
    """Measure, period, figure with its numbers, and the year before."""
    title = f"{measure.id} {measure.title}"
    by_period = rows.set_index("period_id")
    known = [period for period in by_period.index if _is_headline(measure, periods.loc[period])]
    if not known:
        return (title, "", "not available", "")
    newest = max(known, key=lambda period: periods.loc[period, "period_end"])
    before = periods.loc[newest, "last_year_id"]
    return (
        title,
        str(periods.loc[newest, "label"]),
        _shown(measure, by_period.loc[newest]),
        _shown(measure, by_period.loc[before]) if before in by_period.index else "",
    )


def _is_headline(measure: Measure, period: pd.Series[object]) -> bool:
    """True for the current period of the measure's first basis; MOJ's newest cohort is whichever has figures."""
    first = period["basis"] == measure.basis[0]
    return bool(first and (period["is_current"] or measure.basis[0] == "moj_cohort"))


def _shown(measure: Measure, row: pd.Series[object]) -> str:
    """A figure with its numerator and denominator, e.g. "73.3% (176/240)"."""
    value = display_value(row["value"], measure.unit, measure.decimals)  # type: ignore[arg-type]
    if measure.unit in {"%", "ratio"} and row["denominator"] == row["denominator"]:
        return f"{value} ({row['numerator']:,.0f}/{row['denominator']:,.0f})"
    return value
