"""The value of a figure, made once from numerator, denominator and unit, and how a value is shown.

What belongs here: value and display. Changes between figures are in `assets.indicators.change`; nothing here judges.
Noughts are data and missing is not nought: a share of nothing is missing, never nought.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final

import pandas as pd

from schemas.measure import Measure, Unit

#: What a value multiplies numerator over denominator by; units that are not here are amounts.
PER: Final[Mapping[str, float]] = MappingProxyType({"%": 100.0, "pp": 100.0, "ratio": 1.0, "per 1,000": 1000.0})

#: What stands in the place of a value that there is not.
MISSING: Final = "not available"


def value(numerator: float | None, denominator: float | None, unit: Unit) -> float | None:
    """A figure's value: 100 n/d for "%", n/d for "ratio", 1000 n/d for "per 1,000", the numerator itself otherwise.

    A gap in "pp" is 100 n/d where it has a base (so many more than expected, of all), else the numerator itself.

    Returns:
        The value, or None when it cannot be known: a part is missing, or the denominator is nought.
    """
    top, below = _known(numerator), _known(denominator)
    if top is None or unit not in PER or (unit == "pp" and below is None):
        return top
    return None if below is None or below == 0 else PER[unit] * top / below


def _known(number: float | None) -> float | None:
    """The number, with pandas' missing values as None."""
    return None if number is None or pd.isna(number) else float(number)


def row_unit(measure: Measure, breakdown: str) -> Unit:
    """The unit of one row: an amount in the breakdowns that hold amounts, else the measure's."""
    if measure.unit not in PER:
        return measure.unit
    return measure.amounts.get(breakdown, measure.unit)


def with_values(frame: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """The measure's rows with `value` (Float64, missing where it cannot be known) and `unit`.

    Args:
        frame: rows in the one tidy shape (`schemas.measure.SHAPE`).
        measure: the header they were computed by.
    """
    units = [row_unit(measure, str(breakdown)) for breakdown in frame["breakdown"]]
    values = [
        value(numerator, denominator, unit)
        for numerator, denominator, unit in zip(frame["numerator"], frame["denominator"], units, strict=True)
    ]
    return frame.assign(
        value=pd.array(values, dtype="Float64"),
        unit=pd.array(units, dtype="string"),
    )


def rounded(amount: float, decimals: int) -> Decimal:
    """The amount at so many places, halves away from nought, never minus nought.

    Quirk: rounds the shortest decimal that means the number, so that 2.675 becomes 2.68 as an officer expects.
    """
    shown = Decimal(repr(float(amount))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return abs(shown) if shown == 0 else shown


def display_value(amount: float | None, unit: Unit, decimals: int) -> str:
    """A value as the pack shows it: "73.3%", "0.2 pp", "1,285", "0.89", "-£47,000"; "not available" when missing.

    Percentage points say so; they are never written with the per cent sign (T-07).
    """
    known = _known(amount)
    if known is None:
        return MISSING
    shown = rounded(known, decimals)
    if unit == "GBP":
        return f"{'-' if shown < 0 else ''}£{abs(shown):,}"
    ending = {"%": "%", "pp": " pp", "hours": " hours", "FTE": " FTE"}.get(unit, "")
    return f"{shown:,}{ending.rstrip('s') if str(shown) == '1' else ending}"
