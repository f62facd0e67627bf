"""Whether a change between two figures of one measure is more than chance would make (B8, B9).

What belongs here: one exact test for each kind of figure. A change that chance explains keeps its sign and its word;
"within chance variation" is said beside it.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from assets.indicators.exact import binomial_test, fisher_test
from assets.indicators.intervals import CASES, RARE_EVENTS, is_count
from schemas.measure import CountingUnit, Unit

#: A change is more than chance where so few in a hundred would be as large with nothing behind them.
LEVEL: Final = 0.05
#: Numerator and denominator of one figure.
Parts = tuple[float | None, float | None]


def within_chance(now: Parts, then: Parts, unit: Unit, counting_unit: CountingUnit) -> bool | None:
    """Whether chance alone explains the change between two figures, at the 5% level.

    Shares by Fisher's exact test; counts of equal periods, and rates per 1,000, by the exact binomial test of two
    Poisson counts (the one given their sum). Figures with the same parts differ by nothing, which chance explains.

    Returns:
        None where no test fits: money, ratios, hours, parts that are missing or no whole numbers.
    """
    if unit == "%" and counting_unit in CASES:
        return _shares(now, then)
    if unit in {"count", "per 1,000"} and counting_unit in RARE_EVENTS:
        return _counts(now, then, unit)
    return None


def _shares(now: Parts, then: Parts) -> bool | None:
    if not all(is_count(part) for part in (*now, *then)):
        return None
    (count, base), (other_count, other_base) = ((int(top or 0), int(below or 0)) for top, below in (now, then))
    if not (0 <= count <= base and 0 <= other_count <= other_base) or base == 0 or other_base == 0:
        return None
    return fisher_test(count, base, other_count, other_base) > LEVEL


def _counts(now: Parts, then: Parts, unit: Unit) -> bool | None:
    if not (is_count(now[0]) and is_count(then[0])):
        return None
    share = 0.5 if unit == "count" else _exposed(now[1], then[1])
    together = int(now[0] or 0) + int(then[0] or 0)
    return None if share is None else binomial_test(int(now[0] or 0), together, share) > LEVEL


def _exposed(now: float | None, then: float | None) -> float | None:
    """The share of all who could have counted that the later figure rests on."""
    if now is None or then is None or pd.isna(now) or pd.isna(then) or now <= 0 or then <= 0:
        return None
    return now / (now + then)
