"""Headline measures in short, one row each: what a short edition shows of a line of the scorecard."""

from __future__ import annotations

from collections.abc import Iterable

from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book
from assets.report.inputs import ReturnInputs
from assets.report.wording import sentences
from assets.report.wording.cells import NOT_APPLICABLE, NOT_AVAILABLE, amount, value_cell
from assets.report.wording.judged import change_cell, direction_cell, rating_cell
from schemas.measure import Measure
from schemas.pack import Cell, Column, Table

COLUMNS = (
    Column("Measure", 34),
    Column("Better when", 9),
    Column("Period", 22),
    Column("Value", 10, "right"),
    Column("Unit", 10),
    Column("Target", 9, "right"),
    Column("Same period last year", 11, "right"),
    Column("Change", 10, "right"),
    Column("Direction on last year", 18),
    Column("Rating", 12),
)


def short_table(inputs: ReturnInputs, book: Book, name: str, about: str, measures: Iterable[Measure]) -> Table | None:
    """The measures as a table; None where there is none.

    Args:
        inputs: the return's inputs.
        book: its figures.
        name: name of the table.
        about: what the table shows.
        measures: which, in order.
    """
    rows = tuple(_row(measure, line(inputs, book, measure)) for measure in measures)
    return Table(name, about, COLUMNS, rows) if rows else None


def _row(measure: Measure, head: Line | None) -> tuple[Cell, ...]:
    better = sentences.BETTER_WHEN[measure.polarity]
    unit = "£" if measure.unit == "GBP" else measure.unit
    if head is None:
        return (measure.title, better, *[NOT_AVAILABLE] * 2, unit, *[NOT_AVAILABLE] * 5)
    return (
        measure.title,
        better,
        head.period.label,
        value_cell(head.figure, measure),
        f"{unit}{sentences.length(head).replace(' over', ' in')}",
        _target(head),
        value_cell(head.last, measure),
        change_cell(head),
        direction_cell(head),
        rating_cell(head.rating),
    )


def _target(head: Line) -> Cell:
    if head.target is None:
        return NOT_APPLICABLE
    return amount(head.target.value, head.measure.unit, head.measure.decimals)
