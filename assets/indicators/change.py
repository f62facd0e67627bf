"""The change between two figures of one measure: its size, its unit and its word.

The unit of a change is part of it (T-07): two shares differ by percentage points, two counts or rates by an amount and
by a relative per cent. The word comes from the sign and from nothing else (T-04), so "-45.7% reduction" cannot be
written. Whether a change is good is in `assets.indicators.direction`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from assets.indicators.values import display_value, rounded
from schemas.measure import Unit

Word = Literal["increase", "decrease", "no change"]
PERCENT_DECIMALS = 1
TINY = "less than "
#: What a relative change is a per cent of, where "more" and "fewer" do not say it: a fall of a rate is none of a
#: number (T-09).
EARLIER: dict[Unit, str] = {"per 1,000": "rate", "ratio": "rate", "score": "score"}
#: What has more and fewer of it, and what has more and less; all else is higher or lower.
THINGS: frozenset[Unit] = frozenset({"count"})
AMOUNTS: frozenset[Unit] = frozenset({"GBP", "hours", "FTE"})


@dataclass(frozen=True, slots=True)
class Change:
    """The signed change from an earlier figure to a later one.

    Attributes:
        amount: now minus then.
        unit: unit of the amount; "pp" between two shares.
        relative_percent: amount as a per cent of the earlier figure; None between shares, and from nought.
    """

    amount: float
    unit: Unit
    relative_percent: float | None = None


def change(now: float | None, then: float | None, unit: Unit) -> Change | None:
    """The change of a measure of this unit.

    Returns:
        The change, or None when either figure is missing.
    """
    if now is None or then is None or pd.isna(now) or pd.isna(then):
        return None
    amount = float(now) - float(then)
    if unit in {"%", "pp"}:
        return Change(amount, "pp")
    relative = 100 * amount / abs(float(then)) if then else None
    return Change(amount, unit, relative)


def word(moved: Change) -> Word:
    """The word of a change, from its sign alone (T-04)."""
    if moved.amount > 0:
        return "increase"
    return "decrease" if moved.amount < 0 else "no change"


def describe(moved: Change | None, decimals: int) -> str:
    """A change in words that a "than" may follow; its number carries no sign (T-04).

    "186 fewer (45.7%)", "£3,000 more (1.2%)", "0.2 percentage points higher", "0.02 lower (40.0% of the earlier rate)".

    Quirk: a change too small for the places shown is "higher by less than 0.1 ...", never "0.0 higher".

    Args:
        moved: the change, or None when it cannot be known.
        decimals: places of the measure.
    """
    if moved is None:
        return "change not available"
    if word(moved) == "no change":
        return "no change"
    size = size_of(moved, decimals)
    said = f"{_side(moved)} by {size}" if size.startswith(TINY) else f"{size} {_side(moved)}"
    return f"{said}{_relative(moved)}"


def size_of(moved: Change, decimals: int) -> str:
    """The size of a change without a sign, e.g. "186", "0.2 percentage points", "less than 0.1 percentage points"."""
    return _size(moved.amount, moved.unit, decimals)


def _side(moved: Change) -> str:
    """Which way, by sign, in the word that its unit takes."""
    more, less = "higher", "lower"
    if moved.unit in THINGS | AMOUNTS:
        more, less = "more", "fewer" if moved.unit in THINGS else "less"
    return more if word(moved) == "increase" else less


def _relative(moved: Change) -> str:
    """The relative change, with its base where the words before do not say it; "" between shares, and from nought."""
    if moved.relative_percent is None:
        return ""
    size = _size(moved.relative_percent, "%", PERCENT_DECIMALS)
    return f" ({size} of the earlier {EARLIER[moved.unit]})" if moved.unit in EARLIER else f" ({size})"


def _size(amount: float, unit: Unit, decimals: int) -> str:
    """An unsigned amount with its unit in words."""
    size = abs(amount)
    if rounded(size, decimals) == 0:
        return f"{TINY}{_unsigned(10.0**-decimals, unit, decimals)}"
    return _unsigned(size, unit, decimals)


def _unsigned(size: float, unit: Unit, decimals: int) -> str:
    shown = display_value(size, unit, decimals)
    return shown.replace(" pp", " percentage point" if shown == "1 pp" else " percentage points")
