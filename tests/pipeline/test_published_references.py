"""Published reference files of 2018 to 2026, received as they are: population, look-ups, police.uk, codes, courts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from assets.core.extracts import keep_extract
from assets.indicators.run import core_statements
from pipelines.platform.settings import PROJECT_ROOT, Settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from tests.pipeline.conftest import QUARTER

DATA = PROJECT_ROOT.parent / "shared" / "data"
FOLDERS = (
    "ons-population/*.xls",
    "ons-gss-lookups/*.csv",
    "lait/la_code_list.xlsx",
    "lait/sn_*.xlsx",
    "police-uk-leicestershire/*.csv",
    "home-office-offence-codes/*.csv",
    "cjs-offence-and-court-codes/*.csv",
)
#: Extract -> rows in its files, less the one sub-heading among the neighbours ("Old SNs:"), which is set aside.
KEPT = {
    "ons_population_by_age": 3 * (426 + 420),
    "gss_lookup": 331,
    "la_codes": 171,
    "statistical_neighbours": 158,
    "police_street": 8956 + 8880 + 8380 + 8503,
    "ho_offence_codes": 3039,
    "cjs_offence_codes": 313,
    "cjs_courts": 255,
}

pytestmark = [
    pytest.mark.published,
    pytest.mark.skipif(not DATA.exists(), reason="the real published files do not lie beside this checkout"),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    made = Workplace(Settings(home=tmp_path_factory.mktemp("published")))
    for pattern in FOLDERS:
        for path in sorted(DATA.glob(pattern)):
            shutil.copy(path, made.inbox(QUARTER) / path.name)
    for name in KEPT:
        keep_extract(made, QUARTER, extract(name))
    return made


def _table(place: Workplace, name: str) -> pd.DataFrame:
    """A table of `sql/core`, made from the core tables it reads."""
    statement = next(one for one in core_statements() if one.name == name)
    tables: dict[str, Path | pd.DataFrame] = {
        table: place.lake.path(table, QUARTER) for table in statement.header["reads"]
    }
    with place.engine.session(tables) as session:
        return session.query(statement.body)


def test_every_file_is_accepted_under_its_own_name(place: Workplace) -> None:
    received = place.register.received(QUARTER.slug)
    assert {file.extract for file in received} == set(KEPT)
    assert {file.status for file in received} == {"accepted"}


def test_sheets_of_the_workbooks_that_hold_nothing_of_ours_are_named_once_a_file(place: Workplace) -> None:
    told = {file.file_name: str(file.message) for file in place.register.received(QUARTER.slug) if file.code}
    assert len(told) == 2
    assert all("MYE3" in message and "MYE2" not in message for message in told.values())


@pytest.mark.parametrize("name", list(KEPT))
def test_every_row_is_kept(place: Workplace, name: str) -> None:
    verdict = place.register.verdict(QUARTER.slug, extract(name).core_table)
    assert verdict is not None
    assert (verdict.passed, verdict.rows_kept) == (True, KEPT[name])


def test_the_only_faults_are_those_that_are_really_in_the_files(place: Workplace) -> None:
    """A sub-heading among the neighbours; one offence code with two modes of trial."""
    faults = place.register.faults(QUARTER.slug)
    told = faults[faults["severity"].ne("notice")]
    lines = sorted(zip(told["table"], told["code"], told["row"].astype(int), strict=True))
    assert lines == [
        ("cjs_offence_codes", "YJ-X-3001", 185),
        ("statistical_neighbours", "YJ-N-2701", 158),
        ("statistical_neighbours", "YJ-N-2704", 158),
    ]


@pytest.mark.parametrize(
    ("area", "in_2019", "in_2021"),
    [
        ("Leicestershire", 63_687, 65_068),
        ("Rutland", 3_982, 4_388),
        ("Leicester", 34_932, 39_944),
    ],
)
def test_residents_aged_10_to_17_are_those_counted_by_hand(
    place: Workplace, area: str, in_2019: int, in_2021: int
) -> None:
    """The sum of eight cells of each workbook's sheet of persons, as the README of the files gives it."""
    table = _table(place, "core_population_10_to_17")
    mine = table[table["area_name"].eq(area) & table["sex"].eq("All")]
    assert mine.set_index("mid_year")["population_10_17"].to_dict() == {2019: in_2019, 2021: in_2021}


def test_the_districts_of_leicestershire_make_up_the_county(place: Workplace) -> None:
    """2019, by hand: 9,523 + 15,494 + 9,301 + 9,917 + 4,609 + 9,533 + 5,310 = 63,687."""
    table = _table(place, "core_population_10_to_17")
    lookup = place.lake.read("core_gss_lookup", QUARTER)
    districts = lookup.loc[lookup["utla_name"].eq("Leicestershire"), "ltla_code"]
    mine = table[table["area_code"].isin(districts) & table["sex"].eq("All") & table["mid_year"].eq(2019)]
    assert mine["area_level"].unique().tolist() == ["district"]
    assert mine["population_10_17"].tolist() == [9523, 15494, 9301, 9917, 4609, 9533, 5310]


def test_males_and_females_are_all_persons_in_every_area_and_year(place: Workplace) -> None:
    table = _table(place, "core_population_10_to_17")
    wide = table.pivot_table(index=["mid_year", "area_code"], columns="sex", values="population_10_17")
    assert len(wide) == 426 + 420
    assert (wide["Male"] + wide["Female"]).eq(wide["All"]).all()


def test_anti_social_behaviour_is_counted_by_district_and_month(place: Workplace) -> None:
    """Rows of the four files whose LSOA name begins "Blaby " or "Leicester ", counted with grep."""
    table = _table(place, "core_asb_incidents")
    wide = table.pivot_table(index="district_name", columns="month_start", values="incidents")
    assert wide.loc["Blaby"].tolist() == [55, 55, 42, 81]
    assert wide.loc["Leicester"].tolist() == [540, 585, 439, 430]
    assert table["incidents"].sum() == 3_751
    assert table.set_index("district_name").loc["Blaby", "district_code"].unique().tolist() == ["E07000129"]


def test_no_place_of_an_incident_goes_on_to_core(place: Workplace) -> None:
    columns = set(place.lake.read("core_police_street", QUARTER).columns)
    assert columns.isdisjoint({"longitude", "latitude", "location"})


def test_neighbours_stand_one_below_the_other_with_their_names(place: Workplace) -> None:
    """Leicestershire's row of the workbook: 916, 803, 937, 802, 850, 865, 933, 938, 811, 891."""
    table = _table(place, "core_neighbours")
    mine = table[table["la_number"].eq("855")]
    assert mine["neighbour_number"].tolist() == ["916", "803", "937", "802", "850", "865", "933", "938", "811", "891"]
    assert mine["neighbour_name"].iloc[0] == "Gloucestershire"


def test_offence_codes_keep_their_leading_noughts(place: Workplace) -> None:
    codes = place.lake.read("core_ho_offence_codes", QUARTER).set_index("ho_code")
    assert codes.loc["04600", "category_description"] == "Stealing from shops and stalls (shoplifting)"


def test_one_offence_code_may_have_several_wordings(place: Workplace) -> None:
    codes = place.lake.read("core_cjs_offence_codes", QUARTER)
    assert codes["cjs_code"].eq("TH68010").sum() == 3
