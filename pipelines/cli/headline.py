"""The small table of headline figures that a run ends with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
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

Row = Mapping[str, Any]
Rows = Mapping[str, Row]

SHOWN = ("FTE-01", "REO-01", "REO-02", "CUS-01", "REM-01", "EET-01", "ACC-01", "FIN-07")


def headline_table(place: Workplace, quarter: Quarter) -> Table:
    """One line a headline measure: its newest figure and the same period of the year before."""
    contents = book()
    shown = [item for item in contents.measures if item.measure.id in SHOWN]
    figures = all_figures(place, quarter, shown)
    mine = figures[(figures["area_code"] == place.service.code) & (figures["breakdown"] == "all")]
    periods = _by_period(context_tables(quarter, place.service)["periods"])
    table = Table(title=f"{place.service.name}, {quarter.label}", title_justify="left", box=SIMPLE_HEAD)
    table.add_column("Measure", no_wrap=True, overflow="ellipsis", max_width=38)
    table.add_column("Period", no_wrap=True, min_width=24)
    for name in ("Figure", "Year before"):
        table.add_column(name, justify="right", no_wrap=True, min_width=15)
    for item in shown:
        rows = _by_period(mine[mine["measure_id"] == item.measure.id])
        table.add_row(f"{item.measure.id} {item.measure.title}", *_line(item.measure, rows, periods))
    return table


def _by_period(frame: pd.DataFrame) -> dict[str, Row]:
    """The rows of a frame by their period."""
    return {str(row["period_id"]): {str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")}


def _line(measure: Measure, rows: Rows, periods: Rows) -> tuple[str, str, str]:
    """Period, figure with its numbers, and the year before."""
    known = [period for period in rows if _is_headline(measure, periods[period])]
    if not known:
        return ("", "not available", "")
    newest = max(known, key=lambda period: periods[period]["period_end"])
    before = rows.get(periods[newest]["last_year_id"])
    return (_short(periods[newest]), _shown(measure, rows[newest]), _shown(measure, before) if before else "")


def _is_headline(measure: Measure, period: Row) -> bool:
    """True for the current period of the measure's first basis; MOJ's newest cohort is whichever has figures."""
    return bool(period["basis"] == measure.basis[0] and (period["is_current"] or measure.basis[0] == "moj_cohort"))


def _short(period: Row) -> str:
    """A period in few letters, e.g. "Apr-Dec 2014" or "Jan-Mar 2014 +9m"."""
    start, end = period["period_start"], period["period_end"]
    first = f"{start:%b}" if start.year == end.year else f"{start:%b %Y}"
    follow_up = int(period["follow_up_months"])
    return f"{first}-{end:%b %Y}" + (f" +{follow_up}m" if follow_up else "")


def _shown(measure: Measure, row: Row) -> str:
    """A figure with its numerator and denominator, e.g. "73.3% (176/240)"."""
    value = display_value(row["value"], measure.unit, measure.decimals)
    if measure.unit in {"%", "ratio"} and measure.counting_unit != "pound" and row["denominator"]:
        return f"{value} ({row['numerator']:,.0f}/{row['denominator']:,.0f})"
    return value
