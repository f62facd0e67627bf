"""The step that links people: what it keeps and tells, and when it need not run."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from assets.core.extracts import keep_extract
from assets.core.link_decisions import OFFICER_LINKS
from assets.core.person_links import LINKS, PERSONS, PROPOSALS, link_people, links_are_current
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.people import LinkDecision
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from sample.naming import pnc_of
from schemas import people_rules as rules

QUARTER = Quarter.from_label("2014-15 Q3")
PNC, OTHER_PNC = pnc_of(2013, 41), pnc_of(2013, 77)
COLUMNS = ("ypid", "pnc_number", "surname", "forename", "date_of_birth", "deleted")
#: Canaries: made-up words that are nowhere but in this file's names.
ROWS = (
    ("YP1", PNC, "Quincequill", "Zephandor", "1999-04-13", "No"),
    ("YP2", PNC, "Quincequill", "Zephandor", "1999-04-13", "No"),
    ("YP3", PNC, "Quincequill", "Zephandor", "1999-04-13", "Yes"),
    ("YP4", OTHER_PNC, "Brambleholt", "Orrisande", "1998-11-02", "No"),
    ("YP5", OTHER_PNC, "Brambleholt", "Orrisande", "1998-12-09", "No"),
    ("YP6", "", "Brambleholt", "Orrisande", "1998-11-02", "No"),
    ("YP7", "", "Tessimond", "Ulverine", "1997-05-05", "No"),
)
REST = {
    "sex": "Male",
    "ethnicity": "W1",
    "district_code": "E07000130",
    "home_authority": "LEIC",
    "extract_date": "2015-01-16",
}


def dropped(home: Path) -> Workplace:
    """A workplace whose persons extract has been received and judged."""
    place = Workplace(Settings(home=home))
    with (place.inbox(QUARTER) / "persons.csv").open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow([*COLUMNS, *REST])
        lines.writerows([*row, *REST.values()] for row in ROWS)
    keep_extract(place, QUARTER, PERSONS)
    return place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    """The made-up persons, linked."""
    made = dropped(tmp_path / "home")
    link_people(made, QUARTER)
    yield made
    made.register.close()


def decision(left: str, right: str, *, same: bool) -> LinkDecision:
    when = datetime(2015, 1, 20, tzinfo=UTC)
    return LinkDecision(QUARTER.slug, left, right, same, "seen", "An officer", when, "f" * 64, 2)


def current(place: Workplace) -> bool:
    persons, links = (place.register.verdict(QUARTER.slug, table) for table in (PERSONS.core_table, LINKS))
    return links_are_current(place, QUARTER, persons, links)


def test_links_proposals_and_faults_are_kept(place: Workplace) -> None:
    links, proposals = (place.lake.read(table, QUARTER) for table in (LINKS, PROPOSALS))
    assert links.to_numpy().tolist() == [["YP2", "YP1", "pnc", "rule"]]
    assert set(zip(proposals["ypid"], proposals["alias_ypid"], strict=True)) == {("YP4", "YP5"), ("YP4", "YP6")}
    faults = place.register.faults(QUARTER.slug)
    told = faults[faults["code"].str.startswith("YJ-R-01")].set_index("code")
    assert set(told.index) == {rules.NO_PNC, rules.LINKED, rules.PROPOSED, rules.TWO_BIRTHDAYS}
    # YP5 is the fifth row of data, so row 6 as Excel shows it; PNC numbers stand in column B.
    line = told.loc[rules.TWO_BIRTHDAYS]
    assert (line["row"], line["column_letter"], line["shown"]) == (6, "B", "99/9999999A")
    assert told.loc[rules.NO_PNC, "message"].endswith("Number: 2.")


def test_nothing_is_done_again_while_nothing_has_changed(place: Workplace) -> None:
    before = place.lake.path(LINKS, QUARTER).stat().st_mtime_ns
    assert link_people(place, QUARTER) == {LINKS: 1, PROPOSALS: 2}
    assert place.lake.path(LINKS, QUARTER).stat().st_mtime_ns == before


def test_a_decision_makes_the_links_out_of_date_until_the_step_runs_again(place: Workplace) -> None:
    assert current(place)
    place.register.people.decide(QUARTER.slug, [decision("YP6", "YP4", same=True), decision("YP4", "YP5", same=False)])
    assert not current(place)
    assert link_people(place, QUARTER) == {LINKS: 2, PROPOSALS: 0}
    assert current(place)
    codes = set(place.register.faults(QUARTER.slug)["code"])
    assert not {rules.PROPOSED, rules.TWO_BIRTHDAYS} & codes


def listed(place: Workplace, *rows: tuple[str, str, str, str]) -> None:
    """The officers' own list, received and judged: two records, whether they are one, and the day it was decided."""
    with (place.inbox(QUARTER) / "officer_links.csv").open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(["ypid", "alias_ypid", "link_method", "same_person", "decided_on", "extract_date"])
        lines.writerows([left, right, "manual", same, day, "2015-01-16"] for left, right, same, day in rows)
    keep_extract(place, QUARTER, OFFICER_LINKS)


def test_the_officers_own_list_decides_as_the_sheet_does(place: Workplace) -> None:
    listed(place, ("YP6", "YP4", "", "2014-11-03"), ("YP4", "YP5", "No", "2014-11-04"))
    assert not current(place)
    assert link_people(place, QUARTER) == {LINKS: 2, PROPOSALS: 0}
    assert current(place)
    links = place.lake.read(LINKS, QUARTER)
    assert ["YP6", "YP4", "manual", "officer"] in links.to_numpy().tolist()


@pytest.mark.parametrize(("day", "linked"), [("2015-01-19", 2), ("2015-01-20", 2), ("2015-01-21", 1)])
def test_of_list_and_sheet_the_newer_word_on_a_pair_holds_and_on_one_day_the_sheets(
    place: Workplace, day: str, linked: int
) -> None:
    # The sheet says on 20 January that YP4 and YP6 are one; the list says on this day that they are two.
    place.register.people.decide(QUARTER.slug, [decision("YP6", "YP4", same=True)])
    listed(place, ("YP4", "YP6", "No", day))
    assert link_people(place, QUARTER)[LINKS] == linked


def test_the_same_file_in_another_home_gives_the_same_bytes(place: Workplace, tmp_path: Path) -> None:
    other = dropped(tmp_path / "elsewhere")
    link_people(other, QUARTER)
    for table in (LINKS, PROPOSALS):
        assert other.lake.path(table, QUARTER).read_bytes() == place.lake.path(table, QUARTER).read_bytes()
    other.register.close()


def test_no_name_number_or_birthday_is_in_the_register_or_in_what_is_kept(place: Workplace) -> None:
    engine = create_engine(place.settings.register_url)
    with engine.connect() as connection:
        tables = inspect(engine).get_table_names()
        rows = [connection.execute(text(f"SELECT * FROM {table}")).all() for table in tables]  # noqa: S608 - our own
    engine.dispose()
    said = str(rows) + "".join(place.lake.read(table, QUARTER).to_csv() for table in (LINKS, PROPOSALS))
    for cell in {cell for row in ROWS for cell in row[1:5] if cell}:
        assert cell.lower() not in said.lower()
