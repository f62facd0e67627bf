"""The published figures, out of the pipeline's own functions on the sample service's extracts as they are dropped.

Each figure, its arithmetic and where it is printed stand in `sample/published.yaml`. A figure off by one child fails.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
import yaml

from assets.indicators.values import row_unit, value
from pipelines.groups import book
from pipelines.platform.workplace import Workplace
from sample.plan import PUBLISHED
from tests.golden.conftest import QUARTER_OF_THE_SAMPLE

#: The plan of the world holds those it is planned by; each domain lists its own beside.
LISTS = (PUBLISHED, *sorted((PUBLISHED.parent / "printed").glob("*.yaml")))
FIGURES: list[dict[str, Any]] = [
    figure for path in LISTS for figure in yaml.safe_load(path.read_text(encoding="utf-8"))["figures"]
]


def named(figure: dict[str, Any]) -> str:
    """A figure's name among the tests."""
    return " ".join(str(figure[key]) for key in ("measure", "period", "area", "breakdown", "category") if key in figure)


every_figure = pytest.mark.parametrize("figure", FIGURES, ids=named)
MEASURES = {item.measure.id: item for item in book().measures}


def headline(place: Workplace, measure_id: str, period_id: str, area: str = "YOS-LR") -> pd.Series:
    """The one headline row of a measure for a period."""
    return row_of(place, {"measure": measure_id, "period": period_id, "area": area})


def row_of(place: Workplace, figure: dict[str, Any]) -> pd.Series:
    """The one row that a figure speaks of; the service's headline unless it says otherwise."""
    rows = place.lake.read(MEASURES[figure["measure"]].measure.table, QUARTER_OF_THE_SAMPLE)
    wanted = {
        "period_id": figure["period"],
        "area_code": figure.get("area", "YOS-LR"),
        "breakdown": figure.get("breakdown", "all"),
        "category": figure.get("category", "all"),
    }
    for column, value_wanted in wanted.items():
        rows = rows[rows[column] == value_wanted]
    assert len(rows) == 1
    return rows.iloc[0]


@every_figure
def test_the_pipeline_counts_what_the_plans_printed(workplace: Workplace, figure: dict[str, Any]) -> None:
    row = row_of(workplace, figure)
    assert row["numerator"] == figure["numerator"]
    if "denominator" in figure:
        assert row["denominator"] == figure["denominator"]


@every_figure
def test_the_value_rounds_to_what_the_plans_printed(workplace: Workplace, figure: dict[str, Any]) -> None:
    row = row_of(workplace, figure)
    made = value(row["numerator"], row["denominator"], row_unit(MEASURES[figure["measure"]].measure, row["breakdown"]))
    assert made is not None
    printed = str(figure["value"])
    places = len(printed.partition(".")[2])
    # Half a unit in the last place the plan prints, and a hair for binary fractions.
    assert abs(made - figure["value"]) <= 0.5 * 10**-places + 1e-9


def test_reoffending_fell_by_17_7_per_cent_on_the_baseline(workplace: Workplace) -> None:
    row = headline(workplace, "REO-08", "JM2009+12")
    # D11 section 8: (1.13 - 0.93) / 1.13
    assert 100 * row["numerator"] / row["denominator"] == pytest.approx(100 * (1.13 - 0.93) / 1.13)


def test_entrants_fell_by_83_per_cent_on_the_baseline(workplace: Workplace) -> None:
    row = headline(workplace, "FTE-03", "2013-14-FY")
    # D15 section 4: (1285 - 221) / 1285 = 82.8, printed 83
    assert (row["numerator"], row["denominator"]) == (1285 - 221, 1285)


@pytest.mark.parametrize(
    ("year", "column", "printed"),
    [
        ("2015-16", "staffing", 671_182),
        ("2015-16", "in kind", 132_523),
        ("2015-16", "delegated", 1_464_879),
        ("2011-12", "staffing", 730_841),
        ("2011-12", "in kind", 132_523),
        ("2011-12", "delegated", 1_652_293),
    ],
)
def test_the_pooled_budget_adds_up_by_column_of_the_plan(
    workplace: Workplace, year: str, column: str, printed: int
) -> None:
    rows = workplace.lake.read(MEASURES["FIN-02"].measure.table, QUARTER_OF_THE_SAMPLE)
    rows = rows[(rows["period_id"] == f"{year}-BUD") & (rows["breakdown"] == "plan column")]
    assert rows.set_index("category")["numerator"][column] == printed


@pytest.mark.parametrize(("year", "printed"), [("2015-16", 580_880), ("2011-12", 917_950)])
def test_additional_funding_is_to_the_pound(workplace: Workplace, year: str, printed: int) -> None:
    assert headline(workplace, "FIN-03", f"{year}-BUD")["numerator"] == printed


def test_the_grant_fell_by_47_thousand_and_the_whole_budget_of_2011_12_by_369_thousand(workplace: Workplace) -> None:
    grant, budget = headline(workplace, "FIN-04", "2015-16-BUD"), headline(workplace, "FIN-06", "2011-12-BUD")
    # D15 section 5: 47,000 of 614,071 is 7.65%; D11 section 5: 369,037, printed as 13% (T-17: it is 9.7%)
    assert (grant["numerator"], grant["denominator"]) == (-47_000, 614_071)
    assert (budget["numerator"], budget["denominator"]) == (-369_037, 3_802_644)


def test_areas_share_the_service_without_loss(workplace: Workplace) -> None:
    period = "2014-15-YTD-Q3"
    whole = headline(workplace, "FTE-01", period)["numerator"]
    leicestershire = headline(workplace, "FTE-01", period, "E10000018")["numerator"]
    rutland = headline(workplace, "FTE-01", period, "E06000017")["numerator"]
    assert rutland >= 1
    # A child who has since moved away counts in the service alone.
    assert whole - 3 <= leicestershire + rutland <= whole


def test_the_rows_left_out_are_those_that_were_planted(workplace: Workplace) -> None:
    faults = workplace.register.faults(QUARTER_OF_THE_SAMPLE.slug)
    stopped = faults[faults["severity"] == "stop-row"].groupby("code").size().to_dict()
    # What follows from a row set aside: its offences, outcomes and hearings belong to nobody known.
    followed = {code: stopped.pop(code) for code in ("YJ-R-0001", "YJ-R-0002")}
    assert stopped == {
        "YJ-D-0306": 3,  # a legal outcome nobody knows
        "YJ-R-0003": 4,  # dated before the offence
        "YJ-X-0201": 4,  # two of 9, two of 19
        "YJ-X-0601": 3,  # orders that end before they start
    }
    # Three offences planted without a person.
    assert followed["YJ-R-0001"] == 3
    # Four children of other services have no ethnicity: asked about, and counted all the same.
    assert (faults["code"] == "YJ-X-0106").sum() == 4
    # The outcomes of the four offences set aside for their age.
    assert followed["YJ-R-0002"] == 4


def test_a_line_of_totals_in_the_ledger_is_no_spend(workplace: Workplace) -> None:
    spent = workplace.lake.read("core_finance_actual", QUARTER_OF_THE_SAMPLE)
    # Six ledger lines in each of nine periods.
    assert len(spent) == 6 * 9
