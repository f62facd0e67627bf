"""The made-up logs of families: open to SLF or Changing Lives, sexual exploitation, violence towards parents.

Each share that the plan of 2015 prints as "about" is met to the nearest whole per cent on one day of 2014; cases that
closed the day before, or opened the day after, stand beside.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import EXTRACT_DAY, LAST_DAY
from sample.domains.made import Made
from sample.domains.specialist.caseload import deleted_child, each_once, open_in, who, worked_with
from sample.orders import Order
from sample.people import COPY, RUTLAND

#: "around 10% of all YOS statutory and non statutory prevention cases" in "a snapshot ... during 2014" (D15 section 7).
_FAMILIES_ON, _FAMILIES_SHARE, _FAMILIES_OPENED = date(2014, 3, 31), 0.10, date(2013, 4, 1)
#: "around 15% of the young people being worked with", 2014 (D15 section 7).
_VIOLENCE_ON, _VIOLENCE_SHARE, _VIOLENCE_OPENED = date(2014, 6, 30), 0.15, date(2014, 1, 6)
_CONCERNS_OPENED = date(2014, 4, 1)
_DAY = timedelta(days=1)
Stretch = tuple[str, date, date | None]


def _standing(rng: random.Random, made: Made, on: date, share: float, since: date) -> list[Stretch]:
    """Children of whom something stands on a day, as many as make the share; and four who miss it by a day."""
    there = each_once(open_in(worked_with(made), on, on))
    chosen = rng.sample(there, round(share * len(there)) + 4)
    hits, misses = chosen[:-4], chosen[-4:]
    return [
        *((_of(order), day_between(rng, since, on), _closes(rng, on)) for order in hits[2:]),
        # Opened, or closed, on the day itself.
        (_of(hits[0]), on, None),
        (_of(hits[1]), since, on),
        *((_of(order), since, on - _DAY) for order in misses[:2]),
        *((_of(order), on + _DAY, None) for order in misses[2:]),
    ]


def _of(order: Order) -> str:
    return order.child.ypid


def _closes(rng: random.Random, on: date) -> date | None:
    """A day after that one, or none yet."""
    last = day_between(rng, on, EXTRACT_DAY)
    return last if rng.random() < 0.6 else None  # noqa: PLR2004


def supporting_families(made: Made) -> Rows:
    """One row per member in a family's case; members the service does not know have no number."""
    rng = stream("specialist families")
    districts = {child.ypid: child.district for child in made.children}
    told: list[Stretch] = _standing(rng, made, _FAMILIES_ON, _FAMILIES_SHARE, _FAMILIES_OPENED)
    told += [("", day_between(rng, _FAMILIES_OPENED, LAST_DAY), None) for _ in range(12)]
    told.append((deleted_child(made).ypid, _FAMILIES_OPENED, None))
    told.sort(key=lambda one: (one[1], one[0], one[2] or date.max))
    return [
        as_row({
            "family_case_id": f"FM{number:03d}{COPY}",
            "family_id": f"FA{1 + number // 2:03d}{COPY}",
            "ypid": ypid,
            "family_programme": "Changing Lives" if districts.get(ypid) == RUTLAND else "SLF",
            "opened_date": opened,
            "closed_date": closed,
        })
        for number, (ypid, opened, closed) in enumerate(told, start=1)
    ]  # fmt: skip


def child_to_parent_violence(made: Made) -> Rows:
    """One row per concern."""
    rng = stream("specialist violence")
    told = _standing(rng, made, _VIOLENCE_ON, _VIOLENCE_SHARE, _VIOLENCE_OPENED)
    told.append((deleted_child(made).ypid, _VIOLENCE_OPENED, None))
    told.sort(key=lambda one: (one[1], one[0]))
    return [
        as_row({
            "ypid": ypid,
            "violence_identified": identified,
            "violence_resolved": resolved,
            "identified_by": pick(rng, {"Practitioner": 60, "Parent": 25, "Police": 15}),
        })
        for ypid, identified, resolved in told
    ]  # fmt: skip


def exploitation(made: Made) -> Rows:
    """One row per concern; first suspected, then known, for some; return interviews due within three days."""
    rng = stream("specialist exploitation")
    there = each_once(open_in(worked_with(made), _CONCERNS_OPENED, LAST_DAY))
    chosen = sorted(rng.sample(there, 14), key=lambda order: who(order.child))
    rows: Rows = []
    for place, order in enumerate(chosen):
        # The log opens with the measure, in April 2014.
        first = _CONCERNS_OPENED if place == 0 else day_between(rng, _CONCERNS_OPENED, date(2014, 11, 30))
        turned = day_between(rng, first + _DAY, LAST_DAY) if place % 3 == 0 else None
        stages = [("Suspected", first, turned and turned - _DAY), *([("Known", turned, None)] if turned else [])]
        rows += [_concern(rng, len(rows) + 1 + shift, order, stage) for shift, stage in enumerate(stages)]
    return rows


def _concern(rng: random.Random, number: int, order: Order, stage: tuple[str, date, date | None]) -> dict[str, str]:
    concern, first, last = stage
    missing = rng.random() < 0.7  # noqa: PLR2004
    due = first + timedelta(days=3) if missing else None
    held = due + timedelta(days=rng.choice((-1, 0, 1))) if due and rng.random() < 0.8 else None  # noqa: PLR2004
    return as_row({
        "exploitation_id": f"CE{number:03d}{COPY}",
        "ypid": order.child.ypid,
        "concern": concern,
        "start_date": first,
        "end_date": last,
        "return_interview_due": due,
        "return_interview_done": held,
    })  # fmt: skip
