"""Reparation, unpaid work and group work of the made-up service.

Printed are 3,150 hours of reparation, taken for the whole of 2010-11; the sessions behind them are ours.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import stream, weekday_between
from sample.dates import LAST_DAY, age_on
from sample.domains.made import Made
from sample.orders import Order
from sample.people import COPY

_COURT_ORDERS = frozenset({"REFERRAL_ORDER", "REPARATION_ORDER", "YOUTH_REHABILITATION_ORDER", "SUPERVISION_ORDER"})
_PLACES = ("Invented hospice garden", "Invented canal towpath", "Invented charity shop", "Invented churchyard")
#: Hours as officers write them; all are seven.
_SEVEN = ("7", "7", "7", "7", "7.0", "7:00", "7h", "7 hours", "420 min")
#: The same of three and a half.
_HALF_DAY = ("3.5", "3.5", "3h30", "3:30", "210 min")
#: Full and half days of 2010-11: 420 x 7 + 60 x 3.5 = 3,150 hours.
_FULL_DAYS, _HALF_DAYS = 420, 60
_SEVENTEEN = 17


@dataclass(frozen=True)
class _Work:
    """One session to be written: under whose order, when, how long, of which kind."""

    order: Order
    day: date
    hours: str
    unpaid: bool = False


def reparation(made: Made) -> Rows:
    """One row per attendance; the last is of an order that is not known (a query)."""
    rng = stream("statutory reparation")
    orders = _orders(made)
    work = _of_2010(rng, orders) + _of_other_years(rng, orders) + _unpaid(rng, orders)
    work.sort(key=lambda one: (one.day, one.order.serial))
    rows = [_session(rng, one, number) for number, one in enumerate(work, start=1)]
    stray = {"reparation_session_id": f"RS99999{COPY}", "programme_id": f"PR99999{COPY}", "session_date": "2010-06-02"}
    return [*rows, rows[-1] | stray]


def _orders(made: Made) -> list[Order]:
    """Court orders of children on the books, in the order of the book."""
    return [order for order in made.book.orders if order.disposal in _COURT_ORDERS and not order.child.deleted]


def _last(order: Order) -> date:
    return order.end or LAST_DAY


def _on(rng: random.Random, orders: list[Order], day: date) -> Order:
    """An order that ran on the day."""
    return rng.choice([order for order in orders if order.start <= day <= _last(order)])


def _of_2010(rng: random.Random, orders: list[Order]) -> list[_Work]:
    """The printed year, its first and last day among them; the day before and the day after lie outside."""
    first, last = date(2010, 4, 1), date(2011, 3, 31)
    days = [first, last] + [weekday_between(rng, first, last) for _ in range(_FULL_DAYS + _HALF_DAYS - 2)]
    hours = [rng.choice(_SEVEN) for _ in range(_FULL_DAYS)] + [rng.choice(_HALF_DAY) for _ in range(_HALF_DAYS)]
    made = [_Work(_on(rng, orders, day), day, worked) for day, worked in zip(days, hours, strict=True)]
    outside = (first - timedelta(days=1), last + timedelta(days=1))
    return made + [_Work(_on(rng, orders, day), day, "7") for day in outside]


def _of_other_years(rng: random.Random, orders: list[Order]) -> list[_Work]:
    """Some twenty sessions a year before and after, from April 2009."""
    days = [date(2009, 4, 2)]
    for year in (2009, 2011, 2012, 2013, 2014):
        last = min(date(year + 1, 3, 30), LAST_DAY)
        days += [weekday_between(rng, date(year, 4, 4), last) for _ in range(20)]
    return [_Work(_on(rng, orders, day), day, rng.choice(_SEVEN + _HALF_DAY)) for day in days]


def _unpaid(rng: random.Random, orders: list[Order]) -> list[_Work]:
    """Unpaid work from April 2014, when the service took it on; most by 17-year-olds, some a little younger."""
    found: list[_Work] = []
    for order in orders:
        day = max(order.start + timedelta(days=14), date(2014, 4, 7))
        old_enough = age_on(order.child.born, day) in (_SEVENTEEN - 1, _SEVENTEEN)
        if order.disposal == "YOUTH_REHABILITATION_ORDER" and old_enough and day + timedelta(days=21) <= _last(order):
            found += [
                _Work(order, day + timedelta(days=7 * week), rng.choice(_HALF_DAY), unpaid=True) for week in range(3)
            ]
    return found[:60]


def _session(rng: random.Random, work: _Work, number: int) -> Row:
    return as_row({
        "reparation_session_id": f"RS{number:05d}{COPY}",
        "programme_id": work.order.programme_id,
        "session_date": work.day,
        "reparation_hours": work.hours,
        "reparation_placement": rng.choice(_PLACES),
        "victim_chosen": rng.random() < 0.15,  # noqa: PLR2004
        "unpaid_work": work.unpaid,
    })  # fmt: skip


#: Programme, first session, sessions, children.
_RUNS = (
    ("Knife awareness, summer 2011", date(2011, 6, 6), 6, 8),
    ("Knife awareness, spring 2012", date(2012, 3, 5), 6, 8),
    ("Victim awareness, autumn 2012", date(2012, 10, 1), 5, 9),
    ("Positive choices, summer 2013", date(2013, 6, 3), 6, 7),
    ("Positive choices, winter 2014", date(2014, 1, 13), 6, 8),
    ("Knife awareness, summer 2014", date(2014, 6, 2), 6, 9),
    ("Reparation award, autumn 2014", date(2014, 9, 29), 6, 8),
)


def group_work(made: Made) -> Rows:
    """One row per child, programme and session; in one session nobody took the register of one child."""
    rng = stream("statutory group work")
    orders = _orders(made)
    rows: Rows = []
    for programme, first, sessions, children in _RUNS:
        running = [order for order in orders if order.start <= first <= _last(order)]
        for child in sorted({order.child.ypid for order in rng.sample(running, children)}):
            rows += _attendances(
                rng, (programme, child), [first + timedelta(days=7 * week) for week in range(sessions)]
            )
    rows[10]["attended"] = ""
    # The same programme as another officer typed it.
    for row in rows[:3]:
        row["group_programme"] = row["group_programme"].upper()
    return rows


def _attendances(rng: random.Random, whose: tuple[str, str], days: list[date]) -> Rows:
    """One child's sessions of one programme; who missed more than two did not complete it."""
    there = [rng.random() < 0.82 for _ in days]  # noqa: PLR2004
    there[0] = True
    completed = there.count(False) <= 2  # noqa: PLR2004
    award = completed and whose[0].startswith("Reparation award")
    return [
        as_row({
            "group_programme": whose[0],
            "session_date": day,
            "ypid": whose[1],
            "attended": came,
            "programme_completed": completed and day == days[-1],
            "achievement_award": award and day == days[-1],
        })
        for day, came in zip(days, there, strict=True)
    ]  # fmt: skip
