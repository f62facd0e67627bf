"""The traps of measures.md A3 that lie in judging a figure: against what, since when, how sure, in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from assets.indicators.caution import base_change
from assets.indicators.change import change, describe
from assets.indicators.claims import Fact, contradicted
from assets.indicators.direction import direction
from assets.indicators.rag import Target, rate, target_for
from assets.report.figures.averages import doubted
from assets.report.figures.comparison import Comparator, all_comparators
from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book, Figure, Period
from assets.report.inputs import ReturnInputs
from assets.report.wording import sentences
from assets.report.wording.cells import value_cell
from sample.published_elsewhere import comparators, targets
from schemas.catalogue import EXTRACTS
from schemas.extract import CheckContext
from schemas.measure import Measure
from schemas.pack import Amount
from schemas.service import RagRule
from tests.unit.indicators.measure_of import measure
from tests.unit.report.made import figure_frame, made_inputs, made_measures, service_row

MADE = made_inputs()
BY_ID = {one.id: one for one in made_measures()}
CONTEXT = CheckContext("2014-15 Q3", date(2014, 10, 1), date(2014, 12, 31))


def period(basis: str = "fy", *, months: int = 12, follow_up: int = 0, start: date = date(2009, 4, 1)) -> Period:
    end = (pd.Timestamp(start) + pd.DateOffset(months=months) - pd.Timedelta(days=1)).date()
    return Period("P", basis, "2009-10", start, end, months, follow_up, end, "2009-10", None, None, is_current=True)


def comparator(of: Measure, ours: Period, **changed: object) -> Comparator:
    """A comparator that is like ours in all but what is changed."""
    row: dict[str, object] = {
        "measure_id": of.id, "geography": "National", "window_start": ours.period_start,
        "window_end": ours.period_end, "follow_up_months": ours.follow_up_months or None, "value": 50.0,
        "unit": of.unit, "source": "a plan", "release": None, "status": "final", "doubt": "",
    }  # fmt: skip
    (found,) = all_comparators([row | changed], of, ours)
    return found


def sample_targets() -> pd.DataFrame:
    frame = pd.DataFrame(targets())
    return frame.assign(value=frame["value"].astype(float), fy_to=frame["fy_to"].replace("", None))


def judged_comparators() -> pd.DataFrame:
    """The sample's comparators with which of their rules each row keeps."""
    extract = next(one for one in EXTRACTS if one.name == "comparators")
    frame = pd.DataFrame(comparators())
    frame = frame.assign(
        value=frame["value"].astype("Float64"),
        follow_up_months=pd.to_numeric(frame["follow_up_months"]).astype("Int64"),
        window_end=pd.to_datetime(frame["window_end"]),
    )
    kept = {
        rule.code: rule.holds(frame, CONTEXT) for rule in extract.rules if rule.holds and rule.code[-2:] in {"03", "06"}
    }
    return frame.assign(**kept)


def head(inputs: ReturnInputs, measure_id: str) -> Line:
    found = line(inputs, Book(inputs), BY_ID[measure_id])
    assert found is not None
    return found


def with_figures(measure_id: str, *rows: tuple[str, float, float | None]) -> ReturnInputs:
    return replace(MADE, figures=figure_frame(MADE, measure_id, [service_row(*row) for row in rows]))


def test_t_01_police_records_are_shown_beside_case_counts_and_never_judged() -> None:
    ours = measure(unit="count", data_source="case system")
    found = comparator(ours, period(), source="DCSF, from the PNC", value=9.46)
    assert found.unlike == "police records, not case-system counts"


def test_t_03_a_lone_sign_and_a_size_far_off_the_past_are_asked_about_and_left_as_they_are() -> None:
    frame = judged_comparators()
    assert frame.loc[~frame["YJ-X-1303"], "value"].tolist() == [19.3]
    # 23.6 is 8.7 times 2.7.
    assert frame.loc[~frame["YJ-X-1306"], "value"].tolist() == [-2.7]


def test_t_04_a_fall_is_said_without_a_sign_and_a_sign_beside_its_word_is_told() -> None:
    assert describe(change(221, 407, "count"), 0) == "186 fewer (45.7%)"
    assert contradicted("a -45.7% reduction", {})


def test_t_05_the_baseline_rates_nothing_and_the_target_of_2010_11_rates_no_other_year() -> None:
    """1.13 is the baseline of 2005, 1.07 the target of 2010/11, which the plan's one column mixes."""
    held = {fy: target_for(sample_targets(), "REO-01", fy) for fy in ("2005-06", "2009-10", "2010-11", "2011-12")}
    assert {fy: target and target.value for fy, target in held.items()} == {
        "2005-06": None, "2009-10": None, "2010-11": 1.07, "2011-12": None,
    }  # fmt: skip


def test_t_06_a_value_at_six_months_is_not_set_against_one_at_twelve() -> None:
    ours = measure(unit="ratio", counting_unit="offence")
    at_twelve = period("cohort", months=3, follow_up=12)
    assert comparator(ours, at_twelve, follow_up_months=6).unlike == "6 months of follow-up, ours 12"
    assert comparator(ours, at_twelve, follow_up_months=12).unlike == ""


def test_t_07_the_unit_of_a_change_between_shares_is_the_point() -> None:
    """30.6% less 28.8% is 1.8 points; the plan printed "an increase of 1.8%"."""
    assert describe(change(30.6, 28.8, "%"), 1) == "1.8 percentage points higher"


def test_t_09_a_fall_names_the_base_it_is_a_per_cent_of() -> None:
    """Remands 25 to 18: 28.0% of the number; 16.8% to 10.8% of episodes: 5.9 points, whatever else is printed."""
    assert describe(change(18, 25, "count"), 0) == "7 fewer (28.0%)"
    assert describe(change(100 * 18 / 166, 100 * 25 / 149, "%"), 1) == "5.9 percentage points lower"
    assert describe(change(0.05, 0.03, "per 1,000"), 2).endswith("of the earlier rate)")


def test_t_10_a_rate_says_its_months_and_three_children_are_not_judged() -> None:
    found = head(with_figures("CUS-04", ("2014-15-H1", 3, 65_000), ("2013-14-H1", 2, 65_000)), "CUS-04")
    said = sentences.headline(found)
    assert "over 6 months" in said
    assert "Too few cases to say" in said
    # Exact Poisson: 0.62 to 8.77 sentences among 65,000.
    assert sentences.sure(found) == "95% interval: 0.01 per 1,000 to 0.13 per 1,000 (exact Poisson)."


def test_t_14_words_against_numbers_are_told_by_bands() -> None:
    victims = Fact("2010-11", 45.2, 69.1, 25, "higher is better", chance=False, shown=("45.2%", "69.1%", "25.0%"))
    misuse = Fact("2010-11", 90.4, 92.9, 95, "higher is better", chance=False, shown=("90.4%", "92.9%", "95.0%"))
    assert contradicted("Victim engagement has fallen slightly", {"VIC-01": [victims]})
    assert contradicted("Substance misuse assessments are very close to target", {"SM-01": [misuse]})


def test_t_16_an_average_that_elsewhere_is_the_target_is_marked_and_not_compared() -> None:
    marked = doubted(map(dict, comparators()), map(dict, targets()))
    found = {(row["measure_id"], row["value"]): row["doubt"] for row in marked if row["doubt"]}
    assert list(found) == [("VIC-01", "25")]
    ours = measure(id="VIC-01", counting_unit="victim")
    assert "is the target of Youth Justice Board" in comparator(ours, period(), doubt=found["VIC-01", "25"]).unlike


def test_t_15_what_has_no_end_is_not_set_against_a_fixed_follow_up() -> None:
    """2 of 16 since release, against 71.9% within a fixed time."""
    assert "ours has no end" in comparator(measure(), period("to_date"), follow_up_months=12).unlike


def test_t_24_a_significant_decrease_that_is_an_increase_is_told() -> None:
    entrants = Fact("2014-15", 161, 156, None, "lower is better", chance=True, shown=("161", "156", ""))
    (found,) = contradicted("A significant decrease in 14/15 FTE", {"FTE-01": [entrants]})
    assert found.why == "It says a fall; the figure is 161 after 156: a rise."


def test_t_26_better_is_said_by_polarity_and_exceeds_by_size() -> None:
    """3.3% against 5%: lower is better, so it is green; "exceeds" reads as more than it is."""
    rated = rate(3.3, Target(5, "target", "YJB"), "lower is better", 606, RagRule())
    assert rated.word == "green"
    moved = direction(change(3.3, 4.4, "%"), "lower is better")
    assert moved is not None
    assert moved.text == "▼ down, better"
    custody = Fact("2009-10", 3.3, 4.4, 5, "lower is better", chance=False, shown=("3.3%", "4.4%", "5.0%"))
    assert contradicted("Custody exceeds the 5% target", {"CUS-01": [custody]})


def test_t_30_the_custody_target_was_six_per_cent_to_2005_06_and_five_from_2006_07() -> None:
    held = [target_for(sample_targets(), "CUS-01", fy) for fy in ("2003-04", "2005-06", "2006-07", "2010-11")]
    assert [target.value if target else None for target in held] == [6, 6, 5, 5]


def test_t_32_a_base_that_moved_by_a_third_is_noted() -> None:
    """175 orders in 2013/14, 240 in nine months of 2014/15: 37.1% more."""
    assert base_change(240, 175) == "The base changed from 175 to 240, by more than 20%."
    assert base_change(210, 175) == ""


def test_t_33_a_frequency_per_hundred_is_another_unit_with_its_factor() -> None:
    ours = measure(unit="ratio", counting_unit="offence")
    found = comparator(ours, period(), unit="per 100", value=103.0)
    assert found.unlike == "another unit (per 100; ours is ratio: a factor of 100)"
    assert sentences.comparator(found, ours) == "National 103.0 per 100 (Apr 2009 to Mar 2010; not comparable)"


@pytest.mark.parametrize("title", ["Number of young people in suitable EET", "Young people in suitable EET"])
def test_t_35_the_unit_is_the_registrys_whatever_the_label_says(title: str) -> None:
    shown = value_cell(Figure(176, 240, 100 * 176 / 240), measure(title=title, unit="%"))
    assert shown == Amount(100 * 176 / 240, 1, "", "%")
