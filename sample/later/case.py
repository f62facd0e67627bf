"""The later months as rows of the case system's extracts, and what became of rows that stood there before.

Only the laying out belongs here. Cells are written as in `sample.case_rows`; the British dates of the hearings are the
writer's business.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from sample import support, support_rows
from sample.case_rows import Row, Rows, offences_and_outcomes, persons
from sample.dates import age_on
from sample.dirt import Tables
from sample.disposals import settle_disposals
from sample.domains.made import Made
from sample.later.careers import FIRST, LATE_ENTRY, LATE_SENTENCE, go_on
from sample.later.orders import Happened, began_later, ended_later, go_on_with_orders
from sample.later.renumber import renumbered
from sample.orders import Order, OrderBook
from sample.people import Child
from sample.plan import load_plan
from sample.quarters import HORIZON
from sample.remands import Episode, Span, make_remands
from sample.world import made_world

PLAN = Path(__file__).with_name("plan.yaml")
_LATE = frozenset({LATE_ENTRY.isoformat(), LATE_SENTENCE.isoformat()})
_OWN_NUMBERS = {
    "offences": ("offence_id",), "outcomes": ("outcome_id", "offence_id", "sentencing_occasion_id"),
    "hearings": ("hearing_id",), "remand_episodes": ("episode_id",), "ete_status": ("ete_id",),
    "accommodation": ("accommodation_id",),
}  # fmt: skip


@dataclass(frozen=True)
class Later:
    """The world on 30 June 2015.

    Attributes:
        made: children, orders and remands of the whole time.
        new: rows that no extract of 2014-15 Q3 has.
        ended: orders that were open in those extracts and have ended since.
        late: numbers of the new rows that tell of December 2014.
    """

    made: Made
    new: Tables
    ended: tuple[Order, ...]
    late: frozenset[str]


@cache
def later_world() -> Later:
    """The later months, made once; the earlier world stays as it was."""
    earlier, plan = made_world(), load_plan(PLAN)
    children, book, episodes = copy.deepcopy((earlier.children, earlier.book, earlier.episodes))
    known = {child.serial: len(child.occasions) for child in children}
    go_on(children, plan)
    happened = [Happened(child, one) for child in children for one in child.occasions[known.get(child.serial, 0) :]]
    go_on_with_orders(book, children, happened, plan)
    settle_disposals(children, "later disposals")
    remands = make_remands(plan, children, Span("later remands", FIRST, HORIZON))
    new = _rows(children, happened, book, remands)
    _join_awaited(new, earlier.tables["offences"], earlier.tables["outcomes"])
    _charge_later(new, {child.ypid: child.born for child in children})
    for row in (*new["ete_status"], *new["accommodation"]):
        row["start_date"] = max(row["start_date"], FIRST.isoformat())
    new["persons"] = persons([child for child in children if child.serial not in known], "later persons")
    tables = {name: [*earlier.tables[name], *rows] for name, rows in new.items()}
    made = Made(children, book, [*episodes, *remands], tables)
    return Later(made, new, tuple(filter(ended_later, book.orders)), _late(new))


def _rows(children: list[Child], happened: list[Happened], book: OrderBook, remands: list[Episode]) -> Tables:
    """Rows of what happened, in the order of the extracts, under numbers of their own."""
    told = _with_these_alone(children, happened)
    offences, outcomes = offences_and_outcomes(told, "later offences and outcomes")
    orders = [one for one in book.orders if began_later(one)]
    there = _recorded_anew(book, orders)
    rows: Tables = {
        "persons": [],
        "offences": offences,
        "outcomes": outcomes,
        "hearings": support_rows.hearings(told, remands, "later "),
        "remand_episodes": support_rows.remand_episodes(remands, "later remand rows"),
        "interventions": support_rows.interventions(orders, "later interventions"),
        "ete_status": support_rows.ete_status(support.education(there, "later education"), HORIZON),
        "accommodation": support_rows.accommodation(support.homes(there, "later homes"), HORIZON),
    }
    return {name: renumbered(made, _OWN_NUMBERS.get(name, ())) for name, made in rows.items()}


def _recorded_anew(book: OrderBook, orders: list[Order]) -> list[Order]:
    """The new orders whose child has no older one still open: education and homes of those are recorded already."""
    open_before = {one.child.serial for one in book.orders if not began_later(one) and one.end is None}
    return [one for one in orders if one.child.serial not in open_before]


def _with_these_alone(children: list[Child], happened: list[Happened]) -> list[Child]:
    """The children as if nothing but the later occasions had happened."""
    by_child: dict[int, list[Happened]] = {}
    for one in happened:
        by_child.setdefault(one.child.serial, []).append(one)
    return [
        replace(child, occasions=[one.occasion for one in by_child[child.serial]])
        for child in children
        if child.serial in by_child
    ]


def _join_awaited(new: Tables, offences: Rows, outcomes: Rows) -> None:
    """Put the results of offences that were waiting for a court under the numbers those offences have had."""
    decided = {row["offence_id"] for row in outcomes}
    waiting = {_deed(row): row["offence_id"] for row in offences if row["offence_id"] not in decided}
    old = {row["offence_id"]: waiting[_deed(row)] for row in new["offences"] if _deed(row) in waiting}
    new["offences"] = [row for row in new["offences"] if row["offence_id"] not in old]
    for row in new["outcomes"]:
        row["offence_id"] = old.get(row["offence_id"], row["offence_id"])


def _deed(row: Row) -> tuple[str, str]:
    return row["ypid"], row["offence_date"]


def _charge_later(new: Tables, births: Mapping[str, date]) -> None:
    """Move charges and first hearings behind the extracts of Q3, which know nothing of them; late results excepted."""
    decided = {row["offence_id"]: row["outcome_date"] for row in new["outcomes"]}
    first = FIRST.isoformat()
    for row in new["offences"]:
        if row["charge_date"] and decided[row["offence_id"]] not in _LATE:
            row["charge_date"] = max(row["charge_date"], first)
            row["first_hearing_date"] = max(row["first_hearing_date"], first)
            heard = date.fromisoformat(row["first_hearing_date"])
            row["age_at_first_hearing"] = str(age_on(births[row["ypid"]], heard))


def _late(new: Tables) -> frozenset[str]:
    """Numbers of the rows that tell of the two results of December."""
    outcomes = [row for row in new["outcomes"] if row["outcome_date"] in _LATE]
    hearings = [row["hearing_id"] for row in new["hearings"] if row["hearing_date"] in _LATE]
    return frozenset([*hearings, *(row[name] for row in outcomes for name in ("outcome_id", "offence_id"))])
