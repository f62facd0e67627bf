"""The sentences of the pack, made by rule from a line, so that no word can contradict its figure.

"Better" and "worse" come from polarity and sign only (T-26); a change's number carries no sign beside its word (T-04);
points are called points (T-07); what is not comparable is not judged (T-06).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assets.indicators.change import describe
from assets.indicators.direction import Direction
from assets.indicators.rag import Word
from assets.indicators.values import display_value
from assets.report.comparison import Comparator
from assets.report.lines import Line, is_change
from assets.report.lookup import Figure, Period
from schemas.measure import Measure

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
VERDICTS = {
    "better": ": better",
    "worse": ": worse",
    "not tested": ": too few cases to say whether better or worse",
    "no change": "",
    "context": "",
}
BETTER_WHEN = {"higher is better": "Higher", "lower is better": "Lower", "context": "Context only"}
RATINGS: dict[Word, str] = {
    "green": "Green",
    "amber": "Amber",
    "red": "Red",
    "grey": "Grey",
    "not rated": "Not rated",
}


def headline(line: Line) -> str:
    """The page's first sentences: the figure, its change on last year, and whether that is better."""
    said = f"{shown(line.figure, line.measure)}{length(line)} {_when(line.period)}. {on_last_year(line)}"
    return said[:1].upper() + said[1:].strip()


def on_last_year(line: Line) -> str:
    """The change on the same period last year, in words; a figure that is itself a change only gets its verdict."""
    if is_change(line.measure) and line.direction:
        return f"That is {line.direction.verdict}." if line.direction.verdict in {"better", "worse"} else ""
    if line.moved is None or line.last is None or line.last_period is None:
        return "There is no figure for the same period last year."
    words = describe(line.moved, line.measure.decimals)
    words = words[0].upper() + words[1:]
    verdict = judged(line.direction) if line.direction else ""
    joint = "from" if words != "No change" else "on"
    return f"{words} {joint} {shown(line.last, line.measure)} {_when(line.last_period)}{verdict}."


def judged(found: Direction) -> str:
    """Whether a change is better, and whether chance explains it, as the end of a sentence."""
    verdict = VERDICTS[found.verdict]
    if not found.chance or found.verdict == "not tested":
        return verdict
    return f"{verdict}, but within chance variation" if verdict else ", within chance variation"


def on_last_quarter(line: Line) -> str:
    """The change from the quarter before, in words; "" for measures without quarters."""
    if line.short is None or line.quarter is None or line.previous is None:
        return ""
    now, then = (shown(figure, line.measure) for figure in (line.quarter, line.previous))
    if line.short.movement == "level":
        return f"This quarter: {now}, as in the quarter before."
    return f"This quarter: {now}, {line.short.movement} from {then} in the quarter before{judged(line.short)}."


def sure(line: Line) -> str:
    """The 95% interval of the figure; "" where it has none."""
    if line.interval is None:
        return ""
    low, high = (plain(end, line.measure) for end in (line.interval.low, line.interval.high))
    return f"95% interval: {low} to {high} ({line.interval.method})."


def length(line: Line) -> str:
    """How long a rate's period is, since a rate of six months is none of a year (T-10); "" for all else."""
    if line.measure.unit != "per 1,000" or not line.period.months:
        return ""
    return f" over {line.period.months} months"


def rating(line: Line) -> str:
    """The rating, its rule, and the target with its source."""
    rule = line.rating.rule.removeprefix("not rated (").removesuffix(")")
    said = f"{RATINGS[line.rating.word]}: {rule}."
    if line.target is None:
        return said
    return f"{said} Target {plain(line.target.value, line.measure)} ({line.target.source})."


def against(line: Line) -> str:
    """How the figure stands to those comparators that may be compared with it; "" where there are none."""
    said = [
        f"{_side(line, other)} {other.geography.lower()} figure of {plain(other.value, line.measure)}"
        for other in line.comparators
        if not other.unlike and other.value is not None and line.figure.value is not None
    ]
    return f"It is {_listed(said)}." if said else ""


def comparator(other: Comparator, measure: Measure) -> str:
    """A comparator with its period, marked where it must not be compared."""
    shown_value = plain(other.value, measure) if other.unit == measure.unit else f"{other.value} {other.unit}"
    unlike = "; not comparable" if other.unlike else ""
    return f"{other.geography} {shown_value} ({span(other.start, other.end)}{unlike})"


def shown(figure: Figure, measure: Measure) -> str:
    """A figure with what it is made of, e.g. "73.3% (176 of 240)"."""
    value = plain(figure.value, measure)
    if figure.value is None and figure.denominator == 0:
        return "nothing to take a share of (0 of 0)"
    if figure.numerator is None or figure.denominator is None or measure.unit in {"count", "score"}:
        return value
    parts = f"{figure.numerator:,.0f} of {figure.denominator:,.0f}"
    if measure.unit != "%":
        parts = f"{figure.numerator:,.0f} for {figure.denominator:,.0f}"
    return f"{value} ({parts})"


def plain(value: float | None, measure: Measure) -> str:
    """A value in the measure's unit and places; a rate names what it is per."""
    ending = f" {measure.unit}" if measure.unit == "per 1,000" and value is not None else ""
    return display_value(value, measure.unit, measure.decimals) + ending


def short_label(period: Period) -> str:
    """A period in short, for tables and charts whose heading says what kind of period it is."""
    if period.basis in {"fy", "budget_year", "point"}:
        return period.label
    if period.basis == "rolling_year":
        return f"Year to {MONTHS[period.period_end.month - 1]} {period.period_end.year}"
    return span(period.period_start, period.period_end)


def span(start: date, end: date) -> str:
    """A window in short, e.g. "Oct 2011 to Sep 2012"."""
    first, last = f"{MONTHS[start.month - 1]} {start.year}", f"{MONTHS[end.month - 1]} {end.year}"
    if first == last:
        return first
    return f"{MONTHS[start.month - 1]} to {last}" if start.year == end.year else f"{first} to {last}"


def trend_words(points: Iterable[tuple[str, float]], measure: Measure) -> str:
    """A trend in words: first, last, lowest and highest."""
    listed = list(points)
    if not listed:
        return "No figures to draw."
    (first_label, first), (last_label, last) = listed[0], listed[-1]
    low = min(listed, key=lambda point: point[1])
    high = max(listed, key=lambda point: point[1])
    if plain(low[1], measure) == plain(high[1], measure):
        return f"{plain(first, measure)} throughout, from {first_label} to {last_label}."
    return (
        f"From {plain(first, measure)} in {first_label} to {plain(last, measure)} in {last_label}; "
        f"lowest {plain(low[1], measure)} in {low[0]}, highest {plain(high[1], measure)} in {high[0]}."
    )


def _when(period: Period) -> str:
    if period.basis in {"cohort", "moj_cohort"}:
        return f"in the {period.label}"
    if period.basis == "to_date":
        return period.label
    return f"on {period.label}" if period.basis in {"as_at", "point"} else f"in {period.label}"


def _side(line: Line, other: Comparator) -> str:
    ours, theirs = line.figure.value or 0.0, other.value or 0.0
    if ours == theirs:
        return "equal to the"
    higher = ours > theirs
    word = "higher" if higher else "lower"
    small = any(words.startswith("Small numbers") for words in line.cautions)
    if small or line.measure.polarity == "context":
        return f"{word} than the"
    good = higher == (line.measure.polarity == "higher is better")
    return f"{word} ({'better' if good else 'worse'}) than the"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
