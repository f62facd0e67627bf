"""Orders that begin or end from 17 January 2015 on, and how each of them ended.

Only orders belong here. What was open goes first, the oldest before the newer, until each quarter's planned number of
relevant orders has ended.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta

from sample.chance import stream, weekday_between
from sample.dates import EXTRACT_DAY, quarter_days
from sample.events import Occasion
from sample.later.careers import FIRST, is_young
from sample.orders import Order, OrderBook, how_they_ended, relevant_disposal
from sample.people import Child
from sample.plan import Plan, QuarterPlan
from sample.quarters import HORIZON

_SHORTEST = timedelta(days=75)
_COURT_ORDER, _CONDITIONAL, _PREVENTION = 0.62, 0.3, 0.25
#: Orders whose end counts (measures.md B1).
_RELEVANT = frozenset(
    {
        "REFERRAL_ORDER", "REPARATION_ORDER", "YOUTH_REHABILITATION_ORDER", "YOUTH_CONDITIONAL_CAUTION",
        "DETENTION_AND_TRAINING_ORDER",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Happened:
    """An occasion of the later months and whose it is."""

    child: Child
    occasion: Occasion


def go_on_with_orders(book: OrderBook, children: list[Child], happened: list[Happened], plan: Plan) -> None:
    """Begin the orders of the later months and end those whose time has come.

    Args:
        book: every order so far; new ones are added, open ones are ended in place.
        children: every record of the world.
        happened: the later occasions; those that led to an order are given its disposal.
        plan: how many relevant orders end in each quarter, and how.
    """
    rng = stream("later orders")
    _licences(book, children)
    for one in sorted(happened, key=lambda one: (one.occasion.on, one.child.serial)):
        _begin(rng, book, one)
    for quarter in plan.quarters:
        _end(rng, book, quarter)


def _licences(book: OrderBook, children: list[Child]) -> None:
    """Children sentenced in 2014 whose release was still to come on the extract day of Q3."""
    for child in children:
        for occasion in child.occasions:
            if occasion.local and occasion.released and EXTRACT_DAY < occasion.released <= HORIZON:
                book.add(child, "DETENTION_AND_TRAINING_ORDER", occasion.released, None)


def _begin(rng: random.Random, book: OrderBook, one: Happened) -> None:
    child, occasion = one.child, one.occasion
    start = max(occasion.on, FIRST) + timedelta(days=rng.randint(0, 5))
    if not occasion.local or child.deleted or start > HORIZON or not is_young(child, start):
        return
    if rng.random() < _likely(occasion):
        if occasion.group != "Diversion":
            occasion.legal = relevant_disposal(rng, occasion)
        book.add(child, occasion.legal or "YISP", start, None)


def _likely(occasion: Occasion) -> float:
    """How likely the occasion leads to an order or a programme; custody is followed by a licence instead."""
    if occasion.group == "Pre-Court" and occasion.kind in {"entry", "elsewhere"}:
        return 0.0
    return {"Court": _COURT_ORDER, "Pre-Court": _CONDITIONAL, "Diversion": _PREVENTION}.get(occasion.group, 0.0)


def _end(rng: random.Random, book: OrderBook, quarter: QuarterPlan) -> None:
    """End as many relevant orders as the plan says, and the programmes whose time is up.

    Raises:
        ValueError: fewer orders are open than must end.
    """
    first, last = quarter_days(quarter.label)
    first = max(first, FIRST)
    there = [one for one in book.orders if one.end is None and one.start + _SHORTEST <= last]
    there.sort(key=lambda one: (one.start, one.serial))
    relevant = [one for one in there if one.disposal in _RELEVANT and one.local_end]
    if len(relevant) < quarter.orders:
        raise ValueError(f"{quarter.label}: {len(relevant)} orders are open, {quarter.orders} are to end")
    ended = relevant[: quarter.orders]
    for order in [*ended, *(one for one in there if one not in relevant)]:
        order.end = weekday_between(rng, max(first, order.start + _SHORTEST), last)
    how_they_ended(rng, quarter, ended)


def began_later(order: Order) -> bool:
    """Whether the order began after the extracts of 2014-15 Q3."""
    return order.start >= FIRST


def ended_later(order: Order) -> bool:
    """Whether an order open on the extract day of 2014-15 Q3 has ended since."""
    return order.start < FIRST and order.end is not None and order.end >= FIRST
