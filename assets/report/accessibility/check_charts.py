"""Points on charts: words for them, a table of the same figures, lines told apart in grey; and no pictures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from assets.report.accessibility.addresses import Area, place_of
from assets.report.accessibility.book import BookParts, SheetPart, title_of
from assets.report.accessibility.colours import BLACK, WHITE, contrast
from assets.report.accessibility.findings import Finding
from assets.report.accessibility.xml_tree import Node

LEAST_CONTRAST, LEAST_TEXT_CONTRAST = 3.0, 4.5
#: Two series of one kind are told apart in grey from this contrast between them (our own measure).
LEAST_APART = 1.5
#: Words that a chart, and a small drawing in a cell, cannot be told in fewer than.
LEAST_WORDS, LEAST_WORDS_SMALL = 3, 2
PLOTS = ("barChart", "lineChart", "pieChart", "areaChart", "scatterChart", "doughnutChart", "radarChart", "stockChart")


def check_charts(book: BookParts) -> Iterator[Finding]:
    """Points 19, 22, 23, 24 and B1."""
    if any(name.startswith("xl/media/") for name in book.names):
        yield Finding("24", "", "", "it holds pictures; take them out, or draw a chart from cells.")
    bodies = {sheet.name: _bodies(sheet) for sheet in book.sheets}
    for sheet in book.sheets:
        yield from _drawn(sheet)
        yield from _small(sheet, bodies)
        for key, chart in sheet.charts.items():
            place = _place(sheet, key)
            yield from (Finding(point, sheet.name, place, what) for point, what in _faults(chart, bodies))


def _bodies(sheet: SheetPart) -> list[Area]:
    """The figures of a sheet's tables, without their headers."""
    return [table.area._replace(top=table.area.top + 1) for table in sheet.tables]


def _place(sheet: SheetPart, key: str) -> str:
    """Which chart of the sheet it is, by its name in the drawing."""
    for frame in sheet.drawing.every("graphicFrame"):
        if frame.first("chart").given.get("id") == key:
            return frame.first("cNvPr").given.get("name", "chart")
    return "chart"


def _drawn(sheet: SheetPart) -> Iterator[Finding]:
    """What floats over the sheet is charts, each with words for it."""
    for frame in sheet.drawing.every("graphicFrame"):
        named = frame.first("cNvPr").given
        if len(named.get("descr", "").split()) < LEAST_WORDS:
            what = "it has no alternative text; say what it shows, with its figures."
            yield Finding("B1", sheet.name, named.get("name", "chart"), what)
    for shape in sheet.drawing.every("sp", "cxnSp", "grpSp"):
        place = shape.first("cNvPr").given.get("name", "shape")
        yield Finding("19", sheet.name, place, "a shape or text box floats over the sheet; say it in a cell.")
    for picture in sheet.drawing.every("pic"):
        place = picture.first("cNvPr").given.get("name", "picture")
        yield Finding("24", sheet.name, place, "it is a picture; draw a chart from cells.")


def _small(sheet: SheetPart, bodies: dict[str, list[Area]]) -> Iterator[Finding]:
    """Small drawings in cells: drawn from a table, with words in the cell."""
    for drawing in sheet.frame.own("extLst").every("sparkline"):
        cell = drawing.own("sqref").words()
        if not _in_table(drawing.own("f").words(), bodies):
            yield Finding("B1", sheet.name, cell, "its figures stand in no table; draw it from one.")
        if len(sheet.grid.found.get(cell, "").split()) < LEAST_WORDS_SMALL:
            yield Finding("B1", sheet.name, cell, "no words stand behind the small drawing; say what it shows.")


def _in_table(formula: str, bodies: dict[str, list[Area]]) -> bool:
    place = place_of(formula)
    return place is not None and any(body.holds(place[1]) for body in bodies.get(place[0], []))


def _faults(chart: Node, bodies: dict[str, list[Area]]) -> Iterator[tuple[str, str]]:
    """Point and what is wrong with a chart itself."""
    if not title_of(chart).strip():
        yield "B1", "it has no title; give it one."
    drawn = [(plot.name, series) for plot in chart.every(*PLOTS) for series in plot.children if series.name == "ser"]
    sources = [series.own(part).first("f").words() for _, series in drawn for part in ("cat", "val")]
    if not drawn or not all(_in_table(source, bodies) for source in sources):
        yield "B1", "its figures stand in no table; draw it from one."
    colours = [_colour(series) for _, series in drawn]
    if any(contrast(colour, WHITE) < LEAST_CONTRAST for colour in colours):
        yield "23", "a line or column is too pale; use a darker colour."
    inks = {node.given.get("val", BLACK) for text in chart.every("defRPr", "rPr") for node in text.every("srgbClr")}
    if any(contrast(ink, WHITE) < LEAST_TEXT_CONTRAST for ink in inks):
        yield "23", "its words are too pale; use a darker colour."
    looks = [(kind, *_marks(series), _colour(series)) for kind, series in drawn]
    if any(_alike(one, other) for one, other in combinations(looks, 2)):
        yield "22", "two lines or columns differ in colour only; give them other dashes, markers or patterns."


def _colour(series: Node) -> str:
    """The colour a series is drawn in; a pattern's is that of its lines."""
    own = series.own("spPr")
    line = own.own("ln")
    return (line if line.first("srgbClr").name else own).first("srgbClr").given.get("val", BLACK)


def _marks(series: Node) -> tuple[str, str, str]:
    """What tells a series apart without colour: dash, marker, pattern."""
    return (
        series.own("spPr").first("prstDash").given.get("val", ""),
        series.own("marker").first("symbol").given.get("val", ""),
        series.own("spPr").first("pattFill").given.get("prst", ""),
    )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[:-1] == other[:-1] and contrast(one[-1], other[-1]) < LEAST_APART
