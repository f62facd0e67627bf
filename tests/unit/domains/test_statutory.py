"""Victims, reparation, group work, volunteers, orders and national standards: examples worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from assets.core.clean import to_types
from assets.indicators.run import measures
from schemas.catalogue import extract
from tests.contracts.rows import SHA, codes, good_row, judge
from tests.oracles.asked import answers
from tests.oracles.domain import small_service
from tests.oracles.domains.statutory import DOMAIN
from tests.oracles.world import Answer, Row, World
from tests.unit.domains.test_prevention import child, figure

YEAR = "2013-14-FY"
DAY = date(2013, 6, 3)


def said(measure: str, **tables: list[Row]) -> Answer:
    """What one measure says of these rows."""
    asked = replace(DOMAIN, oracles={measure: DOMAIN.oracles[measure]})
    return answers(asked, World(tables, DOMAIN.periods(), small_service(DOMAIN.history_from)))[measure]


def order(number: int = 1, **cells: Any) -> Row:
    """A referral order that ran its course in 2013-14."""
    plain = {"programme_id": f"P{number}", "ypid": "Y1", "disposal_type": "REFERRAL_ORDER", "start_date": DAY}
    end = {"end_date": date(2013, 12, 2), "end_reason": "completed"}
    return {**plain, **end, "residence_on_start": "LOCAL", "residence_on_end": "LOCAL", **cells}


# -- victims -------------------------------------------------------------------------------------------------------


def victim(number: int = 1, **cells: Any) -> Row:
    """An adult who agreed, was offered a way to take part, and took part."""
    yes = dict.fromkeys(("consent_contact", "victim_offered", "victim_engaged"), True)
    plain = {"victim_id": f"V{number}", "offence_id": "F1", "victim_type": "PERSON", "identified_date": DAY}
    return {**plain, **yes, **cells}


def case() -> dict[str, list[Row]]:
    """A child with two offences that led to referral orders."""
    offences: list[Row] = [{"offence_id": f"F{number}", "ypid": "Y1"} for number in (1, 2)]
    outcomes: list[Row] = [
        {"outcome_id": f"U{number}", "offence_id": f"F{number}", "legal_outcome": "REFERRAL_ORDER"} for number in (1, 2)
    ]
    return {"persons": [child()], "offences": offences, "outcomes": outcomes}


def test_t_16_the_base_is_all_known_victims_and_not_only_those_who_were_offered_something() -> None:
    nothing_offered = victim(2, consent_contact=None, victim_offered=False, victim_engaged=False)
    told = said("VIC-01", victims=[victim(), nothing_offered], **case())
    assert figure(told, YEAR) == (1, 2)


def test_t_16_the_note_beside_the_figure_says_whose_target_the_25_per_cent_is() -> None:
    notes = next(measure.notes for measure in measures() if measure.id == "VIC-01")
    assert "25% is a target that the Youth Justice Board set" in notes
    assert "national average (T-16)" in notes


def test_one_victim_of_two_offences_is_one_on_the_first_day_known() -> None:
    again = victim(1, offence_id="F2", identified_date=date(2014, 4, 1), victim_engaged=False)
    told = said("VIC-01", victims=[again, victim()], **case())
    assert figure(told, YEAR) == (1, 1)
    assert figure(told, "2014-15-YTD-Q3") == (0, 0)


def test_a_corporate_victim_counts_and_is_shown_as_one() -> None:
    told = said("VIC-01", victims=[victim(), victim(2, victim_type="CORPORATE", victim_engaged=False)], **case())
    assert figure(told, YEAR) == (1, 2)
    assert told[YEAR, "YOS-LR", "victim_type", "Company or body"] == (0, 1)


@pytest.mark.parametrize(
    ("outcome", "appeal", "counted"),
    [
        ("FINAL_WARNING", None, 1),
        ("REPRIMAND", None, 0),
        ("FINE", None, 0),
        ("REFERRAL_ORDER", "Changed on appeal", 0),
        ("REFERRAL_ORDER", "Appeal dismissed", 1),
    ],
)
def test_only_final_warnings_cautions_and_relevant_orders_make_a_victim_one_of_the_base(
    outcome: str, appeal: str | None, counted: int
) -> None:
    made = case() | {
        "outcomes": [{"outcome_id": "U1", "offence_id": "F1", "legal_outcome": outcome, "appeal_status": appeal}]
    }
    assert figure(said("VIC-03", victims=[victim()], **made), YEAR) == (counted, None)


def test_a_view_counts_only_of_a_victim_who_took_part_and_blank_views_are_in_no_base() -> None:
    rows = [
        victim(1, satisfaction="VERY_SATISFIED"),
        victim(2, satisfaction="DISSATISFIED"),
        victim(3, satisfaction=None),
        victim(4, satisfaction="SATISFIED", victim_engaged=False),
    ]
    assert figure(said("VIC-02", victims=rows, **case()), YEAR) == (1, 2)


def test_no_stage_of_the_funnel_is_greater_than_the_one_before_whatever_the_log_left_blank() -> None:
    rows = [
        victim(1),
        victim(2, consent_contact=None, victim_offered=None),
        victim(3, victim_engaged=None),
        victim(4, consent_contact=True, victim_offered=False, victim_engaged=False),
        victim(5, consent_contact=None, victim_offered=None, victim_engaged=None),
    ]
    told = said("VIC-03", victims=rows, **case())
    stages = {key[3]: numerator for key, (numerator, _) in told.items() if key[0] == YEAR and key[2] == "stage"}
    # 1 and 2 took part; 3 was offered; 4 agreed; 5 is only known.
    assert [stages[stage] for stage in sorted(stages)] == [5, 4, 3, 2]


def test_two_years_of_42_in_100_hold_both_years_and_neither_day_beside() -> None:
    days = (date(2012, 3, 31), date(2012, 4, 1), date(2014, 3, 31), date(2014, 4, 1))
    rows = [victim(number, identified_date=day) for number, day in enumerate(days)]
    assert figure(said("VIC-01", victims=rows, **case()), "2Y-2014-03") == (2, 2)


def test_kpi_10_is_of_those_who_consented_and_of_programmes_that_ended() -> None:
    rows = [
        victim(1, programme_id="P1"),
        victim(2, programme_id="P1", victim_engaged=False),
        victim(3, programme_id="P1", consent_contact=None),
        victim(4, programme_id="P2"),
    ]
    orders = [order(1), order(2, end_date=None)]
    told = said("KPI-10", victims=rows, interventions=orders, **case())
    assert figure(told, YEAR) == (1, 2)
    assert next(measure.era_from for measure in measures() if measure.id == "KPI-10") == date(2023, 4, 1)


def test_offered_after_taking_part_and_taking_part_without_an_offer_are_queries() -> None:
    victims = extract("victims")
    late = good_row(victims) | {"offered_date": date(2014, 6, 3), "engaged_date": date(2014, 6, 2)}
    assert codes(judge(victims, [late])) == ["YJ-X-3901"]
    unasked = good_row(victims) | {"victim_offered": None}
    assert codes(judge(victims, [unasked])) == ["YJ-X-3902"]


# -- reparation and group work -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "hours"), [("2h30", 2.5), ("2.5", 2.5), ("2:30", 2.5), ("150 min", 2.5), ("2.30", 2.3), ("150", None)]
)
def test_hours_of_reparation_are_read_as_written_and_150_without_a_unit_is_no_day(
    text: str, hours: float | None
) -> None:
    reparation = extract("reparation")
    written = pd.DataFrame([{"reparation_hours": text}], dtype="str")
    origin = {"file_sha256": SHA, "file_name": "drop.csv", "sheet": "", "row": [2]}
    raw = pd.DataFrame(origin, index=written.index).join(written)
    read = to_types(raw, reparation, {(SHA, ""): {}})[0]["reparation_hours"].iloc[0]
    kept = judge(reparation, [good_row(reparation) | {"reparation_hours": read}]).kept
    assert kept["reparation_hours"].tolist() == ([] if hours is None else [hours])


def session(number: int = 1, **cells: Any) -> Row:
    """Three and a half hours under the order."""
    plain = {"reparation_session_id": f"R{number}", "programme_id": "P1", "session_date": DAY}
    return {**plain, "reparation_hours": 3.5, **cells}


def test_t_36_reparation_is_counted_in_hours_and_unpaid_work_in_hours_and_in_orders() -> None:
    # The child of the examples is 17 on the day.
    rows = [session(1), session(2, unpaid_work=True), session(3, unpaid_work=True, session_date=date(2013, 6, 10))]
    tables = {"persons": [child()], "interventions": [order()], "reparation": rows}
    assert figure(said("REP-01", **tables), YEAR) == (3.5, None)
    assert figure(said("UPW-01", **tables), YEAR) == (7, None)
    assert figure(said("UPW-02", **tables), YEAR) == (1, None)
    units = {measure.id: measure.counting_unit for measure in measures()}
    assert [units[name] for name in ("REP-01", "UPW-02", "VIC-01", "ORD-01", "VOL-01")] == [
        "hour", "order", "victim", "order", "volunteer",
    ]  # fmt: skip


def test_group_work_is_begun_once_however_the_programme_is_spelt_and_attendance_not_recorded_is_no_absence() -> None:
    days = (date(2013, 6, 3), date(2013, 6, 10), date(2013, 6, 17))
    plain = {"ypid": "Y1", "group_programme": "Knife crime"}
    rows: list[Row] = [
        {**plain, "session_date": days[0], "attended": True},
        {**plain, "session_date": days[1], "attended": None, "group_programme": " KNIFE CRIME"},
        {**plain, "session_date": days[2], "attended": False, "programme_completed": True, "achievement_award": True},
    ]
    tables = {"persons": [child()], "group_work": rows}
    assert figure(said("GRP-01", **tables), YEAR) == (1, None)
    assert figure(said("GRP-02", **tables), YEAR) == (1, None)
    assert figure(said("GRP-03", **tables), YEAR) == (1, 2)
    assert figure(said("UPW-03", **tables), YEAR) == (1, None)


# -- volunteers ----------------------------------------------------------------------------------------------------


def volunteer(number: int = 1, **cells: Any) -> Row:
    """A White woman who joined in 2010 and is still there."""
    who = {"volunteer_id": f"L{number}", "sex": "Female", "ethnicity_group": "White"}
    return {**who, "joined_date": date(2010, 5, 4), "left_date": None, **cells}


def test_a_volunteer_entered_again_under_another_name_is_one() -> None:
    renamed = volunteer(2, joined_date=date(2013, 9, 2), earlier_volunteer_id="L1")
    told = said("VOL-01", volunteers=[volunteer(), renamed, volunteer(3)])
    assert figure(told, "ON-2013-03-31") == (2, None)
    assert figure(told, "ON-2014-03-31") == (2, None)


def test_two_entries_with_one_birthday_and_sex_are_queried_and_both_counted() -> None:
    volunteers = extract("volunteers")
    first = good_row(volunteers) | {"earlier_volunteer_id": None}
    assert codes(judge(volunteers, [first, first | {"volunteer_id": "K2"}])) == ["YJ-X-4202"]


def test_t_18_those_of_no_stated_ethnicity_are_folded_into_no_sex() -> None:
    rows = [
        volunteer(1, sex="Male"),
        volunteer(2, ethnicity_group="Mixed"),
        volunteer(3, sex="Male", ethnicity_group=None),
    ]
    told = said("VOL-01", volunteers=rows)
    both = {key[3]: n for key, (n, _) in told.items() if key[0] == "ON-2014-03-31" and key[2] == "ethnicity_and_sex"}
    assert both == {"White, male": 1, "Black and minority ethnic, female": 1, "Not stated": 1}


def test_a_volunteer_is_on_the_books_on_the_last_day_and_trained_from_the_day_of_training() -> None:
    rows = [
        volunteer(1, left_date=date(2014, 3, 31), training_completed_date=date(2014, 3, 31)),
        volunteer(2, left_date=date(2014, 3, 30)),
        volunteer(3, joined_date=date(2014, 3, 31), training_completed_date=date(2014, 4, 1)),
        volunteer(4, joined_date=date(2014, 4, 1)),
    ]
    assert figure(said("VOL-04", volunteers=rows), "ON-2014-03-31") == (1, 2)


def test_a_panel_is_covered_by_two_volunteers_and_not_by_two_entries_of_one() -> None:
    plain = {"volunteering_date": DAY, "volunteer_role": "PANEL", "volunteer_hours_given": 2.5}
    who = (("A1", "L1"), ("A1", "L2"), ("A2", "L1"), ("A2", "L1"))
    rows: list[Row] = [{**plain, "panel_id": panel, "volunteer_id": number} for panel, number in who]
    assert figure(said("VOL-03", volunteer_hours=rows), YEAR) == (1, 2)
    assert figure(said("VOL-02", volunteer_hours=rows), YEAR) == (10, None)


# -- orders and national standards ---------------------------------------------------------------------------------


def test_t_36_two_orders_of_one_child_are_two_and_one_transferred_out_is_in_no_base() -> None:
    rows = [order(1), order(2, end_reason="breached"), order(3, end_reason="transferred")]
    tables = {"persons": [child()], "interventions": rows}
    assert figure(said("ORD-01", **tables), YEAR) == (3, None)
    assert figure(said("ORD-02", **tables), YEAR) == (1, 2)
    assert figure(said("ORD-04", **tables), YEAR) == (3, None)


def test_an_order_is_open_on_its_last_day_and_not_on_the_next() -> None:
    rows = [order(1, end_date=date(2014, 3, 31)), order(2, end_date=date(2014, 3, 30)), order(3, end_date=None)]
    assert figure(said("ORD-03", persons=[child()], interventions=rows), "ON-2014-03-31") == (2, None)


@pytest.mark.parametrize(
    ("panel", "in_time"),
    [(date(2014, 5, 6), 1), (date(2014, 5, 7), 0), (date(2014, 4, 2), 0), (None, 0)],
    ids=["the 20th working day", "the 21st", "the day before sentence", "never"],
)
def test_the_first_panel_has_20_working_days_with_good_friday_easter_monday_and_the_may_holiday_left_out(
    panel: date | None, in_time: int
) -> None:
    # Sentence on Thursday 3 April 2014: 4 April is day 1; 18 and 21 April and 5 May are holidays; 6 May is day 20.
    row: Row = {
        "programme_id": "P1", "standard": "FIRST_PANEL", "runs_from_date": date(2014, 4, 3),
        "due_date": date(2014, 5, 1), "done_date": panel, "extract_date": date(2015, 1, 16),
    }  # fmt: skip
    tables = {"persons": [child()], "interventions": [order()], "order_standards": [row]}
    assert figure(said("NSC-02", **tables), "2014-15-YTD-Q3") == (in_time, 1)


def test_a_panel_whose_time_is_not_over_when_the_extract_is_taken_is_in_no_base_yet() -> None:
    # Sentence on Wednesday 3 December 2014: two holidays at Christmas and one at New Year; 5 January is day 20.
    row: Row = {
        "programme_id": "P1", "standard": "FIRST_PANEL", "runs_from_date": date(2014, 12, 3),
        "due_date": date(2014, 12, 31), "done_date": date(2014, 12, 10),
    }  # fmt: skip
    tables: dict[str, list[Row]] = {"persons": [child()], "interventions": [order()]}
    early = said("NSC-02", **tables, order_standards=[row | {"extract_date": date(2015, 1, 4)}])
    assert figure(early, "2014-15-YTD-Q3") == (0, 0)
    over = said("NSC-02", **tables, order_standards=[row | {"extract_date": date(2015, 1, 5)}])
    assert figure(over, "2014-15-YTD-Q3") == (1, 1)


def test_a_standard_done_on_the_day_due_is_in_time_and_one_never_done_is_not() -> None:
    plain = {"programme_id": "P1", "due_date": DAY}
    rows: list[Row] = [
        {**plain, "standard": "PLAN", "done_date": DAY},
        {**plain, "standard": "ASSESSMENT", "done_date": date(2013, 6, 4)},
        {**plain, "standard": "REVIEW", "done_date": None},
    ]
    tables = {"persons": [child()], "interventions": [order()], "order_standards": rows}
    told = said("NSC-01", **tables)
    assert figure(told, YEAR) == (1, 3)
    assert told[YEAR, "YOS-LR", "standard", "Plan of the intervention"] == (1, 1)
