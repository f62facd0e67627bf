"""A measure's figures that counting again has changed since the Board was told; both are shown (B2a step 7)."""

from __future__ import annotations

from assets.indicators.change import change
from assets.report.figures.lookup import Book, Figure, Period
from assets.report.sheets.series import groups, slug, value_header
from assets.report.wording.cells import NOT_APPLICABLE, amount, value_cell
from assets.report.wording.sentences import short_label
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Heading, Table

#: Differences below this are of the arithmetic, not of the data.
SAME = 1e-9


def restated_blocks(book: Book, measure: Measure) -> list[Block]:
    """A table of periods whose figure is not the one last published; nothing where all stand."""
    rows = tuple(_row(measure, *found) for found in restatements(book, measure))
    if not rows:
        return []
    columns = (
        Column("Period", 30),
        Column("As published", 18, "right"),
        Column(value_header(measure).replace("Value", "Counted now"), 14, "right"),
        Column("Difference", 13, "right"),
        Column("Published in the return of", 19),
    )
    about = f"{measure.title}: figures that counting again has changed since they were published."
    table = Table(f"{slug(measure)}_restated", about, columns, rows)
    return [Heading("Restated: as published, and counted now [note restated]"), table]


def restatements(book: Book, measure: Measure) -> list[tuple[Period, Figure, Figure, str]]:
    """Period, figure as published, figure counted now and the quarter that told it, oldest first."""
    periods = {period.period_id: period for group in groups(book, measure) for period in group.periods}
    found = []
    for period in sorted(periods.values(), key=lambda one: (one.period_end, one.period_start, one.period_id)):
        now, told = book.figure(measure, period), book.told(measure, period)
        if now is not None and told is not None and _apart(now, told[0]):
            found.append((period, told[0], now, told[1]))
    return found


def _apart(now: Figure, then: Figure) -> bool:
    pairs = ((now.numerator, then.numerator), (now.denominator, then.denominator), (now.value, then.value))
    return any(
        (one is None) != (other is None) or (one is not None and other is not None and abs(one - other) > SAME)
        for one, other in pairs
    )


def _row(measure: Measure, period: Period, then: Figure, now: Figure, slug_told: str) -> tuple[Cell, ...]:
    moved = change(now.value, then.value, measure.unit)
    apart = NOT_APPLICABLE if moved is None else amount(moved.amount, moved.unit, measure.decimals, signed=True)
    return (
        short_label(period),
        value_cell(then, measure),
        value_cell(now, measure),
        apart,
        slug_told.replace("-Q", " Q"),
    )
