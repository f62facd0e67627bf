"""Whom the made-up service works with on a day or in a stretch of days; the logs beside draw their children from it."""

from __future__ import annotations

from datetime import date

from sample.domains.made import Made
from sample.orders import Order
from sample.people import Child

PREVENTION = frozenset({"YISP", "ACCEPTABLE_BEHAVIOUR_CONTRACT", "PREVENTION_PROGRAMME"})
COMMUNITY = frozenset(
    {
        "REFERRAL_ORDER", "REPARATION_ORDER", "ACTION_PLAN_ORDER", "SUPERVISION_ORDER", "CRO", "CPRO", "CURFEW",
        "ATTENDANCE_CENTRE", "YOUTH_REHABILITATION_ORDER",
    }
)  # fmt: skip
LICENCE = "DETENTION_AND_TRAINING_ORDER"


def who(child: Child) -> tuple[int, date]:
    """What two records of one child share."""
    return child.origin or child.serial, child.born


def worked_with(made: Made) -> list[Order]:
    """Orders and programmes of children living here, in the order of the book."""
    return [
        order
        for order in made.book.orders
        if not order.child.deleted and (order.local_end if order.end else order.local_start)
    ]


def open_in(orders: list[Order], first: date, last: date) -> list[Order]:
    """Those that ran on any of the days."""
    return [order for order in orders if order.start <= last and (order.end is None or order.end >= first)]


def each_once(orders: list[Order]) -> list[Order]:
    """The first order of each child."""
    found: dict[tuple[int, date], Order] = {}
    for order in orders:
        found.setdefault(who(order.child), order)
    return list(found.values())


def deleted_child(made: Made) -> Child:
    """A child of whom only the trace of a deleted record is left; nothing of theirs counts."""
    return next(child for child in made.children if child.deleted)
