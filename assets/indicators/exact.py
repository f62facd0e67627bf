"""Exact probabilities of counts, by SciPy: Poisson intervals, and two-sided binomial and Fisher tests.

What belongs here: the one door to SciPy's statistics, loaded when first asked, since loading it takes longer than all
else a run imports. What the numbers are used for is in `assets.indicators.intervals` and `assets.indicators.chance`.
"""

from __future__ import annotations

from functools import lru_cache

#: What is left out on each side of a 95% interval.
TAIL = 0.025


@lru_cache(maxsize=4096)
def garwood(count: int) -> tuple[float, float]:
    """Exact 95% interval of a Poisson count (Garwood 1936): the means that leave 2.5% beyond the count on each side.

    Quirk: a count of nought has nought as its lower end, and 3.69 as its upper.
    """
    from scipy.special import gammaincinv  # noqa: PLC0415 - loaded when first asked

    low = float(gammaincinv(count, TAIL)) if count else 0.0
    return low, float(gammaincinv(count + 1, 1 - TAIL))


@lru_cache(maxsize=4096)
def clopper_pearson(count: int, trials: int) -> tuple[float, float]:
    """Exact 95% interval of a share (Clopper and Pearson 1934); from nought to one without a trial."""
    from scipy.special import betaincinv  # noqa: PLC0415 - loaded when first asked

    low = float(betaincinv(count, trials - count + 1, TAIL)) if count else 0.0
    return low, float(betaincinv(count + 1, trials - count, 1 - TAIL)) if count < trials else 1.0


@lru_cache(maxsize=4096)
def binomial_test(count: int, trials: int, share: float) -> float:
    """Two-sided exact p of so many of the trials, were each one to count with this share; 1 without a trial."""
    from scipy.stats import binomtest  # noqa: PLC0415 - loaded when first asked

    return float(binomtest(count, trials, share).pvalue) if trials else 1.0


@lru_cache(maxsize=4096)
def fisher_test(count: int, base: int, other_count: int, other_base: int) -> float:
    """Two-sided exact p of two shares being one and the same: Fisher's test of count of base against the other."""
    from scipy.stats import fisher_exact  # noqa: PLC0415 - loaded when first asked

    table = [[count, base - count], [other_count, other_base - other_count]]
    return float(fisher_exact(table).pvalue)
