"""Oracles of the modern indicators on health, special needs and care, and of prolific re-offenders' needs.

Sources: measures.md B5 KPI 3, 4, 5 and 7; A1 REO-09 with D15 section 7.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.oracles import reoffending
from tests.oracles.custody import share
from tests.oracles.domain import Domain, Tables
from tests.oracles.domains.courts_worlds import Maker, add_cohort, add_person, add_programme, add_provision
from tests.oracles.domains.health import drug_referrals, happened, mental_referrals
from tests.oracles.domains.health_worlds import (
    add_assessment,
    add_care,
    add_mental_health,
    add_send,
    add_substance_misuse,
    shifted,
)
from tests.oracles.domains.modern import CUSTODIAL, ORDER_TYPES, kpi_children, person
from tests.oracles.outcomes import children, same_child
from tests.oracles.world import Answer, Fact, Row, World, during, plus_months

SUPPORT = {
    **dict.fromkeys(("LOOKED_AFTER_S20", "LOOKED_AFTER_S31", "LOOKED_AFTER_REMAND"), "looked after"),
    "CHILD_IN_NEED": "child in need",
    "CHILD_PROTECTION_PLAN": "child protection plan",
    "EARLY_HELP": "early help",
    "EARLY_INTERVENTION_PLAN": "early intervention plan",
}
PLANS = ("EHCP", "statement")
NEEDS = (
    "looked after, now or before",
    "special needs with a plan",
    "not in education, training or work",
    "substance misuse",
    "trouble in the family",
)


def began(order: Row) -> date:
    """First day of a programme; of a custodial one the day of the sentence."""
    custodial = ORDER_TYPES[order["disposal_type"]] == CUSTODIAL
    day: date = min(order["start_date"], order["decided"]) if custodial else order["start_date"]
    return day


def of_child(world: World, table: str, who: object) -> list[Row]:
    """A child's rows of a table, under any of its records."""
    known = children(world)
    return [row for row in world.rows(table) if row["ypid"] in known and same_child(known[row["ypid"]]) == who]


def overlaps(start: date | None, end: date | None, first: date, last: date) -> bool:
    """Whether something was open on any day from one to another."""
    return start is not None and start <= last and (end is None or end >= first)


def told(world: World, suits: Callable[[World, Row], bool | None]) -> Answer:
    """Share of the children whom something suits, of those it can be said of."""
    facts = []
    for order in kpi_children(world):
        suited = suits(world, order)
        if suited is not None:
            facts.append(Fact(order["end_date"], order["child"]["area_key"], int(suited), 1, person(order)))
    return share(world, facts)


def has_plan(world: World, order: Row) -> bool | None:
    """Whether a child with needs on the last day has a plan; None of one without needs."""
    last = order["end_date"]
    open_then = [
        row
        for row in of_child(world, "send", same_child(order["child"]))
        if row["send_identified"] and overlaps(row["send_start"], row["send_end"], last, last)
    ]
    return any(row["send_plan"] in PLANS for row in open_then) if open_then else None


def helped(world: World, order: Row) -> bool | None:
    """KPI 4: offered help in the order, or in treatment when it began; None of a child without need."""
    whose = [row for row, child in mental_referrals(world) if same_child(child) == same_child(order["child"])]
    found = [row for row in whose if row["mh_referred_date"] <= order["end_date"]]
    spans = [
        (row["mh_offered_date"], row["mh_treatment_start"], row["mh_treatment_end"])
        for row in found
        if row["mh_treatment_type"] != "NO_INTERVENTION"
    ]
    return any(offered_or_open(order, *span) for span in spans) if found else None


def treated(world: World, order: Row) -> bool | None:
    """KPI 5: the same for substance misuse, found by screening where there was one."""
    whose = [row for row, child in drug_referrals(world) if same_child(child) == same_child(order["child"])]
    found = [row for row in whose if (row["screened_date"] or row["sm_referred_date"]) <= order["end_date"]]
    spans = [
        (row["sm_offered_date"], happened(row, "sm_treatment_start"), row["sm_treatment_end"])
        for row in found
        if row["sm_treatment_type"] != "NO_INTERVENTION"
    ]
    return any(offered_or_open(order, *span) for span in spans) if found else None


def offered_or_open(order: Row, offered: date | None, start: date | None, end: date | None) -> bool:
    """Offered from the first day to the last, or in treatment on the first; who begins was offered it."""
    first, day = began(order), offered or start
    return (day is not None and first <= day <= order["end_date"]) or overlaps(start, end, first, first)


def supports(world: World, order: Row) -> set[str]:
    """What wider services did for a child at any point of the order."""
    return {
        SUPPORT[row["care_record"]]
        for row in of_child(world, "care_status", same_child(order["child"]))
        if row["care_record"] in SUPPORT
        and overlaps(row["care_start"], row["care_end"], began(order), order["end_date"])
    }


def kpi_07(world: World) -> Answer:
    """Share of children supported by wider services, and by each of them."""
    answer = told(world, lambda _, order: bool(supports(world, order)))
    for kind in sorted(set(SUPPORT.values())):
        facts = [
            Fact(one["end_date"], one["child"]["area_key"], int(kind in supports(world, one)), 1, {"support": kind})
            for one in kpi_children(world)
        ]
        answer |= {key: figures for key, figures in share(world, facts).items() if key[2] == "support"}
    return answer


def needs_of(world: World, event: Row, months: int) -> set[str]:
    """Needs of a prolific re-offender during the follow-up (looked after: by its end)."""
    who, first, last = same_child(event["child"]), event["day"], plus_months(event["day"], months)
    looked_after = (*(code for code, kind in SUPPORT.items() if kind == "looked after"), "CARE_LEAVER")
    found = [
        any(
            row["care_record"] in looked_after and row["care_start"] <= last
            for row in of_child(world, "care_status", who)
        ),
        any(
            row["send_plan"] in PLANS and overlaps(row["send_start"], row["send_end"], first, last)
            for row in of_child(world, "send", who)
        ),
        any(
            row["provision"] == "NONE" and overlaps(row["start_date"], row["end_date"], first, last)
            for row in of_child(world, "ete_status", who)
        ),
        any(
            first <= row["sm_referred_date"] <= last
            or overlaps(happened(row, "sm_treatment_start"), row["sm_treatment_end"], first, last)
            for row in of_child(world, "substance_misuse", who)
        ),
        any(
            (row["family_score"] or 0) >= 3 and first <= row["assessment_date"] <= last
            for row in of_child(world, "assessments", who)
        ),
    ]
    return {need for need, there in zip(NEEDS, found, strict=True) if there}


def reo_09(world: World) -> Answer:
    """Needs of the ten children of each cohort with the most proven re-offences."""
    members, proven, answer = reoffending.cohorts(world).values(), reoffending.proofs(world), Answer()
    for period in world.of("cohort"):
        months = period["follow_up_months"]
        counted = [(event, reoffending.reoffences(event, months, proven)) for event in members]
        again = [(event, n) for event, n in counted if n and during(period, event["day"])]
        ten = sorted(again, key=lambda pair: (-pair[1], pair[0]["child"]["ypid"]))[:10]
        found = [needs_of(world, event, months) for event, _ in ten]
        place, below = (period["period_id"], world.service.code), float(len(ten))
        answer[*place, "all", "all"] = (float(sum(map(bool, found))), below)
        for need in NEEDS:
            answer[*place, "need", need] = (float(sum(need in one for one in found)), below)
    return answer


def make_modern(random: Random, size: int) -> Tables:
    """Children whose programmes ended, with what partners say about the day."""
    maker = Maker(random, (2022, 2023, 2024))
    for number in range(size):
        ypid = f"C{number:02d}"
        born = add_person(maker, ypid)
        for _ in range(random.randint(1, 3)):
            add_programme(maker, ypid, born)
            order = maker.tables["interventions"][-1]
            add_partners(maker, ypid, order["start_date"], order["end_date"] or maker.day())
    return maker.tables


def add_partners(maker: Maker, ypid: str, start: date, ended: date) -> None:
    """What partners say of a child about the first and the last day of a programme."""
    for _ in range(maker.random.randint(1, 2)):
        add_send(maker, ypid, ended)
        add_care(maker, ypid, maker.random.choice((start, ended)))
        add_mental_health(maker, ypid, start, maker.random.choice((start, ended)))
        add_substance_misuse(maker, ypid, start, maker.random.choice((start, ended, ended + timedelta(days=1))))
    if maker.random.random() < 0.5:
        _about_the_start(maker, start, "sm")
        _about_the_start(maker, start, "mh")
    for row in (maker.tables["substance_misuse"][-1], maker.tables["mental_health"][-1]):
        row["extract_date"] = maker.random.choice((date(2025, 1, 16), date(2025, 1, 16), row["extract_date"]))


def _about_the_start(maker: Maker, start: date, kind: str) -> None:
    """Help of the last referral about the first day of a programme: offered on it, or in treatment to or from it."""
    row = maker.tables["substance_misuse" if kind == "sm" else "mental_health"][-1]
    beside, before = shifted(maker, start, (-1, 0, 0, 1)), start - timedelta(days=90)
    offered, began, ended = maker.random.choice(
        ((beside, None, None), (before, beside, None), (before, before, beside), (before, before, beside))
    )
    row.update({f"{kind}_offered_date": offered, f"{kind}_treatment_start": began, f"{kind}_treatment_end": ended})
    if kind == "sm":
        row.update(sm_declined=None, sm_assessed_date=None)


def make_prolific(random: Random, size: int) -> Tables:
    """Cohorts of more and of fewer than ten re-offenders, with what partners say about the bounds of the follow-up."""
    maker = Maker(random, (2013,))
    for number in range(size):
        ypid = f"C{number:02d}"
        born = add_person(maker, ypid)
        at = len(maker.tables.get("outcomes", ()))
        for _ in range(random.choice((1, 2))):
            add_cohort(maker, ypid, born)
        index = maker.tables["outcomes"][at]["outcome_date"]
        for add in random.sample((_edge_plan, add_care, _edge_family, _edge_provision, _edge_referral), 4):
            add(maker, ypid, random.choice((index, plus_months(index, random.choice((3, 6, 9, 12))))))
    return maker.tables


def _edge_plan(maker: Maker, ypid: str, day: date) -> None:
    """A plan that ends or begins on the day or beside it."""
    add_send(maker, ypid, day)
    maker.tables["send"][-1].update(_edge(maker, day, "send_start", "send_end"))


def _edge_provision(maker: Maker, ypid: str, day: date) -> None:
    """No provision, till the day or from it."""
    add_provision(maker, ypid, day)
    maker.tables["ete_status"][-1].update(_edge(maker, day, "start_date", "end_date"))


def _edge_family(maker: Maker, ypid: str, day: date) -> None:
    """An assessment on the day or beside it."""
    add_assessment(maker, ypid, shifted(maker, day, (-1, 0, 0, 1)))


def _edge_referral(maker: Maker, ypid: str, day: date) -> None:
    """A referral on the day, or long before it with a treatment that ends or begins on the day."""
    add_substance_misuse(maker, ypid, day, shifted(maker, day, (-1, 0, 0, 1)))
    row = maker.tables["substance_misuse"][-1]
    if maker.random.random() < 0.6:
        row.update(sm_referred_date=day - timedelta(days=400), sm_assessed_date=None, sm_declined=None)
        row.update(_edge(maker, day, "sm_treatment_start", "sm_treatment_end"))
    else:
        row.update(sm_treatment_start=None, sm_treatment_end=None)


def _edge(maker: Maker, day: date, start: str, end: str) -> dict[str, date | None]:
    """Something that began on the day or beside it, or that ended there and began long before."""
    beside = shifted(maker, day, (-1, 0, 0, 1))
    if maker.random.random() < 0.5:
        return {start: beside, end: None}
    return {start: beside - timedelta(days=200), end: beside}


_PERSONAL = (
    "persons",
    "offences",
    "outcomes",
    "interventions",
    "ete_status",
    "substance_misuse",
    "send",
    "care_status",
)
MODERN = Domain(
    name="needs in the modern era",
    tables=(*_PERSONAL, "offence_intervention", "accommodation", "mental_health", "referral_matches"),
    make=make_modern,
    oracles={
        "KPI-03": lambda world: told(world, has_plan),
        "KPI-04": lambda world: told(world, helped),
        "KPI-05": lambda world: told(world, treated),
        "KPI-07": kpi_07,
    },
    quarter="2023-24 Q4",
    history_from=date(2022, 4, 1),
)
PROLIFIC = Domain(
    name="prolific re-offenders",
    tables=(*_PERSONAL, "assessments"),
    make=make_prolific,
    oracles={"REO-09": reo_09},
)
