"""The plan of the made-up world adds up to what the published plans print."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sample.plan import PUBLISHED, QuarterPlan, load_plan

FIGURES: list[dict[str, Any]] = yaml.safe_load(PUBLISHED.read_text(encoding="utf-8"))["figures"]
#: measure -> column of the plan, column of its base
PLANNED = {
    "FTE-01": ("entrants", None),
    "CUS-01": ("custody", "court"),
    "CUS-02": ("custody", None),
    "REM-01": ("secure", "remands"),
    "REM-02": ("secure", None),
    "EET-01": ("eet", "orders"),
    "ACC-01": ("housed", "orders"),
}


def quarters_of(period: str) -> list[QuarterPlan]:
    year, kind = period[:7], period[8:]
    wanted = {"FY": 4, "YTD-Q3": 3}[kind]
    return [quarter for quarter in load_plan().quarters if quarter.label[:7] == year][:wanted]


def total(quarters: list[QuarterPlan], column: str) -> int:
    return sum(int(getattr(quarter, column)) for quarter in quarters)


@pytest.mark.parametrize(
    "figure",
    [figure for figure in FIGURES if figure["measure"] in PLANNED],
    ids=lambda figure: f"{figure['measure']} {figure['period']}",
)
def test_the_quarters_of_the_plan_add_up_to_the_published_figure(figure: dict[str, Any]) -> None:
    counted, base = PLANNED[figure["measure"]]
    quarters = quarters_of(figure["period"])
    assert total(quarters, counted) == figure["numerator"]
    if base is not None:
        assert total(quarters, base) == figure["denominator"]


@pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if figure["measure"] == "REO-01"], ids=lambda figure: figure["period"]
)
def test_the_cohorts_of_the_plan_make_the_published_rate(figure: dict[str, Any]) -> None:
    cohort = load_plan().cohorts[int(figure["period"][2:6])]
    assert cohort.reoffences[int(figure["period"][7:])] == figure["numerator"]
    assert cohort.cohort == figure["denominator"]


def test_every_printed_percentage_follows_from_its_counts() -> None:
    shares = [figure for figure in FIGURES if figure["measure"] in {"CUS-01", "REM-01", "EET-01", "ACC-01"}]
    for figure in shares:
        assert round(100 * figure["numerator"] / figure["denominator"], 1) == figure["value"]


def test_no_quarter_has_more_of_a_part_than_of_the_whole() -> None:
    for quarter in load_plan().quarters:
        assert quarter.in_court + quarter.custody <= quarter.court
        assert quarter.in_court <= quarter.entrants
        assert quarter.secure <= quarter.remands
        assert max(quarter.eet, quarter.housed) <= quarter.orders


def test_a_stretch_of_follow_up_holds_what_was_added_since_the_point_before() -> None:
    # 2014: 26 by three months, 54 by six, 79 by nine
    assert load_plan().cohorts[2014].by_stretch() == {(0, 3): 26, (3, 6): 28, (6, 9): 25}
