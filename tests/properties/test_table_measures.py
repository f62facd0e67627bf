"""The measures that are read from tables, held against slow plain answers in random small worlds."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from tests.properties import table_oracles as oracle
from tests.properties import table_worlds as worlds
from tests.properties.table_worlds import Figures, Row, answers

WORLDS = settings(max_examples=200, derandomize=True, deadline=None, database=None)
POINT = "AT-2014-12-31"


def same(said: Figures, told: Figures) -> None:
    """Two answers agree in every row, to a millionth (money is divided by twelve)."""
    assert said.keys() == told.keys()
    for key, (top, below) in told.items():
        assert abs(said[key][0] - top) < 1e-6, key
        assert (said[key][1] is None) == (below is None), key
        assert below is None or abs((said[key][1] or 0.0) - below) < 1e-6, key


@WORLDS
@given(cohorts=worlds.moj_cohorts(), custody=worlds.moj_custody(), national=worlds.national_reoffending())
def test_the_published_measures_agree_with_a_plain_reading(
    cohorts: list[Row], custody: list[Row], national: list[Row]
) -> None:
    world = {
        "core_moj_cohort": cohorts,
        "core_moj_custody": custody,
        "core_moj_national_reoffending": national,
    }
    said = answers(world, "REO-02", "REO-03", "REO-04", "REO-05", "REO-07", "CUS-04")
    told = {
        **oracle.reoffending(cohorts),
        "REO-07": oracle.national_cohort(national),
        "CUS-04": oracle.custody(custody),
    }
    for measure_id, figures in told.items():
        same(said[measure_id], figures)


@WORLDS
@given(budgets=worlds.budgets(), actuals=worlds.actuals(), savings=worlds.savings())
def test_the_finance_measures_agree_with_a_plain_reading(
    budgets: list[Row], actuals: list[Row], savings: list[Row]
) -> None:
    world = {
        "core_finance_budget": budgets,
        "core_finance_actual": actuals,
        "core_finance_savings": savings,
    }
    said = answers(world, *(f"FIN-{number:02d}" for number in range(1, 8)))
    told = {
        **oracle.budget_totals(budgets),
        "FIN-04": oracle.on_year(budgets, oracle.is_grant),
        "FIN-05": oracle.saved(savings),
        "FIN-06": oracle.on_year(budgets, oracle.every),
        "FIN-07": oracle.spend(actuals, budgets),
    }
    for measure_id, figures in told.items():
        same(said[measure_id], figures)


@WORLDS
@given(risks=worlds.risks(), priorities=worlds.priorities())
def test_the_board_measures_agree_with_a_plain_reading(risks: list[Row], priorities: list[Row]) -> None:
    said = answers({"core_risks": risks, "core_priorities": priorities}, "RSK-01", "PRI-01")
    same(said["RSK-01"], oracle.register(risks))
    same(said["PRI-01"], oracle.plan(priorities))


@settings(WORLDS, max_examples=20)
@given(rows=worlds.moj_cohorts())
def test_the_order_of_the_rows_decides_nothing(rows: list[Row]) -> None:
    ids = ("REO-02", "REO-05")
    assert answers({"core_moj_cohort": rows}, *ids) == answers({"core_moj_cohort": rows[::-1]}, *ids)


# The plans' own figures, each worked from the plan's page ------------------------------------------------------------


def cohort(released: date, status: str, numbers: tuple[int, int, int], place: str = "Leicestershire") -> Row:
    """One row of MOJ's table for October 2011 to September 2012."""
    return {
        "release_date": released,
        "cohort_start": date(2011, 10, 1),
        "cohort_end": date(2012, 9, 30),
        "geography": place,
        "n_cohort": numbers[0],
        "n_reoffenders": numbers[1],
        "n_reoffences": numbers[2],
        "status": status,
    }


def test_the_plan_2015_16_cohort_of_661_gives_its_three_rates() -> None:
    """D15 section 4: 661 children, 202 reoffenders, 588 reoffences are printed as 30.6%, 0.89 and 2.91."""
    rows = [cohort(date(2014, 7, 31), "final", (661, 202, 588))]
    said = answers({"core_moj_cohort": rows}, "REO-02", "REO-03", "REO-04")
    key = ("MOJ12-2012-09", "YOS-LR", "all", "all")
    assert said["REO-02"][key] == (202, 661)
    assert said["REO-03"][key] == (588, 661)
    assert said["REO-04"][key] == (588, 202)
    assert round(100 * 202 / 661, 1) == 30.6
    assert round(202 / 661 * (588 / 202), 6) == round(588 / 661, 6)


def test_a_final_figure_replaces_a_provisional_one_and_a_newer_release_replaces_both() -> None:
    day, later = date(2014, 7, 31), date(2014, 10, 30)
    provisional = cohort(day, "provisional", (660, 200, 580), "Leicestershire and Rutland")
    final = cohort(day, "final", (661, 202, 588))
    newer = cohort(later, "provisional", (662, 203, 590))
    key = ("MOJ12-2012-09", "YOS-LR", "all", "all")
    assert answers({"core_moj_cohort": [provisional, final]}, "REO-05")["REO-05"] == {key: (661, None)}
    assert answers({"core_moj_cohort": [provisional, newer, final]}, "REO-05")["REO-05"] == {key: (662, None)}


def test_a_cohort_without_children_has_noughts_and_not_a_missing_row() -> None:
    rows = [cohort(date(2014, 7, 31), "final", (0, 0, 0))]
    key = ("MOJ12-2012-09", "YOS-LR", "all", "all")
    assert answers({"core_moj_cohort": rows}, "REO-02")["REO-02"] == {key: (0, 0)}


def test_a_three_month_cohort_is_no_rolling_year() -> None:
    row = {**cohort(date(2014, 7, 31), "final", (100, 30, 90)), "cohort_start": date(2012, 7, 1)}
    assert answers({"core_moj_cohort": [row]}, "REO-02")["REO-02"] == {}


def test_a_half_year_custody_rate_is_given_for_the_half_year_alone() -> None:
    """D15 section 4: April to September 2014, printed as 0.05 per 1,000, about 3 sentences (T-10)."""
    row: Row = {
        "release_date": date(2014, 12, 1),
        "window_start": date(2014, 4, 1),
        "window_end": date(2014, 9, 30),
        "geography": "Leicestershire",
        "custodial_sentences": 3,
        "population": 64_900,
        "status": "final",
    }
    said = answers({"core_moj_custody": [row]}, "CUS-04")["CUS-04"]
    assert said == {("2014-15-H1", "YOS-LR", "all", "all"): (3, 64_900)}


def line(fy: str, agency: str, kind: str, budget: int, *, stream: str = "pooled", line: str = "Core") -> Row:
    """One line of a plan's budget."""
    return {
        "fy": fy,
        "agency": agency,
        "line": line,
        "stream": stream,
        "kind": kind,
        "budget": float(budget),
    }


#: Budget 2015/16, as the plan prints it (D15 section 5); the grant stands under "other delegated funds" there.
PLAN_2015_16 = [
    line("2015-16", "Police", "staffing", 91_847),
    line("2015-16", "Police", "delegated", 91_687),
    line("2015-16", "Probation", "staffing", 117_326),
    line("2015-16", "Probation", "in kind", 132_523),
    line("2015-16", "Probation", "delegated", 67_067),
    line("2015-16", "Health", "staffing", 70_945),
    line("2015-16", "Health", "delegated", 48_151),
    line("2015-16", "Local Authority", "staffing", 391_064, line="Chief Executives"),
    line("2015-16", "Local Authority", "delegated", 298_303, line="Chief Executives"),
    line("2015-16", "Local Authority", "delegated", 265_000, line="C&FS"),
    line("2015-16", "Local Authority", "delegated", 70_000, line="Rutland"),
    line("2015-16", "YJ Grant", "grant", 567_071),
    line("2015-16", "PCC", "delegated", 57_600),
    line("2015-16", "LCC", "delegated", 116_980, stream="additional", line="Youth Inclusion Support Panels"),
    line("2015-16", "LCC", "delegated", 133_900, stream="additional", line="Youth Crime Prevention"),
    line("2015-16", "LCC", "delegated", 330_000, stream="additional", line="IMPACT"),
]


def test_the_budget_of_2015_16_adds_up_to_the_plans_printed_totals() -> None:
    said = answers({"core_finance_budget": PLAN_2015_16}, "FIN-01", "FIN-02", "FIN-03")
    year, area = "2015-16-BUD", "YOS-LR"
    assert said["FIN-01"][year, area, "all", "all"] == (2_849_464, None)
    assert said["FIN-02"][year, area, "all", "all"] == (2_268_584, None)
    assert said["FIN-02"][year, area, "plan column", "staffing"] == (671_182, None)
    assert said["FIN-02"][year, area, "plan column", "in kind"] == (132_523, None)
    assert said["FIN-02"][year, area, "plan column", "delegated"] == (1_464_879, None)
    assert said["FIN-02"][year, area, "agency", "Local Authority"] == (1_024_367, None)
    assert said["FIN-03"][year, area, "all", "all"] == (580_880, None)


def test_the_grant_cut_of_47_thousand_is_reckoned_on_the_year_before() -> None:
    """D15 section 5: 47k off a grant now at 567,071 is 7.6% (47,000 / 614,071 = 7.65%)."""
    before = line("2014-15", "YJ Grant", "grant", 614_071)
    said = answers({"core_finance_budget": [*PLAN_2015_16, before]}, "FIN-04")["FIN-04"]
    assert said["2015-16-BUD", "YOS-LR", "all", "all"] == (-47_000, 614_071)


def test_a_budget_without_a_year_before_has_no_change() -> None:
    assert answers({"core_finance_budget": PLAN_2015_16}, "FIN-06")["FIN-06"] == {}


def posting(period: int, posted: date, actual: float, forecast: float) -> Row:
    """One posting of the ledger's only line."""
    return {
        "fy": "2014-15",
        "period": period,
        "cost_centre": "C1",
        "account": "Pay",
        "agency": None,
        "actual": actual,
        "commitment": 0.0,
        "forecast": forecast,
        "posted_date": posted,
    }


def test_spend_is_added_up_and_the_forecast_is_the_last_one_posted() -> None:
    """Nine twelfths of 12,000 are 9,000; 5,000 + 3,000 + 500 is 500 under; January's is not in it yet."""
    ledger = [
        posting(8, date(2014, 11, 30), 5000.0, 11_000.0),
        posting(9, date(2015, 1, 2), 500.0, 12_500.0),
        posting(9, date(2014, 12, 31), 3000.0, 12_000.0),
        posting(10, date(2015, 1, 31), 9000.0, 20_000.0),
    ]
    budget = [line("2014-15", "Police", "staffing", 12_000)]
    said = answers({"core_finance_budget": budget, "core_finance_actual": ledger}, "FIN-07")["FIN-07"]
    amounts = {key[3]: top for key, (top, _) in said.items() if key[0] == "2014-15-YTD-Q3"}
    assert (amounts["all"], amounts["actual"], amounts["forecast"]) == (-500, 8500, 12_500)


def risk(name: str, scores: tuple[int, int, int], residual: tuple[int, int, int] | None) -> Row:
    """One risk of the plan's register, on its scale of 1 to 3 with 1 the highest."""
    after = residual or (None, None, None)
    return {
        "risk_id": name,
        "register_version": "2015",
        "scale": "1-3, 1 highest",
        "impact": scores[0],
        "likelihood": scores[1],
        "score": scores[2],
        "residual_impact": after[0],
        "residual_likelihood": after[1],
        "residual_score": after[2],
        "reviewed_date": date(2014, 12, 1),
    }


def test_the_plans_risk_scores_fit_sum_and_product_by_turns() -> None:
    """T-21: (2,2)=4 fits both, (1,2)=2 the product only, residual (2,3)=5 the sum only; 4 to 5 is safer."""
    rows = [risk(f"R{n}", (2, 2, 4), (2, 3, 5)) for n in (1, 2, 3)]
    rows += [risk("R4", (1, 2, 2), (2, 3, 5)), risk("R5", (3, 3, 8), None)]
    said = answers({"core_risks": rows, "core_priorities": []}, "RSK-01")["RSK-01"]
    assert said[POINT, "YOS-LR", "all", "all"] == (4, 4)
    assert said[POINT, "YOS-LR", "score rule", "both"] == (3, None)
    assert said[POINT, "YOS-LR", "score rule", "product"] == (1, None)
    assert said[POINT, "YOS-LR", "score rule", "neither"] == (1, None)
    assert said[POINT, "YOS-LR", "residual score rule", "sum"] == (4, None)
    assert said[POINT, "YOS-LR", "residual", "R4"] == (5, None)


def test_a_register_without_risks_gives_no_figure() -> None:
    assert answers({"core_risks": []}, "RSK-01")["RSK-01"] == {}
