"""Native charts and sparklines, drawn from the cells of a table in the same workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assets.report.workbook import layout, styles
from assets.report.workbook.layout import Placement, Spot
from schemas.pack import Amount, Chart, Pack, Series, Trend

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as NativeChart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Range = list[str | int]
#: Labels below a chart that fit side by side.
SIDE_BY_SIDE = 8


def add_chart(
    workbook: Workbook, worksheet: Worksheet, pack: Pack, spot: Spot, placements: Mapping[str, Placement]
) -> None:
    """Put a chart right of its twin table.

    Args:
        workbook: the workbook.
        worksheet: the sheet it stands on.
        pack: the return.
        spot: the chart and the row of its table.
        placements: where every sheet's blocks stand.
    """
    chart = spot.block
    if not isinstance(chart, Chart):
        raise TypeError("Only a chart can be drawn as one.")
    sheet, table = pack.table(chart.table)
    drawn = _drawn(workbook, chart, pack, placements)
    size = layout.chart_size(table, placements[sheet.name].widths)
    drawn.set_size({"width": size[0], "height": size[1]})
    worksheet.insert_chart(
        spot.row,
        len(table.columns),
        drawn,
        {"x_offset": styles.CHART_GAP, "object_position": 2, "description": chart.alt_text},
    )


def add_trend(
    worksheet: Worksheet, pack: Pack, at: tuple[int, int], trend: Trend, placements: Mapping[str, Placement]
) -> None:
    """Put small columns from nought into a cell; the last one is marked."""
    from xlsxwriter.utility import xl_range_formula  # noqa: PLC0415 - heavy, and only needed when a return is drawn

    worksheet.add_sparkline(
        at[0],
        at[1],
        {
            "range": xl_range_formula(*_cells(pack, trend.table, trend.column, (trend.first, trend.last), placements)),
            "type": "column",
            **_from_nought(_numbers(pack, trend.table, trend.column, (trend.first, trend.last))),
            "series_color": styles.NAVY,
            "last_point": True,
            "last_color": styles.TEAL,
        },
    )


def _drawn(workbook: Workbook, chart: Chart, pack: Pack, placements: Mapping[str, Placement]) -> NativeChart:
    columns = [item for item in enumerate(chart.series) if item[1].kind == "column"]
    lines = [item for item in enumerate(chart.series) if item[1].kind == "line"]
    drawn = [
        _group(workbook, kind, chart, group, pack, placements)
        for kind, group in (("column", columns), ("line", lines))
        if group
    ]
    first = drawn[0]
    if len(drawn) > 1:
        first.combine(drawn[1])
    rows = (chart.first, chart.last)
    numbers = [number for one in chart.series for number in _numbers(pack, chart.table, one.column, rows)]
    _dress(first, chart, _from_nought(numbers))
    return first


def _numbers(pack: Pack, name: str, header: str, rows: tuple[int, int]) -> list[float]:
    """The numbers of some rows of a column."""
    _, table = pack.table(name)
    cells = (row[table.position(header)] for row in table.rows[rows[0] : rows[1] + 1])
    return [float(cell.value) for cell in cells if isinstance(cell, Amount)]


def _from_nought(numbers: list[float]) -> dict[str, float]:
    """Which end of an axis nought is: the lower one, the upper one below nought, neither where both kinds are."""
    if all(number >= 0 for number in numbers):
        return {"min": 0}
    return {"max": 0} if all(number <= 0 for number in numbers) else {}


def _group(
    workbook: Workbook,
    kind: str,
    chart: Chart,
    group: list[tuple[int, Series]],
    pack: Pack,
    placements: Mapping[str, Placement],
) -> NativeChart:
    drawn = workbook.add_chart({"type": kind})
    rows = (chart.first, chart.last)
    for number, series in group:
        drawn.add_series(
            {
                "name": series.name,
                "categories": _cells(pack, chart.table, chart.category, rows, placements),
                "values": _cells(pack, chart.table, series.column, rows, placements),
            }
            | _look(number, series)
        )
    return drawn


def _look(number: int, series: Series) -> dict[str, object]:
    colour = styles.CHART_COLOURS[number % len(styles.CHART_COLOURS)]
    if series.kind == "column":
        pattern = styles.CHART_PATTERNS[number % len(styles.CHART_PATTERNS)]
        if pattern:
            striped = {"pattern": pattern, "fg_color": colour, "bg_color": styles.WHITE}
            return {"pattern": striped, "gap": 60}
        return {"fill": {"color": colour}, "gap": 60}
    line: dict[str, object] = {"color": colour, "width": 2.25}
    if series.dashed:
        return {"line": line | {"dash_type": "dash", "width": 1.5}, "marker": {"type": "none"}}
    kind = styles.CHART_MARKERS[number % len(styles.CHART_MARKERS)]
    marker = {"type": kind, "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": line, "marker": marker}


def _dress(drawn: NativeChart, chart: Chart, ends: Mapping[str, float]) -> None:
    words = {"name": styles.FONT, "size": 11, "color": styles.INK, "bold": False}
    drawn.set_title({"name": chart.title, "name_font": words | {"size": 12, "bold": True}, "overlay": False})
    # More than so many labels do not fit side by side; below the columns also where these hang down from nought.
    leaning = {"rotation": -45} if chart.last - chart.first >= SIDE_BY_SIDE else {}
    drawn.set_x_axis({"num_font": words | leaning, "label_position": "low"})
    drawn.set_y_axis(
        {
            "name": chart.axis,
            "name_font": words,
            "num_font": words,
            "num_format": chart.number_format,
            **ends,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": styles.RULE, "width": 0.75}},
        }
    )
    drawn.set_legend({"position": "bottom", "font": words} if len(chart.series) > 1 else {"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.show_blanks_as("gap")


def _cells(pack: Pack, name: str, header: str, rows: tuple[int, int], placements: Mapping[str, Placement]) -> Range:
    sheet, table = pack.table(name)
    top = placements[sheet.name].row_of(name) + 1
    column = table.position(header)
    return [sheet.name, top + rows[0], column, top + rows[1], column]
