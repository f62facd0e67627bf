"""Files are known by their headers, wherever these stand and however they are written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from assets.raw.header import nearest, recognise
from assets.raw.read_grid import read_grid
from assets.raw.sheet import Sheet, column_letter
from schemas.catalogue import EXTRACTS, extract
from tests.fixtures.files import CANARY, HEARING, HEARINGS_HEADER, SMALL, Table, as_csv, write_text

PUBLISHED = Path(__file__).resolve().parents[4] / "shared" / "data"


def _sheet(folder: Path, rows: Table) -> Sheet:
    return read_grid(write_text(folder / "any name.csv", as_csv(rows)))[0]


@pytest.mark.parametrize("name", [one.name for one in EXTRACTS])
def test_every_extract_is_known_by_its_own_headers_in_any_order(tmp_path: Path, name: str) -> None:
    headers = [column.name for column in extract(name).columns]
    random.Random(3).shuffle(headers)  # noqa: S311 - an order, not a secret
    found = recognise(_sheet(tmp_path, [headers]), EXTRACTS)
    assert found is not None
    assert (found.extract, found.missing, found.unknown) == (name, (), ())
    assert list(found.columns) == [column.name for column in extract(name).columns]


@pytest.mark.parametrize("name", [one.name for one in EXTRACTS])
def test_every_extract_is_known_by_its_required_columns_alone(tmp_path: Path, name: str) -> None:
    headers = [column.name for column in extract(name).columns if column.required]
    found = recognise(_sheet(tmp_path, [headers]), EXTRACTS)
    assert found is not None
    assert found.extract == name


def test_case_spaces_punctuation_and_synonyms_make_no_difference(tmp_path: Path) -> None:
    found = recognise(_sheet(tmp_path, [["THING NO", " Seen  On:", "hours", "a note?"]]), [SMALL])
    assert found is not None
    assert found.columns == {"thing_id": 0, "seen_on": 1, "hours": 2}
    assert found.headers["seen_on"] == "Seen  On:"
    assert found.unknown == (3,)


def test_titles_and_blank_rows_above_the_header_are_passed_over(tmp_path: Path) -> None:
    rows = [["Youth offending service"], [], ["Prepared for the Board", "x"], HEARINGS_HEADER, HEARING]
    found = recognise(_sheet(tmp_path, rows), EXTRACTS)
    assert found is not None
    assert (found.extract, found.header_row) == ("hearings", 4)


def test_a_header_below_the_fortieth_row_is_not_looked_for(tmp_path: Path) -> None:
    rows = [*[["note", "x"]] * 40, ["thing_id", "seen_on", "hours"]]
    assert recognise(_sheet(tmp_path, rows), [SMALL]) is None


def test_a_columns_own_name_goes_before_a_synonym_standing_to_its_left(tmp_path: Path) -> None:
    found = recognise(_sheet(tmp_path, [["Date seen", "thing_id", "hours", "seen_on"]]), [SMALL])
    assert found is not None
    assert found.columns["seen_on"] == 3
    assert found.unknown == (0,)


def test_a_file_without_one_key_column_is_still_that_extract(tmp_path: Path) -> None:
    found = recognise(_sheet(tmp_path, [HEARINGS_HEADER[1:], HEARING[1:]]), EXTRACTS)
    assert found is not None
    assert (found.extract, found.missing) == ("hearings", ("hearing_id",))


def test_a_page_with_a_few_of_the_words_is_no_extract_but_has_a_nearest_one(tmp_path: Path) -> None:
    sheet = _sheet(tmp_path, [["hearing_id", "court_name", "judge", "clerk", "usher"], ["1", CANARY, "", "", ""]])
    closest = nearest(sheet, EXTRACTS)
    assert recognise(sheet, EXTRACTS) is None
    assert closest is not None
    assert closest.extract == "hearings"
    assert "ypid" in closest.missing


def test_a_sheet_of_strange_words_is_near_to_nothing(tmp_path: Path) -> None:
    assert nearest(_sheet(tmp_path, [["alpha", "beta"], ["1", "2"]]), EXTRACTS) is None


@pytest.mark.parametrize(("position", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (199, "GR"), (16383, "XFD")])
def test_columns_have_excels_letters(position: int, letter: str) -> None:
    assert column_letter(position) == letter


@pytest.mark.published
@pytest.mark.parametrize(
    ("file", "name", "rows"),
    [
        ("moj-proven-reoffending-national/proven_reoffending_data.csv", "moj_national_reoffending", 1368),
        ("ons-population/ons_mid-year_population_estimates_2012_to_2024.csv", "ons_mid_year_estimates", 2132),
    ],
)
def test_files_are_received_exactly_as_their_publishers_released_them(file: str, name: str, rows: int) -> None:
    """Rows as counted in the files by hand: lines less one header (`wc -l`; the ONS file's last line is not ended)."""
    path = PUBLISHED / file
    if not path.is_file():
        pytest.skip(f"the published file {path.name} is not beside the checkout")
    sheet = read_grid(path)[0]
    found = recognise(sheet, EXTRACTS)
    assert found is not None
    assert (found.extract, found.missing, found.header_row) == (name, (), 1)
    assert len(sheet.grid) == rows + 1


@pytest.mark.parametrize("seed", range(40))
def test_no_extract_is_passed_over_that_comes_nearer_than_the_one_that_is_found(tmp_path: Path, seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 - a choice, not a secret
    words = [column.name for one in choose.sample(EXTRACTS, 3) for column in one.columns]
    rows = [choose.choices([*words, "", "12"], k=8) for _ in range(6)]
    sheet = _sheet(tmp_path, rows)
    each = [found for one in EXTRACTS if (found := nearest(sheet, [one])) is not None]
    assert nearest(sheet, EXTRACTS) == max(each, key=lambda found: found.merit, default=None)
