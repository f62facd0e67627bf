"""Control charts against the worked example of a public handbook, and each signal at its edge."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.indicators.spc import Signal, limits, signals

QUICK = settings(max_examples=200, derandomize=True, deadline=None, database=None)
FLOW = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)


def test_the_limits_are_those_of_the_handbooks_flow_rates() -> None:
    """NIST/SEMATECH e-Handbook 6.3.2.2: mean 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041."""
    found = limits(FLOW)
    assert found.mean == pytest.approx(50.81)
    assert (found.low, found.high) == pytest.approx((45.8159, 55.8041), abs=2e-4)


def test_limits_take_two_points() -> None:
    with pytest.raises(ValueError, match="two points"):
        limits([5.0])


def test_fewer_than_twelve_points_say_nothing() -> None:
    eleven = [10.0, 11.0] * 5 + [90.0]
    assert signals(eleven) == []
    assert signals([10.0, *eleven]) != []


def test_a_point_outside_the_limits_is_told() -> None:
    """Mean 165 / 12 = 13.75; mean moving range (10 x 1 + 40) / 11 = 4.5455; reach 3 x 4.5455 / 1.128 = 12.089."""
    points = [10.0, 11.0] * 5 + [10.0, 50.0]
    found = limits(points)
    assert (found.mean, found.low, found.high) == pytest.approx((13.75, 1.661, 25.839), abs=1e-3)
    assert Signal("outside the limits", 11, 11) in signals(points)


@pytest.mark.parametrize(("above", "told"), [(7, False), (8, True)])
def test_eight_in_a_row_on_one_side_of_the_mean_are_told_and_seven_are_not(above: int, told: bool) -> None:  # noqa: FBT001 - a case of the table
    low, high = [1.0, 3.0] * 8, [9.0, 11.0] * 8
    points = [*low[: 16 - above], *high[:above]]
    # The low stretch is 16 - above long, so it is told of as well where it has eight.
    assert (Signal("on one side of the mean", 16 - above, 15) in signals(points)) is told


@pytest.mark.parametrize(("climb", "told"), [(5, False), (6, True)])
def test_six_points_rising_are_told_and_five_are_not(climb: int, told: bool) -> None:  # noqa: FBT001 - a case of the table
    flat = [5.0, 6.0] * 6
    rising = [*flat, *(4.0 + step for step in range(climb))]
    falling = [*(10.0 - point for point in rising)]
    assert (Signal("rising", 12, 11 + climb) in signals(rising)) is told
    assert (Signal("falling", 12, 11 + climb) in signals(falling)) is told


def test_a_point_on_the_mean_breaks_a_run_and_a_level_step_breaks_a_climb() -> None:
    assert signals([5.0] * 20) == []
    climb = [5.0, 6.0] * 4 + [1.0, 2.0, 3.0, 3.0, 4.0, 5.0]
    assert not [found for found in signals(climb) if found.kind == "rising"]


@QUICK
@given(st.lists(st.integers(0, 60).map(float), min_size=12, max_size=30))
def test_a_series_turned_upside_down_has_the_same_signals(points: list[float]) -> None:
    turned = {"rising": "falling", "falling": "rising"}
    mirrored = [
        (turned.get(found.kind, found.kind), found.first, found.last) for found in signals([-p for p in points])
    ]
    assert sorted(mirrored) == sorted((found.kind, found.first, found.last) for found in signals(points))
