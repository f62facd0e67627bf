"""A measure through time: groups of periods that may stand in one series, each as a table with its native chart.

Only like periods share a group (T-06, T-10): same basis, length, follow-up and season.
"""

from __future__ import annotations

from dataclasses import dataclass

from assets.report.figures.comparison import all_comparators
from assets.report.figures.lines import Line, line_at, unlike_target
from assets.report.figures.lookup import TREND_POINTS, Book, Figure, Period
from assets.report.figures.pages import FAMILY_SHEETS
from assets.report.inputs import ReturnInputs
from assets.report.wording.cells import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    amount,
    denominator_cell,
    numerator_cell,
    value_cell,
)
from assets.report.wording.judged import change_cell, direction_cell
from assets.report.wording.sentences import short_label, trend_words
from assets.report.words import BASES
from schemas.measure import Measure
from schemas.pack import Amount, Block, Cell, Chart, ChartKind, Column, Heading, Series, Table, Trend

#: Fewest points worth a line.
LEAST_POINTS = 2
#: Fewest points that make a trend on the scorecard.
LEAST_TREND = 4
WHOLE_FOLLOW_UP = 12
TARGET = "Target"
NATIONAL = "National"
#: Comparators that have a column beside the figures; all of them stand in the table of comparators.
MOST_COMPARATORS = 3
#: Unit -> title of a chart's axis, where the unit's own name would not do.
AXES = {"count": "Number", "GBP": "£", "ratio": "Per person"}


@dataclass(frozen=True, slots=True)
class Group:
    """Periods of one measure that may stand in one series, oldest first.

    Attributes:
        measure: the measure.
        key: short name of the group, e.g. "ytd" or "cohort_9".
        periods: its periods, at most twelve.
    """

    measure: Measure
    key: str
    periods: tuple[Period, ...]

    @property
    def table(self) -> str:
        """Name of the group's table."""
        return f"{slug(self.measure)}_{self.key}"


def slug(measure: Measure) -> str:
    """A measure's id as it begins the names of its tables, e.g. "fte01"."""
    return measure.id.lower().replace("-", "")


def value_header(measure: Measure) -> str:
    """Header of the column of values; carries the unit where the cells do not."""
    return f"Value ({measure.unit})" if measure.unit in {"ratio", "per 1,000", "score"} else "Value"


def groups(book: Book, measure: Measure) -> list[Group]:
    """The series of a measure: its headline's first, its other bases after, the quarters last."""
    heads = [head for head in (_head(book, measure, basis) for basis in measure.basis) if head]
    heads += _whole_follow_up(book, measure, heads)
    ordered = [head for head in heads if head.basis != "quarter"]
    ordered += [head for head in heads if head.basis == "quarter"]
    return [_group(book, measure, head) for head in ordered]


def trend(book: Book, measure: Measure) -> Group | None:
    """The series the scorecard draws: quarters where there are any, else the headline's."""
    listed = groups(book, measure)
    return next((group for group in listed if group.key == "quarter"), listed[0] if listed else None)


def trend_cell(book: Book, measure: Measure) -> Cell:
    """The scorecard's small drawing, or [z] where there are too few points to draw, or no page to draw them from."""
    group = trend(book, measure) if measure.family not in FAMILY_SHEETS else None
    span = drawn(book, group) if group else None
    if group is None or span is None or span[1] - span[0] + 1 < LEAST_TREND:
        return NOT_APPLICABLE
    return Trend(_words(book, group, span), group.table, value_header(measure), *span)


def group_blocks(inputs: ReturnInputs, book: Book, group: Group) -> list[Block]:
    """Heading, table and chart of one series, with its target and the comparators that may be set against it."""
    lines = [line_at(inputs, book, group.measure, period) for period in group.periods]
    beside = _beside(book, group)
    rows = [
        (label(book, line.measure, line.period), *_row(line), *(cells[place] for cells in beside.values()))
        for place, line in enumerate(lines)
        if line is not None
    ]
    columns = (*_columns(group.measure), *(Column(header, 12, "right") for header in beside))
    table = Table(group.table, f"{group.measure.title}: {group.key} series.", columns, tuple(rows))
    blocks: list[Block] = [Heading(_heading(group)), table]
    span = drawn(book, group)
    if span:
        blocks.append(_chart(book, group, span, _drawn_beside(beside, span)))
    return blocks


def _beside(book: Book, group: Group) -> dict[str, list[Cell]]:
    """What stands beside the figures, by header: the target first; only what has a value for any of the periods."""
    columns = {TARGET: [_target(book, group.measure, period) for period in group.periods]}
    mine = [row for row in book.comparators if str(row["measure_id"]) == group.measure.id]
    found: dict[str, dict[str, Cell]] = {}
    for period in group.periods:
        for one in all_comparators(mine, group.measure, period):
            if not one.unlike:
                shown = amount(one.value, group.measure.unit, group.measure.decimals)
                found.setdefault(one.geography, {})[period.period_id] = shown
    for geography in sorted(found, key=lambda name: (name != NATIONAL, name))[:MOST_COMPARATORS]:
        columns[geography] = [found[geography].get(period.period_id, NOT_AVAILABLE) for period in group.periods]
    return {header: cells for header, cells in columns.items() if any(isinstance(cell, Amount) for cell in cells)}


def _drawn_beside(beside: dict[str, list[Cell]], span: tuple[int, int]) -> list[Series]:
    """The target, dashed, and one comparator: those with a value for every period that is drawn."""
    whole = [name for name, cells in beside.items() if all(isinstance(cell, Amount) for cell in _within(cells, span))]
    others = [name for name in whole if name != TARGET][:1]
    target = [Series(TARGET, TARGET, "line", dashed=True)] if TARGET in whole else []
    return [*target, *(Series(name, name, "line") for name in others)]


def _within(cells: list[Cell], span: tuple[int, int]) -> list[Cell]:
    return cells[span[0] : span[1] + 1]


def label(book: Book, measure: Measure, period: Period) -> str:
    """A period in short, marked where its figure is not counted now but as an earlier return had it."""
    return f"{short_label(period)}{' (as published)' if book.is_published(measure, period) else ''}"


def drawn(book: Book, group: Group) -> tuple[int, int] | None:
    """First and last row of the newest unbroken run of figures; None where it is too short to draw.

    A gap must not be drawn: a spreadsheet would draw the words that stand in it as nought.
    """
    cells = [value_cell(book.figure(group.measure, period), group.measure) for period in group.periods]
    known = [isinstance(cell, Amount) for cell in cells]
    if True not in known:
        return None
    last = len(known) - 1 - known[::-1].index(True)
    first = last
    while first > 0 and known[first - 1]:
        first -= 1
    return (first, last) if last - first + 1 >= LEAST_POINTS else None


def _head(book: Book, measure: Measure, basis: str) -> Period | None:
    if basis == measure.basis[0]:
        return book.headline(measure)
    periods = book.periods_of(measure, basis)
    return next((period for period in periods if period.is_current), periods[-1] if periods else None)


def _whole_follow_up(book: Book, measure: Measure, heads: list[Period]) -> list[Period]:
    """The newest cohort followed for the whole year, where the headline is not there yet."""
    if not any(head.basis == "cohort" and head.follow_up_months < WHOLE_FOLLOW_UP for head in heads):
        return []
    whole = [period for period in book.periods_of(measure, "cohort") if period.follow_up_months == WHOLE_FOLLOW_UP]
    return whole[-1:]


def _group(book: Book, measure: Measure, head: Period) -> Group:
    key = f"cohort_{head.follow_up_months}" if head.basis == "cohort" else head.basis
    return Group(measure, key, tuple(book.like(measure, head)[-TREND_POINTS:]))


def _heading(group: Group) -> str:
    period = group.periods[-1]
    months = period.label.rsplit(" ", 1)[0]
    return BASES[period.basis].format(months=months, follow_up=period.follow_up_months)


def _columns(measure: Measure) -> tuple[Column, ...]:
    return (
        Column("Period", 30),
        *part_columns(measure),
        Column(value_header(measure), 13, "right"),
        Column("Change on a year before", 13, "right"),
        Column("Direction", 19),
    )


def part_columns(measure: Measure) -> tuple[Column, ...]:
    """Columns for what a figure is made of; none for a plain count, whose value is all there is."""
    if _is_plain_count(measure):
        return ()
    return Column("Numerator", 18, "right"), Column("Denominator", 14, "right")


def part_cells(measure: Measure, figure: Figure | None) -> tuple[Cell, ...]:
    """Cells for those columns."""
    if _is_plain_count(measure):
        return ()
    return numerator_cell(figure, measure), denominator_cell(figure, measure)


def _is_plain_count(measure: Measure) -> bool:
    return measure.denominator == "none" and measure.unit in {"count", "GBP", "score", "hours", "FTE"}


def _row(line: Line) -> tuple[Cell, ...]:
    measure, figure = line.measure, line.figure
    parts = part_cells(measure, figure)
    return (*parts, value_cell(figure, measure), change_cell(line), direction_cell(line))


def _target(book: Book, measure: Measure, period: Period) -> Cell:
    target = book.target(measure, period)
    if target is None or unlike_target(measure, period):
        return NOT_APPLICABLE
    return amount(target.value, measure.unit, measure.decimals)


def _chart(book: Book, group: Group, span: tuple[int, int], beside: list[Series]) -> Chart:
    measure = group.measure
    kind: ChartKind = "line" if group.key in {"quarter", "rolling_year", "moj_cohort"} else "column"
    words = " ".join((_words(book, group, span), *_others(beside)))
    return Chart(
        name=f"{group.table}_chart",
        title=measure.title,
        table=group.table,
        category="Period",
        series=(Series("This service", value_header(measure), kind), *beside),
        first=span[0],
        last=span[1],
        axis=AXES.get(measure.unit, measure.unit),
        alt_text=f"{'Line' if kind == 'line' else 'Column'} chart of {measure.title}. {words} "
        f"The figures are in the table to the left.",
        number_format="#,##0.00" if measure.decimals > 1 else "#,##0",
    )


def _others(beside: list[Series]) -> list[str]:
    """What else is drawn, in words."""
    return [f"A dashed line is the {one.name.lower()}." if one.dashed else f"A line is {one.name}." for one in beside]


def _words(book: Book, group: Group, span: tuple[int, int]) -> str:
    points = []
    for period in group.periods[span[0] : span[1] + 1]:
        figure = book.figure(group.measure, period)
        if figure is not None and figure.value is not None:
            points.append((label(book, group.measure, period), figure.value))
    return trend_words(points, group.measure)
