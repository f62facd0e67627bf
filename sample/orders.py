"""The orders of the made-up world: which occasions led to one, when it ran, and which of them ended how.

Only orders belong here; the education and homes recorded beside them are in `support`. Orders are matched backwards:
each quarter's planned number of ends is met from licences first, then from the oldest court occasions and pre-court
disposals still without one, so that the plan's bases come out exactly.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample.chance import stream, weekday_between
from sample.dates import CAUTIONS_FROM, EXTRACT_DAY, LAST_DAY, YRO_FROM, add_months, eighteenth, quarter_days
from sample.events import Occasion
from sample.people import COPY, Child
from sample.plan import Plan, QuarterPlan

_SHORTEST = timedelta(days=75)
_LONGEST = timedelta(days=400)
#: Two orders of one child never end within this many days, so that what is open on either last day is plain.
APART = timedelta(days=45)
_OPEN_FROM = date(2014, 5, 1)


@dataclass
class Order:
    """One order or programme.

    Attributes:
        serial: number in the world.
        child: whose it is.
        disposal: disposal type.
        start: first day; for custody the first day of the licence.
        end: last day, or None while it runs.
        eet: in suitable full-time education, training or employment on the last day.
        housed: in suitable accommodation on the last day.
        reason: why it ended.
        local_start: lived here on the first day.
        local_end: lived here on the last day.
        counted: one of the plan's relevant orders ended.
    """

    serial: int
    child: Child
    disposal: str
    start: date
    end: date | None
    eet: bool = False
    housed: bool = True
    reason: str = "completed"
    local_start: bool = True
    local_end: bool = True
    counted: bool = False

    @property
    def programme_id(self) -> str:
        """The case system's number."""
        return f"PR{self.serial:05d}{COPY}"


class OrderBook:
    """All orders so far, and when those of each child end."""

    def __init__(self) -> None:
        self.orders: list[Order] = []
        self._ends: dict[int, list[date]] = {}

    def add(self, child: Child, disposal: str, start: date, end: date | None) -> Order:
        """A new order with the next number."""
        order = Order(len(self.orders) + 1, child, disposal, start, end)
        self.orders.append(order)
        self._ends.setdefault(child.serial, []).append(end or EXTRACT_DAY)
        return order

    def has_room(self, child: Child, end: date) -> bool:
        """Whether no other order of the child ends near that day."""
        return all(abs(end - other) > APART for other in self._ends.get(child.serial, []))


def make_orders(plan: Plan, children: list[Child]) -> OrderBook:
    """Every order that ends in the plan's quarters and those still running, in order of their end."""
    rng = stream("orders")
    book = OrderBook()
    _licences(rng, book, children)
    waiting = _waiting(children)
    for quarter in plan.quarters:
        waiting = _fill_quarter(rng, book, quarter, waiting)
    _still_running(rng, book, waiting)
    return book


def _licences(rng: random.Random, book: OrderBook, children: list[Child]) -> None:
    """The community part of each custodial sentence: from release, as long again."""
    for child in children:
        for occasion in child.occasions:
            if occasion.group != "Custody" or not occasion.local:
                continue
            released = occasion.released or _release(rng, occasion.on)
            occasion.released = released
            end = released + timedelta(days=rng.randint(60, 180))
            if released <= EXTRACT_DAY:
                book.add(child, "DETENTION_AND_TRAINING_ORDER", released, end if end <= LAST_DAY else None)


def _release(rng: random.Random, sentenced: date) -> date:
    """Two to six months on, never in the January to March that would make a member of a cohort."""
    day = weekday_between(rng, sentenced + timedelta(days=60), sentenced + timedelta(days=200))
    return day if day.month > 3 else date(day.year, 4, rng.randint(1, 28))  # noqa: PLR2004 - March


def _waiting(children: list[Child]) -> list[tuple[Child, Occasion]]:
    """Occasions that may have led to an order, the oldest first."""
    open_ones = [
        (child, occasion)
        for child in children
        for occasion in child.occasions
        if occasion.local and not child.deleted and (occasion.group == "Court" or _with_intervention(occasion))
    ]
    return sorted(open_ones, key=lambda pair: (pair[1].on, pair[0].serial))


def _with_intervention(occasion: Occasion) -> bool:
    return occasion.group == "Pre-Court" and occasion.kind not in {"entry", "elsewhere"}


def _fill_quarter(
    rng: random.Random, book: OrderBook, quarter: QuarterPlan, waiting: list[tuple[Child, Occasion]]
) -> list[tuple[Child, Occasion]]:
    """Give the quarter its orders; returns the occasions still without one."""
    first, last = quarter_days(quarter.label)
    ended = [order for order in book.orders if order.end and first <= order.end <= last]
    left: list[tuple[Child, Occasion]] = []
    for child, occasion in waiting:
        end = None if len(ended) >= quarter.orders else _end_for(rng, book, child, occasion, (first, last))
        if end:
            occasion.legal = relevant_disposal(rng, occasion)
            ended.append(book.add(child, occasion.legal, occasion.on + timedelta(days=rng.randint(0, 5)), end))
        else:
            left.append((child, occasion))
    if len(ended) != quarter.orders:
        raise ValueError(f"{quarter.label}: {len(ended)} orders end, {quarter.orders} planned")
    how_they_ended(rng, quarter, ended)
    return left


def _end_for(
    rng: random.Random, book: OrderBook, child: Child, occasion: Occasion, days: tuple[date, date]
) -> date | None:
    """A last day in the quarter for an order made on the occasion; None where none fits."""
    earliest, latest = max(days[0], occasion.on + _SHORTEST), min(days[1], occasion.on + _LONGEST)
    if earliest > latest or rng.random() < 0.25:  # noqa: PLR2004 - some are fined or discharged, so not all are taken
        return None
    end = weekday_between(rng, earliest, latest)
    return end if days[0] <= end <= days[1] and book.has_room(child, end) else None


def relevant_disposal(rng: random.Random, occasion: Occasion) -> str:
    """A disposal that counts as relevant on that day."""
    if occasion.group == "Pre-Court":
        return "YOUTH_CONDITIONAL_CAUTION" if occasion.on >= CAUTIONS_FROM else "FINAL_WARNING_WITH_INTERVENTION"
    if occasion.kind == "entry" or rng.random() < 0.3:  # noqa: PLR2004
        return "REFERRAL_ORDER"
    if rng.random() < 0.25:  # noqa: PLR2004
        return "REPARATION_ORDER"
    if occasion.on >= YRO_FROM + timedelta(days=60) and min(o.on for o in occasion.offences) >= YRO_FROM:
        return "YOUTH_REHABILITATION_ORDER"
    return rng.choices(["SUPERVISION_ORDER", "ACTION_PLAN_ORDER", "CRO", "CPRO"], [45, 30, 15, 10])[0]


def how_they_ended(rng: random.Random, quarter: QuarterPlan, ended: list[Order]) -> None:
    """Share the quarter's education and accommodation results over its orders."""
    results = [place < quarter.eet for place in range(len(ended))]
    rng.shuffle(results)
    homes = [place < quarter.housed for place in range(len(ended))]
    rng.shuffle(homes)
    for order, eet, housed in zip(ended, results, homes, strict=True):
        order.eet, order.housed, order.counted = eet, housed, True
        order.reason = rng.choices(["completed", "revoked", "breached", "resentenced"], [82, 9, 6, 3])[0]


def _still_running(rng: random.Random, book: OrderBook, waiting: list[tuple[Child, Occasion]]) -> None:
    """Recent occasions without an end: most led to an order that still runs on the extract date."""
    for child, occasion in waiting:
        recent = occasion.on >= _OPEN_FROM and occasion.group == "Court"
        young = eighteenth(child.born) > add_months(EXTRACT_DAY, -6)
        if recent and young and rng.random() < 0.6:  # noqa: PLR2004
            occasion.legal = relevant_disposal(rng, occasion)
            book.add(child, occasion.legal, occasion.on, None)
