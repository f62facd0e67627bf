"""How sure a figure is: its 95% interval, Wilson for shares, exact Poisson (Garwood) for counts and rates.

What belongs here: which figures have an interval and what it is. Not every number is one of chance: money, scores,
hours, and the re-offences of one child, which come in runs, get none rather than a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from assets.indicators.caution import wilson
from assets.indicators.exact import garwood
from schemas.measure import CountingUnit, Unit

#: Counting units that come by chance one by one, so that a count of them varies as a Poisson count does.
RARE_EVENTS: Final[frozenset[CountingUnit]] = frozenset(
    {"person", "episode", "order", "sentencing occasion", "victim", "call", "referral", "incident"}
)
#: Counting units of which a share is one of independent yeses and noes.
CASES: Final[frozenset[CountingUnit]] = RARE_EVENTS | {"respondent", "programme", "volunteer", "audit", "post"}

Method = Literal["Wilson", "exact Poisson"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95% interval of a figure, in the figure's unit.

    Attributes:
        low: its lower end.
        high: its upper end.
        method: how it was reckoned.
    """

    low: float
    high: float
    method: Method


def interval(
    numerator: float | None, denominator: float | None, unit: Unit, counting_unit: CountingUnit
) -> Interval | None:
    """The 95% interval of a figure.

    Returns:
        Wilson's for a share, Garwood's for a count and for a rate per 1,000; None where the figure has none.
    """
    if unit == "%" and counting_unit in CASES:
        return _share(numerator, denominator)
    if counting_unit not in RARE_EVENTS or not is_count(numerator):
        return None
    low, high = garwood(int(numerator or 0))
    if unit == "count":
        return Interval(low, high, "exact Poisson")
    if unit != "per 1,000" or denominator is None or pd.isna(denominator) or denominator <= 0:
        return None
    return Interval(1000 * low / denominator, 1000 * high / denominator, "exact Poisson")


def _share(numerator: float | None, denominator: float | None) -> Interval | None:
    ends = None if numerator is None or denominator is None else wilson(numerator, denominator)
    return None if ends is None else Interval(*ends, "Wilson")


def is_count(number: float | None) -> bool:
    """Whether a number is a whole one, nought or more."""
    return number is not None and not pd.isna(number) and number >= 0 and float(number).is_integer()
