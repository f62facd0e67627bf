"""Intervals and exact tests, held to values that statsmodels and SciPy work by other functions than ours."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, poisson
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import test_poisson_2indep as compare_rates

from assets.indicators.caution import wilson
from assets.indicators.chance import Parts, within_chance
from assets.indicators.exact import binomial_test, fisher_test, garwood
from assets.indicators.intervals import Interval, interval
from schemas.measure import CountingUnit, Unit

QUICK = settings(max_examples=100, derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.688879), (1, 0.025318, 5.571643), (3, 0.618672, 8.767273), (161, 137.091109, 187.879507)],
)
def test_the_exact_interval_of_a_count_is_garwoods(count: int, low: float, high: float) -> None:
    """Half the chi-square quantiles, chi2.ppf(0.025, 2n) / 2 and chi2.ppf(0.975, 2n + 2) / 2 of SciPy 1.17.1."""
    assert garwood(count) == pytest.approx((low, high), abs=1e-6)


@QUICK
@given(count=st.integers(1, 20_000))
def test_an_exact_interval_leaves_two_and_a_half_per_cent_on_each_side(count: int) -> None:
    low, high = garwood(count)
    assert poisson.sf(count - 1, low) == pytest.approx(0.025, rel=1e-6)
    assert poisson.cdf(count, high) == pytest.approx(0.025, rel=1e-6)
    assert high == pytest.approx(chi2.ppf(0.975, 2 * count + 2) / 2)


@QUICK
@given(base=st.integers(1, 5_000), data=st.data())
def test_the_interval_of_a_share_is_that_of_statsmodels(base: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, base))
    low, high = proportion_confint(count, base, method="wilson")
    assert wilson(count, base) == pytest.approx((100 * low, 100 * high), abs=1e-9)


@pytest.mark.parametrize(
    ("parts", "unit", "counting", "expected"),
    [
        ((176, 240), "%", "order", Interval(67.403118, 78.528366, "Wilson")),
        ((161, None), "count", "person", Interval(137.091110, 187.879507, "exact Poisson")),
        ((3, 65_000), "per 1,000", "sentencing occasion", Interval(0.009518, 0.134881, "exact Poisson")),
    ],
)
def test_an_interval_is_in_the_unit_of_its_figure(
    parts: Parts, unit: Unit, counting: CountingUnit, expected: Interval
) -> None:
    """0.618672 of 65,000 is 0.009518 per 1,000; 8.767273 is 0.134881 (T-10: three sentences say next to nothing)."""
    found = interval(*parts, unit, counting)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-6)
    assert found.method == expected.method


@pytest.mark.parametrize(
    ("parts", "unit", "counting"),
    [
        ((2_849_464, None), "GBP", "pound"),
        ((106, 134), "ratio", "offence"),
        ((5_078, None), "count", "contact"),
        ((147, None), "count", "offence"),
        ((3_150.5, None), "hours", "hour"),
        ((2, 4), "%", "milestone"),
        ((None, None), "count", "person"),
        ((3, 0), "per 1,000", "person"),
        ((0, 0), "%", "person"),
        ((5, 4), "%", "person"),
    ],
)
def test_what_does_not_come_by_chance_one_by_one_has_no_interval(
    parts: Parts, unit: Unit, counting: CountingUnit
) -> None:
    assert interval(*parts, unit, counting) is None


@pytest.mark.parametrize(
    ("now", "then", "unit", "p"),
    [
        # D15: 161 against 156 first-time entrants; D11: 18 against 25 remands; 3 against 2 sentences by population.
        ((161, None), (156, None), "count", 0.822286),
        ((407, None), (328, None), "count", 0.003984),
        ((18, None), (25, None), "count", 0.360378),
        ((3, 65_000), (2, 65_100), "per 1,000", 0.687260),
    ],
)
def test_two_counts_are_set_against_each_other_by_the_exact_binomial_test(
    now: Parts, then: Parts, unit: Unit, p: float
) -> None:
    """P as statsmodels' exact conditional test of two Poisson rates gives it (method "exact-cond")."""
    exposures = (now[1] or 1, then[1] or 1)
    theirs = compare_rates(now[0], exposures[0], then[0], exposures[1], method="exact-cond").pvalue
    assert theirs == pytest.approx(p, abs=1e-6)
    share = exposures[0] / sum(exposures)
    assert binomial_test(int(now[0] or 0), int((now[0] or 0) + (then[0] or 0)), share) == pytest.approx(p, abs=1e-6)
    assert within_chance(now, then, unit, "person") is (p > 0.05)


@pytest.mark.parametrize(
    ("now", "then", "p"),
    [
        ((176, 240), (128, 175), 1.0),
        ((38, 55), (14, 31), 0.039260),
        ((5, 128), (4, 160), 0.517142),
        ((86, 95), (79, 85), 0.600436),
    ],
)
def test_two_shares_are_set_against_each_other_by_fishers_exact_test(
    now: tuple[int, int], then: tuple[int, int], p: float
) -> None:
    """P as R's fisher.test and SciPy 1.17.1 give it. D15: 73.3% against 73.1%; D11: 69.1% against 45.2%."""
    assert fisher_test(*now, *then) == pytest.approx(p, abs=1e-6)
    assert within_chance(now, then, "%", "order") is (p > 0.05)


@pytest.mark.parametrize(
    ("now", "then", "unit", "counting"),
    [
        ((100, None), (50, None), "GBP", "pound"),
        ((106, 134), (99, 133), "ratio", "offence"),
        ((161, None), (None, None), "count", "person"),
        ((3, None), (2, 65_000), "per 1,000", "person"),
        ((3, 10), (0, 0), "%", "person"),
        ((11, 10), (1, 10), "%", "person"),
        ((2.5, 10), (1, 10), "%", "person"),
    ],
)
def test_no_test_is_made_where_none_fits(now: Parts, then: Parts, unit: Unit, counting: CountingUnit) -> None:
    assert within_chance(now, then, unit, counting) is None


def test_two_noughts_differ_by_nothing() -> None:
    assert within_chance((0, None), (0, None), "count", "person") is True


@QUICK
@given(first=st.integers(0, 400), second=st.integers(0, 400))
def test_chance_does_not_depend_on_which_figure_came_first(first: int, second: int) -> None:
    assert within_chance((first, None), (second, None), "count", "person") == within_chance(
        (second, None), (first, None), "count", "person"
    )
