"""Ratings against a target, and against last year where no number is set."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.indicators.rag import SYMBOLS, Target, rate, rate_year_on_year, target_for
from schemas.measure import Polarity
from schemas.service import MeasureRag, RagRule

RULE = RagRule()
QUICK = settings(max_examples=200, derandomize=True, deadline=None, database=None)
HIGHER: Polarity = "higher is better"
LOWER: Polarity = "lower is better"


def against(value: float | None, target: float, polarity: Polarity, *, base: float | None = 100) -> str:
    return rate(value, Target(target, "target", "YJB"), polarity, base, RULE).word


@pytest.mark.parametrize(
    ("value", "target", "polarity", "word"),
    [
        (80.0, 80, HIGHER, "green"),
        (80.7, 80, HIGHER, "green"),
        (76.0, 80, HIGHER, "amber"),
        (75.99, 80, HIGHER, "red"),
        (73.3, 80, HIGHER, "red"),
        (3.9, 5, LOWER, "green"),
        (5.0, 5, LOWER, "green"),
        (5.25, 5, LOWER, "amber"),
        (5.26, 5, LOWER, "red"),
        (1.1235, 1.07, LOWER, "amber"),
        (1.12351, 1.07, LOWER, "red"),
    ],
)
def test_amber_is_a_miss_of_up_to_five_per_cent_of_the_target(
    value: float, target: float, polarity: Polarity, word: str
) -> None:
    """B9: 5% of a 5% custody target is 0.25 points; 5% of 1.07 is 0.0535."""
    assert against(value, target, polarity) == word


def test_a_target_of_nought_or_no_target_or_no_figure_is_grey() -> None:
    assert against(3, 0, LOWER) == "grey"
    assert rate(3, None, LOWER, 100, RULE).word == "grey"
    assert against(None, 5, LOWER) == "grey"
    assert against(5, 5, "context") == "grey"


def test_a_base_under_ten_is_not_rated_and_a_base_of_ten_is() -> None:
    small = rate(0, Target(80, "local", "Board"), HIGHER, 9, RULE)
    assert (small.word, small.rule) == ("not rated", "not rated (base under 10)")
    assert against(0, 80, HIGHER, base=10) == "red"


def test_a_rating_says_its_rule_and_every_word_has_a_symbol_of_its_own() -> None:
    told = rate(5.2, Target(5, "target", "YJB"), LOWER, 100, RULE)
    assert told.rule == "misses the target by no more than 5% of the target"
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_a_tolerance_of_the_targets_own_is_in_the_measures_unit() -> None:
    """80% with a tolerance of 7 points: 73.3 is amber, 72.9 is red."""
    target = Target(80, "local", "Board", tolerance=7)
    assert rate(73.3, target, HIGHER, 240, RULE).word == "amber"
    assert rate(72.9, target, HIGHER, 240, RULE).word == "red"


@QUICK
@given(
    value=st.floats(0, 200),
    step=st.floats(0, 50),
    target=st.floats(0.5, 150),
    polarity=st.sampled_from([HIGHER, LOWER]),
)
def test_a_better_figure_is_never_rated_worse(value: float, step: float, target: float, polarity: Polarity) -> None:
    order = ["red", "amber", "green"]
    better = value + step if polarity == HIGHER else value - step
    assert order.index(against(better, target, polarity)) >= order.index(against(value, target, polarity))


def targets(*rows: tuple[str, str, str, float | None]) -> pd.DataFrame:
    made = [(*row, "a source") for row in rows]
    return pd.DataFrame(made, columns=["measure_id", "fy", "kind", "value", "source"])


def test_the_services_own_target_stands_before_the_national_one() -> None:
    table = targets(("EET-01", "2014-15", "national", 90), ("EET-01", "2014-15", "local", 80))
    assert target_for(table, "EET-01", "2014-15") == Target(80, "local", "a source")


def test_a_baseline_is_no_target_and_last_years_target_is_not_this_years() -> None:
    """T-05: the plan's target column showed 1.13, the baseline of 2005."""
    table = targets(("REO-01", "2014-15", "baseline", 1.13), ("REO-01", "2010-11", "target", 1.07))
    assert target_for(table, "REO-01", "2014-15") is None
    assert target_for(table, "REO-01", "2010-11") == Target(1.07, "target", "a source")


def test_a_tolerance_goes_with_its_target_and_an_empty_target_is_none() -> None:
    table = targets(("CUS-01", "2014-15", "target", 5), ("CUS-01", "2014-15", "tolerance", 0.5))
    assert target_for(table, "CUS-01", "2014-15") == Target(5, "target", "a source", 0.5)
    assert target_for(targets(("CUS-01", "2014-15", "target", None)), "CUS-01", "2014-15") is None


@pytest.mark.parametrize(
    ("now", "then", "polarity", "word"),
    [
        (221, 407, LOWER, "green"),
        (161, 156, LOWER, "amber"),
        (156, 156, LOWER, "amber"),
        (407, 328, LOWER, "red"),
        (200, 100, HIGHER, "green"),
        (100, 200, HIGHER, "red"),
        (9, 20, LOWER, "not rated"),
        (20, None, LOWER, "grey"),
        (20, 30, "context", "grey"),
    ],
)
def test_an_aim_to_reduce_is_rated_against_the_same_period_last_year(
    now: float, then: float | None, polarity: Polarity, word: str
) -> None:
    """B9, no target. Exact binomial p of two counts: 161 v 156 0.82, 407 v 328 0.004 (see test_intervals)."""
    assert rate_year_on_year(now, then, polarity, RULE).word == word


def test_a_rating_on_last_year_names_its_rule() -> None:
    assert rate_year_on_year(221, 407, LOWER, RULE).rule == "a reduction on the same period last year"
    assert rate_year_on_year(161, 156, LOWER, RULE).rule == (
        "no reduction on the same period last year, within chance variation"
    )


@pytest.mark.parametrize(
    ("rule", "value", "last", "word"),
    [
        # 80% aimed at: 5% of it is 4 points, 10% is 8 points.
        (RagRule(rule="derbyshire", amber_within_percent=50), 76.0, None, "amber"),
        (RagRule(rule="derbyshire", amber_within_percent=50), 75.9, None, "red"),
        (RagRule(rule="points", amber_within_points=2), 78.0, None, "amber"),
        (RagRule(rule="points", amber_within_points=2), 77.9, None, "red"),
        (RagRule(rule="havering"), 72.0, None, "green"),
        (RagRule(rule="havering"), 71.9, 71.9, "amber"),
        (RagRule(rule="havering"), 71.9, 70.0, "amber"),
        (RagRule(rule="havering"), 71.9, 72.0, "red"),
        (RagRule(rule="havering"), 71.9, None, "red"),
        (RagRule(rule="target percent", amber_within_percent=2), 78.4, None, "amber"),
        (RagRule(rule="target percent", amber_within_percent=2), 78.3, None, "red"),
    ],
)
def test_each_councils_rule_rates_by_its_own_words(rule: RagRule, value: float, last: float | None, word: str) -> None:
    """Safer Derbyshire and Havering as in measures.md B9; worse than last year is worse by polarity."""
    rated = rate(value, Target(80, "target", "YJB"), HIGHER, 240, rule, last)
    assert rated.word == word
    assert rated.rule


def test_haverings_rule_knows_that_lower_is_better() -> None:
    """5% aimed at, a tenth of it is 0.5: 5.5 is green; 6.0 after 6.5 is amber, after 5.9 red."""
    target, rule = Target(5, "target", "YJB"), RagRule(rule="havering")
    found = [rate(value, target, LOWER, 128, rule, last).word for value, last in ((5.5, 1), (6.0, 6.5), (6.0, 5.9))]
    assert found == ["green", "amber", "red"]


def test_a_targets_own_tolerance_stands_before_the_services_rule() -> None:
    target = Target(80, "local", "Board", tolerance=7)
    assert rate(73.3, target, HIGHER, 240, RagRule(rule="points")).rule.endswith("its tolerance of 7")


def test_one_measure_may_be_rated_otherwise_than_the_rest() -> None:
    whole = RagRule(measures={"CUS-01": MeasureRag(rule="points", amber_within_points=0.5)})
    own = whole.of("CUS-01")
    assert (own.rule, own.amber_within_points, own.minimum_base) == ("points", 0.5, whole.minimum_base)
    assert whole.of("EET-01") is whole


def test_a_target_holds_for_its_year_alone_unless_it_says_until_when() -> None:
    """T-30: 6% to 2005-06 and 5% from 2006-07, said once each."""
    made = [
        ("CUS-01", "2003-04", "target", 6.0, "YJB", "2005-06"),
        ("CUS-01", "2006-07", "target", 5.0, "YJB", "2015-16"),
        ("REO-01", "2010-11", "target", 1.07, "plan", None),
    ]
    table = pd.DataFrame(made, columns=["measure_id", "fy", "kind", "value", "source", "fy_to"])
    held = {fy: target_for(table, "CUS-01", fy) for fy in ("2002-03", "2005-06", "2006-07", "2015-16", "2016-17")}
    assert {fy: target and target.value for fy, target in held.items()} == {
        "2002-03": None, "2005-06": 6, "2006-07": 5, "2015-16": 5, "2016-17": None,
    }  # fmt: skip
    assert held["2015-16"] == Target(5, "target", "YJB", set_for="2006-07")
    assert target_for(table, "REO-01", "2011-12") is None


def test_of_two_targets_that_hold_the_later_set_one_counts() -> None:
    made = [("EET-01", "2013-14", "local", 82.0, "new", None), ("EET-01", "2006-07", "local", 80.0, "old", "2015-16")]
    table = pd.DataFrame(made, columns=["measure_id", "fy", "kind", "value", "source", "fy_to"])
    found = [target_for(table, "EET-01", fy) for fy in ("2012-13", "2013-14", "2014-15")]
    assert [target.value if target else None for target in found] == [80, 82, 80]
