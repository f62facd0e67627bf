"""Oracles of statutory work: measures.md A1 REP-01 and VOL-01, A4 (panels, group work, unpaid work), C3, T-18.

Victims are counted in `statutory_victims`, orders in `statutory_orders`; the worlds are made in `statutory_worlds`.
"""

from __future__ import annotations

from datetime import date

from tests.oracles.counting import ALL, Thing, alike, count, event, in_period, is_there, share
from tests.oracles.domain import Domain
from tests.oracles.domains.statutory_orders import nsc_01, nsc_02, ord_01, ord_02, ord_03, ord_04, person
from tests.oracles.domains.statutory_victims import BASES, kpi_10, vic_01, vic_02, vic_03
from tests.oracles.domains.statutory_worlds import TABLES, make
from tests.oracles.outcomes import children
from tests.oracles.world import Answer, Row, World, age_on

ROLES = {
    "PANEL": "Referral order panel",
    "MENTOR": "Mentoring",
    "APPROPRIATE_ADULT": "Appropriate adult",
    "REPARATION": "Supervising reparation",
    "OTHER": "Other",
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
