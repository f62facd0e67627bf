"""The errors workbook itself: the same bytes, no cell of a child, lists to choose from, no work overwritten."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from assets.report.mending.errors_book import PROPOSALS
from assets.report.mending.errors_file import newest_errors, write_errors
from schemas.errors_book import FAULT_HEADERS, MAKE_EMPTY, NAME_HEADERS
from tests.unit.mending.bench import LATE, OFFICER, QUARTER, UNREADABLE, Bench, hearings

CANARY = "Quincequill"
CELLS = ("hearing_date", "court_name", "court_type", "remand_decision", "psr_due", "psr_served", "ypid")


@pytest.fixture
def checked(bench: Bench) -> Bench:
    """Forty hearings, the canary in one cell of each kind, and one report served late."""
    rows = hearings(40)
    for place, column in enumerate(CELLS):
        rows[place][column] = f"{CANARY} {place}"
    rows[20]["psr_served"] = "2014-09-15"
    bench.drop_hearings(rows)
    bench.check()
    return bench


def parts_of(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_the_same_faults_make_the_same_bytes_in_another_home(checked: Bench, tmp_path: Path) -> None:
    other = Bench(tmp_path / "another home")
    (dropped,) = checked.place.inbox(QUARTER).iterdir()
    (other.place.inbox(QUARTER) / dropped.name).write_bytes(dropped.read_bytes())
    other.check()
    one, two = (newest_errors(bench.place, QUARTER) for bench in (checked, other))
    assert one is not None
    assert two is not None
    assert one.read_bytes() == two.read_bytes()
    assert one.stat().st_mode & 0o077 == 0


def test_no_cell_of_a_record_is_in_it_but_its_shape(checked: Bench) -> None:
    path = write_errors(checked.place, QUARTER)
    said = "\n".join(parts_of(path).values()).casefold()
    assert CANARY.casefold() not in said
    assert not re.search(r"\bh\d+\b", re.sub(r"<[^>]*>", "\n", said)), "no id of a record"
    shapes = {line["Value shown masked"] for line in checked.open().lines()}
    assert "AAAAAAAAAAA\u2026" in shapes


def test_a_correction_is_shown_masked_and_stands_in_no_message(checked: Bench) -> None:
    opened = checked.open()
    opened.sign()
    opened.fill(lambda line: line["Fault code"] == UNREADABLE, {"Corrected value": f"{CANARY} was here"})
    checked.drop(opened)
    outcome = checked.check()
    assert len(checked.place.register.mending.corrections(QUARTER.slug)) == 1
    (line,) = checked.open().lines("Corrections")
    assert (line["Old value masked"], line["New value masked"]) == ("AAAAAAAAAAA\u2026", "AAAAAAAAAAA\u2026")
    assert CANARY not in str(outcome) + checked.faults().to_csv()
    assert CANARY not in str([(file.message, file.code) for file in checked.place.register.received(QUARTER.slug)])


def test_its_sheets_are_named_tables_without_formulas_or_merged_cells(checked: Bench) -> None:
    parts = parts_of(write_errors(checked.place, QUARTER))
    sheets = {name: text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")}
    assert not any(tag in text for text in sheets.values() for tag in ("<mergeCell", "<f>", "<sheetProtection"))
    tables = [text for name, text in parts.items() if name.startswith("xl/tables/")]
    assert {re.search(r'displayName="([^"]+)"', text).group(1) for text in tables} == {  # type: ignore[union-attr]
        *("your_name", "found", "faults", "corrections")
    }
    assert "<dc:language>en-GB</dc:language>" in parts["docProps/core.xml"]


def test_officers_choose_from_the_codes_of_the_column_and_may_make_it_empty(checked: Bench) -> None:
    book = openpyxl.load_workbook(write_errors(checked.place, QUARTER))
    faults, lists = book["Faults"], book["Lists"]
    assert faults.freeze_panes == "A2"
    column = list(FAULT_HEADERS).index("Corrected value") + 1
    at = {row[7].value: row[0].row for row in faults.iter_rows(2) if row[0].value.startswith("YJ-D-04")}
    coded = faults.cell(at["court_type"], column)
    (choice,) = [
        rule
        for rule in faults.data_validations.dataValidation
        if rule.type == "list" and coded.coordinate in rule.sqref
    ]
    sheet, cells = choice.formula1.split("!")
    values = [row[0].value for row in lists[cells.replace("$", "")]]
    assert sheet == "Lists"
    assert "MAGISTRATES" in values
    assert values[-1] == MAKE_EMPTY
    assert coded.number_format == "@", "what is typed stays text"


def test_a_fault_of_a_whole_file_has_no_cell_to_correct(bench: Bench) -> None:
    rows = hearings(4)
    path = bench.drop_hearings(rows)
    path.write_text(path.read_text("utf-8").replace("hearing_date", "when"), "utf-8")
    bench.check()
    lines = [line for line in bench.open().lines() if line["What it does"] == "File stopped"]
    assert lines
    assert {(line["Cell reference"], line["State"]) for line in lines} == {("", "mend the file")}


def test_the_worst_comes_first_and_a_query_can_be_explained(checked: Bench) -> None:
    lines = checked.open().lines()
    order = ["File stopped", "Row stopped", "Query", "Notice"]
    places = [order.index(line["What it does"]) for line in lines]
    assert places == sorted(places)
    (late,) = [line for line in lines if line["Fault code"] == LATE]
    assert late["State"] == "correct or explain"
    assert late["Column letter"] == "I"
    assert late["Row in Excel"] == "22"
    assert all(line["Fact reference"] for line in lines if line["What it does"] == "Query")


def test_the_name_goes_where_the_first_sheet_says(checked: Bench) -> None:
    summary = checked.open().sheets["Summary"]
    assert tuple(summary[3][:2]) == tuple(NAME_HEADERS)
    assert summary[4][:2] == ["", QUARTER.label]


def test_pairs_of_records_are_decided_on_their_sheet(checked: Bench) -> None:
    pairs = pd.DataFrame(
        {
            "ypid": ["Y1", "Y3"],
            "alias_ypid": ["Y2", "Y4"],
            "method": "likeness",
            "score": pd.array([0.97, None], dtype="Float64"),
            "agrees_on": "surname",
            "status": ["open", "open"],
        }
    )
    checked.place.lake.write(PROPOSALS, QUARTER, pairs)
    opened = checked.open()
    opened.sign()
    cells = {"Decision": "Same person", "Reason for the decision": "asked the police"}
    assert opened.fill(lambda line: line["Young person"] == "Y1", cells, "People") == 1
    assert opened.fill(lambda line: line["Young person"] == "Y3", {"Decision": "who knows"}, "People") == 1
    checked.drop(opened)
    checked.check()
    (decision,) = checked.place.register.people.decisions(QUARTER.slug)
    assert (decision.ypid, decision.alias_ypid, decision.same, decision.decided_by) == ("Y1", "Y2", True, OFFICER)
    assert checked.unused() == [("YJ-F-0038", 3)]


def test_it_is_written_only_when_it_would_say_something_else(checked: Bench) -> None:
    path = write_errors(checked.place, QUARTER)
    before = path.stat().st_mtime_ns
    checked.check()
    assert path.stat().st_mtime_ns == before
    (checked.place.settings.errors / f".written-{QUARTER.slug}.json").write_text("not json", "utf-8")
    beside = write_errors(checked.place, QUARTER)
    assert beside.name == f"errors-{QUARTER.slug} (2).xlsx", "where nobody knows whose it is, it is left"
    assert path.stat().st_mtime_ns == before
