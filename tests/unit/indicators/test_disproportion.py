"""Over-representation: relative rates with exact ends, shares, and what may be said of a group, worked out by hand."""

from __future__ import annotations

from math import comb

import pytest

from assets.indicators.disproportion import (
    NOT_TOLD_APART,
    OVER,
    TOO_FEW,
    TOO_SMALL,
    UNDER,
    Group,
    relative_rate,
    share_interval,
    statement,
)
from assets.indicators.exact import clopper_pearson


def group(young_people: int, residents: float, of: int = 891, population: float = 67_500, name: str = "any") -> Group:
    return Group(name, young_people, residents, of, population)


def tail(count: int, trials: int, share: float) -> float:
    """Chance of so many or more, summed term by term."""
    return sum(comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(count, trials + 1))


@pytest.mark.parametrize(
    ("count", "trials", "low", "high"),
    # 0 of 10 has 1 - 0.025 ** (1 / 10) as its upper end, by hand; 5 of 10 and 7 of 21 are in printed tables of binomial
    # limits (0.187 to 0.813; 0.146 to 0.570).
    [(0, 10, 0.0, 0.3085), (5, 10, 0.1871, 0.8129), (7, 21, 0.1459, 0.5697), (10, 10, 0.6915, 1.0)],
)
def test_exact_ends_of_a_share_are_those_of_printed_tables(count: int, trials: int, low: float, high: float) -> None:
    assert clopper_pearson(count, trials) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("count", "trials"), [(1, 3), (3, 40), (17, 33), (29, 854)])
def test_exact_ends_leave_one_in_forty_on_each_side(count: int, trials: int) -> None:
    low, high = clopper_pearson(count, trials)
    assert tail(count, trials, low) == pytest.approx(0.025, rel=1e-6)
    assert 1 - tail(count + 1, trials, high) == pytest.approx(0.025, rel=1e-6)


def test_a_relative_rate_is_the_rate_of_the_group_over_that_of_white() -> None:
    rate = relative_rate(group(30, 1_000), group(100, 10_000))
    # 30 in 1,000 over 100 in 10,000
    assert rate is not None
    assert rate.index == pytest.approx(3.0)
    assert rate.low < 3.0 < (rate.high or 0)
    assert rate.other_way_round is None


def test_its_ends_are_those_of_the_share_given_both_together_turned_into_rates() -> None:
    rate = relative_rate(group(5, 2_000), group(5, 2_000))
    low, high = 0.1871, 0.8129
    assert rate is not None
    # Equal residents: r = p / (1 - p), with the ends of 5 of 10.
    assert (rate.low, rate.high) == pytest.approx((low / (1 - low), high / (1 - high)), rel=1e-3)


def test_an_index_below_one_is_said_the_other_way_round_and_one_of_nought_is_not() -> None:
    low = relative_rate(group(10, 4_000), group(100, 10_000))
    assert low is not None
    assert (low.index, low.other_way_round) == pytest.approx((0.25, 4.0))
    nobody = relative_rate(group(0, 4_000), group(100, 10_000))
    assert nobody is not None
    assert (nobody.index, nobody.low, nobody.other_way_round) == (0.0, 0.0, None)


@pytest.mark.parametrize(
    ("one", "white"),
    [
        (group(5, 0), group(5, 100)),
        (group(5, 100), group(0, 100)),
        (group(5, 100), group(5, 0)),
    ],
)
def test_there_is_no_rate_where_nothing_stands_to_set_it_against(one: Group, white: Group) -> None:
    assert relative_rate(one, white) is None


def test_the_gap_is_the_share_less_the_population_share() -> None:
    asian = group(29, 3_885)
    # 29/891 = 3.255%, 3,885/67,500 = 5.756%: the printed -2.5
    assert asian.share == pytest.approx(3.2548, abs=1e-4)
    assert asian.population_share == pytest.approx(5.7556, abs=1e-4)
    assert asian.gap == pytest.approx(-2.5008, abs=1e-4)
    assert group(0, 3_885, of=0).gap is None


def test_t_11_no_direction_is_said_inside_the_interval() -> None:
    dual_heritage = group(22, 1_580)
    # 22/891 = 2.47%; Wilson 1.64 to 3.71; population 2.34 lies inside: printed +0.1 means nothing
    assert share_interval(dual_heritage) == pytest.approx((1.64, 3.71), abs=0.02)
    assert statement(dual_heritage) == NOT_TOLD_APART
    asian = group(29, 3_885)
    # 29/891; Wilson 2.28 to 4.63; population 5.76 lies above
    assert share_interval(asian) == pytest.approx((2.28, 4.63), abs=0.02)
    assert statement(asian) == UNDER


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (group(200, 3_885), OVER),
        (group(4, 30_000), TOO_FEW),
        (group(5, 30_000), UNDER),
        (group(200, 99), TOO_SMALL),
        (group(200, 100), OVER),
        (group(0, 3_885, of=0), TOO_FEW),
    ],
)
def test_nothing_is_said_of_fewer_than_5_young_people_or_100_residents(one: Group, said: str) -> None:
    assert statement(one) == said
