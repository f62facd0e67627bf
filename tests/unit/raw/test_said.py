"""What a sheet says once for all its rows is found in its name and above its header, and never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assets.raw.header import Recognition, nearest, recognise
from assets.raw.raw_tables import laid_out
from assets.raw.read_grid import read_grid
from assets.raw.said import said_above
from assets.raw.sheet import Sheet
from pipelines.platform.register.records import ReceivedFile
from schemas.catalogue import EXTRACTS, extract
from tests.fixtures.files import Table, as_csv, write_text, write_xlsx

BY_AGE = extract("ons_population_by_age")
AGES = [str(age) for age in range(90)]
#: One area: its code and name, then a resident of each year of age but 10 to 17, of which it has as many as the age.
BLABY = ["E07000129", "Blaby", "District", "226", *(str(age) if 10 <= age <= 17 else "1" for age in range(90)), "9"]
FILE = ReceivedFile(sha256="a" * 64, quarter_slug="2014-15-Q3", file_name="any name.xls", size_bytes=1)

#: Layouts of other years, made up: titles above, order and words of the headers, where year and sex are said.
LAYOUTS: dict[str, tuple[str, list[list[str]]]] = {
    "title in the first row, header in the second": (
        "MYE2 - Males",
        [["MYE2: Males by single year of age, mid-2031"], ["Code", "Name", "Geography", "All ages", *AGES, "90+"]],
    ),
    "contact lines between": (
        "Mid-2008 Males",
        [["Contents"], [], ["Estimates of males"], ["write to us", "", "or not"],
         ["Area code", "Area name", "Area type", "All Ages", *AGES, "90 and over"]],
    ),
    "footnote marks and words for the ages": (
        "Table 2",
        [["Mid 2024: males"], ["LAD24CD", "LAD24NM", "Geography1", "All ages", *(f"Age {a}" for a in AGES), "Age 90+"]],
    ),
    "ages with decimals, as a spreadsheet program saves them": (
        "Males",
        [["mid\u20112015 estimates"], ["Code", "Name", "Geography", "All ages", *(f"{a}.0" for a in AGES), "90+"]],
    ),
}  # fmt: skip


def _sheet(folder: Path, name: str, rows: Table) -> Sheet:
    return read_grid(write_xlsx(folder / "any name.xlsx", {name: rows}))[0]


def _match(sheet: Sheet) -> Recognition:
    match = recognise(sheet, EXTRACTS)
    assert match is not None
    return match


@pytest.mark.parametrize(("name", "rows"), LAYOUTS.values(), ids=list(LAYOUTS))
def test_population_by_age_is_known_in_any_years_layout(tmp_path: Path, name: str, rows: list[list[str]]) -> None:
    sheet = _sheet(tmp_path, name, [*rows, BLABY])
    match = _match(sheet)
    assert (match.extract, match.missing, match.unknown) == (BY_AGE.name, (), ())
    assert match.said["sex"].casefold() == "males"
    (row,) = laid_out(sheet, match, FILE)[0].to_dict("records")
    assert [row[f"age_{age}"] for age in range(10, 18)] == [str(age) for age in range(10, 18)]
    assert (row["area_code"], row["mid_year"]) == ("E07000129", match.said["mid_year"])


def test_a_column_of_the_year_goes_before_what_the_title_says(tmp_path: Path) -> None:
    header = ["Code", "Name", "Geography", "All ages", *AGES, "90+", "Year"]
    sheet = _sheet(tmp_path, "Persons", [["mid-2012 to mid-2024"], header, [*BLABY, "2013"], [*BLABY, "2014"]])
    assert laid_out(sheet, _match(sheet), FILE)[0]["mid_year"].tolist() == ["2013", "2014"]


def test_two_answers_are_none_and_the_column_is_told_as_missing(tmp_path: Path) -> None:
    header = ["Code", "Name", "Geography", "All ages", *AGES, "90+"]
    sheet = _sheet(tmp_path, "Persons", [["mid-2012 to mid-2024"], header, BLABY])
    match = _match(sheet)
    assert (match.said, match.missing) == ({"sex": "Persons"}, ("mid_year",))


@pytest.mark.parametrize(
    ("above", "said"),
    [
        (["MYE2 - Persons", "Persons by age, mid-2019"], {"sex": "Persons", "mid_year": "2019"}),
        (["persons", "PERSONS"], {"sex": "persons"}),
        (["Males and females"], {}),
        (["salespersons in mid-20190"], {}),
        ([], {}),
    ],
)
def test_what_is_said_counts_only_where_it_is_one_thing(above: Sequence[str], said: dict[str, str]) -> None:
    assert said_above(BY_AGE, (), above) == said


def test_a_said_column_has_a_line_of_its_own_without_a_letter(tmp_path: Path) -> None:
    rows = [["mid-2031"], ["Code", "Name", "Geography", "All ages", *AGES, "90+"], BLABY]
    sheet = _sheet(tmp_path, "Persons", rows)
    lines = laid_out(sheet, _match(sheet), FILE)[1].set_index("column")
    assert lines.loc[["mid_year", "sex", "area_code"], "letter"].tolist() == ["", "", "A"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Components of change, mid-2031"], ["Code", "Name", "Geography", "Births", "Deaths", "Other"]],
        [["Median age, mid-2031 persons"], ["Code", "Name", "Geography", "Mid-2031", "Mid-2030"]],
        [["Persons by age, mid-2031"], ["Age", "E92000001", "W92000004"], ["10", "600000", "30000"]],
        [["1", "2", *(str(age) for age in range(3, 40))], ["7", "8", *(str(age) for age in range(3, 40))]],
    ],
    ids=["components", "medians", "ages down the rows", "figures alone"],
)
def test_the_other_sheets_of_the_workbook_are_not_taken_for_it(tmp_path: Path, rows: Table) -> None:
    assert recognise(_sheet(tmp_path, "MYE3", rows), EXTRACTS) is None


@pytest.mark.parametrize("year", ["11", "22", "31"])
def test_a_look_up_of_any_boundary_year_is_known(tmp_path: Path, year: str) -> None:
    header = [f"LTLA{year}CD", f"LTLA{year}NM", f"UTLA{year}CD", f"UTLA{year}NM", "ObjectId"]
    path = write_text(tmp_path / "a.csv", as_csv([header, ["E07000129", "Blaby", "E10000018", "Leicestershire", "1"]]))
    match = _match(read_grid(path)[0])
    assert (match.extract, match.missing, match.unknown) == ("gss_lookup", (), ())


def test_a_code_and_a_name_are_a_list_of_courts_only_where_nothing_else_stands_beside(tmp_path: Path) -> None:
    courts = read_grid(write_text(tmp_path / "a.csv", "code,name\nB,Leicester Magistrates' Court\n"))[0]
    wards = read_grid(write_text(tmp_path / "b.csv", "code,name,population\nE05000001,Anywhere,100\n"))[0]
    assert _match(courts).extract == "cjs_courts"
    assert recognise(wards, EXTRACTS) is None


def test_a_sheet_that_lacks_an_age_is_still_told_as_population_by_age(tmp_path: Path) -> None:
    header = ["Code", "Name", "Geography", "All ages", *(age for age in AGES if age != "12"), "90+"]
    sheet = _sheet(tmp_path, "Persons", [["mid-2031"], header, BLABY[:-1]])
    match = nearest(sheet, EXTRACTS)
    assert match is not None
    assert (match.extract, match.is_near, match.missing) == (BY_AGE.name, True, ("age_12",))
