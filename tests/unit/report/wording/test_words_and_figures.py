"""No sentence contradicts its figures: words follow polarity and sign, unlike bases are never judged."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.indicators.values import rounded
from assets.report.figures.comparison import comparators_for
from assets.report.figures.lines import Line, is_change, line
from assets.report.figures.lookup import Book
from assets.report.inputs import ReturnInputs
from assets.report.quality.marks import Marks
from assets.report.sheets.scorecard import exceptions, summary
from assets.report.wording import sentences
from schemas.measure import Polarity
from tests.unit.report.made import figure_frame, made_inputs, made_measures, service_row

BY_ID = {measure.id: measure for measure in made_measures()}
MADE = made_inputs()


def _line(
    measure_id: str, rows: list[tuple[str, float | None, float | None]], polarity: Polarity | None = None
) -> Line:
    measure = BY_ID[measure_id]
    if polarity:
        measure = measure.model_copy(update={"polarity": polarity})
    figures = figure_frame(MADE, measure_id, [service_row(*row) for row in rows])
    inputs = replace(MADE, figures=figures)
    found = line(inputs, Book(inputs), measure)
    assert found is not None
    return found


def _targets(measure_id: str, kind: str, value: float) -> pd.DataFrame:
    """The one target of a measure for 2014-15."""
    columns = ["measure_id", "fy", "kind", "value", "source"]
    return pd.DataFrame([(measure_id, "2014-15", kind, value, "Made up")], columns=columns)


@settings(max_examples=25, deadline=None)
@given(value=st.floats(1, 60), theirs=st.floats(1, 60))
def test_a_comparator_is_called_better_by_polarity_alone(value: float, theirs: float) -> None:
    comparators = MADE.comparators[MADE.comparators["measure_id"] == "REO-02"].assign(value=theirs).iloc[:1]
    figures = figure_frame(MADE, "REO-02", [service_row("MOJ12-2012-09", value * 10, 1000)])
    inputs = replace(MADE, comparators=comparators, figures=figures)
    found = line(inputs, Book(inputs), BY_ID["REO-02"])
    assert found is not None
    assert found.figure.value is not None
    said = sentences.against(found)
    ours, other = (rounded(number, 1) for number in (found.figure.value, theirs))
    assert ("lower (better)" in said) == (ours < other)
    assert ("higher (worse)" in said) == (ours > other)
    assert ("equal to" in said) == (ours == other)


def test_the_published_headline_of_first_time_entrants_reads_as_its_figures() -> None:
    # 161 against 156: 5 more, 5/156 = 3.2% (D15).
    found = _line("FTE-01", [("2014-15-YTD-Q3", 161, None), ("2013-14-YTD-Q3", 156, None)])
    assert sentences.headline(found) == (
        "161 first-time entrants, April to December 2014: 5 more (3.2%) than the same period last year. "
        "That is worse, but within chance variation."
    )


def test_a_change_between_shares_is_said_in_points() -> None:
    # 30.6 less 28.8 is 1.8 points; D15 printed "1.8%" (T-07).
    rows: list[tuple[str, float | None, float | None]] = [("MOJ12-2012-09", 306, 1000), ("MOJ12-2011-09", 288, 1000)]
    assert ": 1.8 percentage points higher than the cohort of a year before." in sentences.headline(
        _line("REO-02", rows)
    )


def test_nine_months_of_follow_up_are_not_rated_against_a_target_for_twelve() -> None:
    inputs = replace(MADE, targets=_targets("REO-01", "target", 1.07))
    found = line(inputs, Book(inputs), BY_ID["REO-01"])
    assert found is not None
    assert found.rating.word == "grey"
    assert "12 months of follow-up, this figure has 9" in found.rating.rule


def test_a_target_of_another_year_rates_nothing() -> None:
    found = line(MADE, Book(MADE), BY_ID["REO-01"])
    assert found is not None
    assert found.target is None


def test_the_whole_year_count_target_does_not_rate_nine_months() -> None:
    inputs = replace(MADE, targets=_targets("FTE-01", "local", 200.0))
    found = line(inputs, Book(inputs), BY_ID["FTE-01"])
    assert found is not None
    assert "whole year, this figure covers 9 months" in found.rating.rule


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("follow_up_months", 9, "9 months of follow-up, ours 12"),
        ("window_end", "2012-12-31", "another period"),
        ("unit", "ratio", "another unit"),
    ],
)
def test_an_unlike_comparator_is_shown_but_never_judged(column: str, value: str | int, reason: str) -> None:
    comparators = MADE.comparators[MADE.comparators["measure_id"] == "REO-02"].assign(**{column: value})
    comparators["window_end"] = comparators["window_end"].astype("datetime64[us]")
    inputs = replace(MADE, comparators=comparators)
    found = line(inputs, Book(inputs), BY_ID["REO-02"])
    assert found is not None
    assert found.comparators
    assert all(reason in other.unlike for other in found.comparators)
    assert sentences.against(found) == ""


def test_police_records_are_not_set_against_case_system_counts() -> None:
    comparators = MADE.comparators[MADE.comparators["measure_id"] == "EET-01"].assign(source="PNC")
    inputs = replace(MADE, comparators=comparators)
    found = line(inputs, Book(inputs), BY_ID["EET-01"])
    assert found is not None
    assert "police records" in found.comparators[0].unlike


def test_the_like_window_of_a_geography_wins_over_a_newer_unlike_one() -> None:
    book = Book(MADE)
    period = book.headline(BY_ID["REO-02"])
    assert period is not None
    newer = {**book.comparators[0], "follow_up_months": 3, "value": 99.0}
    found = comparators_for([book.comparators[0], newer], BY_ID["REO-02"], period)
    assert [one.value for one in found] == [31.4]


def test_a_small_count_of_children_is_neither_judged_nor_rated() -> None:
    found = _line("CUS-04", [("2014-15-H1", 3, 65000), ("2013-14-H1", 2, 65000)])
    assert sentences.headline(found).endswith("Too few cases to say whether better or worse.")
    assert found.cautions[0].startswith("Small numbers: based on 3")


def test_four_risks_are_no_small_number_of_children() -> None:
    found = line(MADE, Book(MADE), BY_ID["RSK-01"])
    assert found is not None
    assert not any(words.startswith("Small numbers") for words in found.cautions)


def test_which_measures_are_themselves_a_change() -> None:
    found = {measure.id for measure in made_measures() if is_change(measure)}
    changes = {"FTE-02", "FTE-03", "FTE-04", "CUS-03", "REO-08", "FIN-04", "FIN-06", "FIN-07"}
    assert changes <= found
    # "Less likely" takes nothing away.
    assert found.isdisjoint({"FTE-01", "CUS-01", "EET-01", "SUR-04"})


def test_a_measure_that_is_a_change_is_judged_by_its_own_sign() -> None:
    found = _line("FTE-02", [("2014-15-YTD-Q3", 5, 156), ("2013-14-YTD-Q3", -154, 310)])
    assert sentences.headline(found) == "3.2% (5 of 156), April to December 2014. That is worse."


def test_exceptions_name_reds_before_ambers_and_nothing_else() -> None:
    book = Book(MADE)
    lines = [found for measure in MADE.measures if (found := line(MADE, book, measure))]
    words = [said.split(":")[0] for said in exceptions(lines)]
    assert words == sorted(words, key=["Red", "Amber"].index)
    assert len(words) == sum(one.rating.word in {"red", "amber"} for one in lines)
    assert summary(lines).startswith(f"Of {len(lines)} headline measures")


def test_the_quality_mark_counts_what_touches_the_measure() -> None:
    marks = Marks(MADE)
    # Of the fields every row of persons needs the made-up counts hold one: 4,210 of 4,210 cells filled.
    assert marks.of("FTE-01") == "100.0% of needed cells filled; 25 rows stopped, 29 queries open, 2 queries explained"
    assert marks.of("PRE-06") == "nothing open"


def test_inputs_are_left_as_they_were(inputs: ReturnInputs) -> None:
    before = inputs.figures.copy()
    Book(inputs)
    assert before.equals(inputs.figures)
