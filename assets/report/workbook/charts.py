"""Native charts and sparklines, drawn from the cells of a table in the same workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assets.report.workbook import layout, styles
from assets.report.workbook.layout import Placement, Spot
from schemas.pack import Chart, Pack, Series, Table, Trend

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as NativeChart
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Range = list[str | int]


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
    widths = placements[sheet.name].widths
    size = _size(table, widths)
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
            "min": 0,
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
    _dress(first, chart)
    return first


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


def _dress(drawn: NativeChart, chart: Chart) -> None:
    words = {"name": styles.FONT, "size": 11, "color": styles.INK, "bold": False}
    drawn.set_title({"name": chart.title, "name_font": words | {"size": 12, "bold": True}, "overlay": False})
    drawn.set_x_axis({"num_font": words | {"rotation": -45} if chart.last - chart.first > 7 else words})  # noqa: PLR2004 - more than eight labels do not fit side by side
    drawn.set_y_axis(
        {
            "name": chart.axis,
            "name_font": words,
            "num_font": words,
            "num_format": chart.number_format,
            "min": 0,
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


def _size(table: Table, widths: tuple[int, ...]) -> tuple[int, int]:
    """Width: what the sheet has left right of the table; height: that of the table. Both within bounds."""
    free = sum(layout.pixels(width) for width in widths[len(table.columns) :]) - styles.CHART_GAP
    wide = min(max(free, styles.CHART_LEAST_PIXELS[0]), styles.CHART_MOST_PIXELS[0])
    high = min(
        max(int(layout.table_pixels(table, widths)), styles.CHART_LEAST_PIXELS[1]),
        styles.CHART_MOST_PIXELS[1],
    )
    return wide, high
