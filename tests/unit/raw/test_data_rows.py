"""Which rows below the header are data."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.raw.data_rows import are_data
from assets.raw.header import recognise
from assets.raw.read_grid import read_grid
from tests.fixtures.files import SMALL, Table, as_csv, write_text

HEADER = ("thing_id", "seen_on", "hours", "note")
ROWS = (("1", "2014-10-01", "2", ""), ("2", "2014-10-02", "3", "x"))


def _data(folder: Path, rows: Table) -> list[int]:
    sheet = read_grid(write_text(folder / "a.csv", as_csv(rows)))[0]
    match = recognise(sheet, [SMALL])
    assert match is not None
    data = are_data(sheet, match)
    return [int(row) for row in data.index[data]]


@pytest.mark.parametrize(
    "note",
    [
        ["Total number of things seen"],
        ["Source: case system", "as at 5 January"],
        ["Notes", "Figures are provisional"],
        ["[1]", "Hours are as recorded"],
        ["2.", "Hours are as recorded"],
        ["*", "Provisional"],
    ],
)
def test_notes_at_the_end_are_no_data(tmp_path: Path, note: list[str]) -> None:
    assert _data(tmp_path, [HEADER, *ROWS, [], note]) == [2, 3]


def test_several_kinds_of_notes_at_the_end_are_all_left_out(tmp_path: Path) -> None:
    notes = [["Notes", "see below"], ["1.", "First"], ["A sentence on its own"], ["2.", "Second"]]
    assert _data(tmp_path, [HEADER, *ROWS, *notes]) == [2, 3]


@pytest.mark.parametrize("row", [["3", "2014-10-03"], ["3", "", "", "Source of the note"], ["12", "2014-10-03"]])
def test_a_last_row_of_two_cells_is_data_unless_it_reads_as_a_note(tmp_path: Path, row: list[str]) -> None:
    assert _data(tmp_path, [HEADER, *ROWS, row]) == [2, 3, 4]


def test_a_note_between_data_rows_is_left_to_be_told(tmp_path: Path) -> None:
    assert _data(tmp_path, [HEADER, ROWS[0], ["Notes", "here"], ROWS[1]]) == [2, 3, 4]


def test_a_header_printed_again_on_the_next_page_is_no_data(tmp_path: Path) -> None:
    assert _data(tmp_path, [["Page 1"], HEADER, ROWS[0], HEADER, ROWS[1]]) == [3, 5]


def test_a_table_without_rows_has_none(tmp_path: Path) -> None:
    assert _data(tmp_path, [HEADER]) == []
    assert _data(tmp_path, [HEADER, ["Source: case system"]]) == []


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        (["", "", "5", "", "Grand total"], [2, 3]),
        (["2", "", "5.5", "", "Total"], [2, 3]),
        (["3", "2014-10-03", "2", "", "Total hours"], [2, 3, 4]),
        (["", "", "5", "in all", "Total"], [2, 3, 4]),
    ],
)
def test_a_total_said_beside_the_table_is_no_data_where_the_row_holds_numbers_alone(
    tmp_path: Path, row: list[str], rows: list[int]
) -> None:
    assert _data(tmp_path, [(*HEADER, "remark"), *ROWS, row]) == rows
