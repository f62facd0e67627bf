"""Oracle of orders and national standards: measures.md A4 (Referral, Reparation, YRO; panel in time), B10, T-36."""

from __future__ import annotations

from datetime import date, timedelta

from tests.oracles.counting import Thing, alike, count, event, share
from tests.oracles.domains.statutory_victims import BASES, OLDER
from tests.oracles.orders import CUSTODIAL
from tests.oracles.outcomes import children
from tests.oracles.world import Answer, Row, World, age_on

#: Bank holidays of England and Wales over the worlds' years, as GOV.UK published them.
BANK_HOLIDAYS = {
    *(date(2011, 12, day) for day in (26, 27)),
    *(date(2012, month, day) for month, day in ((1, 2), (4, 6), (4, 9), (5, 7), (6, 4), (6, 5), (8, 27))),
    *(date(2013, month, day) for month, day in ((1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26))),
    *(date(2014, month, day) for month, day in ((1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25))),
    *(date(year, 12, day) for year in (2012, 2013, 2014) for day in (25, 26)),
    date(2015, 1, 1),
}
DISPOSALS = (
    {
        "REFERRAL_ORDER": "Referral order",
        "REPARATION_ORDER": "Reparation order",
        "YOUTH_REHABILITATION_ORDER": "Youth rehabilitation order",
    }
    | dict.fromkeys(OLDER, "Other community order")
    | dict.fromkeys(CUSTODIAL, "Licence after custody")
)
STANDARDS = {
    "FIRST_PANEL": "First panel",
    "FIRST_CONTACT": "First contact",
    "ASSESSMENT": "Assessment",
    "PLAN": "Plan of the intervention",
    "REVIEW": "Review of the plan",
    "HOME_VISIT": "Home visit",
    "BREACH_ACTION": "Return to court after a breach",
    "VICTIM_CONTACT": "Contact with the victim",
    "OTHER": "Other standard",
}


def band(child: Row, day: date) -> str:
    """Age band on a day; those grown up since are a band of their own."""
    years = age_on(child["date_of_birth"], day)
    return "10-14" if years < 15 else "15-17" if years < 18 else "18 and over"


def person(child: Row, day: date) -> dict[str, str]:
    """The child's headings on a day."""
    return {
        "sex": child["sex"] or "Unknown",
        "age_band": band(child, day),
        "ethnicity_group": child["ethnicity_group"],
    }


def statutory_orders(world: World) -> list[Row]:
    """Orders of a court and licences, of known children."""
    known = children(world)
    return [
        order | {"child": known[order["ypid"]], "disposal": DISPOSALS[order["disposal_type"]]}
        for order in world.rows("interventions")
        if order["ypid"] in known and order["disposal_type"] in DISPOSALS
    ]


def of_order(order: Row, first: date, last: date | None, adds: float = 1) -> Thing:
    """An order by its disposal and child."""
    headings = person(order["child"], order["start_date"]) | {"disposal": order["disposal"]}
    return Thing(order["child"]["area_key"], first, last, alike(headings, adds))


def here_at_the_end(order: Row) -> bool:
    """Living here at the end, or at the start where the end is not recorded."""
    return bool((order["residence_on_end"] or order["residence_on_start"]) == "LOCAL")


def ending(order: Row) -> str:
    """How an order ended, in words."""
    if order["end_reason"]:
        return str(order["end_reason"]).capitalize()
    return "Completed" if order["successfully_completed"] is True else "Not recorded"


def ord_01(world: World) -> Answer:
    """Orders begun."""
    local = [order for order in statutory_orders(world) if order["residence_on_start"] == "LOCAL"]
    return count(world, BASES, [of_order(order, order["start_date"], order["start_date"]) for order in local])


def ended_here(world: World) -> list[Row]:
    """Orders that ended with the child living here."""
    return [order for order in statutory_orders(world) if order["end_date"] is not None and here_at_the_end(order)]


def ord_02(world: World) -> Answer:
    """Orders completed, of those ended but by moving away or a death."""
    things = [
        of_order(order, order["end_date"], order["end_date"], float(ending(order) == "Completed"))
        for order in ended_here(world)
        if ending(order) not in ("Transferred", "Died")
    ]
    return share(world, BASES, things)


def ord_03(world: World) -> Answer:
    """Orders open on a day."""
    local = [order for order in statutory_orders(world) if here_at_the_end(order)]
    return count(world, ("as_at",), [of_order(order, order["start_date"], order["end_date"]) for order in local])


def ord_04(world: World) -> Answer:
    """Orders ended, by how."""
    things = [
        event(
            order["end_date"],
            order["child"]["area_key"],
            alike({"how_it_ended": ending(order), "disposal": order["disposal"]}),
        )
        for order in ended_here(world)
    ]
    return count(world, BASES, things)


def nsc_01(world: World) -> Answer:
    """Standards done on or before the day due."""
    orders = {order["programme_id"]: order for order in statutory_orders(world)}
    things = []
    for row in world.rows("order_standards"):
        order = orders.get(row["programme_id"])
        if order:
            in_time = row["done_date"] is not None and row["done_date"] <= row["due_date"]
            headings = person(order["child"], order["start_date"]) | {
                "disposal": order["disposal"],
                "standard": STANDARDS[row["standard"]],
            }
            things.append(event(row["due_date"], order["child"]["area_key"], alike(headings, float(in_time))))
    return share(world, BASES, things)


def working_days_after(day: date, number: int) -> date:
    """The so-many-th working day after a day."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and day not in BANK_HOLIDAYS
    return day


def nsc_02(world: World) -> Answer:
    """First panels within 20 working days of sentence, where those were over when the extract was taken."""
    orders = {order["programme_id"]: order for order in statutory_orders(world)}
    panels: dict[str, list[Row]] = {}
    for row in world.rows("order_standards"):
        referral = orders.get(row["programme_id"], {}).get("disposal") == "Referral order"
        if referral and row["standard"] == "FIRST_PANEL" and row["runs_from_date"] is not None:
            panels.setdefault(row["programme_id"], []).append(row)
    things = []
    for programme, rows in panels.items():
        sentence = min(row["runs_from_date"] for row in rows)
        deadline = working_days_after(sentence, 20)
        if deadline <= max(row["extract_date"] for row in rows):
            done = min((row["done_date"] for row in rows if row["done_date"]), default=None)
            in_time = done is not None and sentence <= done <= deadline
            order = orders[programme]
            headings = person(order["child"], order["start_date"])
            things.append(event(sentence, order["child"]["area_key"], alike(headings, float(in_time))))
    return share(world, BASES, things)
