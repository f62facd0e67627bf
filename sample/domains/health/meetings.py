"""Contacts of the orders of the last half year: mostly as many as the level asks for, at times one fewer."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import LAST_DAY, add_months
from sample.domains.health.levels import SUPERVISED
from sample.domains.made import Made
from sample.orders import Order
from sample.people import COPY

#: The log of contacts begins here.
FIRST = date(2014, 7, 1)
_ENHANCED, _INTENSIVE = 15, 33
#: Contacts a month by level, in the first three months and later.
_DUE = {"intensive": (12, 4), "enhanced": (4, 2), "standard": (2, 1)}
_TYPES = {"OFFICE": 5, "HOME_VISIT": 3, "GROUP": 1, "REPARATION": 1}
_MISSED = {"no-acceptable": 2, "no-unacceptable": 1}


def contacts(made: Made, assessments: Rows) -> Rows:
    """One row per contact, by day."""
    rng = stream("health contacts")
    rows: Rows = []
    for order in made.book.orders:
        if order.disposal in SUPERVISED and (order.end is None or order.end >= FIRST) and order.start <= LAST_DAY:
            mine = [row for row in assessments if row["ypid"] == order.child.ypid]
            rows += _of_order(rng, order, mine)
    rows.sort(key=lambda row: (row["contact_date"], row["programme_id"], row["contact_type"]))
    return [row | {"contact_id": f"CT{number:05d}{COPY}"} for number, row in enumerate(rows, start=1)]


def _of_order(rng: random.Random, order: Order, assessments: Rows) -> Rows:
    """The contacts of one order, month by month."""
    rows: Rows = []
    for month in (add_months(FIRST, place) for place in range(6)):
        last = add_months(month, 1) - timedelta(days=1)
        first, until = max(month, order.start), min(last, order.end or last)
        level = _level([row for row in assessments if row["assessment_date"] <= month.isoformat()])
        if first <= until:
            early = last < add_months(order.start, 3)
            number = max(0, _DUE[level][0 if early else 1] + rng.choice((0, 0, 0, 0, 1, -1)))
            rows += [_row(rng, order, day_between(rng, first, until), "yes") for _ in range(number)]
            if rng.random() < 0.3:  # noqa: PLR2004 - a missed one is no contact
                rows.append(_row(rng, order, day_between(rng, first, until), pick(rng, _MISSED)))
    return rows


def _level(assessments: Rows) -> str:
    """Level of the newest assessment; standard where there is none yet."""
    if not assessments:
        return "standard"
    newest = assessments[-1]
    score, rosh = int(newest["asset_score"] or 0), newest["rosh"]
    if score >= _INTENSIVE or rosh in {"high", "very high"}:
        return "intensive"
    return "enhanced" if score >= _ENHANCED or rosh == "medium" else "standard"


def _row(rng: random.Random, order: Order, day: date, attended: str) -> Row:
    return as_row({
        "contact_id": "",
        "programme_id": order.programme_id,
        "contact_date": day,
        "contact_type": pick(rng, _TYPES),
        "contact_planned": rng.random() < 0.9,  # noqa: PLR2004
        "contact_attended": attended,
        "level_on_date": "",
    })  # fmt: skip
