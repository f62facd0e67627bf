"""The risk register's scores are read by its own scale, and tested against sum and product (T-21, T-22)."""

from __future__ import annotations

import pytest

from assets.report.board import fits, movement, one_is_highest
from schemas.pack import Mark


@pytest.mark.parametrize(
    ("impact", "likelihood", "score", "expected"),
    [
        (2, 2, 4, "Sum and product"),
        (1, 2, 2, "Product"),
        (2, 3, 5, "Sum"),
        (2, 3, 4, "Neither"),
        (2, None, 4, "[x]"),
    ],
)
def test_a_printed_score_is_tested_against_both_rules(
    impact: float, likelihood: float | None, score: float, expected: str
) -> None:
    assert fits(impact, likelihood, score) == expected


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ("1-3, 1 highest", True),
        ("Impact and likelihood 1 to 3, 1 = highest", True),
        ("1 to 5, 1 is the highest risk", True),
        ("a score between 1 and 3 with 1 representing the higher level of risk", True),
        ("1 to 5, 5 highest", False),
        ("1 to 5", None),
    ],
)
def test_the_scale_says_which_end_is_the_higher_risk(scale: str, expected: bool | None) -> None:  # noqa: FBT001 - the answer itself
    assert one_is_highest(scale) is expected


def test_a_higher_residual_score_is_safer_where_one_is_the_highest_risk() -> None:
    assert movement("1-3, 1 highest", 4, 5) == Mark("▲ safer", "good")


def test_the_same_rise_is_less_safe_on_a_scale_the_other_way_round() -> None:
    assert movement("1-5, 5 highest", 4, 5) == Mark("▲ less safe", "bad")


def test_no_movement_is_claimed_on_a_scale_that_does_not_say() -> None:
    assert movement("1 to 5", 4, 5) == "The scale does not say"
