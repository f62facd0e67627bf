"""The made-up log of work with parents: the shares the plans print, and what misses them by a hair.

A child counts once however many parents came; who never came, came a day after the order ended, or came beside work
of another kind, does not count.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import EXTRACT_DAY, LAST_DAY
from sample.domains.made import Made
from sample.domains.specialist.caseload import (
    COMMUNITY,
    PREVENTION,
    deleted_child,
    each_once,
    open_in,
    who,
    worked_with,
)
from sample.orders import Order
from sample.people import COPY, Child

_OPENED = date(2009, 4, 1)
#: Last day of the stretches the plans print, children with a parent by then; the base is what the world holds.
_YEAR_2009 = (date(2009, 4, 1), date(2009, 12, 31), 131)
_REST_OF_2009_10 = (date(2009, 4, 1), date(2010, 3, 31), 137)
_YEAR_2010 = (date(2010, 4, 1), date(2010, 12, 31), 88)
_PREVENTION_2010 = (date(2010, 4, 1), date(2010, 12, 31), 12)
_LATER = date(2011, 1, 1)
#: Of later orders, and programmes, these shares have a parent who came.
_SHARE_ORDERS, _SHARE_PREVENTION = 0.25, 0.4
_TWO_PARENTS = 0.15


@dataclass(frozen=True)
class Met:
    """One parent's work: whose, beside which order, from when, of which kind, sessions come to."""

    child: Child
    order: Order | None
    start: date
    kind: str
    attended: int | None
    parent: str = "1"


def parenting(made: Made) -> Rows:
    """One row per intervention with one parent."""
    rng = stream("specialist parents")
    orders = [order for order in worked_with(made) if order.disposal in COMMUNITY]
    programmes = [order for order in worked_with(made) if order.disposal in PREVENTION]
    met: list[Met] = []
    for stretch in (_YEAR_2009, _REST_OF_2009_10, _YEAR_2010):
        met += _up_to(rng, orders, met, stretch, "Community order")
    met += _up_to(rng, programmes, met, _PREVENTION_2010, "Prevention")
    met += _later(rng, orders, _SHARE_ORDERS, "Community order") + _later(
        rng, programmes, _SHARE_PREVENTION, "Prevention"
    )
    met += _second_parents(rng, met) + _near_misses(rng, orders, met, made)
    met.sort(key=lambda one: (one.start, one.child.serial, one.parent, one.kind))
    return [_row(rng, number, one) for number, one in enumerate(met, start=1)]


def _reached(orders: list[Order], met: list[Met], last: date) -> set[tuple[int, date]]:
    """Children of these orders with a parent who came under any of them by a day."""
    came: dict[tuple[int, date], list[date]] = {}
    for one in met:
        came.setdefault(who(one.child), []).append(one.start)
    return {
        who(order.child)
        for order in orders
        for day in came.get(who(order.child), ())
        if order.start <= day <= min(order.end or last, last)
    }


def _up_to(
    rng: random.Random, orders: list[Order], met: list[Met], stretch: tuple[date, date, int], kind: str
) -> list[Met]:
    """As many more parents as make the stretch's number of children reached.

    Raises:
        ValueError: more children are reached already, or there are too few.
    """
    first, last, wanted = stretch
    there = open_in(orders, first, last)
    met = [one for one in met if one.kind == kind]
    reached = _reached(there, met, last)
    free = each_once([order for order in there if who(order.child) not in reached])
    fit = [order for order in free if _days(order, first, last)]
    return [_came(rng, order, (first, last), kind) for order in rng.sample(fit, wanted - len(reached))]


def _days(order: Order, first: date, last: date) -> bool:
    """Whether the order leaves a day for the work to begin on after what is counted before."""
    return max(order.start, first, _newest(last)) <= min(order.end or last, last)


def _newest(last: date) -> date:
    """The quarter's first day for the stretch that adds one quarter to the one before; else the log's first."""
    return date(2010, 1, 1) if last == _REST_OF_2009_10[1] else _OPENED


def _came(rng: random.Random, order: Order, days: tuple[date, date], kind: str) -> Met:
    first = max(order.start, days[0], _newest(days[1]))
    start = day_between(rng, first, min(order.end or days[1], days[1]))
    return Met(order.child, order, start, kind, rng.randint(1, 8))


def _later(rng: random.Random, orders: list[Order], share: float, kind: str) -> list[Met]:
    """Parents of later orders, as chance has it."""
    later = [order for order in orders if order.start >= _LATER and order.start < LAST_DAY and rng.random() < share]
    return [_came(rng, order, (_LATER, LAST_DAY), kind) for order in later]


def _second_parents(rng: random.Random, met: list[Met]) -> list[Met]:
    """The other parent of some children, begun the same day: still one child."""
    return [
        Met(one.child, one.order, one.start, one.kind, rng.randint(1, 6), "2")
        for one in met
        if rng.random() < _TWO_PARENTS
    ]


def _near_misses(rng: random.Random, orders: list[Order], met: list[Met], made: Made) -> list[Met]:
    """Work that counts for nobody: never came, not recorded, begun a day late, of another kind, a deleted record's."""
    reached = _reached(orders, met, LAST_DAY)
    # A day after the end of one order is no day of another.
    alone = Counter(who(order.child) for order in orders)
    free = [
        order
        for order in each_once(open_in(orders, date(2009, 6, 1), date(2009, 11, 30)))
        if who(order.child) not in reached and order.end and order.start >= _OPENED and alone[who(order.child)] == 1
    ]
    ways = (("Community order", 0, 0), ("Community order", None, 0), ("Community order", 4, 1), ("Prevention", 5, 0),
            ("Custody", 5, 0))  # fmt: skip
    missed = []
    for order, (kind, attended, late) in zip(rng.sample(free, 3 * len(ways)), 3 * ways, strict=True):
        day = (order.end or LAST_DAY) + timedelta(days=late)
        missed.append(Met(order.child, order if not late else None, day, kind, attended))
    return [*missed, Met(deleted_child(made), None, date(2009, 4, 6), "Community order", 3)]


def _row(rng: random.Random, number: int, one: Met) -> Row:
    planned = max(one.attended or 0, rng.randint(4, 8))
    going_on = one.start > date(2014, 10, 1)
    completed = None if going_on else (one.attended or 0) > 0 and rng.random() < 0.78  # noqa: PLR2004
    asked = bool(completed) and rng.random() < 0.6  # noqa: PLR2004
    return as_row({
        "parenting_id": f"PA{number:04d}{COPY}",
        "ypid": one.child.ypid,
        "parent_key": f"PK{one.child.serial:05d}{one.parent}{COPY}",
        "programme_id": one.order.programme_id if one.order else "",
        "parenting_type": one.kind,
        "voluntary": pick(rng, {True: 88, False: 12}),
        "start_date": min(one.start, EXTRACT_DAY),
        "sessions_planned": planned,
        "sessions_attended": one.attended,
        "parenting_completed": completed,
        "parent_satisfied": pick(rng, {True: 85, False: 15}) if asked else None,
    })  # fmt: skip
