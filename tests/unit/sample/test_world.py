"""The made-up world, counted a second time, is what its plan says; and its near misses are there to be missed."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from sample.dates import quarter_days
from sample.plan import CohortPlan, QuarterPlan, load_plan
from sample.world import case_tables
from tests.unit.sample.recount import Recount, day

QUARTERS = load_plan().quarters
COHORTS = tuple(load_plan().cohorts.values())


@pytest.fixture(scope="module")
def world() -> Recount:
    return Recount(case_tables())


@pytest.mark.parametrize("quarter", QUARTERS, ids=lambda quarter: quarter.label)
def test_a_quarter_has_the_entrants_sentences_and_remands_of_the_plan(world: Recount, quarter: QuarterPlan) -> None:
    days = quarter_days(quarter.label)
    assert world.entrants(*days) == quarter.entrants
    assert world.court(*days) == (quarter.custody, quarter.court)
    assert world.remands(*days) == (quarter.secure, quarter.remands)


@pytest.mark.parametrize("quarter", QUARTERS[4:], ids=lambda quarter: quarter.label)
def test_a_quarter_has_the_orders_ended_of_the_plan(world: Recount, quarter: QuarterPlan) -> None:
    assert world.orders(*quarter_days(quarter.label)) == (quarter.eet, quarter.housed, quarter.orders)


@pytest.mark.parametrize("plan", COHORTS, ids=lambda plan: str(plan.year))
def test_a_cohort_reoffends_as_the_plan_says(world: Recount, plan: CohortPlan) -> None:
    assert len(world.cohort(plan.year)) == plan.cohort
    assert {months: world.reoffences(plan.year, months) for months in plan.reoffences} == plan.reoffences


def test_children_first_dealt_with_elsewhere_come_back_as_local_and_are_no_entrants(world: Recount) -> None:
    by_child: dict[str, list[tuple[str, str]]] = {}
    for row in world.outcomes:
        by_child.setdefault(world.child_of(row), []).append((row["outcome_date"], row["residence_on_outcome"]))
    came_back = [rows for rows in by_child.values() if min(rows)[1] == "OTHER" and any(r[1] == "LOCAL" for r in rows)]
    assert len(came_back) >= 10


def test_some_children_are_held_twice_under_one_originating_id_and_birthday(world: Recount) -> None:
    held = Counter(
        (row["originating_yot_person_id"], row["date_of_birth"])
        for row in world.people.values()
        if row["originating_yot_person_id"] not in {"", "N/A"}
    )
    assert sum(number == 2 for number in held.values()) == 15


def test_some_offences_of_a_follow_up_year_are_proven_too_late_or_are_breaches(world: Recount) -> None:
    index = world.cohort(2010)
    missed = Counter(
        "breach" if world.offences[row["offence_id"]]["yjb_category"].startswith("BREACH") else "late"
        for row in world.outcomes
        if (on := index.get(world.child_of(row))) is not None
        and on < day(world.offences[row["offence_id"]]["offence_date"]) <= date(on.year + 1, on.month, min(on.day, 28))
        and (
            world.offences[row["offence_id"]]["yjb_category"].startswith("BREACH")
            or day(row["outcome_date"]) > date(on.year + 1, on.month + 3, 28)
        )
    )
    assert missed["breach"] >= 5
    assert missed["late"] >= 1


def test_rutland_and_every_district_have_children(world: Recount) -> None:
    by_district = Counter(row["district_code"] for row in world.people.values())
    # Charnwood is the largest and Rutland the smallest, as in the population (14,900 and 4,316).
    named = {code: number for code, number in by_district.items() if code and code != "E06000016"}
    assert max(named, key=named.__getitem__) == "E07000130"
    assert min(named, key=named.__getitem__) == "E06000017"
    assert len(named) == 8


def test_no_name_or_postcode_could_be_a_real_childs(world: Recount) -> None:
    people = world.tables["persons"]
    assert all(row["surname"].endswith("-Test") for row in people)
    # ZZ99 is the national statistics' code for "no such place".
    assert all(row["home_postcode"].startswith("ZZ99") for row in people)
