"""Cells of a table from single values: numbers keep their full value, what is missing becomes shorthand.

Shorthand follows the Government Analysis Function's list; each is explained on the cover (`words.SHORTHAND`).
"""

from __future__ import annotations

from datetime import date

from assets.report.figures.lines import is_change
from assets.report.figures.lookup import Figure
from assets.report.words import as_said
from schemas.measure import Measure, Unit
from schemas.pack import Amount, Cell

NOT_AVAILABLE = "[x]"
NOT_APPLICABLE = "[z]"
LOW = "[low]"
HIDDEN = "[c]"

#: What stands before and after a number of each unit; the number itself is never multiplied.
AFFIXES: dict[Unit, tuple[str, str]] = {
    "count": ("", ""),
    "%": ("", "%"),
    "pp": ("", " pp"),
    "ratio": ("", ""),
    "per 1,000": ("", ""),
    "GBP": ("£", ""),
    "score": ("", ""),
    "hours": ("", " hours"),
    "FTE": ("", " FTE"),
}


def amount(value: float | None, unit: Unit, decimals: int, *, signed: bool = False) -> Cell:
    """A number in its unit, [x] where it is missing, [low] where it would show as nought without being it."""
    if value is None:
        return NOT_AVAILABLE
    if value and abs(value) < 0.5 * 10**-decimals:
        return LOW
    prefix, suffix = AFFIXES[unit]
    return Amount(value, decimals, prefix, suffix, signed)


def value_cell(figure: Figure | None, measure: Measure) -> Cell:
    """A figure's value; [z] where there was nothing to take a share of."""
    if figure is None:
        return NOT_AVAILABLE
    if figure.value is None and figure.hidden:
        return HIDDEN
    if figure.value is None and figure.denominator == 0:
        return NOT_APPLICABLE
    return amount(figure.value, measure.unit, measure.decimals, signed=is_change(measure))


def numerator_cell(figure: Figure | None, measure: Measure) -> Cell:
    """What was counted; money keeps its sign of pounds."""
    if figure is None:
        return NOT_AVAILABLE
    if figure.numerator is None and figure.hidden:
        return HIDDEN
    return _part(figure.numerator, measure)


def denominator_cell(figure: Figure | None, measure: Measure) -> Cell:
    """What the figure is a share or rate of; [z] for a measure that has none."""
    if figure is None:
        return NOT_AVAILABLE
    if figure.denominator is None:
        missing = HIDDEN if figure.hidden else NOT_AVAILABLE
        return NOT_APPLICABLE if measure.denominator == "none" else missing
    return _part(figure.denominator, measure)


def places_of(number: float | None) -> int:
    """Places that a numerator or denominator is shown to: none where it is whole, else two."""
    return 0 if number is None or float(number).is_integer() else 2


def _part(value: float | None, measure: Measure) -> Cell:
    if measure.counting_unit == "pound":
        return money(value)
    return amount(value, "count", places_of(value))


def money(value: float | None) -> Cell:
    """Pounds without pence, [x] where missing."""
    return amount(value, "GBP", 0)


def whole(value: object) -> Cell:
    """A count, [x] where missing."""
    return NOT_AVAILABLE if value is None else Amount(float(str(value)))


def text(value: object) -> str:
    """Text with its outer spaces cut, [x] where there is none."""
    words = "" if value is None else as_said(str(value).strip())
    return words or NOT_AVAILABLE


def day(value: object) -> Cell:
    """A day, [x] where missing."""
    return value if isinstance(value, date) else NOT_AVAILABLE
