"""Traps of the Board's own papers: risk registers, amounts of money, meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assets.core.cells import read_money
from assets.core.reading import UNREADABLE
from assets.raw.header import recognise
from assets.raw.read_grid import read_grid
from assets.report.sheets.cover import theme
from assets.report.sheets.risks import fits, movement
from pipelines.platform.quarters import Quarter
from schemas.catalogue import EXTRACTS, extract
from schemas.pack import Mark
from schemas.service import BoardMeeting
from tests.fixtures.files import write_text, write_xlsx
from tests.mutation.judged import lines_of
from tests.properties.table_worlds import Row, answers
from tests.unit.report.made import made_inputs

POINT = "AT-2014-12-31"
#: The headers of D15's first risk table, as it prints them, with those of ours that it lacks.
PRINTED = (
    *("Risk No", "Register edition", "Risk scale", "Risk", "Causes of risk", "Consequences of risk", "Risk Owner"),
    *("Impact", "Likelihood", "Risk Score", "List of current controls", "Further actions"),
    *("Residual Impact", "Residual Likelihood", "Residual Risk Score", "Date reviewed"),
)
#: One of its rows.
RISK = (
    *("R1", "2015-16", "1-3, 1 highest", "Entrants rise", "Less prevention", "More children", "Head of Service"),
    *("2", "2", "4", "Watched each quarter", "New cautions", "2", "3", "5", "2014-12-05"),
)


def risk(name: str, scores: tuple[int, int, int], **other: object) -> Row:
    """One risk without residual scores."""
    cells: Row = {
        "risk_id": name,
        "register_version": "2015",
        "scale": "1-3, 1 highest",
        "impact": scores[0],
        "likelihood": scores[1],
        "score": scores[2],
        "residual_impact": None,
        "residual_likelihood": None,
        "residual_score": None,
        "reviewed_date": date(2014, 12, 1),
    }
    return cells | other


def test_t_21_a_printed_score_is_kept_and_told_by_which_rule_it_was_made() -> None:
    """D15: (2,2) = 4 fits both, (1,2) = 2 the product alone, residual (2,3) = 5 the sum alone."""
    assert [fits(2, 2, 4), fits(1, 2, 2), fits(2, 3, 5)] == ["Sum and product", "Product", "Sum"]


def test_t_21_from_4_to_5_is_safer_where_one_is_the_highest_risk() -> None:
    assert movement("1-3, 1 highest", 4, 5) == Mark("▲ safer", "good")


def test_t_22_registers_of_two_scales_are_never_put_in_one_count() -> None:
    """D11's register (impact 1 to 5, one number) is older: only D15's risks are counted, by D15's scale."""
    old = {"register_version": "2011", "scale": "1-5, 1 highest", "reviewed_date": date(2011, 3, 1)}
    rows = [risk("R1", (2, 2, 4)), risk("R1", (5, 1, 5), **old), risk("R2", (4, 1, 4), **old)]
    said = answers({"core_risks": rows}, "RSK-01")["RSK-01"]
    assert said[POINT, "YOS-LR", "risk", "R1"] == (4, None)
    assert (POINT, "YOS-LR", "risk", "R2") not in said


@pytest.mark.parametrize(
    ("ours", "variant"),
    [
        ("residual_score", "Residual Score"),
        ("residual_score", "Residual Risk Score"),
        ("controls", "List of current controls"),
        ("controls", "List of current controls arrangements"),
    ],
)
def test_t_23_a_register_is_read_under_either_wording_of_its_headers(tmp_path: Path, ours: str, variant: str) -> None:
    headers = [column.name for column in extract("risks").columns if column.name != ours]
    file = write_text(tmp_path / "register.csv", ",".join([*headers, variant]) + "\n")
    found = recognise(read_grid(file)[0], EXTRACTS)
    assert found is not None
    assert (found.extract, found.missing, found.unknown) == ("risks", (), ())
    assert found.columns[ours] == len(headers)


def test_t_23_a_headed_table_without_rows_is_an_empty_register_and_no_fault(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "register.xlsx", {"Risks": [PRINTED]})
    assert [line.code for line in lines_of(file, extract("risks"), tmp_path) if line.row] == []


def test_t_23_the_second_half_of_a_row_split_over_two_tables_is_set_aside_and_told(tmp_path: Path) -> None:
    """D11 breaks a risk over two pages: its rest has no number of its own, and joins no other risk."""
    rest = ("", "", "", "and children persistently breach orders", *[""] * 6, "Close liaison with the court", *[""] * 5)
    file = write_xlsx(tmp_path / "register.xlsx", {"Risks": [PRINTED, RISK, PRINTED, rest]})
    told = lines_of(file, extract("risks"), tmp_path)
    assert {line.row for line in told if line.column == "risk_id"} == {4}
    assert [line for line in told if line.row == 3] == []


def test_t_23_a_cell_under_no_known_header_is_told(tmp_path: Path) -> None:
    """D11 prints "222/" and "22.42/" where the headers of its columns were lost."""
    file = write_xlsx(tmp_path / "register.xlsx", {"Risks": [(*PRINTED, "222/"), (*RISK, "22.42/")]})
    assert len([line for line in lines_of(file, extract("risks"), tmp_path) if line.letter == "Q"]) == 1


def test_t_27_the_boards_meeting_its_theme_and_its_data_are_three_things() -> None:
    """The Board of 5 March 2015 sees the data of October to December under the theme of its own quarter, the fourth."""
    inputs = made_inputs()
    meeting = BoardMeeting(meets_on=date(2015, 3, 5), data_quarter="2014-15 Q3", theme_quarter=4)
    service = inputs.service.model_copy(update={"meetings": (meeting,)})
    assert theme(inputs) == inputs.service.themes[3]
    assert theme(replace(inputs, service=service)) == inputs.service.themes[4]
    assert Quarter.containing(meeting.meets_on).label == "2014-15 Q4"


def test_t_27_five_meetings_of_a_year_may_fall_in_four_quarters() -> None:
    """D11's meetings of 2010: two of them in July to September."""
    days = [date(2010, 2, 26), date(2010, 4, 30), date(2010, 7, 2), date(2010, 9, 17), date(2010, 12, 3)]
    labels = ["2009-10 Q4", "2010-11 Q1", "2010-11 Q2", "2010-11 Q2", "2010-11 Q3"]
    assert [Quarter.containing(day).label for day in days] == labels


@pytest.mark.parametrize("written", ["567071", "567,071", "£567,071", "£ 567,071.00"])
def test_t_34_money_is_the_same_with_and_without_its_sign(written: str) -> None:
    assert read_money(written).value == 567_071


@pytest.mark.parametrize("written", ["£567,071 £57,600", "298,303 265,000 70,000", "567,071\n57,600"])
def test_t_34_several_amounts_in_one_cell_are_no_amount(written: str) -> None:
    assert read_money(written) == UNREADABLE
