"""Referrals without a number: whose they are, what is told of those that are nobody's, and that no name is kept."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import pytest

from assets.core.extracts import keep_extract
from assets.core.people.referrals import MATCH_COLUMNS, matched
from assets.core.person_links import PERSONS, link_people
from assets.core.referral_matches import MATCHES, REFERRALS, match_referrals, matches_are_current
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from schemas import referral_rules as rules

QUARTER = Quarter.from_label("2014-15 Q3")


def people(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Records as the step folds them: id, surname, forename, birthday."""
    return pd.DataFrame(rows, columns=["ypid", "surname", "forename", "born"])


def asked(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Referrals as the step folds them."""
    return pd.DataFrame(rows, columns=["mh_referral_id", "surname", "forename", "born"])


def test_c3_one_child_of_that_surname_initial_and_birthday_is_the_one() -> None:
    records = people(("Y1", "lumbra", "wibsul", "1999-05-05"), ("Y2", "lumbra", "kel", "1999-05-05"))
    found = matched(asked(("M1", "lumbra", "w", "1999-05-05")), records, {})
    assert found.to_dict("list") == {"mh_referral_id": ["M1"], "ypid": ["Y1"]}


@pytest.mark.parametrize(
    "referral",
    [
        ("M1", "lumbra", "w", "1999-05-06"),
        ("M1", "lumbr", "w", "1999-05-05"),
        ("M1", "lumbra", "v", "1999-05-05"),
        ("M1", "lumbra", "", "1999-05-05"),
        ("M1", "", "w", "1999-05-05"),
        ("M1", "lumbra", "w", ""),
    ],
)
def test_c3_a_referral_that_differs_or_lacks_a_part_is_nobodys(referral: tuple[str, str, str, str]) -> None:
    bare = people(("Y1", "lumbra", "wibsul", "1999-05-05"), ("Y3", "", "wibsul", "1999-05-05"))
    records = pd.concat([bare, people(("Y4", "lumbra", "", "1999-05-05"), ("Y5", "lumbra", "wibsul", ""))])
    assert matched(asked(referral), records, {}).empty


def test_c3_twins_of_one_initial_are_two_and_nobody_is_chosen() -> None:
    records = people(("Y1", "lumbra", "wibsul", "1999-05-05"), ("Y2", "lumbra", "wexford", "1999-05-05"))
    assert matched(asked(("M1", "lumbra", "w", "1999-05-05")), records, {}).empty


def test_two_records_of_one_child_are_one() -> None:
    records = people(("Y1", "lumbra", "wibsul", "1999-05-05"), ("Y2", "lumbra", "wibsul", "1999-05-05"))
    found = matched(asked(("M1", "lumbra", "w", "1999-05-05")), records, {"Y2": "Y1"})
    assert found["ypid"].tolist() == ["Y1"]


#: Canaries: made-up words that are nowhere but in this file's names.
CHILDREN = (("YP1", "Quincequill", "Zephandor", "1999-04-13"), ("YP2", "Brambleholt", "Orrisande", "1998-11-02"))
SENT = (
    ("M1", "", "QUINCEQUILL ", "Z", "13/04/1999"),
    ("M2", "YP2", "", "", ""),
    ("M3", "", "Tessimond", "U", "1997-05-05"),
)


def drop(place: Workplace, name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A file in the quarter's inbox."""
    with (place.inbox(QUARTER) / name).open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    """Two children and three referrals, received and judged."""
    made = Workplace(Settings(home=tmp_path / "home"))
    rest = ("Male", "W1", "E07000130", "LEIC", "No", "2015-01-16")
    known = ("ypid", "surname", "forename", "date_of_birth", "sex", "ethnicity", "district_code", "home_authority")
    drop(made, "persons.csv", (*known, "deleted", "extract_date"), [(*child, *rest) for child in CHILDREN])
    columns = ("mh_referral_id", "ypid", "surname", "forename", "date_of_birth")
    told = ("2014-11-03", "ACUTE", "2014-11-05", "2015-01-16")
    header = (*columns, "mh_referred_date", "urgency", "first_seen_date", "extract_date")
    drop(made, "camhs.csv", header, [(*row, *told) for row in SENT])
    keep_extract(made, QUARTER, PERSONS)
    keep_extract(made, QUARTER, REFERRALS)
    link_people(made, QUARTER)
    yield made
    made.register.close()


def test_c3_the_step_keeps_the_match_and_tells_of_the_one_that_is_nobodys(place: Workplace) -> None:
    assert match_referrals(place, QUARTER) == {"matched": 1, "unmatched": 1}
    kept = place.lake.read(MATCHES, QUARTER)
    assert tuple(kept.columns) == MATCH_COLUMNS
    assert kept.to_numpy().tolist() == [["M1", "YP1"]]
    faults = place.register.faults(QUARTER.slug)
    mine = faults[faults["code"].isin([rules.MATCHED, rules.UNMATCHED])].sort_values("code")
    assert mine["code"].tolist() == [rules.UNMATCHED, rules.MATCHED]
    assert mine["row"].iloc[0] == 4
    assert mine["message"].iloc[1].endswith("Number: 1.")


def test_no_name_is_in_what_is_kept_or_told(place: Workplace) -> None:
    match_referrals(place, QUARTER)
    kept = [place.lake.read(table, QUARTER) for table in (MATCHES, REFERRALS.core_table)]
    everything = " ".join(frame.to_csv() for frame in (*kept, place.register.faults(QUARTER.slug))).casefold()
    assert "m3" in everything
    assert not [name for name in ("quincequill", "zephandor", "brambleholt", "tessimond") if name in everything]


def test_the_matches_are_current_until_a_file_changes(place: Workplace) -> None:
    match_referrals(place, QUARTER)
    verdict = place.register.verdict(QUARTER.slug, MATCHES)
    assert matches_are_current(place, QUARTER, verdict)
    drop(place, "camhs (2).csv", ("mh_referral_id", "mh_referred_date", "urgency", "first_seen_date", "extract_date"), [
        ("M9", "2014-11-03", "ACUTE", "2014-11-05", "2015-01-16")
    ])  # fmt: skip
    keep_extract(place, QUARTER, REFERRALS)
    assert not matches_are_current(place, QUARTER, verdict)
