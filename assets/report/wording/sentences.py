"""The sentences of the pack, made by rule from a line, so that no word can contradict its figure.

"Better" and "worse" come from polarity and sign only (T-26); a change's number carries no sign beside its word (T-04);
points are called points (T-07); what is not comparable is not judged (T-06).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assets.indicators.change import change, describe, size_of
from assets.indicators.direction import Direction
from assets.indicators.rag import Word
from assets.indicators.values import display_value, rounded
from assets.report.figures.comparison import Comparator
from assets.report.figures.lines import Line, is_change
from assets.report.figures.lookup import Figure, Period
from schemas.measure import Measure

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
VERDICTS = {
    "better": ": better",
    "worse": ": worse",
    "not tested": ": too few cases to say whether better or worse",
    "no change": "",
    "context": "",
}
#: Basis -> what a figure of it is set against.
EARLIER_BY_BASIS = {
    "quarter": "the same quarter last year",
    "ytd": "the same period last year",
    "half_year": "the same half year last year",
    "fy": "the year before",
    "budget_year": "the year before",
    "rolling_year": "the twelve months before",
    "cohort": "the cohort of a year before",
    "moj_cohort": "the cohort of a year before",
}
#: Plurals that an "s" does not make, and endings in "s" that are no plural.
IRREGULAR = {"children": "child", "people": "person", "women": "woman"}
NO_PLURAL = ("ss", "us", "is", "'s")
BETTER_WHEN = {"higher is better": "Higher", "lower is better": "Lower", "context": "Context only"}
RATINGS: dict[Word, str] = {
    "green": "Green",
    "amber": "Amber",
    "red": "Red",
    "grey": "Grey",
    "not rated": "Not rated",
}


def headline(line: Line) -> str:
    """The page's first sentences: the figure, its change on last year, and whether that is better.

    "161 first-time entrants, April to December 2014: 5 more (3.2%) than the same period last year. That is worse."
    """
    said = f"{shown(line.figure, line.measure)}{_counted(line)}{length(line)}, {_when(line.period)}"
    said = f"{said[:1].upper()}{said[1:]}{_compared(line)}"
    return " ".join(words for words in (said, _verdict(line)) if words)


def _compared(line: Line) -> str:
    """The change on the same period last year, as the end of a sentence; a figure that is itself a change has none."""
    if is_change(line.measure):
        return "."
    if line.figure.hidden or (line.last is not None and line.last.hidden):
        return ". A hidden figure is not compared."
    if line.moved is None:
        return ". There is no figure to compare it with from a year before."
    said = describe(line.moved, line.measure.decimals)
    joint = "on" if said == "no change" else "than"
    return f": {said} {joint} {EARLIER_BY_BASIS.get(line.period.basis, 'a year before')}."


def _verdict(line: Line) -> str:
    """Whether the change is better, and whether chance explains it, as a sentence; "" where there is nothing to say."""
    if line.direction is None or (line.moved is None and not is_change(line.measure)):
        return ""
    words = judged(line.direction).lstrip(":, ")
    if line.direction.verdict == "not tested":
        return f"{words[:1].upper()}{words[1:]}."
    return f"That is {words}." if words else ""


def _counted(line: Line) -> str:
    """What a count is of, in the number it stands in; "" for all else, and where there is no figure."""
    value = line.figure.value
    if line.measure.unit != "count" or value is None:
        return ""
    counted = line.measure.counted or line.measure.numerator
    return f" {one_of(counted) if value == 1 else counted}"


def one_of(counted: str) -> str:
    """What is counted, in the singular: the first plural of the words is their head ("nights in custody")."""
    words = counted.split(" ")
    for place, word in enumerate(words):
        if word in IRREGULAR or (word.endswith("s") and not word.endswith(NO_PLURAL)):
            return " ".join([*words[:place], IRREGULAR.get(word, word[:-1]), *words[place + 1 :]])
    return counted


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
    way = f"{line.short.movement}{_by_little(line)}"
    return f"This quarter: {now}, {way} from {then} in the quarter before{judged(line.short)}."


def _by_little(line: Line) -> str:
    """By how little a quarter moved, where both its figures look the same at the places shown; else ""."""
    now, then = (figure.value if figure else None for figure in (line.quarter, line.previous))
    moved = change(now, then, line.measure.unit)
    if moved is None or plain(now, line.measure) != plain(then, line.measure):
        return ""
    return f" by {size_of(moved, line.measure.decimals)}"


def sure(line: Line) -> str:
    """The 95% interval of the figure; "" where it has none."""
    if line.interval is None:
        return ""
    low, high = (plain(end, line.measure) for end in (line.interval.low, line.interval.high))
    return f"95% interval: {low} to {high} ({line.interval.method})."


def lag(period: Period, quarter_end: date) -> str:
    """How late a figure comes: whole months from its period's last day to the quarter's, and what it waits for."""
    months = 12 * (quarter_end.year - period.period_end.year) + quarter_end.month - period.period_end.month
    follows = ""
    if period.follow_up_months:
        follows = f", since each child is followed for {period.follow_up_months} months and results are waited for"
    if months > 0:
        word = "month" if months == 1 else "months"
        return f"The period ends {months} {word} before this quarter does{follows}."
    return "The period ends after this quarter does." if months < 0 else "The period ends with this quarter."


def length(line: Line) -> str:
    """How long a rate's period is, since a rate of six months is none of a year (T-10); "" for all else."""
    if line.measure.unit != "per 1,000" or not line.period.months:
        return ""
    return f" over {line.period.months} months"


def rating(line: Line) -> str:
    """The rating, its rule, and the target with its source."""
    rule = line.rating.rule.removeprefix("not rated (").removesuffix(")")
    said = f"{RATINGS[line.rating.word]}: {rule}{_before_rounding(line)}."
    if line.target is None:
        return said
    return f"{said} Target {plain(line.target.value, line.measure)} ({line.target.source})."


def _before_rounding(line: Line) -> str:
    """Says so where a figure misses a target that it looks the same as at the places shown; else ""."""
    missed = line.target is not None and line.rating.word in {"amber", "red"}
    alike = line.target is not None and plain(line.figure.value, line.measure) == plain(line.target.value, line.measure)
    return ", before rounding" if missed and alike else ""


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
    if figure.value is None and figure.hidden:
        return "hidden, so that no child can be told from it"
    if figure.value is None and figure.denominator == 0:
        return "nothing to take a share of (0 of 0)"
    if figure.numerator is None or figure.denominator is None or measure.unit in {"count", "score"}:
        return value
    joint = "of" if measure.unit in {"%", "pp"} else "for"
    return f"{value} ({part(figure.numerator)} {joint} {part(figure.denominator)})"


def part(number: float) -> str:
    """A numerator or denominator: whole where it is, else with two places, so that no part reads as nought."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.2f}"


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
    return f"on {period.label}" if period.basis in {"as_at", "point"} else period.label


def _side(line: Line, other: Comparator) -> str:
    decimals = line.measure.decimals
    ours, theirs = (rounded(value or 0.0, decimals) for value in (line.figure.value, other.value))
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
