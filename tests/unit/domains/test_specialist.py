"""Specialist work: examples worked out by hand, its traps, and the dirty data of measures.md C3."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from assets.indicators.run import measures
from assets.report.figures.comparison import unlike
from assets.report.figures.lookup import Period
from pipelines.platform.periods import periods_of
from pipelines.platform.quarters import Quarter
from sample.published_elsewhere import comparators
from schemas.catalogue import extract
from schemas.codelists import code_list
from tests.contracts.rows import codes, good_row, judge
from tests.oracles.asked import answers
from tests.oracles.domain import small_service
from tests.oracles.domains.specialist import DOMAIN
from tests.oracles.world import Answer, Row, World

YEAR = "2013-14-FY"
DAY = date(2013, 6, 3)
Figure = tuple[float, float | None]


def said(measure: str, **tables: list[Row]) -> Answer:
    """What one measure says of these rows."""
    asked = replace(DOMAIN, oracles={measure: DOMAIN.oracles[measure]})
    return answers(asked, World(tables, DOMAIN.periods(), small_service(DOMAIN.history_from)))[measure]


def figure(answer: Answer, period: str = YEAR, breakdown: str = "all", category: str = "all") -> Figure:
    """The service's figure of a period."""
    return answer[period, "YOS-LR", breakdown, category]


def child(number: int = 1, **cells: Any) -> Row:
    """A child who turns 18 on 2 February 2014, living in Blaby."""
    plain = {"ypid": f"Y{number}", "date_of_birth": date(1996, 2, 2), "sex": "Male", "ethnicity_group": "White"}
    home = {"district_code": "E07000129", "home_authority": "LEIC", "deleted": False}
    return {**plain, **home, "originating_yot_person_id": None, **cells}


def order(number: int = 1, **cells: Any) -> Row:
    """A referral order of 2013 that ran from May to November."""
    days = {"start_date": date(2013, 5, 1), "end_date": date(2013, 11, 1)}
    plain = {"programme_id": f"P{number}", "ypid": f"Y{number}", "disposal_type": "REFERRAL_ORDER"}
    return {**plain, **days, "residence_on_start": "LOCAL", **cells}


def parent(number: int = 1, **cells: Any) -> Row:
    """A parent of child 1 who came three times from June 2013 on."""
    plain = {"parenting_id": f"W{number}", "ypid": "Y1", "parent_key": f"A{number}"}
    return {**plain, "parenting_type": "Community order", "start_date": DAY, "sessions_attended": 3, **cells}


# -- parents -------------------------------------------------------------------------------------------------------


def test_two_parents_of_one_child_are_one_child_with_a_parent_worked_with() -> None:
    told = said(
        "PAR-01", persons=[child(), child(2)], interventions=[order(), order(2)], parenting=[parent(), parent(2)]
    )
    # Two children on orders; both parents are child 1's.
    assert figure(told) == (1, 2)


@pytest.mark.parametrize(
    "cells",
    [
        {"sessions_attended": 0},
        {"sessions_attended": None},
        {"start_date": date(2013, 4, 30)},
        {"start_date": date(2013, 11, 2)},
        {"parenting_type": "Prevention"},
        {"parenting_type": "Custody"},
    ],
    ids=["never came", "not recorded", "before the order", "a day after it", "prevention", "custody"],
)
def test_work_that_does_not_go_with_the_order_reaches_nobody(cells: Row) -> None:
    told = said("PAR-01", persons=[child()], interventions=[order()], parenting=[parent(**cells)])
    assert figure(told) == (0, 1)


def test_a_parent_begins_to_count_in_the_period_the_work_begins_and_until_the_order_ends() -> None:
    told = said("PAR-01", persons=[child()], interventions=[order()], parenting=[parent(start_date=date(2013, 7, 1))])
    # Order May to November, first day of the work 1 July: not by June, but in each quarter of the order from then on.
    by_quarter = [figure(told, f"2013-14-Q{number}") for number in (1, 2, 3, 4)]
    assert by_quarter == [(0, 1), (1, 1), (1, 1), (0, 0)]


def test_prevention_counts_by_itself() -> None:
    programme = order(disposal_type="YISP")
    rows = {"persons": [child()], "interventions": [programme], "parenting": [parent(parenting_type="Prevention")]}
    assert figure(said("PAR-02", **rows)) == (1, 1)
    assert figure(said("PAR-01", **rows)) == (0, 0)


def test_work_still_going_on_is_not_among_work_that_ended() -> None:
    rows = [parent(1, parenting_completed=True), parent(2, parenting_completed=False), parent(3)]
    assert figure(said("PAR-04", persons=[child()], parenting=rows)) == (1, 2)


# -- resettlement --------------------------------------------------------------------------------------------------


def release(number: int = 1, **cells: Any) -> Row:
    """A release in June 2013 with support offered and accepted."""
    plain = {"ypid": f"Y{number}", "released_date": DAY, "project": "IRS"}
    return {**plain, "support_offered": True, "support_accepted": True, **cells}


def test_thirteen_of_sixteen_agreed_and_two_offended_again_as_the_plan_of_2011_prints() -> None:
    # D11 section 8, objective 2: 13 of 16 is 81.25%, printed 81%; 2 of 16 is 12.5%.
    rows = [release(number, support_accepted=number < 13) for number in range(16)]
    rows[0]["reoffended_date"], rows[1]["reoffended_date"] = date(2013, 6, 4), date(2014, 3, 31)
    people = [child(number) for number in range(16)]
    assert figure(said("RES-01", persons=people, resettlement=rows), "TO-2014-03-31") == (13, 16)
    assert figure(said("RES-02", persons=people, resettlement=rows), "TO-2014-03-31") == (2, 16)


def test_a_child_released_twice_counts_once_as_agreed_where_they_agreed_once() -> None:
    rows = [release(support_accepted=None), release(released_date=date(2013, 9, 2))]
    assert figure(said("RES-01", persons=[child()], resettlement=rows)) == (1, 1)


def test_t_15_offending_after_release_has_no_end_of_follow_up() -> None:
    rows = [release(reoffended_date=date(2014, 4, 1)), release(2, reoffended_date=DAY)]
    told = said("RES-02", persons=[child(), child(2)], resettlement=rows)
    # Told on 31 March: not yet; on 30 June: one of two. An offence on the day of release is not after it.
    assert figure(told, "TO-2014-03-31") == (0, 2)
    assert figure(told, "TO-2014-06-30") == (1, 2)


def test_t_15_the_national_figure_of_a_fixed_window_is_never_judged_against_ours() -> None:
    [measure] = [one for one in measures() if one.id == "RES-02"]
    rows = [dict(row) for row in comparators() if row["measure_id"] == "RES-02"]
    assert [row["value"] for row in rows] == ["71.9"]
    for period in _to_date():
        # Even were the days the same, one year of follow-up is not all the time since.
        window = {"window_start": period.period_start, "window_end": period.period_end}
        assert "ours has no end" in unlike({**rows[0], **window}, measure, period)


def _to_date() -> list[Period]:
    """The periods of RES-02, of which there are some."""
    spine = [one for one in periods_of(Quarter.from_label("2014-15 Q3"), date(2009, 4, 1)) if one.basis == "to_date"]
    assert spine
    return [Period(**{field.name: getattr(one, field.name) for field in fields(Period)}) for one in spine]


@pytest.mark.parametrize(
    ("written", "project"),
    [
        ("Integrated Resettlement Support", "IRS"),
        ("irs", "IRS"),
        ("IRIS project", "IRIS"),
        ("project on high-risk offenders", "IRIS"),
        ("Integrated Resettlement and Intensive Support Project", "IRIS"),
        ("Integrated Rehabilitation and Intensive Support", "IRIS"),
    ],
)
def test_t_38_the_project_is_one_under_each_of_its_names(written: str, project: str) -> None:
    assert code_list("resettlement_project").read(written) == project


def test_t_38_two_projects_that_sound_alike_stay_two() -> None:
    rows = [release(), release(2, project="IRIS"), release(3, project=None)]
    told = said("RES-01", persons=[child(number) for number in (1, 2, 3)], resettlement=rows)
    by_project = [figure(told, YEAR, "project", name)[1] for name in ("IRS", "IRIS", "Not recorded")]
    assert by_project == [1, 1, 1]


# -- intensive supervision and moves to adult services -------------------------------------------------------------


def test_hours_not_recorded_are_left_out_of_what_was_planned_too() -> None:
    ended: Row = {"ypid": "Y1", "iss_type": "Bail", "start_date": DAY, "end_date": date(2013, 9, 2), "breached": False}
    rows = [
        {**ended, "iss_id": "I1", "weekly_hours_planned": 25.0, "weekly_hours_delivered": 20.0},
        {**ended, "iss_id": "I2", "weekly_hours_planned": 25.0, "weekly_hours_delivered": None, "breached": True},
    ]
    assert figure(said("ISS-02", persons=[child()], iss=rows)) == (20, 25)
    assert figure(said("ISS-03", persons=[child()], iss=rows)) == (1, 2)


def move(day: date | None, **cells: Any) -> Row:
    """The log's row of child 1."""
    return {"ypid": "Y1", "transferred_date": day, "accepted_by": "NPS" if day else None, **cells}


@pytest.mark.parametrize(
    ("moved", "counts"),
    [(date(2014, 2, 2), 1), (date(2014, 2, 3), 0), (None, 0)],
    ids=["on the day of turning 18", "a day late", "never"],
)
def test_a_move_is_in_time_up_to_the_day_of_turning_18(moved: date | None, counts: int) -> None:
    runs_on = order(end_date=date(2014, 6, 1))
    told = said("TRN-01", persons=[child()], interventions=[runs_on], transitions=[move(moved)])
    assert figure(told) == (counts, 1)


def test_an_order_that_ends_on_the_day_of_turning_18_needs_no_move_and_a_child_missing_from_the_log_was_not_moved() -> (
    None
):
    ends = order(end_date=date(2014, 2, 2))
    runs_on = order(2, end_date=date(2014, 2, 3))
    told = said("TRN-01", persons=[child(), child(2)], interventions=[ends, runs_on], transitions=[])
    assert figure(told) == (0, 1)


def test_one_born_on_29_february_turns_18_on_1_march() -> None:
    leap = child(date_of_birth=date(1996, 2, 29))
    told = said("TRN-02", persons=[leap], transitions=[move(date(2014, 3, 1))])
    assert figure(told, YEAR, "before_18", "less than 1 month before") == (1, None)


# -- risk and families ---------------------------------------------------------------------------------------------


def test_level_1_is_not_counted_and_a_child_at_two_levels_counts_once() -> None:
    spell: Row = {"ypid": "Y1", "mappa_category": 2, "start_date": DAY, "end_date": date(2013, 7, 1)}
    rows = [{**spell, "mappa_level": level} for level in (1, 2, 3)]
    told = said("HRM-01", persons=[child()], mappa=rows)
    assert figure(told) == (1, None)
    assert ("mappa_level", "Level 1") not in {key[2:] for key in told}


def test_an_incident_found_to_be_none_is_not_counted() -> None:
    kind: Row = {"incident_date": DAY, "incident_type": "Other"}
    rows = [
        {**kind, "incident_id": "S1", "incident_status": "Reviewed"},
        {**kind, "incident_id": "S2", "incident_status": "Not a serious incident"},
    ]
    assert figure(said("HRM-02", serious_incidents=rows)) == (1, None)


def test_a_case_entered_twice_for_one_panel_is_heard_once() -> None:
    case: Row = {"ypid": "Y1", "heard_date": DAY, "panel_kind": "High risk of harm"}
    rows = [{**case, "panel_case_id": "H1"}, {**case, "panel_case_id": "H2", "first_time_heard": True}]
    told = said("PAN-01", persons=[child()], risk_panels=rows)
    assert figure(told) == (1, None)
    assert figure(told, YEAR, "hearing_kind", "First time") == (1, None)


def test_a_child_first_suspected_then_known_counts_once_and_once_under_each() -> None:
    stage: Row = {"ypid": "Y1", "start_date": DAY, "end_date": date(2013, 6, 20)}
    rows = [
        {**stage, "exploitation_id": "X1", "concern": "Suspected"},
        {**stage, "exploitation_id": "X2", "concern": "Known", "start_date": date(2013, 6, 21), "end_date": None},
    ]
    told = said("CSE-01", persons=[child(), child(2)], interventions=[order(), order(2)], exploitation=rows)
    assert figure(told, "2013-14-Q1") == (1, 2)
    assert figure(told, "2013-14-Q1", "concern", "Suspected") == (1, 2)
    assert figure(told, "2013-14-Q1", "concern", "Known") == (1, 2)
    assert figure(told, "2013-14-Q3", "concern", "Suspected") == (0, 2)


def test_a_return_interview_not_yet_due_is_not_in_the_base_and_one_not_held_counts_against() -> None:
    told_of: Row = {"ypid": "Y1", "concern": "Known", "start_date": DAY, "extract_date": date(2013, 10, 1)}
    rows = [
        {**told_of, "exploitation_id": "X1", "return_interview_due": DAY, "return_interview_done": DAY},
        {**told_of, "exploitation_id": "X2", "return_interview_due": DAY},
        {**told_of, "exploitation_id": "X3", "return_interview_due": date(2013, 10, 1)},
    ]
    assert figure(said("CSE-02", persons=[child()], exploitation=rows)) == (1, 2)


def test_families_are_counted_on_the_day_alone() -> None:
    case: Row = {"family_programme": "SLF", "opened_date": DAY}
    rows = [
        {**case, "family_case_id": "F1", "ypid": "Y1", "closed_date": date(2013, 6, 30)},
        {**case, "family_case_id": "F2", "ypid": "Y2", "closed_date": date(2013, 6, 29)},
        {**case, "family_case_id": "F3", "ypid": None},
    ]
    told = said("TF-01", persons=[child(), child(2)], interventions=[order(), order(2)], supporting_families=rows)
    assert figure(told, "ON-2013-06-30") == (1, 2)


# -- dirty data ----------------------------------------------------------------------------------------------------


def test_a_file_of_parents_is_told_of_in_one_line_a_fault() -> None:
    parenting = extract("parenting")
    rows = [{**good_row(parenting), "parenting_id": name} for name in ("K1", "K2", "K3")]
    rows[1] |= {"sessions_planned": 2, "sessions_attended": 3}
    rows[2] |= {"sessions_attended": 0, "parenting_completed": True}
    report = judge(parenting, rows)
    assert sorted(codes(report)) == ["YJ-X-4902", "YJ-X-4903"]
    assert len(report.kept) == 3
