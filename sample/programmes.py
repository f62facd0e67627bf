"""Orders and programmes that are recorded but are no relevant order ended, planted beside those that are.

Only those belong here: prevention work, attendance centres, orders transferred out, and orders of children who live
elsewhere.
"""

from __future__ import annotations

from datetime import date, timedelta

from sample.chance import day_between, pick, stream
from sample.dates import LAST_DAY
from sample.orders import OrderBook
from sample.people import Child

_PREVENTION = 160
_MORE_IN_2010 = 3
_TRANSFERRED = 16
_ELSEWHERE = 24
_LAST_START = LAST_DAY - timedelta(days=60)
_WITHOUT_SUPERVISION = {"CURFEW": 55, "ATTENDANCE_CENTRE": 45}


def plant_programmes(book: OrderBook, children: list[Child]) -> None:
    """Add the programmes; none is of a child with a counted order."""
    rng = stream("programmes")
    counted = {order.child.serial for order in book.orders}
    free = [child for child in children if child.serial not in counted and not child.deleted]
    here = [child for child in free if child.occasions[0].kind == "diversion" and child.occasions[0].on < _LAST_START]
    for child in rng.sample(here, _PREVENTION):
        start = child.occasions[0].on + timedelta(days=rng.randint(5, 30))
        _ended(book, child, pick(rng, {"YISP": 80, "ACCEPTABLE_BEHAVIOUR_CONTRACT": 20}), start)
    for child in free:
        for occasion in child.occasions:
            if occasion.legal in _WITHOUT_SUPERVISION and occasion.local:
                _ended(book, child, occasion.legal, occasion.on)
    moved = rng.sample(
        [child for child in free if child.occasions[0].kind == "entry" and child.occasions[0].on < _LAST_START],
        _TRANSFERRED + _ELSEWHERE,
    )
    for place, child in enumerate(moved):
        start = day_between(rng, child.occasions[0].on, child.occasions[0].on + timedelta(days=60))
        _ended(book, child, "REFERRAL_ORDER", start)
        order = book.orders[-1]
        order.reason = "transferred" if place < _TRANSFERRED else "completed"
        order.local_start, order.local_end = place < _TRANSFERRED, False
    _more_prevention(book, here)


def _more_prevention(book: OrderBook, here: list[Child]) -> None:
    """A few programmes more in 2010-11, so that 46.2% (D11) is a share that whole children can make: 12 of 26."""
    taken = {order.child.serial for order in book.orders}
    left = [
        child
        for child in here
        if child.serial not in taken and date(2010, 1, 4) <= child.occasions[0].on <= date(2010, 11, 30)
    ]
    for child in left[:_MORE_IN_2010]:
        _ended(book, child, "PREVENTION_PROGRAMME", child.occasions[0].on + timedelta(days=10))


def _ended(book: OrderBook, child: Child, disposal: str, start: date) -> None:
    end = start + timedelta(days=120)
    book.add(child, disposal, start, end if end <= LAST_DAY else None)
