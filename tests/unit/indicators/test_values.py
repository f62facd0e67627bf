"""Values from numerator, denominator and unit, and how they are shown."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.indicators.values import display_value, rounded, value, with_values
from schemas.measure import SHAPE, Unit
from tests.unit.indicators.measure_of import measure

QUICK = settings(max_examples=200, derandomize=True, deadline=None, database=None)
amounts = st.floats(-1e7, 1e7)


@pytest.mark.parametrize(
    ("numerator", "denominator", "unit", "expected"),
    [
        (176, 240, "%", 100 * 176 / 240),
        (588, 661, "ratio", 588 / 661),
        (3, 64_900, "per 1,000", 3000 / 64_900),
        (161, None, "count", 161),
        (2_849_464, None, "GBP", 2_849_464),
        (-0.8, None, "pp", -0.8),
        (-2.5, 50, "pp", -5.0),
    ],
)
def test_a_value_is_made_from_its_unit(
    numerator: float, denominator: float | None, unit: Unit, expected: float
) -> None:
    assert value(numerator, denominator, unit) == expected


@pytest.mark.parametrize("unit", ["%", "ratio", "per 1,000"])
def test_a_share_of_nothing_is_missing_and_a_share_of_nought_is_nought(unit: Unit) -> None:
    assert value(0, 0, unit) is None
    assert value(0, None, unit) is None
    assert value(0, 7, unit) == 0


def test_a_missing_numerator_is_missing_and_not_nought() -> None:
    assert value(None, 4, "%") is None
    assert value(float("nan"), None, "count") is None
    assert value(0, None, "count") == 0


@pytest.mark.parametrize(
    ("amount", "unit", "decimals", "shown"),
    [
        (100 * 176 / 240, "%", 1, "73.3%"),
        (100 * (1285 - 507) / 1285, "%", 1, "60.5%"),
        (100 * 202 / 661, "%", 1, "30.6%"),
        (2.675, "ratio", 2, "2.68"),
        (0.25, "%", 1, "0.3%"),
        (-0.25, "%", 1, "-0.3%"),
        (-0.04, "%", 1, "0.0%"),
        (-0.0, "count", 0, "0"),
        (1285, "count", 0, "1,285"),
        (-0.8, "pp", 1, "-0.8 pp"),
        (2_849_464, "GBP", 0, "£2,849,464"),
        (-47_000, "GBP", 0, "-£47,000"),
        (5, "score", 0, "5"),
        (0.0462, "per 1,000", 2, "0.05"),
        (None, "%", 1, "not available"),
        (float("nan"), "count", 0, "not available"),
    ],
)
def test_a_value_is_shown_in_its_unit_with_halves_rounded_up(
    amount: float | None, unit: Unit, decimals: int, shown: str
) -> None:
    assert display_value(amount, unit, decimals) == shown


@QUICK
@given(amount=amounts, decimals=st.integers(0, 2))
def test_what_is_shown_is_never_more_than_half_a_last_digit_away(amount: float, decimals: int) -> None:
    """T-02: 60.54 printed as 60.4 would fail here."""
    assert abs(float(rounded(amount, decimals)) - amount) <= 0.5 * 10**-decimals + 1e-9


@QUICK
@given(amount=amounts, decimals=st.integers(0, 2))
def test_minus_nought_is_never_shown(amount: float, decimals: int) -> None:
    shown = display_value(amount, "count", decimals)
    assert not (shown.startswith("-") and set(shown) <= set("-0.,"))


@QUICK
@given(amount=amounts)
def test_percentage_points_never_carry_the_per_cent_sign(amount: float) -> None:
    assert "%" not in display_value(amount, "pp", 1)
    assert "pp" not in display_value(amount, "%", 1)


def rows(*given_rows: tuple[str, float, float | None]) -> pd.DataFrame:
    """Rows of one period and area in the one tidy shape."""
    made = [("P", "A", breakdown, "x", top, below) for breakdown, top, below in given_rows]
    numbers = dict.fromkeys(SHAPE[4:], "Float64")
    return pd.DataFrame(made, columns=list(SHAPE)).astype({**dict.fromkeys(SHAPE[:4], "string"), **numbers})


def test_each_row_gets_its_value_and_unit() -> None:
    valued = with_values(rows(("all", 1, 4), ("sex", 0, 0)), measure())
    assert valued["value"].tolist() == [25.0, pd.NA]
    assert valued["unit"].tolist() == ["%", "%"]


def test_amounts_beside_a_share_stay_amounts() -> None:
    change = measure(amounts={"amount": "GBP", "residual": "score"})
    valued = with_values(rows(("all", -47, 614), ("amount", -47_000, None), ("residual", 5, None)), change)
    assert valued["value"].tolist() == [100 * -47 / 614, -47_000.0, 5.0]
    assert valued["unit"].tolist() == ["%", "GBP", "score"]


def test_a_rate_whose_population_is_missing_is_missing_and_no_count() -> None:
    valued = with_values(rows(("all", 3, None)), measure(unit="per 1,000"))
    assert valued["value"].isna().tolist() == [True]
    assert valued["unit"].tolist() == ["per 1,000"]
