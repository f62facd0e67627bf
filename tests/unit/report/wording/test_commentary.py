"""What owners say of their figures is found by measure, and said in the same words everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from assets.report.accessibility.checker import check_workbook
from assets.report.pack import build_pack
from assets.report.wording.commentary import COMMENTARY, NO_COMMENT, Comment, comment_of, comment_words, no_commentary
from assets.report.workbook.write import workbook_bytes
from tests.unit.report.made import made_inputs

Said = tuple[str, str | None, str | None, str | None, str | None, str | None, str | None]


def commentary(*rows: Said) -> pd.DataFrame:
    """Commentary as the core table has it: text columns, a date, what is empty missing."""
    frame = pd.DataFrame(rows, columns=list(COMMENTARY)).astype(dict.fromkeys(COMMENTARY, "string"))
    return frame.assign(due=pd.to_datetime(frame["due"]).astype("datetime64[us]"))


FTE: Said = (
    "FTE-01",
    "A little above.",
    "Court disposals.",
    "Audit them.",
    "Prevention manager",
    "2015-03-31",
    "On track",
)


def test_words_are_found_by_their_measure() -> None:
    inputs = replace(made_inputs(), commentary=commentary(FTE))
    assert comment_of(inputs, "FTE-01") == Comment(
        "A little above.", "Court disposals.", "Audit them.", "Prevention manager", date(2015, 3, 31), "On track"
    )
    assert comment_of(inputs, "CUS-01") is None


def test_a_row_left_as_it_was_handed_out_says_nothing() -> None:
    handed_out: Said = ("FTE-01", None, None, None, "Prevention manager", None, None)
    inputs = replace(made_inputs(), commentary=commentary(handed_out))
    assert comment_of(inputs, "FTE-01") is None
    assert comment_words(inputs, "FTE-01") == NO_COMMENT


def test_without_a_workbook_every_measure_is_without_words() -> None:
    inputs = replace(made_inputs(), commentary=no_commentary())
    assert comment_words(inputs, "FTE-01") == "No comment was given."


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (FTE, "A little above.\nCause: Court disposals.\nAction: Audit them (Prevention manager by 31 March 2015)."),
        (("FTE-01", None, None, "Audit.", None, "2015-03-31", None), "Action: Audit by 31 March 2015."),
        (("FTE-01", None, "Not known", None, "Nobody", None, None), "Cause: Not known"),
        (("FTE-01", None, None, "Audit.", "Head of Service", None, None), "Action: Audit (Head of Service)."),
    ],
    ids=["all", "no owner", "no action", "no date"],
)
def test_comment_cause_and_action_are_said_in_one_text(row: Said, words: str) -> None:
    assert comment_words(replace(made_inputs(), commentary=commentary(row)), "FTE-01") == words


def test_a_note_that_an_owner_writes_of_is_none_of_ours_and_refuses_no_return(tmp_path: Path) -> None:
    said: Said = ("FTE-01", "See [note 99] and [Note abc] [sic].", "[note 7]", None, None, None, None)
    inputs = replace(made_inputs(), commentary=commentary(said))
    assert comment_words(inputs, "FTE-01") == "See (note 99) and (Note abc) [sic].\nCause: (note 7)"
    path = tmp_path / "pack.xlsx"
    path.write_bytes(workbook_bytes(build_pack(inputs)))
    assert check_workbook(path).essential == ()
