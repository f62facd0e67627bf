"""Random small worlds of specialist work: children, their orders, and the ten logs kept about them, full of edges."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.oracles.domain import Tables, days_of, made_children
from tests.oracles.world import Row

PREVENTION = (
    "YISP",
    "ACCEPTABLE_BEHAVIOUR_CONTRACT",
    "ANTISOCIAL_BEHAVIOUR_SUPPORT",
    "IMPACT",
    "PREVENTION_PROGRAMME",
    "COMMUNITY_RESOLUTION",
    "COMMUNITY_RESOLUTION_WITH_INTERVENTION",
    "OTHER_INFORMAL_ACTION",
    "OTHER_INFORMAL_ACTION_WITH_INTERVENTION",
)
COMMUNITY = (
    "REFERRAL_ORDER",
    "REPARATION_ORDER",
    "ACTION_PLAN_ORDER",
    "SUPERVISION_ORDER",
    "CRO",
    "CPO",
    "CPRO",
    "DTTO",
    "CURFEW",
    "ATTENDANCE_CENTRE",
    "YOUTH_REHABILITATION_ORDER",
)
#: Neither a community order nor prevention, yet worked with.
OTHERS = ("FINAL_WARNING_WITH_INTERVENTION", "DETENTION_AND_TRAINING_ORDER", "BAIL_WITH_ISS")
EXTRACT_DAY = date(2015, 1, 5)
#: Days that other days are set beside.
_BESIDE = (-1, 0, 0, 1, 40)


def make(random: Random, size: int) -> Tables:
    """The rows of one world; more of everything the larger the size."""
    children = _children(random, size)
    orders = [_order(random, children, number) for number in range(2 * size)]
    return {
        "persons": children,
        "interventions": orders,
        "iss": [_iss(random, children, number) for number in range(size)],
        "resettlement": _once([_release(random, children) for _ in range(size)], "ypid", "released_date"),
        "transitions": _once([_transition(random, children) for _ in range(size)], "ypid"),
        "parenting": [_parenting(random, children, orders, number) for number in range(3 * size)],
        "mappa": [_spell(random, children) | _level(random) for _ in range(size)],
        "serious_incidents": [_incident(random, number) for number in range(size // 2)],
        "exploitation": [_concern(random, children, number) for number in range(size)],
        "supporting_families": [_family(random, children, number) for number in range(size)],
        "risk_panels": [_heard(random, children, number) for number in range(size)],
        "child_to_parent_violence": [_violence(random, children) for _ in range(size)],
    }


def _children(random: Random, size: int) -> list[Row]:
    """Children, most born so that 18 falls on an edge; some of them held twice."""
    children = made_children(random, size)
    for number, child in enumerate(children):
        if random.random() < 0.6:
            day = days_of(random)
            child["date_of_birth"] = date(day.year - random.choice((14, 15, 18, 18, 18)), day.month, min(day.day, 28))
        child["originating_yot_person_id"] = random.choice((None, "N/A", f"L{number}", f"L{number}"))
    held_again = [child for child in children if random.random() < 0.25]
    return children + [{**child, "ypid": f"{child['ypid']}B", "deleted": False} for child in held_again]


def _whose(random: Random, children: list[Row]) -> str:
    """Somebody's number, now and then nobody's."""
    return "Y999" if not children or random.random() < 0.04 else str(random.choice(children)["ypid"])


def _born(children: list[Row], ypid: str) -> date:
    """Day of birth of a number, any day for nobody's."""
    return next((child["date_of_birth"] for child in children if child["ypid"] == ypid), date(1998, 1, 1))


def _until(random: Random, start: date) -> date | None:
    """A last day on or after the first, or none."""
    last = random.choice((None, start, start + timedelta(days=random.choice((1, 30, 200))), days_of(random)))
    return last if last is None or last >= start else None


def _order(random: Random, children: list[Row], number: int) -> Row:
    ypid = _whose(random, children)
    start, end = _around_18(random, _born(children, ypid), days_of(random))
    return {
        "programme_id": f"P{number}",
        "ypid": ypid,
        "disposal_type": random.choice(random.choice((COMMUNITY, COMMUNITY, PREVENTION, OTHERS))),
        "start_date": start,
        "end_date": end,
        "residence_on_start": random.choice(("LOCAL", "LOCAL", "LOCAL", "OTHER")),
        "residence_on_end": random.choice(("LOCAL", "LOCAL", "OTHER", None, None)),
    }


def _around_18(random: Random, born: date, start: date) -> tuple[date, date | None]:
    """First and last day; often one of them on, or beside, the day of turning 18."""
    eighteen = _eighteen(born)
    beside = eighteen + timedelta(days=random.choice(_BESIDE))
    chance = random.random()
    if chance < 0.2:
        return beside, _until(random, beside)
    if chance < 0.4 and beside >= start:
        return start, beside
    if chance < 0.6:
        return eighteen - timedelta(days=random.choice((150, 220))), None
    return start, _until(random, start)


def _eighteen(born: date) -> date:
    return date(born.year + 18, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + 18)


def _iss(random: Random, children: list[Row], number: int) -> Row:
    return _spell(random, children) | {
        "iss_id": f"I{number}",
        "iss_type": random.choice(("Bail", "Licence", "Youth rehabilitation order")),
        "weekly_hours_planned": random.choice((None, 0.0, 12.5, 25.0)),
        "weekly_hours_delivered": random.choice((None, 0.0, 6.25, 20.0)),
        "breached": random.choice((True, False, False)),
    }


def _spell(random: Random, children: list[Row]) -> Row:
    start = days_of(random)
    return {"ypid": _whose(random, children), "start_date": start, "end_date": _until(random, start)}


def _level(random: Random) -> Row:
    return {"mappa_level": random.choice((1, 2, 3)), "mappa_category": random.choice((1, 2, 3))}


def _release(random: Random, children: list[Row]) -> Row:
    day = days_of(random)
    again = random.choice((None, None, day, day + timedelta(days=1), day + timedelta(days=100), days_of(random)))
    return {
        "ypid": _whose(random, children),
        "released_date": day,
        "project": random.choice(("IRS", "IRIS", None)),
        "support_offered": random.choice((True, True, False)),
        "support_accepted": random.choice((True, True, False, None)),
        "reoffended_date": again,
    }


def _transition(random: Random, children: list[Row]) -> Row:
    ypid = _whose(random, children)
    eighteen = _eighteen(_born(children, ypid))
    near = eighteen - timedelta(days=random.choice((0, 27, 28, 30, 31, 59, 89, 90, 92, 180, 181, 184)))
    moved = random.choice((None, near + timedelta(days=random.choice((-1, 0, 1))), near, days_of(random)))
    return {
        "ypid": ypid,
        "transfer_referred": random.choice((None, days_of(random), near, eighteen - timedelta(days=150))),
        "accepted_by": random.choice(("NPS", "CRC", None)),
        "transferred_date": moved,
    }


def _parenting(random: Random, children: list[Row], orders: list[Row], number: int) -> Row:
    """Work with a parent, mostly beside the first or last day of an order of the child."""
    ypid, start = _whose(random, children), days_of(random)
    kinds: tuple[str, ...] = ("Prevention", "Prevention", "Community order", "Custody", "Parenting order")
    if orders and random.random() < 0.8:
        order = random.choice(orders)
        edge = random.choice((order["start_date"], order["end_date"] or start))
        ypid, start = order["ypid"], edge + timedelta(days=random.choice(_BESIDE))
        # Mostly of the kind that goes with the order.
        kinds += ("Prevention",) * 8 if order["disposal_type"] in PREVENTION else ("Community order",) * 4
    return {
        "parenting_id": f"W{number}",
        "ypid": ypid,
        "parent_key": random.choice(("A", "B")),
        "parenting_type": random.choice(kinds),
        "voluntary": random.choice((True, False, None)),
        "start_date": start,
        "sessions_attended": random.choice((None, 0, 1, 1, 6)),
        "parenting_completed": random.choice((True, False, None)),
        "parent_satisfied": random.choice((True, False, None)),
    }


def _incident(random: Random, number: int) -> Row:
    return {
        "incident_id": f"S{number}",
        "incident_date": days_of(random),
        "incident_type": random.choice(("Death", "Attempted suicide", "Other")),
        "incident_status": random.choice(("Reported", "Reviewed", "Not a serious incident")),
    }


def _concern(random: Random, children: list[Row], number: int) -> Row:
    due = random.choice(
        (None, days_of(random), days_of(random), EXTRACT_DAY - timedelta(days=random.choice((-1, 0, 1))))
    )
    held = due + timedelta(days=random.choice((-1, 0, 1))) if due and random.random() < 0.7 else None
    return _spell(random, children) | {
        "exploitation_id": f"X{number}",
        "concern": random.choice(("Known", "Suspected")),
        "return_interview_due": due,
        "return_interview_done": held,
        # An old extract, so that what was not yet due when it was taken falls inside the periods too.
        "extract_date": random.choice((EXTRACT_DAY, date(2014, 10, 1))),
    }


def _family(random: Random, children: list[Row], number: int) -> Row:
    opened = days_of(random)
    return {
        "family_case_id": f"F{number}",
        "family_id": f"F{number // 2}",
        "ypid": None if random.random() < 0.1 else _whose(random, children),
        "family_programme": random.choice(("SLF", "Changing Lives")),
        "opened_date": opened,
        "closed_date": _until(random, opened),
    }


def _heard(random: Random, children: list[Row], number: int) -> Row:
    """A case at a panel; few children and days, so that some are entered twice."""
    return {
        "panel_case_id": f"H{number}",
        "ypid": _whose(random, children[:4]),
        "heard_date": random.choice((days_of(random), date(2014, 9, 30), date(2014, 10, 1))),
        "panel_kind": random.choice(("Deter young offender", "High risk of harm")),
        "first_time_heard": random.choice((True, False, None)),
    }


def _violence(random: Random, children: list[Row]) -> Row:
    told = days_of(random)
    return {"ypid": _whose(random, children), "violence_identified": told, "violence_resolved": _until(random, told)}


def _once(rows: list[Row], *key: str) -> list[Row]:
    """The rows without those that share a key with one above."""
    return list({tuple(row[name] for name in key): row for row in reversed(rows)}.values())[::-1]
