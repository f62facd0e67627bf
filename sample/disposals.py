"""What each occasion's legal outcome was, once it is known which of them led to an order.

Only the choice of codes belongs here (measures.md C2). Where an order was made its disposal stands already; the rest
are discharged, fined, reprimanded, warned or cautioned as the law of the day allowed.
"""

from __future__ import annotations

import random
from datetime import date

from sample.chance import pick, stream
from sample.dates import CAUTIONS_FROM
from sample.events import Group, Occasion
from sample.people import Child

GROUP_OF: dict[str, Group] = {
    **dict.fromkeys(
        ("REPRIMAND", "FINAL_WARNING_WITH_INTERVENTION", "FINAL_WARNING_WITHOUT_INTERVENTION"), "Pre-Court"
    ),
    **dict.fromkeys(("YOUTH_CAUTION", "YOUTH_CAUTION_WITH_INTERVENTION", "YOUTH_CONDITIONAL_CAUTION"), "Pre-Court"),
    **dict.fromkeys(
        ("REFERRAL_ORDER", "REPARATION_ORDER", "FINE", "CONDITIONAL_DISCHARGE", "ABSOLUTE_DISCHARGE"), "First-tier"
    ),
    **dict.fromkeys(("COMPENSATION_ORDER", "BIND_OVER"), "First-tier"),
    **dict.fromkeys(("SUPERVISION_ORDER", "ACTION_PLAN_ORDER", "CRO", "CPRO"), "Community"),
    **dict.fromkeys(("CURFEW", "ATTENDANCE_CENTRE", "YOUTH_REHABILITATION_ORDER"), "Community"),
    **dict.fromkeys(("DETENTION_AND_TRAINING_ORDER", "SECTION_90_91_DETENTION"), "Custody"),
    **dict.fromkeys(("COMMUNITY_RESOLUTION", "PENALTY_NOTICE_FOR_DISORDER", "NO_FURTHER_ACTION"), "Diversion"),
}
_LESSER = {"CONDITIONAL_DISCHARGE": 46, "FINE": 32, "ABSOLUTE_DISCHARGE": 10, "COMPENSATION_ORDER": 8, "BIND_OVER": 4}
_LESSER_OLD = {**_LESSER, "CURFEW": 6, "ATTENDANCE_CENTRE": 9}
_OLD_ORDERS_UNTIL = date(2009, 11, 30)


def settle_disposals(children: list[Child], part: str = "disposals") -> None:
    """Choose the legal outcome of every occasion still without one, and its outcome group from that.

    Args:
        children: every record; occasions are changed in place.
        part: name of the stream of chance.
    """
    rng = stream(part)
    for child in children:
        warned = False
        for occasion in sorted(child.occasions, key=lambda one: one.on):
            occasion.legal = occasion.legal or _legal(rng, occasion, warned=warned)
            occasion.group = GROUP_OF[occasion.legal]
            warned = warned or occasion.group == "Pre-Court"


def _legal(rng: random.Random, occasion: Occasion, *, warned: bool) -> str:
    if occasion.group == "Custody":
        return "DETENTION_AND_TRAINING_ORDER"
    if occasion.group == "Diversion":
        return pick(rng, {"COMMUNITY_RESOLUTION": 70, "PENALTY_NOTICE_FOR_DISORDER": 15, "NO_FURTHER_ACTION": 15})
    if occasion.group == "Pre-Court":
        return _pre_court(rng, occasion.on, warned=warned)
    return pick(rng, _LESSER_OLD if occasion.on < _OLD_ORDERS_UNTIL else _LESSER)


def _pre_court(rng: random.Random, on: date, *, warned: bool) -> str:
    if on >= CAUTIONS_FROM:
        return pick(rng, {"YOUTH_CAUTION": 85, "YOUTH_CONDITIONAL_CAUTION": 15})
    if warned:
        return "FINAL_WARNING_WITHOUT_INTERVENTION"
    return pick(rng, {"REPRIMAND": 82, "FINAL_WARNING_WITHOUT_INTERVENTION": 18})
