"""Assessments: the caseload of 31 March 2011 as the plan prints it, and Assets at the start and end of orders since."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import EXTRACT_DAY
from sample.domains.made import Made
from sample.orders import Order
from sample.people import COPY, Child

#: Orders that the Scaled Approach applies to.
SUPERVISED = frozenset(
    {
        "REFERRAL_ORDER",
        "ACTION_PLAN_ORDER",
        "SUPERVISION_ORDER",
        "CRO",
        "CPRO",
        "DTTO",
        "YOUTH_REHABILITATION_ORDER",
        "DETENTION_AND_TRAINING_ORDER",
    }
)
#: The day the plan of 2011/12 is read as at, and how many children were at each level: 33, 48 and 2 of 83 are the only
#: numbers below 166 that round to 39.8%, 57.8% and 2.4%.
AS_AT = date(2011, 3, 31)
_LEVELS = ("intensive",) * 33 + ("enhanced",) * 48 + ("standard",) * 2
#: Score and risk that make each level, the bounds of the bands among them.
_WAYS = {
    "intensive": ((33, "low"), (40, "medium"), (64, "low"), (20, "high"), (14, "very high")),
    "enhanced": ((15, "low"), (32, "low"), (24, "medium"), (14, "medium")),
    "standard": ((14, "low"), (0, "low")),
}
_RISK = {"low": 50, "medium": 38, "high": 11, "very high": 1}


def assessments(made: Made) -> Rows:
    """One row per assessment, by day."""
    rng = stream("health assessments")
    orders = [one for one in made.book.orders if one.disposal in SUPERVISED and not one.child.deleted]
    rows = [*_caseload(rng, orders), *_near_misses(orders)]
    for order in orders:
        rows += _of_order(rng, order)
    rows.sort(key=lambda row: (row["assessment_date"], row["ypid"], row["stage"]))
    return [row | {"assessment_id": f"AS{number:05d}{COPY}"} for number, row in enumerate(rows, start=1)]


def open_cases(orders: list[Order]) -> list[Child]:
    """Children living here with an order open on that day, in the order of their numbers."""
    there = {
        one.child.serial: one.child
        for one in orders
        if one.local_start and one.start <= AS_AT and (one.end is None or one.end >= AS_AT)
    }
    return [there[serial] for serial in sorted(there)]


def _caseload(rng: random.Random, orders: list[Order]) -> Rows:
    """One review of each child with a level on that day, the last of them on the day itself."""
    cases = open_cases(orders)
    if len(cases) < len(_LEVELS):
        raise ValueError(f"{len(cases)} cases are open on {AS_AT}, {len(_LEVELS)} are printed")
    rows = []
    for place, (child, level) in enumerate(zip(cases, _LEVELS, strict=False)):
        score, rosh = _WAYS[level][place % len(_WAYS[level])]
        day = AS_AT if place == 0 else day_between(rng, date(2011, 1, 4), AS_AT)
        rows.append(_row(child, "review", day, (score, rosh)))
    return rows


def _near_misses(orders: list[Order]) -> Rows:
    """Of the open cases without a level on that day: assessed a day late, for prevention, or without score and risk."""
    rest = open_cases(orders)[len(_LEVELS) :]
    late = [_row(child, "review", AS_AT + timedelta(days=1), (18, "low")) for child in rest[2:]]
    onset = [_row(child, "review", date(2011, 2, 1), (10, "low")) | {"tool": "ONSET"} for child in rest[:1]]
    bare = [_row(child, "review", date(2011, 2, 2), (None, "")) | {"tool": "ASSETPLUS"} for child in rest[1:2]]
    return [*late, *onset, *bare]


def _of_order(rng: random.Random, order: Order) -> Rows:
    """An Asset at the start of an order begun since, and one at its end, mostly lower."""
    if order.start <= AS_AT:
        return []
    score = rng.randint(6, 48)
    risk = pick(rng, _RISK)
    family = rng.randint(0, 4)
    day = min(order.start + timedelta(days=rng.randint(0, 10)), EXTRACT_DAY)
    rows = [_row(order.child, "start", day, (score, risk)) | {"family_score": str(family)}]
    if order.end and order.end > day and rng.random() < 0.9:  # noqa: PLR2004 - some work ends unassessed
        last = max(0, score + rng.randint(-14, 5))
        rows.append(_row(order.child, "end", order.end, (last, risk)) | {"family_score": str(family)})
    return rows


def _row(child: Child, stage: str, day: date, told: tuple[int | None, str]) -> Row:
    return as_row({
        "assessment_id": "",
        "ypid": child.ypid,
        "stage": stage,
        "assessment_date": day,
        "completed_date": min(day + timedelta(days=4), EXTRACT_DAY),
        "tool": "ASSET",
        "asset_score": told[0],
        "rosh": told[1],
        "safety_wellbeing": "",
        "scaled_level": "",
        "mappa_level": None,
        "family_score": None,
    })  # fmt: skip
