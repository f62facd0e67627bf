"""What the children of a January to March cohort go on to do in the year after, to the plan's numbers.

Only the follow-up belongs here. Offences fall in the planned stretch of follow-up and are dealt with within 85 days, so
within the three months allowed for proof at every point; none is dealt with in the next January to March, so that no
cohort's re-offence makes a member of the next cohort.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sample.chance import day_between, sample_by_weight, stream
from sample.dates import add_months, eighteenth, in_index_window
from sample.events import Group, Occasion, Offence
from sample.people import Child
from sample.plan import CohortPlan

if TYPE_CHECKING:
    from sample.careers import World

_PROOF_DAYS = 85
_SHARE_REOFFENDING = 0.33
_SHARE_IN_COURT = 0.85
_SATURDAY = 5


def plan_reoffences(world: World, cohort: CohortPlan, index: dict[int, date]) -> None:
    """Give the cohort its re-offences, and settle all its members for the year of follow-up.

    Args:
        world: the children; occasions are added to the cohort's.
        cohort: how many re-offences by when.
        index: index date by serial number, one a cohort member.

    Raises:
        ValueError: the index dates are not as many as the cohort.
    """
    if len(index) != cohort.cohort:
        raise ValueError(f"cohort of {cohort.year}: {len(index)} indexed, {cohort.cohort} planned")
    rng = stream(f"reoffences {cohort.year}")
    members = [child for child in world.children if child.serial in index]
    for child in members:
        child.bound_until = add_months(index[child.serial], 12)
    reoffenders = _reoffenders(rng, members, index)
    for months, count in _sizes(rng, cohort):
        _reoffend(world, rng, reoffenders, index, months, count)


def plan_last_stretch(world: World, cohort: CohortPlan, index: dict[int, date]) -> None:
    """Give a cohort already followed for a while the re-offences of its last stretch; see `plan_reoffences`."""
    rng = stream(f"last re-offences {cohort.year}")
    members = [child for child in world.children if child.serial in index]
    reoffenders = _reoffenders(rng, members, index)
    last = max(cohort.by_stretch())
    for months, count in _sizes(rng, cohort):
        if months == last:
            _reoffend(world, rng, reoffenders, index, months, count)


def _reoffenders(rng: random.Random, members: list[Child], index: dict[int, date]) -> list[Child]:
    """Members young enough to be under 18 through follow-up and proof."""
    young = [child for child in members if eighteenth(child.born) > add_months(index[child.serial], 15)]
    wanted = min(len(young), round(_SHARE_REOFFENDING * len(members)))
    return sample_by_weight(rng, young, wanted, lambda child: 1.0 + len(child.occasions))


def _sizes(rng: random.Random, cohort: CohortPlan) -> Iterator[tuple[tuple[int, int], int]]:
    """Occasions of one to four re-offences that add up to each stretch's number."""
    for months, total in cohort.by_stretch().items():
        left = total
        while left:
            count = min(left, rng.choices([1, 2, 3, 4], [45, 30, 15, 10])[0])
            yield months, count
            left -= count


def _reoffend(
    world: World,
    rng: random.Random,
    reoffenders: list[Child],
    index: dict[int, date],
    months: tuple[int, int],
    count: int,
) -> None:
    while True:
        # Squared: a few children do much of it, as in every real cohort.
        child = reoffenders[int(len(reoffenders) * rng.random() ** 2)]
        found = _days(rng, child, index[child.serial], months, (world.since, world.until))
        if found:
            break
    after, last, proven = found
    days = [last, *(day_between(rng, max(after, last - timedelta(days=10)), last) for _ in range(count - 1))]
    group = _group(world, rng, proven)
    child.occasions.append(Occasion(proven, group, "reoffence", [Offence(day) for day in days]))


def _days(
    rng: random.Random, child: Child, index: date, months: tuple[int, int], span: tuple[date, date]
) -> tuple[date, date, date] | None:
    """First day of the stretch, day of the last offence, day it was dealt with; None where no such day was found."""
    after = add_months(index, months[0]) + timedelta(days=1)
    taken = {occasion.on for occasion in child.occasions}
    for _ in range(30):
        last = day_between(rng, after, add_months(index, months[1]))
        proven = day_between(rng, last + timedelta(days=7), last + timedelta(days=_PROOF_DAYS))
        workday = proven.weekday() < _SATURDAY and proven not in taken
        if workday and span[0] <= proven <= span[1] and not in_index_window(proven):
            return after, last, proven
    return None


def _group(world: World, rng: random.Random, on: date) -> Group:
    """In court mostly, as far as the quarter's plan has room for it."""
    label = f"{on.year}-{(on.year + 1) % 100:02d} Q{(on.month - 1) // 3}"
    planned = world.court_planned.get(label, 0)
    if planned >= world.court_cap[label] or rng.random() > _SHARE_IN_COURT:
        return "Pre-Court"
    world.court_planned[label] = planned + 1
    return "Court"
