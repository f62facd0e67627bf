"""Oracles of statutory work: measures.md A1 REP-01 and VOL-01, A4 (orders, panels, group work, unpaid work), B10.

Victims are counted in `statutory_victims`, the worlds are made in `statutory_worlds`.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.oracles.counting import ALL, Thing, alike, count, event, in_period, is_there, share
from tests.oracles.domain import Domain
from tests.oracles.domains.statutory_victims import BASES, OLDER, kpi_10, vic_01, vic_02, vic_03
from tests.oracles.domains.statutory_worlds import TABLES, make
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
ROLES = {
    "PANEL": "Referral order panel",
    "MENTOR": "Mentoring",
    "APPROPRIATE_ADULT": "Appropriate adult",
    "REPARATION": "Supervising reparation",
    "OTHER": "Other",
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


# -- reparation and unpaid work ------------------------------------------------------------------------------------
def sessions(world: World, *, unpaid: bool) -> list[Row]:
    """Sessions of one kind under known orders of known children."""
    known = children(world)
    order_of = {order["programme_id"]: order for order in world.rows("interventions")}
    found = []
    for row in world.rows("reparation"):
        order = order_of.get(row["programme_id"])
        child = known.get(order["ypid"]) if order else None
        if child and (row["unpaid_work"] is True) == unpaid:
            found.append(row | {"child": child})
    return found


def rep_01(world: World) -> Answer:
    """Hours of reparation."""
    things = []
    for row in sessions(world, unpaid=False):
        chosen = "The victim" if row["victim_chosen"] is True else "Others, or not recorded"
        under = alike(person(row["child"], row["session_date"]) | {"chosen_by": chosen}, row["reparation_hours"])
        things.append(event(row["session_date"], row["child"]["area_key"], under))
    return count(world, BASES, things)


def seventeen(world: World) -> list[Row]:
    """Sessions of unpaid work by 17-year-olds."""
    return [
        row for row in sessions(world, unpaid=True) if age_on(row["child"]["date_of_birth"], row["session_date"]) == 17
    ]


def of_seventeen(row: Row, adds: float, name: str = "") -> Thing:
    """A session by its headings."""
    headings = person(row["child"], row["session_date"])
    del headings["age_band"]
    return event(row["session_date"], row["child"]["area_key"], alike(headings, adds), name)


def upw_01(world: World) -> Answer:
    """Hours of unpaid work at 17."""
    return count(world, BASES, [of_seventeen(row, row["reparation_hours"]) for row in seventeen(world)])


def upw_02(world: World) -> Answer:
    """Orders with unpaid work at 17, each once in a period."""
    return count(world, BASES, [of_seventeen(row, 1, row["programme_id"]) for row in seventeen(world)])


# -- group work ----------------------------------------------------------------------------------------------------
def spelt(row: Row) -> str:
    """A programme's name without outer spaces, a capital first."""
    name = row["group_programme"].strip(" ")
    return str(name[:1].upper() + name[1:].lower())


def courses(world: World) -> dict[tuple[str, str], list[Row]]:
    """Rows of each child and programme, by day."""
    known = children(world)
    found: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(world.rows("group_work"), key=lambda one: one["session_date"]):
        if row["ypid"] in known:
            found.setdefault((row["ypid"], spelt(row)), []).append(row | {"child": known[row["ypid"]]})
    return found


def first_marked(rows: list[Row], column: str) -> date | None:
    """Day of the first session marked so."""
    return next((row["session_date"] for row in rows if row[column] is True), None)


def of_course(rows: list[Row], day: date, programme: str = "", name: str = "") -> Thing:
    """A course on a day, the child as on its first session."""
    child = rows[0]["child"]
    headings = person(child, rows[0]["session_date"]) | ({"programme": programme} if programme else {})
    return event(day, child["area_key"], alike(headings), name)


def grp_01(world: World) -> Answer:
    """Courses begun."""
    made = courses(world)
    return count(world, BASES, [of_course(rows, rows[0]["session_date"], key[1]) for key, rows in made.items()])


def grp_02(world: World) -> Answer:
    """Courses completed."""
    ended = {key: (rows, first_marked(rows, "programme_completed")) for key, rows in courses(world).items()}
    return count(world, BASES, [of_course(rows, day, key[1]) for key, (rows, day) in ended.items() if day])


def upw_03(world: World) -> Answer:
    """Young people given an award, each once in a period."""
    given = {key: (rows, first_marked(rows, "achievement_award")) for key, rows in courses(world).items()}
    return count(world, BASES, [of_course(rows, day, name=key[0]) for key, (rows, day) in given.items() if day])


def grp_03(world: World) -> Answer:
    """Attendance at sessions with a record of it; a session entered twice is one."""
    things = []
    for key, rows in courses(world).items():
        for day in sorted({row["session_date"] for row in rows}):
            told = [row["attended"] for row in rows if row["session_date"] == day and row["attended"] is not None]
            if told:
                child = rows[0]["child"]
                headings = person(child, day) | {"programme": key[1]}
                things.append(event(day, child["area_key"], alike(headings, float(any(told)))))
    return share(world, BASES, things)


# -- volunteers ----------------------------------------------------------------------------------------------------
def volunteers(world: World) -> list[Row]:
    """Volunteers each once, with what an earlier entry of theirs knew."""
    entries = {row["volunteer_id"]: row for row in world.rows("volunteers")}
    replaced = {
        row["earlier_volunteer_id"] for row in entries.values() if row["earlier_volunteer_id"] != row["volunteer_id"]
    }
    found = []
    for number, row in entries.items():
        before = entries.get(row["earlier_volunteer_id"], row)
        if number not in replaced:
            found.append(
                row
                | {
                    "joined_date": min(row["joined_date"], before["joined_date"]),
                    "training_completed_date": row["training_completed_date"] or before["training_completed_date"],
                    "accredited_date": row["accredited_date"] or before["accredited_date"],
                    "sex": row["sex"] or "Unknown",
                    "ethnicity_group": row["ethnicity_group"] or "Information not obtainable",
                }
            )
    return found


def vol_01(world: World) -> Answer:
    """Volunteers on a day."""
    things = [
        Thing("", row["joined_date"], row["left_date"], alike(volunteer_headings(row))) for row in volunteers(world)
    ]
    return count(world, ("as_at",), things, local=False)


def volunteer_headings(row: Row) -> dict[str, str]:
    """Sex and ethnicity; those not stated are of no sex in the printed table (T-18)."""
    group = row["ethnicity_group"]
    broad = {"White": "White", "Information not obtainable": "Not stated"}.get(group, "Black and minority ethnic")
    sexed = "sex not recorded" if row["sex"] == "Unknown" else row["sex"].lower()
    both = broad if broad == "Not stated" else f"{broad}, {sexed}"
    return {"sex": row["sex"], "ethnicity_group": group, "ethnicity": broad, "ethnicity_and_sex": both}


def vol_02(world: World) -> Answer:
    """Hours by role."""
    things = [
        event(row["volunteering_date"], "", alike({"role": ROLES[row["volunteer_role"]]}, row["volunteer_hours_given"]))
        for row in world.rows("volunteer_hours")
    ]
    return count(world, BASES, things, local=False)


def vol_03(world: World) -> Answer:
    """Sittings with two volunteers."""
    sat: dict[str, list[Row]] = {}
    for row in world.rows("volunteer_hours"):
        if row["volunteer_role"] == "PANEL" and row["panel_id"] is not None:
            sat.setdefault(row["panel_id"], []).append(row)
    things = [
        event(
            min(row["volunteering_date"] for row in rows),
            "",
            {ALL: float(len({row["volunteer_id"] for row in rows}) >= 2)},
        )
        for rows in sat.values()
    ]
    return share(world, BASES, things, local=False)


def vol_04(world: World) -> Answer:
    """Volunteers on a day who were trained by then."""
    headings = sorted(
        {("sex", row["sex"]) for row in volunteers(world)}
        | {("standing", words) for words in ("Trained", "Accredited") if world.rows("volunteers")}
    )
    answer: Answer = {}
    for period in world.of("as_at"):
        things = [trained(row, period["period_end"]) for row in volunteers(world)]
        there = [thing for thing in things if is_there(thing, period)]
        answer |= in_period(world, period["period_id"], there, headings, local=False)
    return answer


def trained(row: Row, day: date) -> Thing:
    """A volunteer as on a day."""
    ready = float(row["training_completed_date"] is not None and row["training_completed_date"] <= day)
    accredited = float(row["accredited_date"] is not None and row["accredited_date"] <= day)
    under = alike({"sex": row["sex"], "standing": "Trained"}, ready) | {("standing", "Accredited"): accredited}
    return Thing("", row["joined_date"], row["left_date"], under)


# -- orders --------------------------------------------------------------------------------------------------------
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
    return (order["residence_on_end"] or order["residence_on_start"]) == "LOCAL"


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


# -- national standards --------------------------------------------------------------------------------------------
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


DOMAIN = Domain(
    "statutory",
    TABLES,
    make,
    {
        "VIC-01": vic_01,
        "VIC-02": vic_02,
        "VIC-03": vic_03,
        "KPI-10": kpi_10,
        "REP-01": rep_01,
        "UPW-01": upw_01,
        "UPW-02": upw_02,
        "UPW-03": upw_03,
        "GRP-01": grp_01,
        "GRP-02": grp_02,
        "GRP-03": grp_03,
        "VOL-01": vol_01,
        "VOL-02": vol_02,
        "VOL-03": vol_03,
        "VOL-04": vol_04,
        "ORD-01": ord_01,
        "ORD-02": ord_02,
        "ORD-03": ord_03,
        "ORD-04": ord_04,
        "NSC-01": nsc_01,
        "NSC-02": nsc_02,
    },
)
