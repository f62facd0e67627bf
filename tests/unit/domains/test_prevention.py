"""YISP, the anti-social behaviour team and IMPACT: examples worked out by hand, and their traps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from assets.indicators.run import measures
from schemas.catalogue import extract
from tests.contracts.rows import codes, good_row, judge
from tests.oracles.asked import answers
from tests.oracles.domain import small_service
from tests.oracles.domains.prevention import DOMAIN
from tests.oracles.world import Answer, Row, World

OLDER = replace(DOMAIN, history_from=date(2009, 4, 1))
YEAR, PART_YEAR = "2009-10-FY", "2010-11-YTD-Q3"


def said(measure: str, **tables: list[Row]) -> Answer:
    """What one measure says of these rows, history from April 2009."""
    asked = replace(OLDER, oracles={measure: OLDER.oracles[measure]})
    return answers(asked, World(tables, OLDER.periods(), small_service(OLDER.history_from)))[measure]


def figure(answer: Answer, period: str = YEAR, *group: str, area: str = "YOS-LR") -> tuple[float, float | None]:
    """One figure; the headline unless a breakdown and category are named."""
    return answer[(period, area, *(group or ("all", "all")))]  # type: ignore[index]


# -- work with children --------------------------------------------------------------------------------------------


def child(number: int = 1, **cells: Any) -> Row:
    """A child of 13 in 2009, living in Blaby."""
    plain = {"ypid": f"Y{number}", "date_of_birth": date(1996, 2, 2), "sex": "Male", "ethnicity_group": "White"}
    home = {"district_code": "E07000129", "home_authority": "LEIC", "deleted": False}
    return {**plain, **home, "originating_yot_person_id": None, **cells}


def referral(number: int = 1, start: date | None = date(2009, 6, 1), **cells: Any) -> Row:
    """A referral to the YISP whose work began in June 2009 and ended in September."""
    plain = {"yisp_referral_id": f"R{number}", "ypid": f"Y{number}", "yisp_referral_date": date(2009, 5, 20)}
    return {**plain, "yisp_start": start, "yisp_end": date(2009, 9, 1) if start else None, **cells}


def offending(day: date, number: int = 1, category: str = "THEFT_AND_HANDLING", age: int = 13) -> dict[str, list[Row]]:
    """One offence of a child with its reprimand a month later."""
    ids = {"offence_id": f"O{number}", "row": number + 1}
    ages = {"age_at_arrest_or_offence": age, "age_at_first_hearing": None}
    offence = {**ids, "ypid": f"Y{number}", "offence_date": day, "yjb_category": category, "seriousness": 2, **ages}
    outcome = {"outcome_id": f"C{number}", "offence_id": f"O{number}", "outcome_date": day + timedelta(days=30)}
    how = {"outcome_group": "Pre-Court", "legal_outcome": "REPRIMAND", "residence_on_outcome": "LOCAL"}
    return {"offences": [offence], "outcomes": [{**outcome, **how, "row": number + 1}]}


@pytest.mark.parametrize(("on", "still_free"), [(date(2009, 6, 1), 1), (date(2009, 6, 2), 0), (date(2009, 5, 31), 1)])
def test_an_offence_counts_from_the_day_after_the_work_began(on: date, still_free: int) -> None:
    told = said("PRE-01", persons=[child()], yisp=[referral()], **offending(on))
    assert figure(told) == (still_free, 1)


def test_t_15_work_is_followed_without_end_so_that_the_figure_of_a_year_falls_as_time_passes() -> None:
    # Three years and five months after the work began: no fixed window would hold it, and nothing is rated against one.
    told = said("PRE-01", persons=[child()], yisp=[referral()], **offending(date(2012, 11, 3), age=16))
    assert figure(told) == (0, 1)
    assert "no fixed follow-up" in next(one.notes for one in measures() if one.id == "PRE-01")


def test_a_breach_is_no_new_offence() -> None:
    told = said(
        "PRE-01", persons=[child()], yisp=[referral()], **offending(date(2009, 7, 1), category="BREACH_OF_BAIL")
    )
    assert figure(told) == (1, 1)


def test_what_the_worker_knows_counts_though_the_case_system_holds_nothing() -> None:
    told = said("PRE-01", persons=[child()], yisp=[referral(offended_after=True)])
    assert figure(told) == (0, 1)


def test_work_in_a_group_work_never_begun_and_a_child_nobody_knows_are_not_worked_with_one_to_one() -> None:
    rows = [referral(1, one_to_one=False), referral(2, None), referral(9), referral(3, one_to_one=None)]
    told = said("PRE-01", persons=[child(1), child(2), child(3)], yisp=rows)
    assert figure(told) == (1, 1)


def test_a_child_held_twice_and_referred_twice_is_one_child_with_the_offences_of_both_records() -> None:
    held = [child(1, originating_yot_person_id="L7"), child(2, originating_yot_person_id="L7")]
    told = said("PRE-01", persons=held, yisp=[referral(1), referral(2)], **offending(date(2009, 12, 1)))
    assert figure(told) == (0, 1)


@pytest.mark.parametrize(
    ("last", "counted"), [(date(2009, 3, 31), 0), (date(2009, 4, 1), 1), (None, 1)], ids=["ended", "last day", "open"]
)
def test_work_counts_in_every_period_it_was_open_in(last: date | None, counted: int) -> None:
    case = {"asb_case_id": "A1", "ypid": "Y1", "asb_start": date(2009, 2, 1), "asb_end": last}
    assert figure(said("PRE-02", persons=[child()], asb_cases=[case])) == (counted, counted)


def test_the_onset_score_falls_by_the_mean_of_those_with_both_scores() -> None:
    rows = [
        referral(1, onset_start=20, onset_end=11),
        referral(2, onset_start=10, onset_end=12),
        referral(3, onset_start=30),
    ]
    # (20 - 11) + (10 - 12) = 7 points over two children.
    assert figure(said("YSP-02", persons=[child(1), child(2), child(3)], yisp=rows)) == (7, 2)


# -- IMPACT --------------------------------------------------------------------------------------------------------


def area(number: int = 1, first: date = date(2009, 7, 1), last: date | None = date(2009, 9, 30), **cells: Any) -> Row:
    """A completed spell in Blaby, on a beat of its own."""
    plain = {"impact_area_id": f"M{number}", "impact_area_name": f"Area {number}", "district_code": "E07000129"}
    return {**plain, "beat_code": f"B{number}", "impact_start": first, "impact_end": last,
            "impact_completed": last is not None, **cells}  # fmt: skip


def calls(*days: date, beat: str = "B1", **cells: Any) -> list[Row]:
    """A call to the police on each day; the list begins in January 2009."""
    plain = {"beat_code": beat, "youth_related": True, "call_source": "POLICE", "extract_date": date(2015, 1, 5)}
    opening = {"call_id": f"first-{beat}", "call_date": date(2009, 1, 20), **plain, "youth_related": False}
    return [opening] + [{"call_id": f"{beat}-{n}", "call_date": day, **plain, **cells} for n, day in enumerate(days)]


def test_t_37_the_areas_completed_in_a_part_year_include_those_begun_the_year_before() -> None:
    begun_before = area(1, date(2010, 2, 1), date(2010, 5, 1))
    rows = [begun_before, area(2, date(2010, 5, 1), date(2010, 12, 31)), area(3, date(2010, 5, 1), date(2011, 1, 1))]
    assert figure(said("PRE-04", impact_areas=rows), PART_YEAR) == (2, None)
    assert figure(said("PRE-03", impact_areas=rows), PART_YEAR) == (3, None)
    assert figure(said("PRE-03", impact_areas=rows), YEAR) == (1, None)


def test_calls_are_added_up_over_the_areas_and_no_mean_is_taken_of_their_falls() -> None:
    april, october = date(2009, 4, 1), date(2009, 10, 1)
    told = said(
        "PRE-06",
        impact_areas=[area(1), area(2)],
        # 10 to 5 is a fall of 50%, 2 to 2 none: the mean would be 25%, the sums give (12 - 7) / 12 = 41.7%.
        asb_calls=calls(*[april] * 10, *[october] * 5) + calls(april, april, october, october, beat="B2"),
    )
    assert figure(told) == (5, 12)
    assert figure(told, YEAR, "calls", "In the 3 months after") == (7, None)


def test_the_windows_end_the_day_before_the_work_and_begin_the_day_after_it() -> None:
    outside = (date(2009, 3, 31), date(2009, 7, 1), date(2009, 9, 30), date(2009, 12, 31))
    inside = (date(2009, 4, 1), date(2009, 6, 30), date(2009, 10, 1), date(2009, 12, 30))
    told = said("PRE-06", impact_areas=[area()], asb_calls=calls(*outside, *inside))
    # Two before and two after: no fall.
    assert figure(told) == (0, 2)


def test_several_calls_about_one_incident_are_one() -> None:
    twice = calls(date(2009, 4, 2), date(2009, 4, 3), incident_no="I1")
    assert figure(said("PRE-06", impact_areas=[area()], asb_calls=twice)) == (1, 1)


def test_an_area_whose_months_before_are_cut_by_the_start_of_the_data_is_left_out() -> None:
    early = area(1, date(2009, 3, 31), date(2009, 5, 1))
    told = said("PRE-06", impact_areas=[early, area(2)], asb_calls=calls(date(2009, 3, 1)) + calls(beat="B2"))
    # Three months before 31 March are 31 December; the list begins in January.
    assert figure(told) == (0, 0)
    assert figure(told, YEAR, "areas", "Left out") == (1, None)
    assert figure(told, YEAR, "areas", "Compared") == (1, None)


@pytest.mark.parametrize(("last", "whole"), [(date(2014, 10, 4), 1), (date(2014, 10, 5), 0)])
def test_an_area_whose_months_after_are_not_over_is_pending(last: date, whole: int) -> None:
    # Extracted on 5 January 2015: the months after 5 October end that very day, which is not over.
    told = said("PRE-06", impact_areas=[area(1, date(2014, 8, 1), last)], asb_calls=calls(date(2014, 7, 1)))
    assert figure(told, "2014-15-YTD-Q3", "areas", "Compared") == (whole, None)


@pytest.mark.parametrize(
    ("redrawn", "whole"),
    [(date(2009, 4, 1), 1), (date(2009, 4, 2), 0), (date(2009, 12, 30), 0), (date(2009, 12, 31), 1)],
)
def test_an_area_whose_beat_was_redrawn_between_is_left_out(redrawn: date, whole: int) -> None:
    told = said("PRE-06", impact_areas=[area(beat_changed_on=redrawn)], asb_calls=calls(date(2009, 5, 1)))
    assert figure(told, YEAR, "areas", "Compared") == (whole, None)


def test_the_same_area_entered_twice_is_one_and_the_row_with_an_end_stands() -> None:
    again = area(2, impact_area_name="AREA 1", last=None)
    rows = [again, area(1)]
    assert figure(said("PRE-03", impact_areas=rows)) == (1, None)
    assert figure(said("PRE-04", impact_areas=rows)) == (1, None)
    assert figure(said("PRE-03", impact_areas=rows), "2010-11-FY") == (0, None)


def test_an_area_without_an_end_goes_on_and_is_asked_about_after_a_year() -> None:
    assert figure(said("PRE-03", impact_areas=[area(last=None)]), "2013-14-FY") == (1, None)
    still = good_row(extract("impact_areas")) | {"impact_end": None, "extract_date": "2015-01-05"}
    assert "YJ-X-6005" in codes(judge(extract("impact_areas"), [still | {"impact_start": "2014-01-04"}]))
    assert "YJ-X-6005" not in codes(judge(extract("impact_areas"), [still | {"impact_start": "2014-01-05"}]))


def test_t_36_contacts_are_events_and_the_known_are_never_more_than_the_contacts() -> None:
    session = {"impact_area_id": "M1", "contact_date": date(2009, 7, 2)}
    rows = [
        {**session, "street_session_id": "S1", "contact_count": 10, "known_count": 4},
        {**session, "street_session_id": "S2", "contact_count": 10, "known_count": 99},
    ]
    told = said("PRE-05", impact_areas=[area()], impact_contacts=rows)
    assert figure(told) == (20, None)
    assert figure(told, YEAR, "young people", "Known to the service") == (14, None)
    assert figure(told, area="E07000129") == (20, None)
