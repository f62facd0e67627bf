"""The made-up logs of intensive supervision, of release from custody, and of moves to adult services."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import pick, stream
from sample.dates import EXTRACT_DAY, LAST_DAY, add_months, eighteenth
from sample.domains.made import Made
from sample.domains.specialist.caseload import LICENCE, PREVENTION, deleted_child, each_once, who, worked_with
from sample.orders import Order
from sample.people import COPY, Child

_ISS_OPENED = date(2009, 4, 1)
#: The plan of 2011 counts 16 released since Integrated Resettlement Support began; 13 agreed, 2 offended again.
_PRINTED_ON = date(2011, 3, 31)
_RELEASED, _AGREED, _AGAIN = 16, 13, 2
#: What the log calls the project, by the year it is first called so (T-38).
_PROJECTS = (
    (date(2009, 1, 1), ("IRS", "Integrated Resettlement Support", "IRS project")),
    (date(2013, 4, 1), ("IRIS", "IRIS project", "Integrated Resettlement and Intensive Support Project")),
    (date(2014, 7, 1), ("East Midlands resettlement consortium",)),
)
_MOVES_OPENED = date(2012, 4, 1)
_NEW_PROBATION = date(2014, 6, 1)


def iss(made: Made) -> Rows:
    """One row per programme: with bail, a youth rehabilitation order or a licence."""
    rng = stream("specialist iss")
    bail = [
        (episode.child, None, "Bail", episode.start, episode.end)
        for episode in made.episodes
        if episode.decision == "BAIL_WITH_ISS" and not episode.child.deleted
    ]
    kinds = {"YOUTH_REHABILITATION_ORDER": "Youth rehabilitation order", LICENCE: "Licence"}
    orders = [
        (order.child, order, kinds[order.disposal], order.start, order.end)
        for order in worked_with(made)
        if order.disposal in kinds and rng.random() < (0.5 if order.disposal == LICENCE else 0.12)
    ]
    begun = [one for one in (*bail, *orders) if _ISS_OPENED <= one[3] <= LAST_DAY]
    begun.append((deleted_child(made), None, "Bail", _ISS_OPENED, date(2009, 5, 1)))
    begun.sort(key=lambda one: (one[3], one[0].serial, one[2]))
    return [_iss_row(rng, number, one) for number, one in enumerate(begun, start=1)]


def _iss_row(rng: random.Random, number: int, one: tuple[Child, Order | None, str, date, date | None]) -> Row:
    child, order, kind, start, end = one
    last = min(end, start + timedelta(days=180)) if end else None
    planned = 25.0 if kind != "Bail" else 12.5
    share = rng.choice((0.6, 0.8, 0.9, 1.0))
    return as_row({
        "iss_id": f"IS{number:03d}{COPY}",
        "ypid": child.ypid,
        "programme_id": order.programme_id if order else "",
        "iss_type": kind,
        "start_date": start,
        "end_date": last,
        "weekly_hours_planned": planned,
        "weekly_hours_delivered": planned * share if rng.random() < 0.95 else None,  # noqa: PLR2004
        "breached": rng.random() < 0.25,  # noqa: PLR2004
    })  # fmt: skip


def resettlement(made: Made) -> Rows:
    """One row per release; the last sixteen children up to the plan's day are those it counts."""
    rng = stream("specialist resettlement")
    released = sorted(
        (order for order in worked_with(made) if order.disposal == LICENCE and order.start <= LAST_DAY),
        key=lambda order: (order.start, order.serial),
    )
    counted = each_once([order for order in reversed(released) if order.start <= _PRINTED_ON])[:_RELEASED][::-1]
    later = [order for order in released if order.start > _PRINTED_ON]
    return [_printed(rng, place, order) for place, order in enumerate(counted)] + [
        _after(rng, place, order) for place, order in enumerate(later)
    ]


def _printed(rng: random.Random, place: int, order: Order) -> Row:
    """One of the sixteen: all offered; the last three refused, one without a word; two offended again in time."""
    again = {
        0: order.start + timedelta(days=1),
        1: _PRINTED_ON,
        # A day too late; on the very day of release, which is not after it.
        2: _PRINTED_ON + timedelta(days=1),
        3: order.start,
    }
    agreed: bool | None = place < _AGREED
    if place == _RELEASED - 1:
        agreed = None
    return _release_row(rng, order, (True, agreed), again.get(place))


def _after(rng: random.Random, place: int, order: Order) -> Row:
    """A later release; the first of them was offered nothing, and of the others each in its turn refuses."""
    offered = place > 0 and rng.random() < 0.9  # noqa: PLR2004
    again = order.start + timedelta(days=rng.randint(5, 400)) if rng.random() < 0.3 else None  # noqa: PLR2004
    agreed = rng.random() < 0.75 if offered else None  # noqa: PLR2004
    return _release_row(rng, order, (offered, agreed), again if again and again <= EXTRACT_DAY else None)


def _release_row(rng: random.Random, order: Order, support: tuple[bool, bool | None], again: date | None) -> Row:
    names = [names for since, names in _PROJECTS if since <= order.start][-1]
    return as_row({
        "ypid": order.child.ypid,
        "released_date": order.start,
        "project": rng.choice(names),
        "support_offered": support[0],
        "support_accepted": support[1],
        "plan_date": order.start - timedelta(days=rng.randint(0, 30)) if support[1] else None,
        "accommodation_at_release": pick(rng, {"SUITABLE": 85, "UNSUITABLE": 15}),
        "ete_at_release": pick(rng, {"SUITABLE": 55, "UNSUITABLE": 40, "UNKNOWN": 5}),
        "reoffended_date": again,
    })  # fmt: skip


def transitions(made: Made) -> Rows:
    """One row per child who turns 18 while a statutory order runs on; a few of those due are missing."""
    rng = stream("specialist transitions")
    due = [
        order
        for order in each_once(worked_with(made))
        if order.disposal not in PREVENTION
        and _MOVES_OPENED <= eighteenth(order.child.born) <= add_months(LAST_DAY, 6)
        and order.start <= eighteenth(order.child.born) < (order.end or date.max)
    ]
    due.sort(key=lambda order: (eighteenth(order.child.born), who(order.child)))
    return [_transition_row(rng, order) for order in due if rng.random() < 0.9]  # noqa: PLR2004


#: Days before 18 that cases move, and how often; on the day, and a day late, among them.
_DAYS_BEFORE = {200: 4, 120: 14, 60: 30, 31: 8, 14: 22, 0: 8, -1: 6, -20: 8}


def _transition_row(rng: random.Random, order: Order) -> Row:
    birthday = eighteenth(order.child.born)
    moved: date | None = birthday - timedelta(days=pick(rng, _DAYS_BEFORE))
    first = max(order.start, _MOVES_OPENED)
    if moved and (not first <= moved <= LAST_DAY or rng.random() < 0.2):  # noqa: PLR2004
        moved = None
    referred = max(first, birthday - timedelta(days=150))
    asked = moved or rng.random() < 0.5  # noqa: PLR2004
    return as_row({
        "ypid": order.child.ypid,
        "eighteenth_birthday": birthday,
        "order_end": order.end,
        "transfer_referred": min(referred, moved or LAST_DAY) if asked else None,
        "accepted_by": _taker(rng, moved) if moved else "",
        "transferred_date": moved,
        "reason_not": "" if moved else "Order due to end soon after 18",
    })  # fmt: skip


def _taker(rng: random.Random, moved: date) -> str:
    return pick(rng, {"NPS": 30, "CRC": 70}) if moved >= _NEW_PROBATION else "Probation Trust"
