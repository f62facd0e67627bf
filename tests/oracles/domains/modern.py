"""Oracles of the modern key performance indicators 1, 2 and 9: measures.md B5."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from tests.oracles.custody import share
from tests.oracles.domain import Domain, Tables
from tests.oracles.domains.courts_worlds import Maker, add_disposals, add_person, add_programme
from tests.oracles.orders import of_school_age, open_on_last_day, well_housed
from tests.oracles.outcomes import OVERTURNED, children, in_order, same_child, shown_age, substantive_outcomes
from tests.oracles.world import Answer, Fact, Row, World, age_band, age_on

OUT_OF_COURT = "Non-substantive out-of-court disposal"
CUSTODIAL = "Custodial sentence"
#: Legal outcome or disposal -> KPI order type; the gravest last.
ORDER_TYPES = {
    **dict.fromkeys(("COMMUNITY_RESOLUTION", "COMMUNITY_RESOLUTION_WITH_INTERVENTION"), OUT_OF_COURT),
    **dict.fromkeys(("NO_FURTHER_ACTION_OUTCOME_20_21", "NO_FURTHER_ACTION_OUTCOME_22"), OUT_OF_COURT),
    "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED": OUT_OF_COURT,
    **dict.fromkeys(("YOUTH_CAUTION", "YOUTH_CAUTION_WITH_INTERVENTION"), "Youth caution"),
    "YOUTH_CONDITIONAL_CAUTION": "Youth conditional caution",
    "REFERRAL_ORDER": "Referral order",
    "YOUTH_REHABILITATION_ORDER": "Youth rehabilitation order",
    "DETENTION_AND_TRAINING_ORDER": CUSTODIAL,
    **{f"SECTION_{name}": CUSTODIAL for name in ("90_91_DETENTION", "90_92_DETENTION", "226_B", "226_LIFE")},
    **{f"SECTION_{name}": CUSTODIAL for name in ("250", "254", "259")},
}
GRAVITY = list(dict.fromkeys(ORDER_TYPES.values()))
VIOLENCE = {"DRUGS": "drugs", "ROBBERY": "robbery", "VIOLENCE_AGAINST_THE_PERSON": "violence against the person"}


def programmes(world: World) -> list[Row]:
    """Programmes that count, with the day of their outcome and its gravity."""
    known = children(world)
    counted = []
    for order in world.rows("interventions"):
        child = known.get(order["ypid"])
        if child is None or order["disposal_type"] not in ORDER_TYPES or order["end_date"] is None:
            continue
        deciding = decided_by(world, order)
        if deciding is None:
            continue
        gravity, day = deciding
        began = order["start_date"]
        if ORDER_TYPES[order["disposal_type"]] == CUSTODIAL:
            began = min(began, day)
        age = age_on(child["date_of_birth"], began)
        if 10 <= age <= 17:
            counted.append({**order, "child": child, "gravity": gravity, "decided": day, "age": age})
    return counted


def decided_by(world: World, order: Row) -> tuple[int, date] | None:
    """Gravity and day of the outcome that led to a programme; its own where nothing is linked; None if it falls."""
    offences = {
        link["linked_offence_id"]
        for link in world.rows("offence_intervention")
        if link["linked_programme_id"] == order["programme_id"]
    }
    if not offences:
        own = (GRAVITY.index(ORDER_TYPES[order["disposal_type"]]), order["start_date"])
        return own if order["residence_on_start"] == "LOCAL" else None
    return max(
        (
            (GRAVITY.index(ORDER_TYPES[outcome["legal_outcome"]]), outcome["outcome_date"])
            for outcome in world.rows("outcomes")
            if outcome["offence_id"] in offences
            and outcome["legal_outcome"] in ORDER_TYPES
            and outcome["residence_on_outcome"] == "LOCAL"
            and outcome["appeal_status"] not in OVERTURNED
        ),
        default=None,
    )


def kpi_children(world: World) -> list[Row]:
    """One programme of each child in each quarter: of the gravest outcome, then the latest, then the smallest id."""
    chosen: dict[tuple[object, int, int], Row] = {}
    for one in sorted(programmes(world), key=lambda row: row["programme_id"], reverse=True):
        quarter = (one["end_date"].month - 1) // 3
        place = (same_child(one["child"]), one["end_date"].year, quarter)
        held = chosen.get(place)
        if held is None or (one["gravity"], one["decided"]) >= (held["gravity"], held["decided"]):
            chosen[place] = one
    return list(chosen.values())


def in_suitable_education(world: World, order: Row) -> bool:
    """Somewhere open, and suitable in all that is open."""
    found = open_on_last_day(world, "ete_status", order)
    return bool(found) and all(row["suitability"] == "SUITABLE" for row in found)


def hours(world: World, order: Row) -> str:
    """The band of the hours of all that was open on the last day, a provision entered twice once."""
    told_apart = {
        (
            row["provision"],
            row["suitability"],
            row["start_date"],
            row["end_date"],
            row["hours_offered"],
            row["hours_attended"],
        )
        for row in open_on_last_day(world, "ete_status", order)
    }
    total = sum((offered or 0.0) if attended is None else attended for *_, offered, attended in told_apart)
    if total == 0:
        return "no hours"
    return "full time" if total >= (25 if of_school_age(order) else 16) else "part time"


def person(order: Row) -> dict[str, str]:
    """Headings of one child."""
    child = order["child"]
    return {
        "sex": child["sex"],
        "ethnicity_group": child["ethnicity_group"],
        "age_band": age_band(order["age"]),
        "order type": ORDER_TYPES[order["disposal_type"]],
    }


def learner(world: World, order: Row) -> dict[str, str]:
    """Headings of one child, with school age and hours."""
    school = "school age" if of_school_age(order) else "above school age"
    return person(order) | {"school_age": school, "hours": hours(world, order)}


def told(world: World, suits: Callable[[World, Row], bool], headings: Callable[[Row], dict[str, str]]) -> Answer:
    """Share of the children of each period whom something suits."""
    return share(
        world,
        [
            Fact(one["end_date"], one["child"]["area_key"], int(suits(world, one)), 1, headings(one))
            for one in kpi_children(world)
        ],
    )


def kpi_01(world: World) -> Answer:
    """Share of children in suitable accommodation."""
    return told(world, well_housed, person)


def kpi_02(world: World) -> Answer:
    """Share of children in suitable education, training or employment."""
    return told(world, in_suitable_education, lambda one: learner(world, one))


def kpi_09(world: World) -> Answer:
    """Share of proven offences that were of serious violence."""
    earliest: dict[str, Row] = {}
    for outcome in sorted(substantive_outcomes(world), key=in_order):
        if outcome["residence_on_outcome"] == "LOCAL":
            earliest.setdefault(outcome["offence_id"], outcome)
    return share(world, [offence_fact(outcome) for outcome in earliest.values()])


def offence_fact(outcome: Row) -> Fact:
    """One offence, proven; the numerator says whether it was of serious violence."""
    child, kind = outcome["child"], VIOLENCE.get(outcome["yjb_category"])
    headings = {
        "sex": child["sex"],
        "ethnicity_group": child["ethnicity_group"],
        "age_band": age_band(shown_age(outcome)),
        "offence": kind or "other offences",
    }
    serious = kind is not None and 5 <= outcome["seriousness"] <= 8
    return Fact(outcome["outcome_date"], child["area_key"], int(serious), 1, headings)


def make(random: Random, size: int) -> Tables:
    """A small service from 2022 to 2024."""
    maker = Maker(random, (2022, 2023, 2024))
    for number in range(size):
        born = add_person(maker, f"C{number:02d}")
        for _ in range(random.randint(1, 4)):
            random.choice((add_disposals, add_programme, add_programme))(maker, f"C{number:02d}", born)
    return maker.tables


DOMAIN = Domain(
    name="courts in the modern era",
    tables=(
        "persons",
        "offences",
        "outcomes",
        "interventions",
        "offence_intervention",
        "ete_status",
        "accommodation",
    ),
    make=make,
    oracles={"KPI-01": kpi_01, "KPI-02": kpi_02, "KPI-09": kpi_09},
    quarter="2023-24 Q4",
    history_from=date(2022, 4, 1),
)
