"""Substance misuse, mental health, caseload and contacts, worked by hand: working days, pending, and dirty data."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.oracles.asked import answers
from tests.oracles.domain import Domain, small_service
from tests.oracles.domains import caseload, health
from tests.oracles.world import Row, World

EXTRACT = date(2015, 1, 16)
FULL_YEAR = ("2012-13-FY", "YOS-LR", "all", "all")
CHILD = {
    "ypid": "Y1",
    "date_of_birth": date(1998, 1, 1),
    "sex": "Male",
    "ethnicity_group": "White",
    "originating_yot_person_id": None,
    "district_code": "E07000129",
    "home_authority": "LEIC",
    "deleted": False,
}
DRUGS = {
    "sm_referral_id": "S1",
    "ypid": "Y1",
    "sm_assessed_date": None,
    "sm_treatment_start": None,
    "sm_treatment_end": None,
    "sm_treatment_type": None,
    "sm_declined": None,
    "extract_date": EXTRACT,
}
MENTAL = {"mh_referral_id": "M1", "ypid": "Y1", "urgency": "ACUTE", "first_seen_date": None, "extract_date": EXTRACT}


def told(domain: Domain, measure: str, key: tuple[str, str, str, str], **tables: list[Row]) -> object:
    """One figure of a world of one child and these rows."""
    world = World({"persons": [CHILD], **tables}, domain.periods(), small_service(domain.history_from))
    return answers(domain, world)[measure][key]


def drugs(**cells: object) -> list[Row]:
    """One referral to the drug service."""
    return [{**DRUGS, **cells}]


@pytest.mark.parametrize(
    ("referred", "last"),
    [
        # Friday 1 June 2012: Jubilee days off on Monday 4 and Tuesday 5, so day 1 is Wednesday 6 and day 5 is Tuesday.
        (date(2012, 6, 1), date(2012, 6, 12)),
        # Good Friday 6 April 2012, itself a bank holiday: day 1 is Tuesday 10, day 5 is Monday 16.
        (date(2012, 4, 6), date(2012, 4, 16)),
        # A Saturday: day 1 is Monday 10 September, day 5 is Friday 14.
        (date(2012, 9, 8), date(2012, 9, 14)),
        # Thursday 20 December 2012: 21, 24, 27, 28, 31.
        (date(2012, 12, 20), date(2012, 12, 31)),
    ],
)
def test_c3_the_fifth_working_day_skips_weekends_and_bank_holidays(referred: date, last: date) -> None:
    on_time = drugs(sm_referred_date=referred, sm_assessed_date=last)
    a_day_late = drugs(sm_referred_date=referred, sm_assessed_date=last + timedelta(days=1))
    assert told(health.DOMAIN, "SM-01", FULL_YEAR, substance_misuse=on_time) == (1, 1)
    assert told(health.DOMAIN, "SM-01", FULL_YEAR, substance_misuse=a_day_late) == (0, 1)


def test_an_added_bank_holiday_moves_the_deadline_by_a_day() -> None:
    # Saturday 8 September 2012: day 5 is Friday 14, or Monday 17 with Wednesday 12 off.
    late = drugs(sm_referred_date=date(2012, 9, 8), sm_assessed_date=date(2012, 9, 17))
    added = [{"holiday_date": date(2012, 9, 12), "holiday_name": "A day off"}]
    assert told(health.DOMAIN, "SM-01", FULL_YEAR, substance_misuse=late) == (0, 1)
    assert told(health.DOMAIN, "SM-01", FULL_YEAR, substance_misuse=late, bank_holidays=added) == (1, 1)


@pytest.mark.parametrize(("extract", "figure"), [(date(2012, 9, 14), (0, 0)), (date(2012, 9, 15), (0, 1))])
def test_b10_a_referral_is_pending_until_its_last_day_is_over(extract: date, figure: tuple[int, int]) -> None:
    waiting = drugs(sm_referred_date=date(2012, 9, 8), extract_date=extract)
    assert told(health.DOMAIN, "SM-01", FULL_YEAR, substance_misuse=waiting) == figure


def test_c3_an_assessment_before_its_referral_is_left_out() -> None:
    swapped = drugs(sm_referred_date=date(2012, 9, 8), sm_assessed_date=date(2012, 9, 7))
    assert told(health.DOMAIN, "SM-01", FULL_YEAR, substance_misuse=swapped) == (0, 0)


@pytest.mark.parametrize(
    ("cells", "figure"),
    [
        ({"sm_treatment_start": date(2012, 9, 21)}, (1, 1)),  # 10 working days after Friday 7
        ({"sm_treatment_start": date(2012, 9, 22)}, (0, 1)),
        ({}, (0, 1)),  # overdue
        ({"sm_declined": True}, (0, 0)),
        ({"sm_treatment_type": "NO_INTERVENTION"}, (0, 0)),
    ],
)
def test_treatment_is_due_ten_working_days_after_the_assessment(
    cells: dict[str, object], figure: tuple[int, int]
) -> None:
    assessed = {"sm_referred_date": date(2012, 9, 3), "sm_assessed_date": date(2012, 9, 7)}
    rows = drugs(**assessed, **{"sm_treatment_type": "COMPLEX_CARE", **cells})
    assert told(health.DOMAIN, "SM-02", FULL_YEAR, substance_misuse=rows) == figure


def test_a_child_treated_twice_in_a_year_is_one_young_person() -> None:
    first = drugs(
        sm_referred_date=date(2012, 5, 1), sm_treatment_start=date(2012, 5, 8), sm_treatment_end=date(2012, 6, 1)
    )
    again = drugs(sm_referral_id="S2", sm_referred_date=date(2012, 8, 1), sm_treatment_start=date(2012, 8, 8))
    assert told(health.DOMAIN, "SM-03", FULL_YEAR, substance_misuse=[*first, *again]) == (1, None)


@pytest.mark.parametrize(
    ("measure", "urgency", "last"),
    # Monday 3 September 2012: the fifth working day is Monday 10, the fifteenth Monday 24.
    [("MH-01", "ACUTE", date(2012, 9, 10)), ("MH-02", "NON_ACUTE", date(2012, 9, 24))],
)
def test_acute_referrals_have_five_working_days_and_others_fifteen(measure: str, urgency: str, last: date) -> None:
    row = {**MENTAL, "urgency": urgency, "mh_referred_date": date(2012, 9, 3)}
    in_time, late = {**row, "first_seen_date": last}, {**row, "first_seen_date": last + timedelta(days=1)}
    assert told(health.DOMAIN, measure, FULL_YEAR, mental_health=[in_time]) == (1, 1)
    assert told(health.DOMAIN, measure, FULL_YEAR, mental_health=[late]) == (0, 1)


def test_c3_a_referral_without_a_number_counts_only_when_it_was_matched() -> None:
    row = {**MENTAL, "ypid": None, "mh_referred_date": date(2012, 9, 3), "first_seen_date": date(2012, 9, 4)}
    match = [{"mh_referral_id": "M1", "ypid": "Y1"}]
    assert told(health.DOMAIN, "MH-01", FULL_YEAR, mental_health=[row]) == (0, 0)
    assert told(health.DOMAIN, "MH-01", FULL_YEAR, mental_health=[row], referral_matches=match) == (1, 1)


ORDER = {
    "programme_id": "P1",
    "ypid": "Y1",
    "disposal_type": "REFERRAL_ORDER",
    "start_date": date(2012, 4, 1),
    "end_date": date(2013, 3, 31),
    "residence_on_start": "LOCAL",
}
ASSET = {
    "assessment_id": "A1",
    "ypid": "Y1",
    "stage": "start",
    "assessment_date": date(2012, 4, 1),
    "tool": "ASSET",
    "asset_score": 14,
    "rosh": "low",
}
YEAR_END = ("ON-2013-03-31", "YOS-LR", "all", "all")


@pytest.mark.parametrize(
    ("cells", "level"),
    [
        ({}, "SCA-03"),
        ({"asset_score": 15}, "SCA-02"),
        ({"rosh": "medium"}, "SCA-02"),
        ({"asset_score": 33}, "SCA-01"),
        ({"asset_score": 32, "rosh": "very high"}, "SCA-01"),
        ({"tool": "ASSETPLUS", "asset_score": None, "rosh": "medium"}, "SCA-02"),
        ({"asset_score": 33, "scaled_level": "standard"}, "SCA-03"),
    ],
)
def test_the_level_is_the_higher_of_score_and_risk_unless_the_officer_decided(
    cells: dict[str, object], level: str
) -> None:
    tables = {"interventions": [ORDER], "assessments": [{**ASSET, **cells}]}
    figures = {one: told(caseload.DOMAIN, one, YEAR_END, **tables) for one in ("SCA-01", "SCA-02", "SCA-03")}
    assert figures == {one: (int(one == level), 1) for one in figures}


def test_an_open_case_without_an_assessment_is_told_of_and_left_out() -> None:
    beside = (*YEAR_END[:2], "statistic", "open cases without an assessment")
    assert told(caseload.DOMAIN, "SCA-01", YEAR_END, interventions=[ORDER]) == (0, 0)
    assert told(caseload.DOMAIN, "SCA-01", beside, interventions=[ORDER]) == (1, 1)


def contacts(first: date, number: int) -> list[Row]:
    """Contacts of one month that were kept."""
    return [
        {"contact_id": f"{first} {place}", "programme_id": "P1", "contact_date": first, "contact_attended": "yes"}
        for place in range(number)
    ]


def test_two_contacts_a_month_are_due_for_three_months_and_one_afterwards() -> None:
    # Standard level from 1 April 2012: 2, 2, 2 in April to June, then 1 a month. June has 1, so 11 of 12 months do.
    kept = [row for month in (4, 5) for row in contacts(date(2012, month, 5), 2)]
    kept += [row for month in range(6, 13) for row in contacts(date(2012, month, 5), 1)]
    kept += [row for month in (1, 2, 3) for row in contacts(date(2013, month, 5), 1)]
    tables = {"interventions": [ORDER], "assessments": [ASSET], "contacts": kept}
    assert told(caseload.DOMAIN, "SCA-04", FULL_YEAR, **tables) == (11, 12)


def test_an_asset_that_fell_from_20_to_12_is_a_change_of_minus_8() -> None:
    start = {**ASSET, "asset_score": 20}
    end = {**ASSET, "assessment_id": "A2", "stage": "end", "assessment_date": date(2012, 9, 1), "asset_score": 12}
    assert told(caseload.DOMAIN, "ASS-01", FULL_YEAR, assessments=[start, end]) == (-8, 1)
