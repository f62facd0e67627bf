"""Ethnic composition, the live tracker, bail packages and the modern indicators, worked by hand on tiny worlds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assets.indicators.run import measures
from pipelines.platform.periods import spine
from pipelines.platform.quarters import Quarter
from tests.oracles.asked import answers
from tests.oracles.computed import services_open
from tests.oracles.domain import Domain, small_service
from tests.oracles.domains import courts, modern
from tests.oracles.random_worlds import FIRST, service
from tests.oracles.story import Story
from tests.oracles.world import Answer, Row, World

JUNE = date(2013, 6, 3)
YEAR = "2013-14-FY"
RESIDENTS = {
    "White": 9_000,
    "Mixed": 400,
    "Asian or Asian British": 500,
    "Black or Black British": 80,
    "Other Ethnic Group": 20,
}


def told(domain: Domain, **tables: list[Row]) -> dict[str, Answer]:
    """What the SQL says of a world of these rows."""
    numbered = {name: [{"row": at, **row} for at, row in enumerate(rows, 2)] for name, rows in tables.items()}
    return answers(domain, World(numbered, domain.periods(), small_service(domain.history_from)))


def child(ypid: str = "A", **said: Any) -> Row:
    """A boy of Blaby, 15 in 2013."""
    plain = {
        "ypid": ypid,
        "date_of_birth": date(1998, 1, 1),
        "sex": "Male",
        "ethnicity_group": "White",
        "originating_yot_person_id": None,
        "district_code": "E07000129",
        "home_authority": "LEIC",
        "deleted": False,
    }
    return plain | said


def offence(number: str, ypid: str = "A", day: date = JUNE, **said: Any) -> Row:
    """A robbery at 15."""
    plain = {
        "offence_id": number,
        "ypid": ypid,
        "offence_date": day,
        "yjb_category": "ROBBERY",
        "seriousness": 6,
        "age_at_arrest_or_offence": 15,
    }
    return plain | said


def outcome(number: str, day: date = JUNE, **said: Any) -> Row:
    """A referral order of a child living here."""
    plain = {
        "outcome_id": f"U{number}",
        "offence_id": number,
        "outcome_date": day,
        "outcome_group": "First-tier",
        "legal_outcome": "REFERRAL_ORDER",
        "residence_on_outcome": "LOCAL",
    }
    return plain | said


def residents(year: int = 2012, **said: int) -> list[Row]:
    """Residents of both counties; all of them in Leicestershire."""
    numbers = RESIDENTS | said
    return [
        {
            "area_code": code,
            "mid_year": year,
            "sex": "All",
            "age_from": 10,
            "age_to": 17,
            "ethnicity_group": group,
            "estimate": number if code == "E10000018" else 0,
        }
        for code in ("E10000018", "E06000017")
        for group, number in numbers.items()
    ]


# Ethnic composition --------------------------------------------------------------------------------------------------


def test_the_gap_is_in_points_of_the_children_met_and_each_child_counts_once() -> None:
    persons = [child("A"), child("B"), child("C", ethnicity_group="Asian or Asian British"), child("D")]
    offences = [offence("1", "A"), offence("2", "A"), offence("3", "B"), offence("4", "C"), offence("5", "D")]
    outcomes = [outcome(number) for number in "12345"]
    said = told(courts.DOMAIN, persons=persons, offences=offences, outcomes=outcomes, population=residents())
    # One Asian child of four; 5% of residents: 1 - 4 x 0.05 = 0.8 of 4, or 20 points.
    gap = said["ETH-01"][YEAR, "YOS-LR", "ethnicity_group", "Asian or Asian British"]
    assert gap == pytest.approx((0.8, 4.0))
    # 3 White of 9,000, so 500 would give 3 x 500 / 9,000 = 0.1667: six times as often.
    rate = said["ETH-03"][YEAR, "YOS-LR", "ethnicity_group", "Asian or Asian British"]
    assert rate == pytest.approx((1.0, 1 / 6))
    # Five offences, but A's two of one day are one disposal.
    assert said["ETH-02"][YEAR, "YOS-LR", "ethnicity_group", "White"] == (3.0, 4.0)


def test_t_07_a_gap_is_in_percentage_points_and_never_a_per_cent() -> None:
    units = {measure.id: measure.unit for measure in measures()}
    assert (units["ETH-01"], units["ETH-03"]) == ("pp", "ratio")


def test_no_group_has_a_figure_while_one_groups_residents_are_missing() -> None:
    short = [row for row in residents() if row["ethnicity_group"] != "Other Ethnic Group"]
    said = told(courts.DOMAIN, persons=[child()], offences=[offence("1")], outcomes=[outcome("1")], population=short)
    assert said["ETH-01"] == {}


def test_a_child_of_no_recorded_group_is_in_neither_part_of_the_gap() -> None:
    persons = [child("A"), child("B", ethnicity_group=None)]
    said = told(
        courts.DOMAIN,
        persons=persons,
        offences=[offence("1", "A"), offence("2", "B")],
        outcomes=[outcome("1"), outcome("2")],
        population=residents(),
    )
    assert said["ETH-01"][YEAR, "YOS-LR", "ethnicity_group", "White"] == pytest.approx((0.1, 1.0))
    assert said["ETH-02"][YEAR, "YOS-LR", "all", "all"] == (1.0, 2.0)


def test_the_group_of_a_child_held_twice_is_that_of_the_first_record() -> None:
    persons = [
        child("A", originating_yot_person_id="Y1"),
        child("B", originating_yot_person_id="Y1", ethnicity_group="Mixed"),
    ]
    offences = [offence("1", "A"), offence("2", "B", date(2013, 9, 2))]
    outcomes = [outcome("1"), outcome("2", date(2013, 9, 2))]
    said = told(courts.DOMAIN, persons=persons, offences=offences, outcomes=outcomes, population=residents())
    assert said["ETH-01"][YEAR, "YOS-LR", "young people on disposals", "White"] == (1.0, None)
    assert said["ETH-01"][YEAR, "YOS-LR", "young people on disposals", "Mixed"] == (0.0, None)


# The live tracker ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("committed", "proven", "known"),
    [
        (date(2014, 6, 30), date(2014, 6, 30), 1.0),
        (date(2014, 6, 29), date(2014, 7, 1), 0.0),
        (date(2014, 3, 3), date(2014, 6, 1), 0.0),
        (date(2014, 3, 4), date(2014, 6, 1), 1.0),
    ],
)
def test_the_tracker_counts_what_is_proven_by_the_day_and_committed_after_the_index(
    committed: date, proven: date, known: float
) -> None:
    index = date(2014, 3, 3)
    said = told(
        courts.DOMAIN,
        persons=[child()],
        offences=[offence("1", day=index), offence("2", day=committed)],
        outcomes=[outcome("1", index), outcome("2", proven)],
    )
    assert said["REO-10"]["ON-2014-06-30", "YOS-LR", "all", "all"] == (known, 1.0)


def test_weeks_rest_on_children_followed_as_long() -> None:
    index, again = date(2014, 3, 3), date(2014, 4, 1)
    said = told(
        courts.DOMAIN,
        persons=[child()],
        offences=[offence("1", day=index), offence("2", day=again)],
        outcomes=[outcome("1", index), outcome("2", again)],
    )["REO-10"]
    weeks = {key[3]: figures for key, figures in said.items() if key[0] == "ON-2014-06-30" and "weeks" in key[2]}
    # 1 April is 29 days after 3 March: not within 4 weeks, within 8. By 30 June 17 weeks have passed.
    assert {name: figures for name, figures in weeks.items() if figures[1]} == {
        "week 04": (0.0, 1.0),
        "week 08": (1.0, 1.0),
        "week 12": (1.0, 1.0),
        "week 16": (1.0, 1.0),
    }


def test_t_08_the_local_cohorts_are_told_apart_from_moj_s_by_source_window_and_geography() -> None:
    by_id = {measure.id: measure for measure in measures()}
    local, moj, national = by_id["REO-06"], by_id["REO-05"], by_id["REO-07"]
    assert (local.data_source, local.basis) != (moj.data_source, moj.basis)
    assert local.basis == ("cohort",)
    assert "moj_cohort" in moj.basis
    assert set(national.reads) != set(moj.reads)


# Bail packages -------------------------------------------------------------------------------------------------------


def test_a_package_stands_beside_decisions_other_than_unconditional_bail() -> None:
    plain = {"ypid": "A", "start_date": JUNE, "secure": False}
    episodes = [
        plain | {"episode_id": "1", "remand_type": "BAIL_WITH_ISS", "bail_package": "ISS"},
        plain | {"episode_id": "2", "remand_type": "REMAND_IN_CUSTODY", "bail_package": "support", "secure": True},
        plain | {"episode_id": "3", "remand_type": "CONDITIONAL_BAIL", "bail_package": "none"},
        plain | {"episode_id": "4", "remand_type": "UNCONDITIONAL_BAIL", "bail_package": "support"},
    ]
    said = told(courts.DOMAIN, persons=[child()], remand_episodes=episodes)["BSP-01"]
    assert said[YEAR, "YOS-LR", "all", "all"] == (2.0, 3.0)
    assert said[YEAR, "YOS-LR", "court decision", "bailed"] == (1.0, 2.0)
    assert said[YEAR, "YOS-LR", "package", "bail support"] == (1.0, 3.0)


# The modern indicators -----------------------------------------------------------------------------------------------

MAY = date(2023, 5, 10)


def programme(number: str, ended: date = MAY, **said: Any) -> Row:
    """A referral order of a child living here, begun at 15."""
    plain = {
        "programme_id": number,
        "ypid": "A",
        "disposal_type": "REFERRAL_ORDER",
        "start_date": date(2023, 1, 9),
        "end_date": ended,
        "residence_on_start": "LOCAL",
    }
    return plain | said


def modern_child(**said: Any) -> Row:
    """A boy of 15 in 2023."""
    return child(date_of_birth=date(2008, 1, 1), **said)


HOME = {
    "accommodation_id": "H1",
    "ypid": "A",
    "start_date": date(2023, 1, 1),
    "end_date": None,
    "suitability": "SUITABLE",
}


def test_one_child_counts_once_a_quarter_by_the_gravest_outcome_and_again_in_the_next() -> None:
    orders = [
        programme("1"),
        programme("2", date(2023, 6, 30), disposal_type="YOUTH_REHABILITATION_ORDER"),
        programme("3", date(2023, 7, 1)),
    ]
    said = told(modern.DOMAIN, persons=[modern_child()], interventions=orders, accommodation=[HOME])["KPI-01"]
    assert said["2023-24-Q1", "YOS-LR", "all", "all"] == (1.0, 1.0)
    assert said["2023-24-Q1", "YOS-LR", "order type", "Youth rehabilitation order"] == (1.0, 1.0)
    assert said["2023-24-FY", "YOS-LR", "all", "all"] == (2.0, 2.0)


def test_a_programme_all_of_whose_linked_outcomes_fail_counts_no_more() -> None:
    said = told(
        modern.DOMAIN,
        persons=[modern_child()],
        offences=[offence("1", day=date(2022, 12, 1))],
        outcomes=[outcome("1", date(2023, 1, 9), appeal_status="Changed on appeal")],
        interventions=[programme("1")],
        offence_intervention=[{"linked_offence_id": "1", "linked_programme_id": "1"}],
    )["KPI-01"]
    assert said["2023-24-Q1", "YOS-LR", "all", "all"] == (0.0, 0.0)


def test_the_age_of_a_custodial_sentence_is_that_on_the_day_of_the_sentence() -> None:
    # Eighteen on 1 January 2023; sentenced on 30 December 2022, released on 9 January.
    said = told(
        modern.DOMAIN,
        persons=[child(date_of_birth=date(2005, 1, 1))],
        offences=[offence("1", day=date(2022, 12, 1))],
        outcomes=[
            outcome("1", date(2022, 12, 30), legal_outcome="DETENTION_AND_TRAINING_ORDER", outcome_group="Custody")
        ],
        interventions=[
            programme("1", disposal_type="DETENTION_AND_TRAINING_ORDER"),
            programme("2", ypid="A", start_date=date(2023, 1, 2)),
        ],
        offence_intervention=[{"linked_offence_id": "1", "linked_programme_id": "1"}],
    )["KPI-01"]
    assert said["2023-24-Q1", "YOS-LR", "order type", "Custodial sentence"] == (0.0, 1.0)
    assert said["2023-24-Q1", "YOS-LR", "all", "all"] == (0.0, 1.0)


@pytest.mark.parametrize(("gravity", "category", "serious"), [(5, "DRUGS", 1), (4, "DRUGS", 0), (8, "ARSON", 0)])
def test_serious_violence_is_of_three_kinds_from_gravity_5(gravity: int, category: str, serious: int) -> None:
    said = told(
        modern.DOMAIN,
        persons=[modern_child()],
        offences=[offence("1", day=MAY, seriousness=gravity, yjb_category=category)],
        outcomes=[outcome("1", MAY)],
    )["KPI-09"]
    assert said["2023-24-Q1", "YOS-LR", "all", "all"] == (float(serious), 1.0)


# What the plans leave open -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["Pre-Court", "First-tier", "Community", "Custody"])
def test_t_19_a_conviction_makes_a_first_time_entrant_as_a_caution_does(group: str) -> None:
    with services_open([service(FIRST)], spine(Quarter.from_label("2014-15 Q3"), date(2007, 4, 1))) as session:
        story = Story(session)
        story.offence(story.child(), JUNE, {"outcome_group": group})
        assert story.entrants() == ["A"]


def test_t_20_the_share_of_custody_says_that_it_counts_sentencing_occasions() -> None:
    custody = next(measure for measure in measures() if measure.id == "CUS-01")
    assert custody.counting_unit == "sentencing occasion"


#: Measure book A1: families and how many measures each has; risk and priorities are one family each.
FAMILIES = {
    "FTE": 5, "REO": 10, "CUS": 4, "REM": 2, "ETH": 2, "EET": 2, "ACC": 1, "SM": 3, "PAR": 3, "MH": 2, "SCA": 4,
    "RES": 2, "HRM": 2, "VIC": 2, "REP": 1, "HOM": 2, "PRE": 8, "SUR": 4, "COM": 1, "UNI": 1, "FIN": 7, "WF": 4,
    "VOL": 1, "TF": 1, "CSE": 1, "PRI": 1, "RSK": 1,
}  # fmt: skip


def test_t_29_every_indicator_of_the_plans_has_its_sql_file() -> None:
    # Of the five national indicators the plan's own table left NI 44 out: it is ETH-01 here.
    book = {f"{family}-{number:02d}" for family, count in FAMILIES.items() for number in range(1, count + 1)}
    assert sorted(book - {measure.id for measure in measures()}) == []
