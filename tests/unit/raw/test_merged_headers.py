"""Headers of two rows with merged cells, and headers with units and footnotes behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.raw.header import recognise
from assets.raw.read_grid import read_grid
from assets.raw.sheet import Sheet
from schemas.catalogue import EXTRACTS, extract, header_names
from schemas.folding import fold_header, header_forms
from schemas.source_headers import SOURCE_HEADERS, SYSTEMS
from schemas.source_systems import header_line
from tests.fixtures.files import SMALL, Table, as_csv, write_text

#: The group titles stand above the first of their columns; cells merged downwards stand in the upper row.
UPPER = ("Outcome ID", "Offence ID", "Outcome", "", "", "Legal outcome", "", "Substantive", "Main/Other", "Residence")
LOWER = ("", "", "Date", "End date", "Text", "Type", "Group", "", "", "on outcome")


def _sheet(folder: Path, rows: Table) -> Sheet:
    return read_grid(write_text(folder / "any name.csv", as_csv(rows)))[0]


def test_a_header_below_a_group_is_read_in_the_words_of_its_group(tmp_path: Path) -> None:
    upper, lower = (*UPPER, "Appeal status", "Extract"), (*LOWER, "", "date")
    found = recognise(_sheet(tmp_path, [["A report"], upper, lower, ["x"] * 12]), EXTRACTS)
    assert found is not None
    assert (found.extract, found.header_row, found.header_rows) == ("outcomes", 3, 2)
    assert (found.missing, found.unknown) == ((), ())
    assert found.columns["outcome_end_date"] == 3
    assert found.columns["residence_on_outcome"] == 9
    assert found.headers["outcome_end_date"] == "End date"


def test_a_sub_header_that_means_the_column_by_itself_needs_no_group(tmp_path: Path) -> None:
    rows = [["Thing No.", "When and how long", ""], ["", "Date seen", "Hours"], ["1", "2014-10-01", "2"]]
    found = recognise(_sheet(tmp_path, rows), [SMALL])
    assert found is not None
    assert (found.header_row, dict(found.columns)) == (2, {"thing_id": 0, "seen_on": 1, "hours": 2})


def test_a_header_of_one_row_never_takes_the_first_data_row_or_a_title_with_it(tmp_path: Path) -> None:
    rows = [["Things seen", "", "", ""], ["thing_id", "seen_on", "hours", "odd"], ["", "", "", "x"], ["1", "", "2", ""]]
    found = recognise(_sheet(tmp_path, rows), [SMALL])
    assert found is not None
    assert (found.header_row, found.header_rows, found.unknown) == (2, 1, (3,))


@pytest.mark.parametrize(
    "header",
    ["Hours [note 1]", "Hours1", "Hours \u00b9", "Hours (decimal)", "HOURS (h) [note 2]", "Hours\nas recorded"],
)
def test_units_and_notes_behind_a_header_are_left_off(tmp_path: Path, header: str) -> None:
    rows = ["thing_id,seen_on,", f'"{header}"\n1,2014-10-01,2\n']
    found = recognise(read_grid(write_text(tmp_path / "a.csv", "".join(rows)))[0], [SMALL])
    assert found is not None
    assert (found.missing, found.columns["hours"]) == ((), 2)


def test_a_header_that_means_something_as_it_stands_loses_nothing() -> None:
    assert header_forms("Age 10") == ("age10",)
    assert header_forms("Population 10-17")[0] == "population1017"


def test_the_exact_header_goes_before_one_with_a_note_to_its_left(tmp_path: Path) -> None:
    found = recognise(_sheet(tmp_path, [["hours (planned)", "thing_id", "seen_on", "hours"]]), [SMALL])
    assert found is not None
    assert (found.columns["hours"], found.unknown) == (3, (0,))


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("name", list(SOURCE_HEADERS))
def test_every_systems_export_is_known_by_its_whole_header_line(tmp_path: Path, name: str, system: str) -> None:
    line = header_line(name, system)
    found = recognise(_sheet(tmp_path, [list(line.values())]), EXTRACTS)
    assert found is not None
    assert (found.extract, found.missing, found.unknown) == (name, (), ())
    assert list(found.columns) == list(line)


@pytest.mark.parametrize("name", list(SOURCE_HEADERS))
def test_no_word_of_any_system_means_two_columns_of_an_extract(name: str) -> None:
    names = header_names(extract(name))
    words = SOURCE_HEADERS[name]
    assert list(words) == [column.name for column in extract(name).columns]
    assert {names[fold_header(word)] == column for column, said in words.items() for word in said} == {True}
    for system in SYSTEMS:
        line = [fold_header(word) for word in header_line(name, system).values()]
        assert len(set(line)) == len(line)
