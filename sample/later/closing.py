"""What became of rows that were open in the extracts of 2014-15 Q3: ended orders, work that came to its end.

Only changes of existing rows belong here, each by the row's number; new rows of children whose provision or home
changed at the end of an order are made here too.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import stream
from sample.dirt import NO_DATE, Tables
from sample.later.careers import FIRST
from sample.orders import Order
from sample.people import COPY
from sample.quarters import HORIZON
from sample.support_rows import interventions

#: A file of the case system has the columns of the order's end under these names.
_OF_THE_END = ("end_date", "planned_end", "end_reason", "successfully_completed", "residence_on_end", "school_age_end")
_AFTER, _BEFORE = timedelta(days=14), timedelta(days=7)


@dataclass(frozen=True)
class Closing:
    """How an extract's open rows end.

    Attributes:
        start: column with the day from which a row is open.
        end: column with the day it ends.
        days: fewest and most days from start to end.
        told: what else stands in a row that has ended.
    """

    start: str
    end: str
    days: tuple[int, int]
    told: tuple[tuple[str, str], ...] = ()


CLOSINGS = {
    "substance_misuse": Closing("sm_treatment_start", "sm_treatment_end", (60, 200)),
    "mental_health": Closing("mh_treatment_start", "mh_treatment_end", (60, 240)),
    "yisp": Closing("yisp_start", "yisp_end", (60, 150)),
    "asb_cases": Closing("asb_start", "asb_end", (60, 150)),
    "out_of_court": Closing("ooc_start", "ooc_end", (40, 120), (("ooc_completed", "Yes"),)),
    "impact_areas": Closing("impact_start", "impact_end", (60, 130), (("impact_completed", "Yes"),)),
    "qa_audits": Closing("action_due", "action_done", (0, 60)),
    "care_status": Closing("care_start", "care_end", (200, 900)),
    "send": Closing("send_start", "send_end", (200, 900)),
    "mappa": Closing("start_date", "end_date", (120, 300)),
    "exploitation": Closing("start_date", "end_date", (90, 300)),
    "supporting_families": Closing("opened_date", "closed_date", (300, 700)),
    "child_to_parent_violence": Closing("violence_identified", "violence_resolved", (200, 500)),
    "remand_episodes": Closing("start_date", "end_date", (20, 80), (("outcome_at_end", "Sentenced"),)),
}
#: Work begun before this day and still open is left as it is: nobody ever closed it.
_FORGOTTEN = "2013-01-01"
_DONE = 0.78


def close_rows(tables: Tables, ended: Iterable[Order]) -> Tables:
    """Change the tables' rows in place.

    Args:
        tables: every extract as of 2014-15 Q3.
        ended: orders open in them that have ended since.

    Returns:
        Rows to be added: where a child was at the end of an order, if not where it was before.
    """
    for name, closing in CLOSINGS.items():
        _close(stream(f"later closing {name}"), tables[name], closing)
    _parents_done(stream("later closing parenting"), tables["parenting"])
    return _end_orders(tables, tuple(ended))


def _close(rng: random.Random, rows: Rows, closing: Closing) -> None:
    for row in rows:
        if row[closing.start] >= _FORGOTTEN and not row[closing.end]:
            start = date.fromisoformat(row[closing.start])
            end = max(start + timedelta(days=rng.randint(*closing.days)), FIRST + timedelta(days=rng.randint(0, 40)))
            if end <= HORIZON:
                row.update(dict(closing.told) | {closing.end: end.isoformat()})


def _parents_done(rng: random.Random, rows: Rows) -> None:
    """Work with parents begun in the last months before."""
    for row in rows:
        if not row["parenting_completed"] and row["start_date"] > "2014-10-01":
            row["parenting_completed"] = "Yes" if int(row["sessions_attended"] or 0) and rng.random() < _DONE else "No"


def _end_orders(tables: Tables, ended: tuple[Order, ...]) -> Tables:
    """End the orders, and what was recorded of education and homes beside them, as each order says."""
    told = {row["programme_id"]: row for row in interventions(list(ended), "later ends")}
    for row in tables["interventions"]:
        if row["programme_id"] in told:
            row.update({name: told[row["programme_id"]][name] for name in _OF_THE_END})
    _end_supervision(tables["iss"], ended)
    # Of a child with two open orders the one that ends first settles what the records beside them say.
    orders = {one.child.ypid: one for one in sorted(ended, key=lambda one: one.end or HORIZON, reverse=True)}
    schools = _left(tables["ete_status"], {ypid: one for ypid, one in orders.items() if not one.eet})
    homes = _left(tables["accommodation"], {ypid: one for ypid, one in orders.items() if not one.housed})
    _leave(tables["ete_status"], orders)
    _leave(tables["accommodation"], orders)
    return {
        "ete_status": [_nothing(place, order) for place, order in enumerate(schools, start=1)],
        "accommodation": [_poor_home(place, order) for place, order in enumerate(homes, start=1)],
    }


def _end_supervision(rows: Rows, ended: tuple[Order, ...]) -> None:
    """Intensive supervision goes on no longer than its order."""
    ends = {one.programme_id: one.end for one in ended}
    for row in rows:
        if not row["end_date"] and ends.get(row["programme_id"]):
            row["end_date"] = str(ends[row["programme_id"]])


def _left(rows: Rows, orders: dict[str, Order]) -> list[Order]:
    """Orders whose child's open records end a week before them; those ends are set here."""
    found: dict[int, Order] = {}
    for row in _open(rows):
        order = orders.get(row["ypid"])
        if order and order.end:
            row["end_date"] = max(order.end - _BEFORE, FIRST).isoformat()
            found[order.serial] = order
    return [found[serial] for serial in sorted(found)]


def _leave(rows: Rows, orders: dict[str, Order]) -> None:
    """What goes on to the end of an order is recorded for two weeks more."""
    for row in _open(rows):
        order = orders.get(row["ypid"])
        if order and order.end and order.end + _AFTER <= HORIZON:
            row["end_date"] = (order.end + _AFTER).isoformat()


def _open(rows: Rows) -> Rows:
    return [row for row in rows if row["end_date"] in {"", NO_DATE}]


def _span(order: Order) -> dict[str, object]:
    end = order.end or HORIZON
    return {"start_date": max(end - _BEFORE, FIRST) + timedelta(days=1), "end_date": min(end + _AFTER, HORIZON)}


def _nothing(place: int, order: Order) -> Row:
    cells = {"provision": "NONE", "suitability": "UNSUITABLE", "hours_offered": 0, "hours_attended": 0}
    return as_row({"ete_id": f"ET8{place:04d}{COPY}", "ypid": order.child.ypid, **_span(order), **cells})


def _poor_home(place: int, order: Order) -> Row:
    cells = {"accommodation_type": "TEMPORARY_ACCOMMODATION", "suitability": "UNSUITABLE"}
    return as_row({"accommodation_id": f"AC8{place:04d}{COPY}", "ypid": order.child.ypid, **_span(order), **cells})
