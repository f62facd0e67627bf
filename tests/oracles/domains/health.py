"""Oracles of substance misuse and mental health: measures.md B6, B10, C3; A1 SM-01 to 03, MH-01 and 02."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from tests.oracles.custody import BASES, share
from tests.oracles.domain import Domain, Tables
from tests.oracles.domains.courts_worlds import Maker, add_person
from tests.oracles.domains.health_counting import Seen, count_children
from tests.oracles.domains.health_worlds import (
    OFF,
    add_bank_holidays,
    add_mental_health,
    add_substance_misuse,
    working_days_after,
)
from tests.oracles.outcomes import children, same_child
from tests.oracles.world import Answer, Fact, Row, World, age_on

TREATMENTS = {
    "TARGETED_INTERVENTION": "Targeted intervention",
    "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT": "Specialist treatment",
    "COMPLEX_CARE": "Complex care",
    "NO_INTERVENTION": "No intervention needed",
}


def due_after(world: World, day: date, number: int) -> date:
    """The last working day in time, by the calendar and the days that were added."""
    added = frozenset(row["holiday_date"] for row in world.rows("bank_holidays"))
    return working_days_after(day, number, OFF | added)


def happened(row: Row, column: str) -> date | None:
    """A day, unless it lies after the extract's."""
    day: date | None = row[column]
    return day if day is not None and day <= row["extract_date"] else None


def person(child: Row, day: date) -> dict[str, str]:
    """Headings of a child on a day."""
    years = age_on(child["date_of_birth"], day)
    band = "10-14" if years < 15 else "15-17" if years < 18 else "18 and over"
    return {"sex": child["sex"], "ethnicity_group": child["ethnicity_group"], "age_band": band}


def in_time(world: World, since: date, until: date | None, allowed: int, extract: date) -> bool | None:
    """Whether something came in time; None where it cannot be judged, or not yet."""
    due = due_after(world, since, allowed)
    if until is None:
        return False if due < extract else None
    return None if until < since else until <= due


def drug_referrals(world: World) -> list[tuple[Row, Row]]:
    """Referrals to the drug service with their child."""
    known = children(world)
    return [(row, known[row["ypid"]]) for row in world.rows("substance_misuse") if row["ypid"] in known]


def sm_01(world: World) -> Answer:
    """Share of referrals assessed within five working days."""
    facts = []
    for row, child in drug_referrals(world):
        referred = row["sm_referred_date"]
        timely = in_time(world, referred, happened(row, "sm_assessed_date"), 5, row["extract_date"])
        if timely is not None:
            facts.append(Fact(referred, child["area_key"], int(timely), 1, person(child, referred)))
    return share(world, facts)


def treatment(row: Row) -> str:
    """The kind of treatment in words."""
    return TREATMENTS.get(row["sm_treatment_type"], "Not recorded")


def sm_02(world: World) -> Answer:
    """Share of assessments that found a need after which treatment began within ten working days."""
    facts = []
    for row, child in drug_referrals(world):
        assessed, start = happened(row, "sm_assessed_date"), happened(row, "sm_treatment_start")
        needed = row["sm_treatment_type"] != "NO_INTERVENTION" and (row["sm_treatment_type"] or start)
        if assessed is None or not needed or (start is None and row["sm_declined"]):
            continue
        timely = in_time(world, assessed, start, 10, row["extract_date"])
        if timely is not None:
            headings = {**person(child, row["sm_referred_date"]), "treatment": treatment(row)}
            facts.append(Fact(assessed, child["area_key"], int(timely), 1, headings))
    return share(world, facts)


def sm_03(world: World) -> Answer:
    """Children in treatment on any day of a period."""
    seen, headings = [], set()
    for row, child in drug_referrals(world):
        start = happened(row, "sm_treatment_start")
        if start is None or row["sm_treatment_type"] == "NO_INTERVENTION":
            continue
        described = {**person(child, row["sm_referred_date"]), "treatment": treatment(row)}
        headings |= set(described.items())
        for period in world.of(*BASES):
            open_then = row["sm_treatment_end"] is None or row["sm_treatment_end"] >= period["period_start"]
            if start <= period["period_end"] and open_then:
                seen.append(Seen(period["period_id"], same_child(child), child["area_key"], described))
    counted = count_children(world, BASES, seen, headings)
    return {key: (below or 0.0, None) for key, (_, below) in counted.items()}


def mental_referrals(world: World) -> list[tuple[Row, Row]]:
    """Referrals to the mental health service with their child, by number or else as matched."""
    known = children(world)
    matches = {row["mh_referral_id"]: row["ypid"] for row in world.rows("referral_matches")}
    whose = [(row, row["ypid"] or matches.get(row["mh_referral_id"])) for row in world.rows("mental_health")]
    return [(row, known[ypid]) for row, ypid in whose if ypid in known]


def seen_in_time(urgency: str, allowed: int) -> Callable[[World], Answer]:
    """Share of the referrals of one urgency that were seen within so many working days."""

    def _answer(world: World) -> Answer:
        facts = []
        for row, child in mental_referrals(world):
            referred = row["mh_referred_date"]
            timely = in_time(world, referred, happened(row, "first_seen_date"), allowed, row["extract_date"])
            if row["urgency"] == urgency and timely is not None:
                facts.append(Fact(referred, child["area_key"], int(timely), 1, person(child, referred)))
        return share(world, facts)

    return _answer


def make(random: Random, size: int) -> Tables:
    """Referrals of some children, and at times bank holidays that were added."""
    maker = Maker(random, (2012, 2013, 2014))
    for number in range(size):
        born = add_person(maker, f"C{number:02d}")
        for _ in range(random.randint(2, 5)):
            random.choice((add_substance_misuse, add_mental_health))(maker, f"C{number:02d}", born)
    if random.random() < 0.5:
        add_bank_holidays(maker)
    return maker.tables


DOMAIN = Domain(
    name="health",
    tables=("persons", "substance_misuse", "mental_health", "referral_matches", "bank_holidays"),
    make=make,
    oracles={
        "SM-01": sm_01,
        "SM-02": sm_02,
        "SM-03": sm_03,
        "MH-01": seen_in_time("ACUTE", 5),
        "MH-02": seen_in_time("NON_ACUTE", 15),
    },
)
