"""The rules of the case measures on tiny worlds whose answer is worked out by hand, a rule a test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from pipelines.platform.engines import Session
from pipelines.platform.periods import spine
from pipelines.platform.quarters import Quarter
from tests.oracles.computed import services_open
from tests.oracles.random_worlds import FIRST, service
from tests.oracles.story import Story


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """An engine that knows the sample service's areas and the periods of 2014-15 Q3."""
    periods = spine(Quarter.from_label("2014-15 Q3"), date(2007, 4, 1))
    with services_open([service(FIRST)], periods) as opened:
        yield opened


@pytest.fixture
def story(session: Session) -> Story:
    """An empty world."""
    return Story(session)


JUNE = date(2014, 6, 2)


# First-time entrants: B3, step by step -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at_offence", "at_hearing", "counts"),
    [(9, None, False), (10, None, True), (17, 17, True), (17, 18, False), (18, None, False)],
)
def test_recorded_ages_decide_from_10_to_17_and_not_18_at_the_first_hearing(
    story: Story, at_offence: int, at_hearing: int | None, *, counts: bool
) -> None:
    story.offence(story.child(), JUNE, age_at_arrest_or_offence=at_offence, age_at_first_hearing=at_hearing)
    assert story.entrants() == (["A"] if counts else [])


@pytest.mark.parametrize("group", ["Pre-Court", "First-tier", "Community", "Custody"])
def test_each_substantive_outcome_makes_an_entrant_and_diversion_does_not(story: Story, group: str) -> None:
    story.offence(story.child("A"), JUNE, {"outcome_group": group})
    story.offence(story.child("B"), JUNE, {"outcome_group": "Diversion"})
    assert story.entrants() == ["A"]


@pytest.mark.parametrize("status", ["Changed on appeal", "Result of appeal successful"])
def test_an_outcome_overturned_on_appeal_never_was_and_one_upheld_stands(story: Story, status: str) -> None:
    story.offence(story.child("A"), JUNE, {"appeal_status": status})
    story.offence(story.child("B"), JUNE, {"appeal_status": "Appeal dismissed"})
    assert story.entrants() == ["B"]


def test_a_deleted_child_is_no_entrant(story: Story) -> None:
    story.offence(story.child(deleted=True), JUNE)
    assert story.entrants() == []


def test_a_child_whose_first_outcome_was_elsewhere_is_never_a_local_entrant(story: Story) -> None:
    story.child()
    story.offence("A", date(2013, 12, 2), {"residence_on_outcome": "OTHER"})
    story.offence("A", JUNE)
    assert story.entrants() == []


def test_on_one_day_the_gravest_outcome_is_the_first(story: Story) -> None:
    story.child()
    story.offence(
        "A", JUNE, {"outcome_group": "Pre-Court"}, {"outcome_group": "Custody"}, {"outcome_group": "Community"}
    )
    assert story.made("core_first_entries")["core_first_entries"]["outcome_group"].tolist() == ["Custody"]


def test_two_records_of_one_child_make_one_entrant_on_the_earlier_day(story: Story) -> None:
    story.offence(story.child("A", originating_yot_person_id="Y1"), JUNE)
    story.offence(story.child("B", originating_yot_person_id=" y1 "), date(2014, 5, 1))
    assert story.entrants() == ["B"]


@pytest.mark.parametrize("origin", [None, "", "  ", "N/A", "n/a "])
def test_a_blank_originating_id_links_nobody(story: Story, origin: str | None) -> None:
    story.offence(story.child("A", originating_yot_person_id=origin), JUNE)
    story.offence(story.child("B", originating_yot_person_id=origin), JUNE)
    assert story.entrants() == ["A", "B"]


def test_one_originating_id_with_two_dates_of_birth_is_two_children(story: Story) -> None:
    story.offence(story.child("A", originating_yot_person_id="Y1"), JUNE)
    story.offence(story.child("B", originating_yot_person_id="Y1", date_of_birth=date(1998, 9, 2)), JUNE)
    assert story.entrants() == ["A", "B"]


def test_residence_elsewhere_is_dropped_only_after_records_are_linked(story: Story) -> None:
    elsewhere = {"residence_on_outcome": "OTHER"}
    story.offence(story.child("A", originating_yot_person_id="Y1"), date(2014, 5, 1), elsewhere)
    story.offence(story.child("B", originating_yot_person_id="Y1"), JUNE)
    assert story.entrants() == []


def test_first_and_last_day_belong_to_the_quarter(story: Story) -> None:
    for month, day in ((3, 31), (4, 1), (6, 30), (7, 1)):
        story.offence(story.child(f"C{month}"), date(2014, month, day))
    # 1 April and 30 June fall in April to June; 31 March before it, 1 July after it.
    assert story.figure("FTE-01", "2014-15-Q1") == (2, 0)
    assert story.figure("FTE-01", "2014-15-YTD-Q3") == (3, 0)
    assert story.figure("FTE-01", "2013-14-FY") == (1, 0)


def test_a_rutland_child_counts_for_rutland_its_locality_and_the_service(story: Story) -> None:
    story.offence(story.child(district_code="E06000017", home_authority="RUT"), JUNE)
    rows = story.made("FTE-01")["FTE-01"]
    rows = rows[(rows["period_id"] == "2014-15-Q1") & (rows["breakdown"] == "all") & (rows["numerator"] == 1)]
    assert sorted(rows["area_code"]) == ["E06000017", "LOC-SOUTH", "YOS-LR"]


def test_a_quarter_without_entrants_has_its_noughts(story: Story) -> None:
    rows = story.made("FTE-01")["FTE-01"].query("period_id == '2014-15-Q3'")
    assert rows["numerator"].tolist() == [0.0] * len([area for area in service(FIRST).areas if area.districts])


def test_the_change_is_now_less_then_over_then(story: Story) -> None:
    for number, year in enumerate((2014, 2014, 2014, 2013, 2013)):
        story.offence(story.child(f"C{number}"), date(year, 6, 3))
    # Three against two: +1 of 2, +50%.
    assert story.figure("FTE-02", "2014-15-YTD-Q3") == (1, 2)


def test_no_change_is_given_where_last_year_is_before_the_history(story: Story) -> None:
    assert story.figure("FTE-02", "2007-08-FY") is None
    assert story.figure("FTE-02", "2008-09-FY") == (0, 0)


def test_the_rate_takes_the_mid_year_of_the_start_and_only_whole_areas(story: Story) -> None:
    story.offence(story.child(), date(2014, 3, 31))
    everyone = {"sex": "All", "age_from": 10, "age_to": 17, "ethnicity_group": "All"}
    for year, estimate in ((2012, 100), (2013, 125), (2014, 999)):
        story.add("population", everyone, {"area_code": "E07000129", "mid_year": year, "estimate": estimate})
    # Blaby 2013-14: one entrant of 125 residents at mid-2013. The service's other districts are not held.
    assert story.figure("FTE-05", "2013-14-FY", "E07000129") == (1, 125)
    assert story.figure("FTE-05", "2013-14-FY") is None
    assert story.figure("FTE-05", "2011-12-FY", "E07000129") is None


# Custody and remand: B4, T-20 ---------------------------------------------------------------------------------------


def test_one_occasion_counts_once_and_is_custodial_when_any_sentence_is(story: Story) -> None:
    story.child()
    story.offence("A", JUNE, {"outcome_group": "Custody", "sentencing_occasion_id": "S1"})
    story.offence("A", JUNE, {"outcome_group": "Community", "sentencing_occasion_id": "S1"})
    story.offence("A", JUNE, {"outcome_group": "First-tier", "sentencing_occasion_id": "S2"})
    story.offence("A", JUNE, {"outcome_group": "Pre-Court", "sentencing_occasion_id": "S3"})
    # S1 custodial, S2 not, the caution is no sentence: 1 of 2.
    assert story.figure("CUS-01", "2014-15-Q1") == (1, 2)
    assert story.figure("CUS-02", "2014-15-Q1") == (1, 0)


def test_without_an_occasions_id_a_childs_day_is_one_occasion(story: Story) -> None:
    for ypid in (story.child("A"), story.child("B")):
        story.offence(ypid, JUNE, {"outcome_group": "First-tier"}, {"outcome_group": "Community"})
    assert story.figure("CUS-01", "2014-15-Q1") == (0, 2)


def test_unconditional_bail_is_outside_the_base_and_security_follows_the_type(story: Story) -> None:
    story.child()
    story.remand("A", "UNCONDITIONAL_BAIL", secure=True)
    story.remand("A", "CONDITIONAL_BAIL", secure=True)
    story.remand("A", "REMAND_IN_CUSTODY")
    story.remand("A", "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION")
    story.remand("A", "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_CURFEW", secure=True)
    # Base of four; custody and the secure accommodation are secure.
    assert story.figure("REM-01", "2014-15-Q1") == (2, 4)
    assert story.figure("REM-02", "2014-15-Q1") == (2, 0)


# Orders ended: B1 NI 45 and 46, KPI 1 and 2 -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school_age", "hours", "suits"), [(True, 24.5, 0), (True, 25.0, 1), (False, 15.5, 0), (False, 16.0, 1)]
)
def test_full_time_is_25_hours_of_school_age_and_16_above(
    story: Story, hours: float, suits: int, *, school_age: bool
) -> None:
    story.order(story.child(), JUNE, school_age_end=school_age)
    story.provision("A", hours)
    assert story.figure("EET-01", "2014-15-Q1") == (suits, 1)


@pytest.mark.parametrize(
    ("born", "ended", "school_age"),
    [
        # Sixteen in the school year to August 2014: of school age until 30 June 2014.
        (date(1997, 9, 1), date(2014, 6, 30), True),
        (date(1998, 8, 31), date(2014, 6, 30), True),
        (date(1998, 8, 31), date(2014, 7, 1), False),
        # Born a day earlier than 1 September: a school year ahead.
        (date(1997, 8, 31), date(2014, 6, 30), False),
        (date(1998, 9, 1), date(2014, 7, 1), True),
    ],
)
def test_school_age_ends_on_30_june_of_the_year_of_turning_sixteen(
    story: Story, born: date, ended: date, *, school_age: bool
) -> None:
    story.order(story.child(date_of_birth=born), ended)
    expected = "school age" if school_age else "above school age"
    period = "2014-15-Q1" if ended < date(2014, 7, 1) else "2014-15-Q2"
    assert story.figure("EET-02", period, school_age=expected) == (0, 1)


def test_hours_of_all_open_provisions_are_summed_and_orders_are_not_multiplied(story: Story) -> None:
    story.order(story.child(), JUNE, school_age_end=True)
    story.provision("A", 12.5)
    story.provision("A", 12.5, provision="EMPLOYMENT")
    story.home("A")
    story.home("A", start_date=date(2014, 2, 1))
    assert story.figure("EET-01", "2014-15-Q1") == (1, 1)
    assert story.figure("ACC-01", "2014-15-Q1") == (1, 1)


def test_a_provision_entered_twice_gives_its_hours_once(story: Story) -> None:
    story.order(story.child(), JUNE, school_age_end=True)
    for _ in ("once", "twice"):
        story.provision("A", 12.5)
    assert story.figure("EET-01", "2014-15-Q1") == (0, 1)


@pytest.mark.parametrize(("offered", "attended", "suits"), [(25, None, 1), (25, 10, 0), (None, None, 0), (None, 25, 1)])
def test_attended_hours_count_before_offered_and_neither_is_none(
    story: Story, offered: float | None, attended: float | None, suits: int
) -> None:
    story.order(story.child(), JUNE, school_age_end=True)
    story.provision("A", attended, hours_offered=offered)
    assert story.figure("EET-01", "2014-15-Q1") == (suits, 1)


@pytest.mark.parametrize("suitability", ["UNSUITABLE", "UNKNOWN"])
def test_everything_open_must_be_suitable_and_nothing_open_is_not(story: Story, suitability: str) -> None:
    for ypid in (story.child("A"), story.child("B"), story.child("C")):
        story.order(ypid, JUNE, school_age_end=True)
    for ypid in ("A", "B"):
        story.provision(ypid, 30.0)
        story.home(ypid)
    story.provision("B", 30.0, suitability=suitability, provision="EMPLOYMENT")
    story.home("B", suitability=suitability)
    # B has something else open too, C has nothing.
    assert story.figure("EET-01", "2014-15-Q1") == (1, 3)
    assert story.figure("ACC-01", "2014-15-Q1") == (1, 3)


@pytest.mark.parametrize(
    ("began", "ended", "suits"),
    [
        (JUNE, None, 1),
        (date(2014, 6, 3), None, 0),
        (date(2014, 1, 1), JUNE, 1),
        (date(2014, 1, 1), date(2014, 6, 1), 0),
    ],
)
def test_a_row_is_open_from_its_first_to_its_last_day(
    story: Story, began: date, ended: date | None, suits: int
) -> None:
    story.order(story.child(), JUNE)
    story.home("A", start_date=began, end_date=ended)
    assert story.figure("ACC-01", "2014-15-Q1") == (suits, 1)


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ({"end_reason": "transferred"}, 0),
        ({"end_reason": "died"}, 0),
        ({"end_reason": "breached"}, 1),
        ({"residence_on_end": "OTHER"}, 0),
        ({"residence_on_end": None, "residence_on_start": "OTHER"}, 0),
        ({"residence_on_end": None}, 1),
        ({"disposal_type": "CURFEW"}, 0),
        ({"disposal_type": "YOUTH_REHABILITATION_ORDER", "start_date": date(2009, 11, 29)}, 0),
        ({"disposal_type": "YOUTH_REHABILITATION_ORDER", "start_date": date(2009, 11, 30)}, 1),
        ({"disposal_type": "FINAL_WARNING_WITHOUT_INTERVENTION"}, 0),
        ({"disposal_type": "SECTION_90_92_DETENTION"}, 1),
    ],
)
def test_relevant_orders_ended_here_are_the_base(story: Story, said: dict[str, Any], counts: int) -> None:
    story.order(story.child(), JUNE, **said)
    assert story.figure("EET-01", "2014-15-Q1") == (0, counts)


# Re-offending: B2a --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("committed", "proven", "points"),
    [
        # Index 31 January 2013; three months later is 30 April, six 31 July, nine 31 October, twelve 31 January.
        (date(2013, 1, 31), date(2013, 2, 1), ()),
        (date(2013, 2, 1), date(2013, 2, 1), (3, 6, 9, 12)),
        (date(2013, 4, 30), date(2013, 7, 31), (3, 6, 9, 12)),
        (date(2013, 4, 30), date(2013, 8, 1), (6, 9, 12)),
        (date(2013, 5, 1), date(2013, 5, 1), (6, 9, 12)),
        (date(2013, 10, 31), date(2014, 1, 31), (9, 12)),
        (date(2014, 1, 31), date(2014, 4, 30), (12,)),
        (date(2014, 1, 31), date(2014, 5, 1), ()),
        (date(2014, 2, 1), date(2014, 2, 1), ()),
    ],
)
def test_an_offence_counts_within_the_follow_up_and_three_months_for_proof(
    story: Story, committed: date, proven: date, points: tuple[int, ...]
) -> None:
    story.child()
    story.offence("A", date(2013, 1, 2), {"outcome_date": date(2013, 1, 31)}, age_at_arrest_or_offence=14)
    story.offence("A", committed, {"outcome_date": proven})
    rows = story.made("REO-01")["REO-01"]
    rows = rows[(rows["area_code"] == "YOS-LR") & (rows["breakdown"] == "all")].set_index("period_id")
    counted = {months: rows.loc[f"JM2013+{months:02d}", "numerator"] for months in (3, 6, 9, 12)}
    assert counted == {months: float(months in points) for months in (3, 6, 9, 12)}
    assert rows.loc["JM2013+12", "denominator"] == 1


def test_two_offences_of_one_child_are_two_reoffences_of_one_reoffender(story: Story) -> None:
    for ypid in (story.child("A"), story.child("B")):
        story.offence(ypid, date(2013, 2, 1))
    for again in (date(2013, 3, 1), date(2013, 6, 1)):
        story.offence("A", again)
    story.offence("A", date(2013, 7, 1), yjb_category="BREACH_OF_STATUTORY_ORDER")
    # The breach does not count; the outcome in March is no second index event.
    assert story.figure("REO-01", "JM2013+12") == (2, 2)
    assert story.figure("REO-01", "JM2013+12", statistic="reoffenders") == (1, 2)
    assert story.figure("REO-06", "JM2013+12") == (2, 0)


def test_the_reduction_on_the_baseline_is_baseline_less_rate(story: Story) -> None:
    story.offence(story.child(), date(2013, 2, 1))
    story.offence("A", date(2013, 3, 1))
    story.add("targets", {"kind": "baseline"}, {"measure_id": "REO-01", "fy": "2005-06", "value": 1.25})
    # One re-offence of one child is a rate of 1: (1.25 - 1) / 1.25 = 20%. Nine months are not compared.
    assert story.figure("REO-08", "JM2013+12") == (0.25, 1.25)
    assert story.figure("REO-08", "JM2014+09") is None


@pytest.mark.parametrize(
    ("day", "said", "counts"),
    [
        (date(2012, 12, 31), {}, 0),
        (date(2013, 1, 1), {}, 1),
        (date(2013, 3, 31), {}, 1),
        (date(2013, 4, 1), {}, 0),
        (date(2013, 2, 1), {"residence_on_start": "OTHER"}, 0),
        (date(2013, 2, 1), {"disposal_type": "REFERRAL_ORDER"}, 0),
    ],
)
def test_release_from_january_to_march_enters_the_cohort(
    story: Story, day: date, said: dict[str, Any], counts: int
) -> None:
    plain = {"disposal_type": "DETENTION_AND_TRAINING_ORDER", "start_date": day}
    story.order(story.child(), date(2013, 12, 1), **(plain | said))
    assert story.figure("REO-06", "JM2013+12") == (counts, 0)


def test_a_custodial_sentence_is_no_index_event(story: Story) -> None:
    story.offence(story.child(), date(2013, 2, 1), {"outcome_group": "Custody"})
    assert story.figure("REO-06", "JM2013+12") == (0, 0)


# Across files -------------------------------------------------------------------------------------------------------


def test_an_outcome_before_its_offence_and_an_offence_at_9_by_its_dates_are_stopped(story: Story) -> None:
    story.offence(story.child("A"), JUNE, {"outcome_date": date(2014, 6, 1)})
    story.offence(story.child("B", date_of_birth=date(2004, 6, 3)), JUNE, age_at_arrest_or_offence=10)
    story.offence(story.child("C", date_of_birth=date(2004, 6, 2)), JUNE, age_at_arrest_or_offence=10)
    made = story.made("core_cross_file_faults", "core_first_entries")
    faults = made["core_cross_file_faults"]
    assert sorted(zip(faults["code"], faults["row"], strict=True)) == [("YJ-R-0003", 2), ("YJ-R-0010", 3)]
    assert made["core_first_entries"]["ypid"].tolist() == ["C"]


def test_one_born_on_29_february_is_ten_on_1_march(story: Story) -> None:
    for ypid, day in (("A", date(2014, 2, 28)), ("B", date(2014, 3, 1))):
        story.offence(story.child(ypid, date_of_birth=date(2004, 2, 29)), day, age_at_arrest_or_offence=10)
    assert story.entrants() == ["B"]


def test_an_unlikely_recorded_age_is_queried_and_still_counts(story: Story) -> None:
    # Born 1 September 1998: 15 on the day, recorded as 14.
    story.offence(story.child(), JUNE, age_at_arrest_or_offence=14)
    made = story.made("core_cross_file_faults", "core_first_entries")
    assert made["core_cross_file_faults"]["code"].tolist() == ["YJ-R-0009"]
    assert made["core_first_entries"]["ypid"].tolist() == ["A"]
