"""The control chart of a measure's quarters, in words: is anything out of the ordinary for this measure?

Which series has one: quarters, which do not overlap, twelve without a gap, on bases that are not small. The rules are
in `assets.indicators.spc`.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

from assets.indicators.spc import LEAST_POINTS, Limits, Signal, limits, signals
from assets.report.figures.lines import base, is_change
from assets.report.figures.lookup import Book, Figure, Period
from assets.report.inputs import ReturnInputs
from assets.report.sheets.series import Group, drawn, groups
from assets.report.wording.cells import NOT_APPLICABLE
from assets.report.wording.sentences import plain, short_label
from schemas.measure import Measure
from schemas.pack import Block, Cell, Mark, Paragraph

#: Units of which nothing is below nought.
MAY_BE_BELOW_NOUGHT = frozenset({"GBP", "pp"})


@dataclass(frozen=True, slots=True)
class Control:
    """The control chart of one measure.

    Attributes:
        measure: the measure.
        periods: its quarters, oldest first.
        limits: mean and limits, kept to what the unit can be.
        signals: what is out of the ordinary.
    """

    measure: Measure
    periods: tuple[Period, ...]
    limits: Limits
    signals: tuple[Signal, ...]

    @property
    def now(self) -> tuple[Signal, ...]:
        """The signals that the newest quarter belongs to."""
        return tuple(signal for signal in self.signals if signal.last == len(self.periods) - 1)


def control(inputs: ReturnInputs, book: Book, measure: Measure) -> Control | None:
    """The control chart of a measure's quarters; None where it has none."""
    group = next((one for one in groups(book, measure) if one.key == "quarter"), None)
    figures = _figures(book, group) if group and not is_change(measure) else []
    if len(figures) < LEAST_POINTS or _is_small(inputs, measure, [figure for _, figure in figures]):
        return None
    points = [figure.value or 0.0 for _, figure in figures]
    periods = tuple(period for period, _ in figures)
    return Control(measure, periods, _kept(limits(points), measure, min(points)), tuple(signals(points)))


def control_blocks(inputs: ReturnInputs, book: Book, measure: Measure) -> list[Block]:
    """The chart in words, for the measure's page; nothing where there is none."""
    found = control(inputs, book, measure)
    return [] if found is None else [Paragraph(f"{words(found)} [note control]")]


def signal_cell(inputs: ReturnInputs, book: Book, measure: Measure) -> Cell:
    """Whether the newest quarter is out of the ordinary, for the scorecard; [z] where there is no chart."""
    found = control(inputs, book, measure)
    if found is None:
        return NOT_APPLICABLE
    return Mark(f"◆ {', '.join(signal.kind for signal in found.now)}", "warn") if found.now else "None"


def words(found: Control) -> str:
    """Mean, limits and every signal, in sentences."""
    mean, low, high = (plain(end, found.measure) for end in (found.limits.mean, found.limits.low, found.limits.high))
    said = f"{len(found.periods)} quarters vary about {mean}, as a rule between {low} and {high}."
    if low == high:
        said = f"All {len(found.periods)} quarters are {mean}."
    told = [_told(found, signal) for signal in found.signals]
    return f"{said} {' '.join(told) or 'None of them is out of the ordinary.'}"


def _told(found: Control, signal: Signal) -> str:
    first, last = (short_label(found.periods[place]) for place in (signal.first, signal.last))
    if signal.first == signal.last:
        return f"Signal: {first} lies {signal.kind}."
    number = signal.last - signal.first + 1
    verb = "lie on" if signal.kind.startswith("on") else "keep"
    return f"Signal: {number} quarters in a row, {first} to {last}, {verb} {signal.kind.removeprefix('on ')}."


def _figures(book: Book, group: Group) -> list[tuple[Period, Figure]]:
    """The newest unbroken run of quarters with their figures."""
    span = drawn(book, group)
    if span is None:
        return []
    run = group.periods[span[0] : span[1] + 1]
    found = [(period, book.figure(group.measure, period)) for period in run]
    return [(period, figure) for period, figure in found if figure is not None]


def _is_small(inputs: ReturnInputs, measure: Measure, figures: list[Figure]) -> bool:
    bases = [number for figure in figures if (number := base(figure, measure)) is not None]
    return bool(bases) and fmean(bases) < inputs.service.rag.minimum_base


def _kept(drawn_limits: Limits, measure: Measure, least: float) -> Limits:
    """The limits within what the figure can be: no share over 100, no count below nought.

    A mean change of scores is in the unit of a rate, but may fall: where a point is below nought, limits may be too.
    """
    low, high = drawn_limits.low, drawn_limits.high
    if measure.unit not in MAY_BE_BELOW_NOUGHT and least >= 0:
        low = max(0.0, low)
    return Limits(drawn_limits.mean, low, min(100.0, high) if measure.unit == "%" else high)
