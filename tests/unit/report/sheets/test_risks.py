"""The risk register's scores are read by its own scale, and tested against sum and product (T-21, T-22)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from assets.report.figures.papers import Papers
from assets.report.inputs import ReturnInputs
from assets.report.sheets.risks import (
    IN_TIME,
    OVERDUE,
    fits,
    movement,
    newest_edition,
    one_is_highest,
    review_stands,
    risk_sheet,
)
from schemas.pack import Amount, Mark, Paragraph, Table
from tests.unit.report.made import made_inputs
from tests.unit.report.made_papers import risks

END = date(2014, 12, 31)


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


@pytest.mark.parametrize(
    ("reviewed", "due", "stands"),
    [
        (date(2014, 10, 1), date(2014, 12, 31), OVERDUE),  # due on the last day, and not held
        (date(2014, 10, 1), date(2015, 1, 1), IN_TIME),
        (date(2014, 12, 1), date(2014, 12, 1), IN_TIME),  # held on its day
        (date(2013, 12, 31), None, IN_TIME),  # 365 days before the end
        (date(2013, 12, 30), None, OVERDUE),
        (None, None, "[x]"),
    ],
)
def test_a_review_is_overdue_by_its_own_day_or_a_year_after_the_last(
    reviewed: date | None, due: date | None, stands: object
) -> None:
    assert review_stands({"reviewed_date": reviewed, "review_due": due}, END) == stands


def test_only_the_edition_reviewed_last_is_the_register_and_risk_ten_comes_after_two() -> None:
    now = risks().assign(risk_id=["R10", "R2", "R1", "R9"])
    older = risks().assign(register_version="2013-14", reviewed_date=pd.Timestamp("2013-12-15"))
    rows = newest_edition(pd.concat([older, now], ignore_index=True))
    assert [row["risk_id"] for row in rows] == ["R1", "R2", "R9", "R10"]
    assert {row["register_version"] for row in rows} == {"2015-16"}


def test_an_empty_register_has_no_edition() -> None:
    assert newest_edition(risks().head(0)) == []


def _words(inputs: ReturnInputs) -> str:
    return " ".join(block.text for block in risk_sheet(inputs).blocks if isinstance(block, Paragraph))


def _changes(inputs: ReturnInputs) -> list[tuple[object, ...]]:
    tables = [table for table in risk_sheet(inputs).tables() if table.name == "risk_changes"]
    return list(tables[0].rows) if tables else []


def _before(frame: pd.DataFrame) -> ReturnInputs:
    return replace(made_inputs(), papers=Papers("2014-15 Q2", frame))


def test_a_risk_scored_otherwise_than_in_the_register_before_is_listed_with_both_scores() -> None:
    """R1 was 3 and is 4, with a residual of 5 both times; 1 is the highest risk, so it is safer."""
    before = risks()
    before.loc[before["risk_id"].eq("R1"), "score"] = 3
    ((risk, _, what, *scores, since),) = _changes(_before(before))
    assert (risk, what, since) == ("R1", "Scored otherwise", Mark("▲ safer", "good"))
    assert [cell.value for cell in scores if isinstance(cell, Amount)] == [3, 4, 5, 5]


def test_new_risks_and_those_taken_off_are_listed() -> None:
    before = risks().assign(risk_id=["R1", "R2", "R3", "R9"])
    assert [(row[0], row[2]) for row in _changes(_before(before))] == [("R4", "New"), ("R9", "Taken off")]


def test_scores_on_another_scale_are_not_compared() -> None:
    before = risks().assign(scale="1 to 5, 5 highest", score=risks()["score"] + 1)
    assert {(row[2], row[-1]) for row in _changes(_before(before))} == {("Scored on another scale", "Not comparable")}


def test_a_register_that_stands_as_it_stood_says_so() -> None:
    assert "no score changed" in _words(_before(risks()))
    assert "no score changed" not in _words(made_inputs())


def test_a_risk_without_a_score_is_shown_and_named() -> None:
    register = risks()
    register.loc[register["risk_id"].eq("R2"), "score"] = pd.NA
    inputs = replace(made_inputs(), risks=register)
    assert "Without a score: R2." in _words(inputs)
    assert "3 safer, 1 not known" in _words(inputs)
    table = next(table for table in risk_sheet(inputs).tables() if isinstance(table, Table))
    assert table.rows[1][table.position("Score")] == "[x]"


def test_overdue_reviews_are_named_as_at_the_quarters_end() -> None:
    late = risks().assign(review_due=pd.to_datetime(["2014-12-20", "2015-03-01", None, "2014-12-31"]))
    assert "Reviews overdue at 31 December 2014: R1, R4." in _words(replace(made_inputs(), risks=late))
    assert "No review was overdue at 31 December 2014." in _words(made_inputs())
