"""The first page of an area's return: the measures that answer to the area's own framework, a row each."""

from __future__ import annotations

from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book
from assets.report.figures.pages import in_order, sheet_of
from assets.report.inputs import ReturnInputs
from assets.report.wording import sentences
from assets.report.wording.cells import NOT_AVAILABLE, denominator_cell, numerator_cell, value_cell
from assets.report.wording.judged import direction_cell
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Link, Paragraph, Sheet, Table
from schemas.service import Area, AreaEdition

COLUMNS = (
    Column("Page", 10),
    Column("Measure", 34),
    Column("Better when", 9),
    Column("Period", 22),
    Column("Numerator", 12, "right"),
    Column("Denominator", 14, "right"),
    Column("Value", 10, "right"),
    Column("Unit", 10),
    Column("Same period last year", 11, "right"),
    Column("Direction on last year", 20),
)


def framework_sheet(inputs: ReturnInputs, book: Book, area: Area, edition: AreaEdition) -> Sheet:
    """The measures of the framework's theme that have a figure of the area.

    Args:
        inputs: the inputs narrowed to the area.
        book: their figures.
        area: the area.
        edition: which framework, and the theme whose measures answer to it.
    """
    theme = f"Q{edition.framework_theme}"
    measures = [one for one in in_order(inputs.measures) if theme in one.theme]
    about = f"{edition.framework}: the measures of its theme with a figure of {area.name}."
    said = f"{inputs.service.themes.get(edition.framework_theme, 'Prevention')}, in {area.name}."
    blocks: list[Block] = [Paragraph(said, strong=True)]
    if measures:
        rows = tuple(_row(inputs, measure, line(inputs, book, measure)) for measure in measures)
        blocks.append(Table("framework", about, COLUMNS, rows))
    else:
        blocks.append(Paragraph(f"No measure of the framework has a figure of {area.name} this quarter."))
    return Sheet("Framework", edition.framework, about, tuple(blocks))


def _row(inputs: ReturnInputs, measure: Measure, head: Line | None) -> tuple[Cell, ...]:
    sheet = sheet_of(measure, inputs.measures)
    name = (Link(sheet, sheet), measure.title, sentences.BETTER_WHEN[measure.polarity])
    unit = "£" if measure.unit == "GBP" else measure.unit
    if head is None:
        return (*name, *[NOT_AVAILABLE] * 4, unit, *[NOT_AVAILABLE] * 2)
    return (
        *name,
        head.period.label,
        numerator_cell(head.figure, measure),
        denominator_cell(head.figure, measure),
        value_cell(head.figure, measure),
        unit,
        value_cell(head.last, measure),
        direction_cell(head),
    )
