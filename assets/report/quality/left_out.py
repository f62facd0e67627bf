"""What the rows left out could have meant for each measure: at least, at most.

Only counts of rows are known, never what they say, so the bounds are the widest they could be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assets.indicators.values import display_value
from assets.report.figures.lines import is_change
from assets.report.figures.lookup import Book, Figure, number, records
from assets.report.figures.pages import in_order
from assets.report.inputs import ReturnInputs
from assets.report.wording.cells import NOT_APPLICABLE, amount, value_cell, whole
from schemas.catalogue import extract
from schemas.measure import Measure
from schemas.pack import Cell, Column, Table
from schemas.rules import CASES

#: A first entry can also be counted too often: an earlier one may be among the rows left out.
FIRSTS = "fte"
#: Units whose value is a number of rows, or a share of them.
SCALES = {"count": 1.0, "%": 100.0, "ratio": 1.0, "per 1,000": 1000.0}


@dataclass(frozen=True, slots=True)
class Effect:
    """What rows left out could have done to one measure's headline figure.

    Attributes:
        measure: the measure.
        rows: rows left out of what it reads.
        figure: its headline figure; None where it has none.
        bounds: least and most it could have been; None where rows say nothing of it.
    """

    measure: Measure
    rows: int
    figure: Figure | None
    bounds: tuple[float, float] | None


def effects(inputs: ReturnInputs, book: Book) -> list[Effect]:
    """The measures that rows were left out of, in the order of the pack."""
    return [
        _effect(inputs, book, measure, rows)
        for measure in in_order(inputs.measures)
        if (rows := rows_left_out(inputs, measure.id))
    ]


def rows_left_out(inputs: ReturnInputs, measure_id: str) -> int:
    """Rows left out that the measure might have counted."""
    return sum(int(number(row["rows"]) or 0) for row in records(inputs.quality.left_out) if _touches(row, measure_id))


def _effect(inputs: ReturnInputs, book: Book, measure: Measure, rows: int) -> Effect:
    period = book.headline(measure)
    figure = book.figure(measure, period) if period else None
    told = bounds(figure, measure, rows) if _are_counted(inputs, measure) else None
    return Effect(measure, rows, figure, told)


def _are_counted(inputs: ReturnInputs, measure: Measure) -> bool:
    """Whether every row left out is one of those that the measure counts, and none a population or a target."""
    tables = {str(row["table"]) for row in records(inputs.quality.left_out) if _touches(row, measure.id)}
    return measure.data_source != "case system" or all(extract(table).source == CASES for table in tables)


def _touches(row: Mapping[str, object], measure_id: str) -> bool:
    return measure_id in str(row["measures"]).split(", ")


def bounds(figure: Figure | None, measure: Measure, rows: int) -> tuple[float, float] | None:
    """Least and most a figure could have been with the rows left out.

    Args:
        figure: its numerator and denominator.
        measure: what is counted, in which unit.
        rows: rows left out, each of which could have been in the numerator, the denominator, both or neither.

    Returns:
        None where the figure is money, a change, a count of earlier years, or published by others: a row more or less
        says nothing of it.
    """
    published = measure.data_source == "PNC (MOJ)" or measure.counting_unit == "pound"
    if figure is None or figure.numerator is None or is_change(measure) or published or measure.unit not in SCALES:
        return None
    top, scale = figure.numerator, SCALES[measure.unit]
    least_top = max(0.0, top - rows) if measure.family == FIRSTS else top
    if measure.unit == "count":
        return least_top, top + rows
    if not figure.denominator:
        return None
    below = figure.denominator
    if measure.unit == "%":
        return scale * least_top / (below + rows), scale * (top + rows) / (below + rows)
    more_below = below + rows if measure.unit == "ratio" else below
    return scale * least_top / more_below, scale * (top + rows) / below


def sentence(effect: Effect) -> str:
    """The effect in words."""
    count = "1 row was" if effect.rows == 1 else f"{effect.rows:,} rows were"
    said = f"{count} left out of what it reads."
    if effect.bounds is None:
        return f"{said} What that means for the figure cannot be told from their number."
    least, most = (display_value(bound, effect.measure.unit, effect.measure.decimals) for bound in effect.bounds)
    return f"{said} With them it could have been at least {least} and at most {most}."


def effects_table(found: list[Effect]) -> Table:
    """One row a measure that rows were left out of."""
    columns = (
        Column("Measure", 11),
        Column("Name", 34),
        Column("Rows left out", 12, "right"),
        Column("Figure shown", 14, "right"),
        Column("At least", 12, "right"),
        Column("At most", 12, "right"),
        Column("What that means", 60),
    )
    rows = tuple(
        (
            one.measure.id,
            one.measure.title,
            whole(one.rows),
            value_cell(one.figure, one.measure),
            *_bound_cells(one),
            sentence(one),
        )
        for one in found
    )
    return Table("quality_effects", "Rows left out and what they could have meant for each measure.", columns, rows)


def _bound_cells(effect: Effect) -> tuple[Cell, Cell]:
    if effect.bounds is None:
        return NOT_APPLICABLE, NOT_APPLICABLE
    least, most = (amount(bound, effect.measure.unit, effect.measure.decimals) for bound in effect.bounds)
    return least, most
