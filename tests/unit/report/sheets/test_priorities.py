"""The priorities: overdue as at the quarter's end by their day, every number of the plan accounted for."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from assets.report.inputs import ReturnInputs
from assets.report.sheets.priorities import OVERDUE, priority_sheet
from schemas.pack import Cell, Paragraph
from tests.unit.report.made import made_inputs
from tests.unit.report.made_papers import priorities


def _with(due: str, status: str) -> ReturnInputs:
    frame = priorities()
    frame.loc[0, "due"], frame.loc[0, "status"] = pd.Timestamp(due), status
    return replace(made_inputs(), priorities=frame)


def _words(inputs: ReturnInputs) -> str:
    return " ".join(block.text for block in priority_sheet(inputs).blocks if isinstance(block, Paragraph))


def _by_its_day(inputs: ReturnInputs) -> Cell:
    (table,) = priority_sheet(inputs).tables()
    return table.rows[0][table.position("By its day")]


@pytest.mark.parametrize(
    ("due", "status", "cell"),
    [
        ("2014-12-31", "On track", OVERDUE),
        ("2015-01-01", "Off track", "Not yet due"),
        ("2014-06-30", "Complete", "Done"),
    ],
)
def test_a_milestone_is_overdue_by_its_day_whatever_its_status_says(due: str, status: str, cell: Cell) -> None:
    assert _by_its_day(_with(due, status)) == cell


def test_overdue_milestones_are_counted_and_their_priorities_named() -> None:
    assert "Milestones overdue at 31 December 2014: 1, of priority 1." in _words(_with("2014-12-31", "At risk"))
    assert "No milestone was overdue at 31 December 2014." in _words(made_inputs())


def test_milestones_are_counted_by_status() -> None:
    assert "Milestones: 4, of them 1 complete, 1 on track, 1 at risk, 1 not started." in _words(made_inputs())


def test_numbers_of_the_plan_of_which_nothing_was_sent_are_named() -> None:
    """Sent are 1, 3, 4 and 8."""
    assert "Nothing was sent on these priorities of 2015-16: 2, 5, 6, 7." in _words(made_inputs())


def test_a_plan_without_a_gap_says_nothing_of_gaps() -> None:
    whole = priorities().assign(priority_no=[1, 2, 3, 4])
    assert "Nothing was sent" not in _words(replace(made_inputs(), priorities=whole))


def test_without_priorities_the_page_says_so() -> None:
    assert _words(replace(made_inputs(), priorities=priorities().head(0))) == (
        "No priorities were received for this quarter."
    )
