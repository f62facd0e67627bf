"""One measure's line: its headline figure with all that stands beside it, judged once for every sheet.

Change, direction, rating and caution come from `assets.indicators`; here it is decided which figures may be set
against each other. Unlike bases are never judged (T-06, T-10): a target for a year of follow-up says nothing of nine
months.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assets.indicators import caution, rag
from assets.indicators.chance import within_chance
from assets.indicators.change import Change, change
from assets.indicators.direction import Direction, direction
from assets.indicators.intervals import Interval, interval
from assets.indicators.rag import Rating, Target
from assets.report.figures.comparison import Comparator, comparators_for
from assets.report.figures.lookup import Book, Figure, Period
from assets.report.inputs import ReturnInputs
from assets.report.words import without_keys
from schemas.measure import Measure

WHOLE_FOLLOW_UP = 12
WHOLE_YEAR = 12
#: How a numerator says that it is one figure taken from another ("less likely" takes nothing away).
TAKES_AWAY = re.compile(r" (?:less(?! likely)|minus|beyond) ")
#: Counting units that are no cases: a register of four risks is not a small number of children (B8).
NOT_CASES = frozenset({"pound", "risk", "milestone"})


#: Bases of what is counted on one day.
STOCKS = frozenset({"as_at", "point"})


@dataclass(frozen=True, slots=True)
class Line:
    """One measure as the Board first sees it.

    Attributes:
        measure: its header.
        period: its headline period.
        figure: its figure for that period.
        last_period: the same period last year, if the return knows it.
        last: the figure of that period.
        quarter: this quarter's figure, for measures that have quarters.
        previous: the quarter before, likewise.
        moved: change on the same period last year.
        direction: which way since last year (the long view), and whether that is better.
        short: which way since the quarter before (the short view), for measures that have quarters.
        interval: the figure's 95% interval, where it has one.
        target: what it is held against in the period's year.
        rating: red, amber, green, or why there is none.
        cautions: what to know before leaning on it.
        comparators: the newest figure of each other place.
    """

    measure: Measure
    period: Period
    figure: Figure
    last_period: Period | None
    last: Figure | None
    quarter: Figure | None
    previous: Figure | None
    moved: Change | None
    direction: Direction | None
    short: Direction | None
    interval: Interval | None
    target: Target | None
    rating: Rating
    cautions: tuple[str, ...]
    comparators: tuple[Comparator, ...]


def line(inputs: ReturnInputs, book: Book, measure: Measure) -> Line | None:
    """The line of a measure at its headline period; None where the service has no figure at all."""
    period = book.headline(measure)
    found = line_at(inputs, book, measure, period) if period else None
    if found is None:
        return None
    return replace(found, comparators=tuple(comparators_for(book.comparators, measure, found.period)))


def line_at(inputs: ReturnInputs, book: Book, measure: Measure, period: Period) -> Line | None:
    """The line of a measure at one period, without comparators; None where the service has no figure for it."""
    return book.once(measure, period, lambda: _made(inputs, book, measure, period))


def _made(inputs: ReturnInputs, book: Book, measure: Measure, period: Period) -> Line | None:
    figure = book.figure(measure, period)
    if figure is None:
        return None
    last_period = book.named(period.last_year_id)
    last = _last(book, measure, period, last_period)
    target = book.target(measure, period)
    moved = None if is_change(measure) else change(figure.value, last.value if last else None, measure.unit)
    quarter, previous = _quarters(book, measure)
    return Line(
        measure=measure,
        period=period,
        figure=figure,
        last_period=last_period,
        last=last,
        quarter=quarter,
        previous=previous,
        moved=moved,
        direction=_direction(inputs, measure, moved, (figure, last)),
        short=_short(inputs, measure, quarter, previous),
        interval=_interval(measure, figure),
        target=target,
        rating=_rating(inputs, measure, period, (figure, last), target),
        cautions=_cautions(inputs, measure, period, (figure, last)),
        comparators=(),
    )


def unlike_target(measure: Measure, period: Period) -> str:
    """Why a year's target must not be held against this period's figure; "" where it may."""
    if period.basis == "cohort" and period.follow_up_months < WHOLE_FOLLOW_UP:
        return f"the target is for {WHOLE_FOLLOW_UP} months of follow-up, this figure has {period.follow_up_months}"
    if measure.unit in {"count", "per 1,000"} and 0 < period.months < WHOLE_YEAR:
        return f"the target is for a whole year, this figure covers {period.months} months"
    return ""


def is_change(measure: Measure) -> bool:
    """Whether a measure is itself a change on an earlier figure: its numerator then says "... less ..." or "minus"."""
    if measure.unit == "pp":
        return True
    return measure.unit == "%" and bool(TAKES_AWAY.search(measure.numerator))


def is_stock(measure: Measure) -> bool:
    """Whether a measure is a number held on one day: a whole count of a list, which no chance has drawn."""
    return measure.unit == "count" and measure.basis[0] in STOCKS


def base(figure: Figure, measure: Measure) -> float | None:
    """The number a figure rests on; none where it counts neither children nor what they did."""
    if measure.counting_unit in NOT_CASES:
        return None
    return caution.base(figure.numerator, figure.denominator, measure.unit)


def _quarters(book: Book, measure: Measure) -> tuple[Figure | None, Figure | None]:
    quarters = book.periods_of(measure, "quarter")
    current = next((period for period in quarters if period.is_current), None)
    if current is None:
        return None, None
    before = book.named(current.previous_id)
    return book.figure(measure, current), book.figure(measure, before) if before else None


def _direction(
    inputs: ReturnInputs, measure: Measure, moved: Change | None, pair: tuple[Figure, Figure | None]
) -> Direction | None:
    if is_change(measure):
        # The figure is the change: its own sign says whether that is better.
        moved = change(pair[0].value, 0.0, measure.unit)
    bases = tuple(base(figure, measure) for figure in pair if figure is not None)
    return direction(moved, measure.polarity, bases, inputs.service.rag.minimum_base, chance=_is_chance(measure, *pair))


def _short(inputs: ReturnInputs, measure: Measure, now: Figure | None, then: Figure | None) -> Direction | None:
    """The direction from the quarter before; a figure that is itself a change has none."""
    if now is None or then is None or is_change(measure):
        return None
    return _direction(inputs, measure, change(now.value, then.value, measure.unit), (now, then))


def _last(book: Book, measure: Measure, period: Period, last_period: Period | None) -> Figure | None:
    """The figure a year before; none where one of the two is counted now and the other is as published."""
    if last_period is None or book.is_published(measure, period) != book.is_published(measure, last_period):
        return None
    return book.figure(measure, last_period)


def _is_chance(measure: Measure, now: Figure, then: Figure | None) -> bool:
    """Whether chance alone explains the change between two figures; not said where no test fits."""
    if then is None or is_change(measure) or is_stock(measure):
        return False
    return within_chance(_parts(now), _parts(then), measure.unit, measure.counting_unit) or False


def _interval(measure: Measure, figure: Figure) -> Interval | None:
    if is_change(measure) or is_stock(measure):
        return None
    return interval(*_parts(figure), measure.unit, measure.counting_unit)


def _parts(figure: Figure) -> tuple[float | None, float | None]:
    return figure.numerator, figure.denominator


def _rating(
    inputs: ReturnInputs,
    measure: Measure,
    period: Period,
    pair: tuple[Figure, Figure | None],
    target: Target | None,
) -> Rating:
    now, then = pair
    if now.hidden and now.value is None:
        return Rating("grey", rag.SYMBOLS["grey"], "the figure is hidden")
    rule = inputs.service.rag.of(measure.id)
    if target is None and measure.unit == "count":
        return rag.rate_year_on_year(now.value, then.value if then else None, measure.polarity, rule)
    reason = unlike_target(measure, period) if target else ""
    if reason:
        return Rating("grey", rag.SYMBOLS["grey"], reason)
    return rag.rate(now.value, target, measure.polarity, base(now, measure), rule, then.value if then else None)


def _cautions(
    inputs: ReturnInputs, measure: Measure, period: Period, pair: tuple[Figure, Figure | None]
) -> tuple[str, ...]:
    now, then = pair
    cases = measure.counting_unit not in NOT_CASES
    minimum = inputs.service.rag.minimum_base
    found = (
        caution.small_number(now.numerator, now.denominator, measure.unit, minimum) if cases else "",
        caution.provisional_text(period.complete_on, inputs.as_of) if period.follow_up_months else "",
        caution.base_change(now.denominator, then.denominator) if then and cases else "",
        without_keys(measure.notes.strip()),
    )
    return tuple(words for words in found if words)
