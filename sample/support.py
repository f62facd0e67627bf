"""Education, training, employment and homes recorded beside the orders of the made-up world.

Only those records belong here. Each order has its own stretch of them, closed before the next order of the child ends,
and made to come out as the order says, by ordinary cases and by those that miss by a hair.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sample.chance import pick, stream
from sample.dates import of_school_age
from sample.orders import Order
from sample.people import Child

SCHOOL_AGE_HOURS = 25
ABOVE_SCHOOL_AGE_HOURS = 16


@dataclass(frozen=True)
class Record:
    """One provision or one home of a child.

    Attributes:
        child: whose it is.
        start: first day.
        end: last day, or None while it goes on.
        kind: provision or accommodation code.
        suitability: SUITABLE, UNSUITABLE or UNKNOWN.
        offered: hours a week offered (provisions), None where not recorded.
        attended: hours a week attended (provisions), None where not recorded.
    """

    child: Child
    start: date
    end: date | None
    kind: str
    suitability: str
    offered: float | None = None
    attended: float | None = None


#: How a success or failure comes about, and how often. Named after what makes it one.
_GOOD = {"plenty": 76, "exactly enough": 8, "two that add up": 10, "only offered hours known": 6}
_BAD = {
    "none": 44, "part time": 12, "one hour short": 10, "one of two unsuitable": 10, "suitability unknown": 8,
    "hours not recorded": 5, "nothing recorded": 4, "ended the week before": 3, "absent": 3, "entered twice": 1,
}  # fmt: skip
_HOMES = {
    "LIVING_WITH_PARENT_S": 78, "LIVING_WITH_FAMILY_NOT_PARENTS": 7, "FOSTER_CARE_LA": 4, "RESIDENTIAL_UNIT_LA": 5,
    "SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS": 4, "INDEPENDENT_LIVING": 2,
}  # fmt: skip
_BAD_HOMES = {"unsuitable": 50, "unknown": 20, "one of two unsuitable": 20, "nothing recorded": 10}


def stretches(orders: list[Order]) -> Iterator[tuple[Order, date, date | None]]:
    """Each order living here with the first and last day that its records may be open."""
    by_child: dict[int, list[Order]] = defaultdict(list)
    for order in orders:
        if order.local_end and (order.counted or order.end is None):
            by_child[order.child.serial].append(order)
    for serial in sorted(by_child):
        free_from = date.min
        for order in sorted(by_child[serial], key=lambda one: one.end or date.max):
            if free_from == date.max:
                # An order still running holds everything after it.
                break
            start = max(order.start - timedelta(days=20), free_from)
            last = order.end + timedelta(days=14) if order.end else None
            yield order, start, last
            free_from = last + timedelta(days=1) if last else date.max


def education(orders: list[Order], part: str = "education") -> list[Record]:
    """Provisions recorded for the children under orders; `part` names the stream of chance."""
    rng = stream(part)
    records: list[Record] = []
    for order, start, last in stretches(orders):
        way = pick(rng, _GOOD if order.eet or order.end is None else _BAD)
        records += _provisions(rng, order, way, (start, last))
    return records


def _provisions(rng: random.Random, order: Order, way: str, days: tuple[date, date | None]) -> list[Record]:
    """The provisions of one order, made in the named way."""
    school = of_school_age(order.child.born, order.end or date(2015, 1, 16))
    enough = SCHOOL_AGE_HOURS if school else ABOVE_SCHOOL_AGE_HOURS
    # Never half: two like rows would be one provision entered twice.
    part = float(rng.randint(4, enough // 2 - 1))
    hours: dict[str, list[tuple[str, float | None, float | None]]] = {
        "plenty": [("SUITABLE", enough + 2.0, float(enough + rng.randint(0, 2)))],
        "exactly enough": [("SUITABLE", float(enough), float(enough))],
        "two that add up": [("SUITABLE", part, part), ("SUITABLE", enough - part, enough - part)],
        "only offered hours known": [("SUITABLE", enough + 1.0, None)],
        "none": [("UNSUITABLE", 0.0, 0.0)],
        "part time": [("SUITABLE", part, part)],
        "one hour short": [("SUITABLE", enough - 1.0, enough - 1.0)],
        "one of two unsuitable": [("SUITABLE", float(enough), float(enough)), ("UNSUITABLE", 4.0, 2.0)],
        "suitability unknown": [("UNKNOWN", float(enough), float(enough))],
        "hours not recorded": [("SUITABLE", None, None)],
        "nothing recorded": [],
        "ended the week before": [("SUITABLE", float(enough), float(enough))],
        "absent": [("SUITABLE", float(enough), part)],
        "entered twice": [("SUITABLE", enough / 2, enough / 2)] * 2,
    }
    start, last = days
    if way == "ended the week before" and order.end:
        last = order.end - timedelta(days=7)
    kind = "NONE" if way == "none" else _provision(rng, school=school, part_time=way == "part time")
    return [Record(order.child, start, last, kind, *row) for row in hours[way]]


def _provision(rng: random.Random, *, school: bool, part_time: bool) -> str:
    if school:
        return "SCHOOL_PART_TIME" if part_time else pick(rng, _SCHOOLS)
    return "PART_TIME_EMPLOYMENT" if part_time else pick(rng, _AFTER_SCHOOL)


_SCHOOLS = {"MAINSTREAM_SCHOOL": 62, "PUPIL_REFERRAL_UNIT": 18, "ALTERNATIVE_PROVISION": 20}
_AFTER_SCHOOL = {"COLLEGE": 55, "TRAINING_COURSE_APPRENTICESHIP": 25, "EMPLOYMENT": 20}


def homes(orders: list[Order], part: str = "homes") -> list[Record]:
    """Places recorded for the children under orders; `part` names the stream of chance."""
    rng = stream(part)
    records: list[Record] = []
    for order, start, last in stretches(orders):
        good = Record(order.child, start, last, pick(rng, _HOMES), "SUITABLE")
        poor = Record(order.child, start, last, "TEMPORARY_ACCOMMODATION", "UNSUITABLE")
        unknown = Record(order.child, start, last, "NOT_KNOWN", "UNKNOWN")
        by_way = {
            "unsuitable": [poor],
            "unknown": [unknown],
            "one of two unsuitable": [good, poor],
            "nothing recorded": [],
        }
        records += [good] if order.housed else by_way[pick(rng, _BAD_HOMES)]
    return records
