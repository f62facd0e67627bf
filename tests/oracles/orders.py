"""Oracle of orders ended: measures.md B1 NI 45 and NI 46, B5 KPI 1 and 2; A1 EET-01, EET-02, ACC-01."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.oracles.custody import share
from tests.oracles.outcomes import children
from tests.oracles.world import Answer, Fact, Row, World, age_on

CUSTODIAL = (
    "DETENTION_AND_TRAINING_ORDER",
    "SECTION_90_91_DETENTION",
    "SECTION_90_92_DETENTION",
    "SECTION_226_B",
    "SECTION_226_LIFE",
    "SECTION_250",
    "SECTION_254",
    "SECTION_259",
)
RELEVANT = (
    "FINAL_WARNING",
    "FINAL_WARNING_WITH_INTERVENTION",
    "YOUTH_CAUTION",
    "YOUTH_CAUTION_WITH_INTERVENTION",
    "YOUTH_CONDITIONAL_CAUTION",
    "REFERRAL_ORDER",
    "REPARATION_ORDER",
    "ACTION_PLAN_ORDER",
    "DTTO",
    "SUPERVISION_ORDER",
    "CRO",
    "CPRO",
    *CUSTODIAL,
)
YRO_BEGAN = date(2009, 11, 30)
Suits = Callable[[World, Row], bool]


def orders_ended(world: World) -> list[Row]:
    """Relevant orders that ended with the child living here."""
    known = children(world)
    return [
        {**order, "child": known[order["ypid"]]}
        for order in world.rows("interventions")
        if order["ypid"] in known and is_relevant(order) and ended_here(order)
    ]


def is_relevant(order: Row) -> bool:
    """A relevant disposal of NI 45."""
    if order["disposal_type"] == "YOUTH_REHABILITATION_ORDER":
        return bool(order["start_date"] >= YRO_BEGAN)
    return order["disposal_type"] in RELEVANT


def ended_here(order: Row) -> bool:
    """Ended, not by moving away or dying, and living here then."""
    home = order["residence_on_end"] or order["residence_on_start"]
    return order["end_date"] is not None and home == "LOCAL" and order["end_reason"] not in ("transferred", "died")


def open_on_last_day(world: World, table: str, order: Row) -> list[Row]:
    """The child's rows of a table that were open on the order's last day."""
    last = order["end_date"]
    return [
        row
        for row in world.rows(table)
        if row["ypid"] == order["ypid"]
        and row["start_date"] <= last
        and (row["end_date"] is None or last <= row["end_date"])
    ]


def in_education(world: World, order: Row) -> bool:
    """Suitable in all that is open, with hours enough for the child's age."""
    found = open_on_last_day(world, "ete_status", order)
    told_apart = {
        (
            row["provision"],
            row["suitability"],
            row["start_date"],
            row["end_date"],
            row["hours_offered"],
            row["hours_attended"],
        )
        for row in found
    }
    hours = 0.0
    for _, suitability, _, _, offered, attended in told_apart:
        if suitability != "SUITABLE":
            return False
        hours += attended if attended is not None else offered or 0.0
    return bool(found) and hours >= (25 if of_school_age(order) else 16)


def of_school_age(order: Row) -> bool:
    """As recorded, else until 30 June of the school year (September to August) of the sixteenth birthday."""
    if order["school_age_end"] is not None:
        return bool(order["school_age_end"])
    born = order["child"]["date_of_birth"]
    sixteen_in = born.year + 16
    leaves = sixteen_in + 1 if born.month >= 9 else sixteen_in
    return bool(order["end_date"] <= date(leaves, 6, 30))


def well_housed(world: World, order: Row) -> bool:
    """Somewhere recorded, and suitable in all that is open."""
    found = open_on_last_day(world, "accommodation", order)
    return bool(found) and all(row["suitability"] == "SUITABLE" for row in found)


def facts(world: World, suits: Suits, *, by_school_age: bool = False) -> list[Fact]:
    """One fact per order ended; the numerator says whether it suits."""
    return [
        Fact(
            order["end_date"],
            order["child"]["area_key"],
            int(suits(world, order)),
            1,
            school_age(order) if by_school_age else person(order),
        )
        for order in orders_ended(world)
    ]


def school_age(order: Row) -> dict[str, str]:
    """The one heading of EET-02."""
    return {"school_age": "school age" if of_school_age(order) else "above school age"}


def person(order: Row) -> dict[str, str]:
    """The child's headings; the age is that at the start of the order."""
    child = order["child"]
    years = age_on(child["date_of_birth"], order["start_date"])
    band = "10-14" if years < 15 else "15-17" if years < 18 else "18 and over"
    return {"sex": child["sex"], "ethnicity_group": child["ethnicity_group"], "age_band": band}


def eet_01(world: World) -> Answer:
    """Share of orders ended in suitable full-time education, training or employment."""
    return share(world, facts(world, in_education))


def eet_02(world: World) -> Answer:
    """The same by school age."""
    return share(world, facts(world, in_education, by_school_age=True))


def acc_01(world: World) -> Answer:
    """Share of orders ended in suitable accommodation."""
    return share(world, facts(world, well_housed))
