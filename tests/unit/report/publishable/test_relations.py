"""What adds up to what: found in the figures, and only where it is true of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.report.disclosure.attacker import audit
from assets.report.disclosure.cells import Relation
from assets.report.inputs import ReturnInputs
from assets.report.publishable.changes import without_changes
from assets.report.publishable.counts import Counts, counted
from assets.report.publishable.inputs import RULES, pattern_of
from assets.report.publishable.kinds import is_crossed
from assets.report.publishable.periods import solved
from assets.report.publishable.problem import Posed, posed
from tests.unit.report.made import service_row
from tests.unit.report.publishable.small import (
    LAST_YTD,
    QUARTERS,
    RUTLAND,
    YTD,
    area_row,
    part_row,
    small_inputs,
    two_counties,
)


def _posed(inputs: ReturnInputs) -> Posed:
    return posed(inputs, counted(inputs), inputs.figures)


def _summed(found: Posed, *fragments: str) -> list[Relation]:
    """The equations of which every fragment stands in the name of some cell."""
    return [
        relation
        for relation in found.problem.relations
        if relation.low == relation.high and all(any(one in name for name, _ in relation.terms) for one in fragments)
    ]


def test_counties_add_up_to_the_service() -> None:
    """161 = 3 + 158."""
    found = _posed(small_inputs({"FTE-01": two_counties(161, 3)}))
    (relation,) = _summed(found, "YOS-LR", RUTLAND)
    assert (relation.low, relation.high) == (0, 0)


def test_what_has_no_known_home_is_the_rest_that_everybody_knows() -> None:
    """161 = 3 + 150 + 8 of no known home."""
    rows = [service_row(YTD, 161), area_row(YTD, RUTLAND, 3), area_row(YTD, "E10000018", 150)]
    (relation,) = _summed(_posed(small_inputs({"FTE-01": rows})), "YOS-LR", RUTLAND)
    assert (relation.low, relation.high) == (8, 8)


def test_categories_that_overlap_are_each_at_most_the_headline() -> None:
    """60 and 70 of 100 are 130: no sum, but neither is more than 100."""
    parts = [part_row(YTD, "need", name, n) for name, n in (("Health", 60), ("Home", 70))]
    found = _posed(small_inputs({"FTE-01": [service_row(YTD, 100), *parts]}))
    assert _summed(found, "need") == []
    assert sum(relation.high is None for relation in found.problem.relations) == len(parts)


def test_what_stands_beside_a_headline_is_no_part_of_it() -> None:
    """104 re-offences of 25 children: 79 is no rest that anybody knows, but nobody re-offended less than once."""
    beside = part_row(YTD, "statistic", "reoffenders", 25)
    found = _posed(small_inputs({"FTE-01": [service_row(YTD, 104), beside]}))
    assert _summed(found, "statistic") == []
    assert [relation.high for relation in found.problem.relations] == [None]


def test_quarters_that_do_not_add_up_are_no_sum() -> None:
    """Children seen in two quarters count once in the year to date: 50 is less than 20 + 20 + 20, no less than any."""
    rows = [service_row(YTD, 50), *(service_row(one, 20) for one in QUARTERS)]
    found = _posed(small_inputs({"FTE-01": rows}))
    assert _summed(found, "24171 to 24180") == []
    assert len([relation for relation in found.problem.relations if relation.high is None]) == len(QUARTERS) + 1


def test_a_quarter_follows_from_a_window_of_which_it_alone_is_missing() -> None:
    """Months 3 to 12 hold 60, months 3 to 9 hold 25 and 3: months 9 to 12 hold 32."""
    known = {(3, 12): 60, (3, 6): 25, (6, 9): 3}
    assert solved(known)[9, 12] == 60 - 25 - 3


def test_two_series_are_the_same_only_if_equal_wherever_both_stand() -> None:
    """The numerators of CUS-01 are CUS-02's; one number changed, and they are two series."""
    share = [service_row("2012-13-FY", 15, 263), service_row("2013-14-FY", 12, 208), service_row(YTD, 8, 150)]
    counts = [(*row[:5], None) for row in share]
    assert len(_series(small_inputs({"CUS-01": share, "CUS-02": counts}))) == 1
    assert len(_series(small_inputs({"CUS-01": share, "CUS-02": [*counts[:2], service_row(YTD, 9)]}))) == len(share) - 1


def _series(inputs: ReturnInputs) -> set[object]:
    counts: Counts = counted(inputs)
    return {count.series for place, count in counts.by_place.items() if place.part == "numerator"}


def test_a_change_over_five_years_looks_back_five_years() -> None:
    """FTE-04: 598 less 221 is 377; where the 598 of 2008-09 is hidden, so is the change."""
    years = {"2008-09": 598, "2009-10": 507, "2010-11": 415, "2011-12": 328, "2012-13": 407, "2013-14": 221}
    rows = [service_row(f"{year}-FY", number) for year, number in years.items()]
    change = [part_row("2013-14-FY", "span", "5 years", 377, 598)]
    inputs = small_inputs({"FTE-01": rows, "FTE-04": change})
    measures = {one.id: one for one in inputs.measures}
    shown = inputs.figures.assign(hidden=False)
    assert not without_changes(shown, inputs.figures, inputs.periods, measures)["hidden"].any()
    blank = shown.assign(
        **{one: shown[one].mask(shown["period_id"].eq("2008-09-FY")) for one in ("numerator", "value")}
    )
    found = without_changes(blank, inputs.figures, inputs.periods, measures)
    assert found.loc[found["measure_id"].eq("FTE-04"), "hidden"].tolist() == [True]


@pytest.mark.parametrize(
    ("breakdown", "category", "crossed"),
    [
        ("ethnic group and sex", "Mixed, Female", True),
        ("ethnicity_and_sex", "Mixed, Female", True),
        ("disposal", "Referral order | Female", True),
        ("standing", "Trained", False),
        ("how_it_ended", "Completed", False),
    ],
)
def test_a_table_by_two_things_is_known_by_its_name_or_categories(
    breakdown: str, category: str, *, crossed: bool
) -> None:
    """The word "and" between two names, or a bar between two categories."""
    assert is_crossed(breakdown, category) is crossed


def test_the_attacker_fails_against_a_pattern_and_wins_without_it() -> None:
    """161 = 3 + 158 with both parts hidden tells nothing; with the three alone hidden it is told."""
    inputs = small_inputs({"FTE-01": two_counties(161, 3), "CUS-01": [service_row(LAST_YTD, 9, 160)]})
    found = _posed(inputs)
    hidden = pattern_of(found, inputs).hidden
    assert audit(found.problem, hidden, RULES) == ()
    rutland = {name for place, name in found.by_place.items() if place.area_code == RUTLAND}
    assert {leak.cell for leak in audit(found.problem, rutland, RULES)} == rutland


def test_a_problem_is_the_same_for_figures_in_another_order() -> None:
    """Cells and relations are of the figures, not of their order."""
    inputs = small_inputs({"FTE-01": two_counties(161, 3)})
    turned = replace(inputs, figures=inputs.figures.iloc[::-1])
    one, other = (_posed(given).problem for given in (inputs, turned))
    assert set(one.cells) == set(other.cells)
    assert set(one.relations) == set(other.relations)
