"""Out-of-court and restorative disposals, children's homes, appropriate adults: examples worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from schemas.catalogue import extract
from schemas.codelists import code_list
from tests.contracts.rows import codes, good_row, judge
from tests.oracles.asked import answers
from tests.oracles.domain import small_service
from tests.oracles.domains.diversion import DOMAIN
from tests.oracles.world import Answer, Row, World
from tests.unit.domains.test_prevention import child, figure

YEAR = "2013-14-FY"
DAY = date(2013, 6, 3)


def said(measure: str, **tables: list[Row]) -> Answer:
    """What one measure says of these rows."""
    asked = replace(DOMAIN, oracles={measure: DOMAIN.oracles[measure]})
    return answers(asked, World(tables, DOMAIN.periods(), small_service(DOMAIN.history_from)))[measure]


# -- out of court --------------------------------------------------------------------------------------------------


def disposal(number: int = 1, **cells: Any) -> Row:
    """A youth caution of a child of 17, worked with and completed."""
    plain = {"ooc_id": f"D{number}", "ypid": "Y1", "ooc_type": "YOUTH_CAUTION", "ooc_date": DAY}
    work = {"ooc_intervention": True, "ooc_start": DAY, "ooc_end": date(2013, 9, 2), "ooc_completed": True}
    return {**plain, **work, "residence_on_outcome": "LOCAL", **cells}


def test_a_disposal_that_police_and_service_both_entered_is_one_and_keeps_the_programme() -> None:
    polices = disposal(0, ooc_intervention=False, ooc_start=None, ooc_end=None, ooc_completed=None)
    rows = [polices, disposal(1)]
    assert figure(said("OOC-01", persons=[child()], out_of_court=rows), YEAR) == (1, None)
    assert figure(said("OOC-02", persons=[child()], out_of_court=rows), YEAR) == (1, 1)


def test_a_programme_counts_when_it_ends_and_completion_not_recorded_counts_against() -> None:
    going_on = disposal(1, ooc_end=None)
    silent = disposal(2, ooc_type="OUTCOME_22", ooc_completed=None)
    next_year = disposal(3, ooc_type="COMMUNITY_RESOLUTION", ooc_end=date(2014, 4, 1))
    told = said("OOC-02", persons=[child()], out_of_court=[going_on, silent, next_year])
    assert figure(told, YEAR) == (0, 1)


@pytest.mark.parametrize(
    "cells",
    [
        {"ooc_type": "FINAL_WARNING"},
        {"residence_on_outcome": "OTHER"},
        {"ooc_intervention": False},
        {"ooc_start": date(2014, 2, 2), "ooc_end": date(2014, 3, 3)},
    ],
    ids=["not of the six", "living elsewhere", "not worked with", "18 when it began"],
)
def test_kpi_6_counts_the_six_kinds_of_children_here_who_were_under_18_when_the_programme_began(cells: Row) -> None:
    assert figure(said("KPI-06", persons=[child()], out_of_court=[disposal()]), YEAR) == (1, 1)
    assert figure(said("KPI-06", persons=[child()], out_of_court=[disposal(**cells)]), YEAR) == (0, 0)


@pytest.mark.parametrize("text", ["OC22", "22", "NFA outcome 22", "outcome 22"])
def test_outcome_22_is_read_however_it_is_coded(text: str) -> None:
    assert code_list("ooc_type").read(text) == "OUTCOME_22"


def restorative(number: int, day: date, key: str | None = "N1", **cells: Any) -> Row:
    """A restorative disposal of the police's list."""
    plain = {"crd_id": f"R{number}", "person_key": key, "crd_date": day, "crd_offence": "THEFT_AND_HANDLING"}
    return {**plain, "district_code": "E07000129", "yisp_referral": False, **cells}


def test_a_repeat_is_found_by_the_polices_key_since_the_list_has_no_number_of_ours() -> None:
    rows = [restorative(1, DAY), restorative(2, date(2013, 8, 1), yisp_referral=True), restorative(3, DAY, "N2")]
    told = said("CRD-01", crd=rows)
    assert figure(told, YEAR, "which disposal", "First") == (2, None)
    assert figure(told, YEAR, "which disposal", "Second") == (1, None)
    assert figure(said("CRD-02", crd=rows), YEAR) == (1, 1)


def test_two_rows_of_one_day_and_offence_are_one_disposal_and_no_repeat() -> None:
    rows = [restorative(1, DAY), restorative(2, DAY), restorative(3, DAY, crd_offence="CRIMINAL_DAMAGE")]
    told = said("CRD-01", crd=rows)
    assert figure(told, YEAR) == (2, None)


def test_the_officers_number_stands_where_it_is_higher_or_there_is_no_key() -> None:
    rows = [restorative(1, DAY, crd_nth=2), restorative(2, DAY, None, crd_nth=2), restorative(3, DAY, None)]
    told = said("CRD-01", crd=rows)
    assert figure(told, YEAR, "which disposal", "Second") == (2, None)
    assert figure(told, YEAR, "which disposal", "Not known") == (1, None)


# -- children's homes ----------------------------------------------------------------------------------------------


def home_offence(number: int, day: date = DAY, **cells: Any) -> Row:
    """An offence in a home of the project."""
    plain = {"home_offence_id": f"H{number}", "ypid": "Y1", "home_name": "Invented House", "project_home": True}
    what = {"home_offence_date": day, "home_offence_kind": "DAMAGE", "home_response": "RESTORATIVE"}
    return {**plain, **what, **cells}


def test_t_36_offences_are_counted_by_offence_and_young_people_once() -> None:
    rows = [home_offence(1), home_offence(2), home_offence(3, ypid="Y2"), home_offence(4, project_home=False)]
    people = [child(1), child(2)]
    assert figure(said("HOM-01", persons=people, home_offences=rows), YEAR) == (3, None)
    assert figure(said("HOM-02", persons=people, home_offences=rows), YEAR) == (2, None)


def test_the_printed_32_and_16_are_young_people_and_not_their_147_and_50_offences() -> None:
    years = {date(2012, 5, 1): (147, 32), date(2013, 5, 1): (50, 16)}
    rows = [
        home_offence(100 * place + number, day, home_offence_id=f"{day.year}-{number}", ypid=f"Y{number % people}")
        for place, (day, (offences, people)) in enumerate(years.items())
        for number in range(offences)
    ]
    people_held = [child(number) for number in range(32)]
    offences_told = said("HOM-01", persons=people_held, home_offences=rows)
    assert (figure(offences_told, "2012-13-FY"), figure(offences_told, YEAR)) == ((147, None), (50, None))
    told = said("HOM-02", persons=people_held, home_offences=rows)
    assert (figure(told, "2012-13-FY"), figure(told, YEAR)) == ((32, None), (16, None))


# -- police cells --------------------------------------------------------------------------------------------------


def request(number: int, **cells: Any) -> Row:
    """A request answered within an hour, nobody kept overnight."""
    return {"aa_request_id": f"Q{number}", "ypid": "Y1", "aa_request_date": DAY, "aa_attended": True,
            "aa_response_hours": 1.0, "aa_provider": "VOLUNTEER", "overnight_remand": False, **cells}  # fmt: skip


def test_a_request_is_in_time_up_to_and_with_2_hours() -> None:
    rows = [
        request(1, aa_response_hours=2.0),
        request(2, aa_response_hours=2.01),
        request(3, aa_response_hours=None),
        request(4, aa_attended=False, aa_response_hours=1.0),
    ]
    assert figure(said("AAP-01", persons=[child()], appropriate_adults=rows), YEAR) == (1, 4)


def test_a_request_for_somebody_nobody_knows_counts_and_one_for_a_deleted_record_does_not() -> None:
    rows = [request(1, ypid=None), request(2, ypid="Y2"), request(3, ypid="Y9")]
    told = said("AAP-01", persons=[child(), child(2, deleted=True)], appropriate_adults=rows)
    assert figure(told, YEAR) == (1, 1)
    assert figure(told, YEAR, area="E07000129") == (0, 0)


def test_two_requests_for_one_child_on_one_day_are_one_night() -> None:
    rows = [request(number, overnight_remand=True) for number in (1, 2)]
    rows.append(request(3, overnight_remand=True, aa_request_date=date(2013, 6, 4)))
    assert figure(said("AAP-02", persons=[child()], appropriate_adults=rows), YEAR) == (2, None)


def test_a_second_row_of_one_disposal_is_asked_about() -> None:
    item = extract("crd")
    rows = [good_row(item) | {"crd_id": number, "crd_nth": None} for number in ("K1", "K2")]
    assert "YJ-X-5602" in codes(judge(item, rows))
