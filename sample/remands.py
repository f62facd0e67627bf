"""Bail and remand in the made-up world, to the plan's numbers, and the hearings that decided them.

Only remand and hearings belong here.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample.chance import pick, sample_by_weight, stream, weekday_between
from sample.dates import EXTRACT_DAY, eighteenth, quarter_days
from sample.people import Child
from sample.plan import Plan, QuarterPlan

_BAIL = {
    "CONDITIONAL_BAIL": 74, "BAIL_SUPPORT": 14, "BAIL_WITH_ISS": 7, "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION": 5,
}  # fmt: skip
_SECURE_OLD = {"REMAND_IN_CUSTODY": 60, "COURT_ORDERED_SECURE_REMAND": 40}
_YOUTH_DETENTION_FROM = date(2012, 12, 3)
_UNCONDITIONAL_FOR_EACH = 0.28
PACKAGES = {"BAIL_SUPPORT": "support", "BAIL_WITH_ISS": "ISS"}


@dataclass(frozen=True)
class Episode:
    """One episode of bail or remand.

    Attributes:
        child: whose it is.
        start: day of the decision.
        end: last day, or None while it goes on.
        decision: kind of bail or remand.
        secure: held in secure accommodation.
    """

    child: Child
    start: date
    end: date | None
    decision: str
    secure: bool


@dataclass(frozen=True)
class Span:
    """What a run of the generator covers.

    Attributes:
        part: name of the stream of chance.
        since: first day an episode may begin.
        as_at: last day on which an end is known.
    """

    part: str = "remands"
    since: date = date.min
    as_at: date = EXTRACT_DAY


def make_remands(plan: Plan, children: list[Child], span: Span = Span()) -> list[Episode]:
    """The episodes of every quarter, in order of their start."""
    rng = stream(span.part)
    before_court = sorted(
        (
            (occasion.on, child)
            for child in children
            for occasion in child.occasions
            if occasion.in_court and occasion.local and not child.deleted
        ),
        key=lambda pair: (pair[0], pair[1].serial),
    )
    return [episode for quarter in plan.quarters for episode in _quarter(rng, quarter, before_court, span)]


def _quarter(
    rng: random.Random, quarter: QuarterPlan, before_court: list[tuple[date, Child]], span: Span
) -> list[Episode]:
    first, last = quarter_days(quarter.label)
    near = {
        child.serial: child
        for on, child in before_court
        if first - timedelta(days=40) <= on <= last + timedelta(days=120) and eighteenth(child.born) > last
    }
    total = quarter.remands + round(_UNCONDITIONAL_FOR_EACH * quarter.remands)
    drawn = sample_by_weight(rng, list(near.values()), total, lambda child: 1.0 + len(child.occasions))
    rng.shuffle(drawn)
    episodes = []
    for place, child in enumerate(drawn):
        start = weekday_between(rng, max(first, span.since), last)
        decision = _decision(rng, quarter, place, start)
        end = start + timedelta(days=rng.randint(6, 80))
        secure = place < quarter.secure
        episodes.append(Episode(child, start, end if end <= span.as_at else None, decision, secure))
    return sorted(episodes, key=lambda one: (one.start, one.child.serial))


def _decision(rng: random.Random, quarter: QuarterPlan, place: int, start: date) -> str:
    """Secure first, then the rest of the base, then unconditional bail."""
    if place >= quarter.remands:
        return "UNCONDITIONAL_BAIL"
    if place >= quarter.secure:
        return pick(rng, _BAIL)
    return "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION" if start >= _YOUTH_DETENTION_FROM else pick(rng, _SECURE_OLD)
