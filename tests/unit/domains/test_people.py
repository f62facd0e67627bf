"""Surveys, staff, audits, the Board, events and unit costs: examples worked out by hand, and their traps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from assets.core.cells import read_cell, reader_for
from assets.core.columns import clean_column
from assets.core.tidying import tidy_value
from assets.indicators.run import measures
from assets.indicators.values import display_value, value
from schemas import aliases, fields_board, fields_people
from schemas.catalogue import extract
from schemas.extract import Field
from tests.contracts.rows import codes, good_row, judge
from tests.oracles.asked import answers
from tests.oracles.domain import small_service
from tests.oracles.domains.people import DOMAIN
from tests.oracles.world import Answer, Row, World

OLDER = replace(DOMAIN, history_from=date(2009, 4, 1))
THE_DAY = "ON-2011-03-31"
MEASURES = {measure.id: measure for measure in measures()}
NAMES = pytest.mark.parametrize("alias", aliases.PARTNERS, ids=lambda alias: alias.text)


def said(**tables: list[Row]) -> dict[str, Answer]:
    """What every measure of the domain says of these rows, history from April 2009."""
    return answers(OLDER, World(tables, OLDER.periods(), small_service(OLDER.history_from)))


def figure(answer: Answer, period: str, *group: str) -> tuple[float, float | None]:
    """One figure of the service; the headline unless a breakdown and category are named."""
    return answer[(period, "YOS-LR", *(group or ("all", "all")))]  # type: ignore[index]


# -- staff ---------------------------------------------------------------------------------------------------------


def post(number: int, sex: str | None, ethnicity: str | None, grade: int | None = 9, **cells: Any) -> Row:
    """Somebody's only post, held since 2008."""
    plain = {"post_id": f"P{number}", "staff_id": f"S{number}", "staff_role": "Case worker", "fte": 1.0}
    held = {"sex": sex, "ethnicity": ethnicity, "grade": grade, "post_start": date(2008, 1, 1), "post_end": None}
    return {**plain, **held, **cells}


def plan_table() -> list[Row]:
    """D11 section 6, its table: White 1 man and 4 women at grade 13, BME 2 men and 1 woman; 16, 73, 19, 19 in all."""
    table = (("Male", "W1", 16, 1), ("Female", "W1", 73, 4), ("Male", "A1", 19, 2), ("Female", "A1", 19, 1))
    kinds = [(sex, code, 13 if place < senior else 9) for sex, code, count, senior in table for place in range(count)]
    return [post(number, *kind) for number, kind in enumerate(kinds)]


def test_t_18_shares_are_recomputed_from_the_table_and_not_copied_from_the_text() -> None:
    told = said(workforce=plan_table())
    assert figure(told["WF-01"], THE_DAY) == (127, None)
    assert figure(told["WF-01"], THE_DAY, "ethnicity_group", "Black and minority ethnic") == (38, None)
    # 4 White and 1 BME woman of 8 are 62.5%; 3 BME of 8 are 37.5%.
    assert figure(told["WF-02"], THE_DAY) == (5, 8)
    assert figure(told["WF-03"], THE_DAY) == (3, 8)
    assert display_value(value(5, 8, "%"), "%", 1) == "62.5%"
    assert display_value(value(3, 8, "%"), "%", 1) == "37.5%"


@pytest.mark.parametrize(("printed", "women"), [(55.5, 5), (33.3, 3)])
def test_t_18_what_the_text_prints_needs_nine_posts_and_was_cut_off(printed: float, women: int) -> None:
    assert not [n for n in range(9) if abs(100 * n / 8 - printed) < 0.1]
    # 5/9 = 55.56 is 55.6 rounded and 55.5 cut off; 3/9 = 33.33 is 33.3 both ways.
    assert int(1000 * women / 9) / 10 == printed


def test_t_18_a_share_is_rounded_and_not_cut_off() -> None:
    # The text's 29.2% BME is neither: 38/127 = 29.92.
    assert display_value(value(38, 127, "%"), "%", 1) == "29.9%"
    # Volunteers, 150/209 = 71.77: printed 71.7.
    assert display_value(value(150, 209, "%"), "%", 1) == "71.8%"


def test_t_18_who_did_not_say_is_a_group_of_their_own_and_no_man() -> None:
    staff = [
        post(1, "Male", "W1", 13),
        post(2, None, None, 13),
        post(3, "Unknown", "NS", 13),
        post(4, "Female", "W1", 13),
    ]
    told = said(workforce=staff)
    assert figure(told["WF-01"], THE_DAY, "sex", "Male") == (1, None)
    assert figure(told["WF-01"], THE_DAY, "sex", "Not stated") == (2, None)
    assert figure(told["WF-01"], THE_DAY, "ethnicity_group", "Not stated") == (2, None)
    # They stay in the base, so that the shares of the groups add up to the whole.
    assert figure(told["WF-02"], THE_DAY) == (1, 4)
    assert figure(told["WF-02"], THE_DAY, "sex", "Not stated") == (2, 4)


def test_the_last_day_in_a_post_counts_and_the_day_before_it_begins_does_not() -> None:
    staff = [
        post(1, "Male", "W1", post_end=date(2011, 3, 31)),
        post(2, "Male", "W1", post_end=date(2011, 3, 30)),
        post(3, "Male", "W1", post_start=date(2011, 4, 1)),
    ]
    assert figure(said(workforce=staff)["WF-01"], THE_DAY) == (1, None)


def test_one_person_in_two_posts_is_one_head_at_the_higher_grade_and_a_vacancy_is_nobody() -> None:
    staff = [
        post(1, "Female", "A1", 13, staff_role="Parenting specialist", fte=0.5),
        post(2, "Female", "A1", 9, staff_id="S1", staff_role="Health nurse", fte=0.5, post_start=date(2010, 1, 1)),
        post(3, None, None, staff_id=None, staff_role="Parenting specialist"),
    ]
    told = said(workforce=staff)
    assert figure(told["WF-01"], THE_DAY) == (1, None)
    assert figure(told["WF-03"], THE_DAY) == (1, 1)
    assert figure(told["WF-04"], THE_DAY) == (1.0, None)


def test_three_days_of_training_may_come_in_parts_and_must_be_over_by_the_day() -> None:
    staff = [post(number, "Male", "W1") for number in (1, 2, 3)]
    days = [("S1", date(2011, 3, 1), 2.0), ("S1", date(2011, 3, 31), 1.0), ("S2", date(2011, 4, 1), 3.0)]
    rows = [{"staff_id": who, "course": "AssetPlus", "training_date": day, "training_days": n} for who, day, n in days]
    told = said(workforce=staff, staff_training=rows)["TRG-01"]
    assert figure(told, THE_DAY) == (1, 3)
    assert figure(told, THE_DAY, "AssetPlus days", "None") == (2, 3)


# -- surveys -------------------------------------------------------------------------------------------------------


def answer(number: int, score: int | None, scale: str | None, question: str = "Work with the service") -> Row:
    """A young person's answer of June 2010."""
    return {
        "response_id": f"R{number}",
        "survey_round": "2010",
        "survey_date": date(2010, 6, 1),
        "respondent_type": "Young person",
        "question": question,
        "survey_scale": scale,
        "answer_score": score,
    }


def test_answers_on_five_and_on_ten_points_in_one_column_are_each_read_on_their_own_scale() -> None:
    """C3: 4 of 5 is good, 4 of 10 is not; 7 of 10 is, 6 is not; no scale said is the question's own; blank is none."""
    given = [(4, "5-point"), (4, "10-point"), (7, "10-point"), (6, "10-point"), (5, None), (3, None), (None, None)]
    told = said(surveys=[answer(number, *one) for number, one in enumerate(given)])
    assert figure(told["SUR-01"], "2010-11-FY") == (3, 6)


def test_five_of_five_is_not_ten_of_ten() -> None:
    question = "Enjoyment of IMPACT"
    given = [(10, "10-point"), (9, "10-point"), (10, None), (5, "5-point")]
    told = said(surveys=[answer(number, *one, question) for number, one in enumerate(given)])
    assert figure(told["PRE-07"], "2010-11-H1") == (2, 3)


def test_an_answer_off_its_scale_is_one_line_and_is_not_counted() -> None:
    forms = [good_row(extract("surveys")) | {"response_id": f"K{number}"} for number in range(12)]
    forms[3] |= {"survey_scale": "5-point", "answer_score": 9}
    report = judge(extract("surveys"), forms)
    assert codes(report) == ["YJ-X-6501"]
    assert len(report.kept) == 11


def test_parents_are_not_counted_among_young_people() -> None:
    parent = answer(2, 5, "5-point") | {"respondent_type": "Parent or carer"}
    told = said(surveys=[answer(1, 5, "5-point"), parent])
    assert figure(told["SUR-01"], "2010-11-FY") == (1, 1)


# -- the Board, audits, events, unit costs -------------------------------------------------------------------------


def seat(organisation: str, seniority: str, *, attended: bool, seat_name: str = "One") -> Row:
    """A seat at the meeting of 3 December 2010."""
    row = {"meeting_date": date(2010, 12, 3), "organisation": organisation, "seat": seat_name}
    return row | {"seniority": seniority, "attended": attended}


def test_a_partner_with_two_seats_is_one_and_a_delegate_is_no_senior_partner() -> None:
    rows = [
        seat("Police", "Delegate", attended=True),
        seat("Health", "Senior", attended=True),
        seat("Health", "Delegate", attended=True, seat_name="Two"),
        seat("Probation", "Senior", attended=False),
        seat("Youth Justice Board", "Senior", attended=True),
    ]
    told = said(board_attendance=rows)
    assert figure(told["BRD-01"], "2010-11-FY") == (3, 4)
    assert figure(told["BRD-01"], "2010-11-FY", "who came", "Delegate") == (1, 4)
    assert figure(told["KPI-08"], "2010-11-FY") == (1, None)


def test_the_modern_rule_on_senior_partners_begins_in_april_2023() -> None:
    assert MEASURES["KPI-08"].era_from == date(2023, 4, 1)
    assert MEASURES["BRD-01"].era_from is None


def test_an_action_not_yet_due_is_in_no_base_and_one_done_a_day_late_is_not_in_time() -> None:
    day = date(2014, 12, 15)
    due = [(day, day), (day, date(2014, 12, 16)), (day, None), (date(2014, 12, 16), None), (None, None)]
    rows = [
        {"audit_id": f"A{n}", "audit_date": date(2014, 11, 3), "audit_grade": "Good", "audit_theme": "Contact"}
        | {"action_due": one[0], "action_done": one[1], "extract_date": day}
        for n, one in enumerate(due)
    ]
    told = said(qa_audits=rows)["QA-02"]
    assert figure(told, "2014-15-Q3") == (1, 3)
    assert figure(told, "2014-15-Q3", "how it stands", "Done late") == (1, 3)


def test_over_a_hundred_is_a_hundred_and_is_kept_apart_from_what_was_counted() -> None:
    evening = {"event_date": date(2010, 5, 19), "event_kind": "Open evening"}
    rows = [
        evening | {"event_id": "1", "attendance": 100, "attendance_is_lower_bound": True},
        evening | {"event_id": "2", "attendance": 20, "attendance_is_lower_bound": None},
        evening | {"event_id": "3", "attendance": None, "attendance_is_lower_bound": None},
    ]
    told = said(events=rows)["COM-01"]
    assert figure(told, "2010-11-FY") == (120, None)
    assert figure(told, "2010-11-FY", "how counted", "At least") == (100, None)


def test_t_31_the_cost_of_leicestershire_is_that_of_the_service_and_others_stand_beside_it() -> None:
    costs = (("Leicestershire", 3619.0), ("Regional", 4261.0), ("National", 3631.0))
    rows = [{"fy": "2009-10", "geography": place, "cost_per_disposal": cost} for place, cost in costs]
    told = said(unit_costs=rows)["UNI-01"]
    assert figure(told, "2009-10-FY") == (3619, None)
    assert figure(told, "2009-10-FY", "place", "Regional") == (4261, None)
    assert len(told) == 3


# -- dirty data ----------------------------------------------------------------------------------------------------


def read(text: str, about: Field) -> tuple[object, bool]:
    """What a cell is read as, and whether it is a fault."""
    reading = read_cell(text, tidy_value, reader_for(about))
    return reading.value, bool(reading.fault)


@pytest.mark.parametrize("text", ["3619¹", "3,619*", "3619 (1)", "3619 [note 1]", "3,619 p"])
def test_a_footnote_in_a_number_is_a_fault_and_never_another_number(text: str) -> None:
    assert read(text, fields_people.COST_PER_DISPOSAL) == (None, True)


@pytest.mark.parametrize("text", ["over 100", "100+", ">100", "c. 100"])
def test_an_attendance_that_is_no_plain_number_is_a_fault(text: str) -> None:
    assert read(text, fields_people.ATTENDANCE) == (None, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leicestershire County and Rutland PCT", "Health"),
        ("west leicestershire  ccg", "Health"),
        ("Probation Trust", "Probation"),
        ("NPS", "Probation"),
        ("Health", "Health"),
        ("Leicestershire County Council", "Leicestershire County Council"),
    ],
)
def test_a_renamed_agency_is_read_under_one_name_and_an_unknown_one_under_its_own(text: str, name: str) -> None:
    assert read(text, fields_people.ORGANISATION) == (name, False)
    assert read(text, fields_board.AGENCY) == (name, False)


def test_a_renaming_is_told_as_a_repair_and_moves_no_money() -> None:
    """C3: alias and sum: 100 of the trust and 60 of its successor are 160 of probation, and the whole stays 190."""
    given = pd.DataFrame({"agency": ["Probation Trust", "National Probation Service", "PCT"], "budget": [100, 60, 30]})
    cleaned = clean_column(given["agency"], fields_board.AGENCY)
    sums = given["budget"].groupby(cleaned.cells.astype(str)).sum()
    assert sums.to_dict() == {"Health": 30, "Probation": 160}
    assert {code: len(rows) for code, rows in cleaned.repairs.items()} == {"YJ-S-0003": 3}


@NAMES
def test_a_name_leads_to_one_body_that_is_in_the_table_under_its_own_name(alias: aliases.Alias) -> None:
    assert aliases.name_of("partner", f" {alias.text.upper()} ") == alias.name
    assert aliases.name_of("partner", alias.name) == alias.name
    assert alias.first is None or alias.last is None or alias.first < alias.last


@pytest.mark.parametrize(
    ("text", "last_of_old", "first_of_new", "new"),
    [
        ("Primary Care Trust", date(2013, 3, 31), date(2013, 4, 1), "Clinical Commissioning Group"),
        ("Probation Trust", date(2014, 5, 31), date(2014, 6, 1), "National Probation Service"),
        ("Police Authority", date(2012, 11, 21), date(2012, 11, 22), "Police and Crime Commissioner"),
    ],
)
def test_a_body_bears_its_old_name_until_the_day_before_its_new_one(
    text: str, last_of_old: date, first_of_new: date, new: str
) -> None:
    old, now = aliases.found("partner", text), aliases.found("partner", new)
    assert old is not None
    assert now is not None
    assert [old.in_use(last_of_old), old.in_use(first_of_new)] == [True, False]
    assert [now.in_use(last_of_old), now.in_use(first_of_new)] == [False, True]


def test_t_35_the_unit_is_the_registrys_and_not_the_labels() -> None:
    """D15 heads a percentage "Number of young people in suitable EET": 176 of 240 is 73.3%, never 73 young people."""
    unit = MEASURES["EET-01"].unit
    assert display_value(value(176, 240, unit), unit, 1) == "73.3%"
    # Where it is a number, the same call says a number.
    unit = MEASURES["COM-01"].unit
    assert display_value(value(100, None, unit), unit, 0) == "100"
