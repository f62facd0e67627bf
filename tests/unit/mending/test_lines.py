"""Lines that cannot be used are told one by one, with sheet and row, and stop no other line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.errors_rules import LONGEST_TEXT
from tests.unit.mending.bench import LATE, QUARTER, UNREADABLE, Bench, Row, hearings

GOOD = "2014-06-02"


@pytest.fixture
def checked(bench: Bench) -> Bench:
    """Forty hearings: two dates that cannot be read, one report served late."""
    rows = hearings(40)
    rows[0]["hearing_date"] = rows[1]["hearing_date"] = "tbc"
    rows[2]["psr_served"] = "2014-09-15"
    bench.drop_hearings(rows)
    bench.check()
    return bench


def unreadable(line: Row) -> bool:
    return line["Fault code"] == UNREADABLE and line["Row in Excel"] == "2"


def late(line: Row) -> bool:
    return line["Fault code"] == LATE


def other(line: Row) -> bool:
    return line["Fault code"] == UNREADABLE and line["Row in Excel"] == "3"


LINES = [
    ("another record", unreadable, {"Corrected value": GOOD, "Cell reference": f"{'0' * 64}:0000"}, "YJ-F-0031"),
    ("no such extract", unreadable, {"Corrected value": GOOD, "Extract": "pupils"}, "YJ-F-0031"),
    ("no such rule", late, {"Explanation": "so", "Fault code": "YJ-X-9999"}, "YJ-F-0031"),
    ("another fact", late, {"Explanation": "so", "Fact reference": "0" * 64}, "YJ-F-0032"),
    ("an explanation for a row that is stopped", unreadable, {"Explanation": "so"}, "YJ-F-0033"),
    ("a day and nothing else", late, {"Explained until": "31/03/2015"}, "YJ-F-0034"),
    ("the value that is there", unreadable, {"Corrected value": "tbc"}, "YJ-F-0034"),
    ("no day", late, {"Explanation": "so", "Explained until": "soon"}, "YJ-F-0035"),
    ("a day before the quarter's end", late, {"Explanation": "so", "Explained until": "30/12/2014"}, "YJ-F-0035"),
    ("a column that the rule does not read", unreadable, {"Corrected value": "x", "Column name": "ypid"}, "YJ-F-0037"),
    ("a grey cell", unreadable, {"Corrected value": GOOD, "Cell reference": ""}, "YJ-F-0037"),
    ("an endless explanation", late, {"Explanation": "x" * (LONGEST_TEXT + 1)}, "YJ-F-0039"),
]


@pytest.mark.parametrize(("way", "which", "cells", "code"), LINES, ids=[line[0] for line in LINES])
def test_a_line_that_cannot_be_used_is_told_with_its_place_and_the_others_are_applied(
    checked: Bench, way: str, which: Callable[[Row], bool], cells: dict[str, str], code: str
) -> None:
    opened = checked.open()
    opened.sign()
    assert opened.fill(which, cells) == 1, way
    opened.fill(other, {"Corrected value": GOOD})
    row = 2 + [which(line) for line in checked.open().lines()].index(True)
    checked.drop(opened)
    checked.check()
    assert checked.unused() == [(code, row)]
    assert len(checked.place.register.mending.corrections(QUARTER.slug)) == 1
    fault = checked.faults().set_index("code").loc[code]
    assert fault["sheet"] == "Faults"
    assert fault["file_name"] == "errors back.xlsx"


def test_without_a_name_nothing_is_taken_in(checked: Bench) -> None:
    opened = checked.open()
    opened.fill(other, {"Corrected value": GOOD})
    opened.fill(late, {"Explanation": "so"})
    checked.drop(opened)
    checked.check()
    assert [code for code, _ in checked.unused()] == ["YJ-F-0036", "YJ-F-0036"]
    assert checked.place.register.mending.corrections(QUARTER.slug) == []


def test_a_line_about_a_cell_that_has_changed_since_is_not_used(checked: Bench) -> None:
    opened = checked.open()
    opened.sign()
    opened.fill(other, {"Corrected value": GOOD})
    rows = hearings(40)
    rows[1]["hearing_date"] = "n.k."
    checked.drop_hearings(rows)
    checked.drop(opened)
    checked.check()
    assert [code for code, _ in checked.unused()] == ["YJ-F-0032"]


@pytest.mark.parametrize(("number", "word"), [("C99", "yes"), ("C1", "perhaps")])
def test_an_undoing_that_means_nothing_is_told(checked: Bench, number: str, word: str) -> None:
    opened = checked.open()
    opened.sign()
    opened.fill(other, {"Corrected value": GOOD})
    checked.drop(opened)
    checked.check()
    again = checked.open()
    again.sign()
    cells = {"Undo": word, "Correction or explanation": number}
    again.fill(lambda line: line["Correction or explanation"] == "C1", cells, "Corrections")
    checked.drop(again, name="undo")
    checked.check()
    assert [code for code, _ in checked.unused()] == ["YJ-F-0038"]
    assert len(checked.place.register.mending.corrections(QUARTER.slug)) == 1


def test_a_workbook_that_nobody_filled_in_changes_nothing_and_is_no_fault(checked: Bench) -> None:
    checked.drop(checked.open())
    outcome = checked.check()
    assert checked.unused() == []
    assert "cells_corrected" not in outcome.counts


def test_the_faults_of_lines_are_in_the_next_workbook(checked: Bench) -> None:
    opened = checked.open()
    opened.fill(other, {"Corrected value": GOOD})
    checked.drop(opened)
    checked.check()
    (line,) = [line for line in checked.open().lines() if line["Extract"] == "errors_workbook"]
    assert (line["Fault code"], line["State"]) == ("YJ-F-0036", "mend the file")
