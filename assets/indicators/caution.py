"""Cautions that stand beside a figure: small numbers, intervals, figures that may yet change.

What belongs here: what a reader must know before a figure is leant on. Nothing here changes a figure or hides one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import sqrt
from types import MappingProxyType
from typing import Final

import pandas as pd

from schemas.measure import Unit

#: 97.5th percentile of the normal distribution, for two-sided 95% intervals.
Z_95: Final = 1.959963984540054

#: By how much a base may move before its share is marked as resting on another base (T-32), in per cent.
BASE_CHANGE_PERCENT: Final = 20.0

#: What a small numerator's next one adds, in words.
_ONE_MORE: Final[Mapping[str, str]] = MappingProxyType({"%": "percentage points", "per 1,000": "per 1,000"})


def base(numerator: float | None, denominator: float | None, unit: Unit) -> float | None:
    """The number a figure rests on (B8, T-10).

    The denominator of a share or ratio; the count itself for a count, and for a rate per 1,000 people, where the
    population is large however few events there were. Money and scores rest on no count.
    """
    chosen = {"%": denominator, "ratio": denominator, "count": numerator, "per 1,000": numerator}.get(unit)
    return None if chosen is None or pd.isna(chosen) else float(chosen)


def is_small(number: float | None, minimum_base: int = 10) -> bool:
    """Whether a base is below the least that is judged; an unknown base is not called small."""
    return number is not None and not pd.isna(number) and number < minimum_base


def small_number(numerator: float | None, denominator: float | None, unit: Unit, minimum_base: int = 10) -> str:
    """The small-number caution of a figure, or "" when it needs none."""
    rests_on = base(numerator, denominator, unit)
    if rests_on is None or not is_small(rests_on, minimum_base):
        return ""
    text = f"Small numbers: based on {rests_on:,.0f}; not rated, and its direction is not tested."
    return text + _one_more(denominator, unit)


def _one_more(denominator: float | None, unit: Unit) -> str:
    """What one event more would add to a share or a rate."""
    if unit not in _ONE_MORE or denominator is None or pd.isna(denominator) or denominator <= 0:
        return ""
    step = (100 if unit == "%" else 1000) / denominator
    places = 1 if unit == "%" else 2
    return f" One more would add {step:,.{places}f} {_ONE_MORE[unit]}."


def wilson(numerator: float, denominator: float) -> tuple[float, float] | None:
    """95% Wilson score interval of a share, in per cent.

    With p = n/d and z = 1.96: (p + z²/2d ± z √(p(1-p)/d + z²/4d²)) / (1 + z²/d).

    Returns:
        Lower and upper bound, or None where the figure is no share (no base, or a part larger than the whole).
    """
    if pd.isna(numerator) or pd.isna(denominator) or denominator <= 0 or not 0 <= numerator <= denominator:
        return None
    share = numerator / denominator
    z_squared = Z_95**2 / denominator
    middle = share + z_squared / 2
    reach = Z_95 * sqrt(share * (1 - share) / denominator + z_squared / (4 * denominator))
    low, high = (middle - reach) / (1 + z_squared), (middle + reach) / (1 + z_squared)
    return 100 * max(0.0, low), 100 * min(1.0, high)


def provisional(complete_on: date, as_of: date) -> bool:
    """Whether follow-up and proof of a period were not over on the as-of date, so that its figure may yet rise."""
    return complete_on > as_of


def provisional_text(complete_on: date, as_of: date) -> str:
    """The caution of a period that is not complete yet, or ""."""
    if not provisional(complete_on, as_of):
        return ""
    return f"Provisional: offences may still be proved until {complete_on.day} {complete_on:%B %Y}."


def base_change(now: float | None, then: float | None) -> str:
    """The note on a base that moved by more than a fifth between two figures (T-32), or ""."""
    if now is None or then is None or pd.isna(now) or pd.isna(then) or then <= 0:
        return ""
    if 100 * abs(now - then) <= BASE_CHANGE_PERCENT * then:
        return ""
    return f"The base changed from {then:,.0f} to {now:,.0f}, by more than {BASE_CHANGE_PERCENT:.0f}%."
