"""What is compared: records not deleted, names from the raw table, everything folded."""

from __future__ import annotations

import pandas as pd
import pytest

from assets.core.clean import empty_core
from assets.core.people.by_rule import by_rule
from assets.core.people.pairs import Record, near_dates
from assets.core.people.records import COLUMNS, folded_name, folded_postcode, records_of
from sample.naming import pnc_of
from schemas.catalogue import extract
from tests.unit.core.people.made_up import SHA

PNC = pnc_of(2013, 41)


def persons(*rows: dict[str, object]) -> pd.DataFrame:
    """Rows of core_persons; what is not told is empty."""
    plain = {"file_sha256": SHA, "file_name": "persons.csv", "deleted": False, "date_of_birth": "1999-04-13"}
    told = [{**plain, "row": number, **row} for number, row in enumerate(rows, start=2)]
    frame = empty_core(extract("persons"))
    return pd.DataFrame(told, columns=list(frame.columns)).astype(frame.dtypes.to_dict())


def raw(*names: dict[str, str]) -> pd.DataFrame:
    """The raw table: where each row stood, and its names."""
    rows = [{"file_sha256": SHA, "sheet": "", "row": number, **cells} for number, cells in enumerate(names, start=2)]
    return pd.DataFrame(rows)


def test_a_deleted_record_is_not_compared() -> None:
    found = records_of(persons({"ypid": "A"}, {"ypid": "B", "deleted": True}), raw({}, {}))
    assert found["ypid"].tolist() == ["A"]


def test_names_come_from_the_row_of_the_raw_table_and_are_folded() -> None:
    names = {"surname": " O'Dolc\u00fas-Bra ", "forename": "WIB zad", "home_postcode": "le1 1aa"}
    found = records_of(persons({"ypid": "A"}, {"ypid": "B"}), raw({"surname": "x"}, names))
    assert found.loc[1, ["surname", "forename", "postcode"]].tolist() == ["odolcusbra", "wibzad", "LE11AA"]
    assert found.loc[0, ["surname", "forename", "postcode"]].tolist() == ["x", "", ""]


def test_a_file_without_names_still_has_its_records() -> None:
    found = records_of(persons({"ypid": "A", "sex": "Unknown"}), raw({}))
    assert found.loc[0, list(COLUMNS)].tolist() == ["A", "", "", "1999-04-13", "", "", "", ""]


@pytest.mark.parametrize("blank", [None, "", "  ", "N/A", "n/a "])
def test_a_blank_originating_id_is_nobodys(blank: str | None) -> None:
    found = records_of(persons({"ypid": "A", "originating_yot_person_id": blank}), raw({}))
    assert found["origin_id"].tolist() == [""]


def test_an_originating_id_is_the_same_in_any_case_and_spacing() -> None:
    rows = [{"ypid": ypid, "originating_yot_person_id": text} for ypid, text in (("A", "Y1"), ("B", " y1 "))]
    found = records_of(persons(*rows), raw({}, {}))
    assert found["origin_id"].tolist() == ["Y1", "Y1"]


@pytest.mark.parametrize("written", [PNC, "20" + PNC, PNC.replace("/0000041", "/41")])
def test_a_pnc_number_links_however_it_is_written(written: str) -> None:
    found = records_of(persons({"ypid": "A", "pnc_number": PNC}, {"ypid": "B", "pnc_number": written}), raw({}, {}))
    made = by_rule([Record(*row) for row in found[list(COLUMNS)].to_numpy()])
    assert [(pair.ypid, pair.alias_ypid) for pair in made.links] == [("A", "B")]


def test_a_pnc_number_with_a_wrong_letter_links_nobody() -> None:
    wrong = PNC[:-1] + "S"
    found = records_of(persons({"ypid": "A", "pnc_number": wrong}, {"ypid": "B", "pnc_number": wrong}), raw({}, {}))
    assert found["pnc"].tolist() == ["", ""]


def test_no_record_at_all_makes_an_empty_frame() -> None:
    found = records_of(persons(), raw({}).head(0))
    assert len(found) == 0
    assert set(COLUMNS) <= set(found.columns)


def test_a_pseudo_postcode_says_nothing() -> None:
    assert folded_postcode("ZZ99 3VZ") == ""
    assert folded_name("\u00c9lodie-Mae") == "elodiemae"


def test_dates_are_near_by_one_figure_or_with_day_and_month_changed_about() -> None:
    assert near_dates("1999-04-13", "1999-04-18")
    assert near_dates("1999-03-12", "1999-12-03")
    assert not near_dates("1999-04-13", "2001-09-02")
