"""What is due to go on a day: which quarters whole, which children out of which quarters, which runs.

What belongs here: looking, not doing. The day is given; the same stores and the same day give the same plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from assets.core.person_links import LINKS
from pipelines.platform.quarters import Quarter, months_after
from pipelines.platform.workplace import Workplace
from pipelines.retention.due import Held, last_days
from pipelines.retention.owners import PERSONS, of_children
from schemas.catalogue import extract

PARTITION = "quarter="


@dataclass(frozen=True)
class Plan:
    """What is due.

    Attributes:
        day: on which day.
        whole: quarters whose working data go whole, oldest first.
        thinned: quarter -> children whose records leave it; the oldest first.
        standing: children due -> the newest quarter that is kept as it came and still holds them.
        open: quarters that are kept as they came or hold nobody due.
        runs_before: Dagster's runs of before that day go.
    """

    day: date
    whole: tuple[Quarter, ...]
    thinned: Mapping[Quarter, frozenset[str]]
    standing: Mapping[str, Quarter]
    open: tuple[Quarter, ...]
    runs_before: date


def plan_of(place: Workplace, day: date) -> Plan:
    """What is due on a day, by the service's table.

    Args:
        place: the service's workplace.
        day: the day.
    """
    terms, known = place.service.retention, quarters_held(place)
    whole = tuple(one for one in known if _is_over(one, terms.working_data_months, day))
    rest = [one for one in known if one not in whole]
    held = {one: held_of(place, one) for one in rest if place.lake.has(extract(PERSONS).core_table, one)}
    due = frozenset(child for child, last in last_days(held.values(), terms).items() if last < day)
    here = {one: due & _children(held[one]) for one in held}
    thinned = {one: here[one] for one in held if here[one] and _is_over(one, terms.kept_whole_months, day)}
    return Plan(
        day=day,
        whole=whole,
        thinned=thinned,
        standing={child: one for one in held if one not in thinned for child in sorted(here[one])},
        open=tuple(one for one in rest if one not in thinned and not place.register.purging.closed(one.slug)),
        runs_before=_months_before(day, terms.runs_months),
    )


def quarters_held(place: Workplace) -> list[Quarter]:
    """Every quarter of which something is held, published returns apart, the oldest first."""
    settings = place.settings
    folders = settings.inbox.iterdir() if settings.inbox.is_dir() else ()
    slugs = {*place.register.purging.quarters(), *(folder.name for folder in folders)}
    slugs |= {path.name.removeprefix(PARTITION) for path in settings.lake.glob(f"*/{PARTITION}*")}
    return sorted(_quarters(slugs), key=lambda one: one.start)


def _quarters(slugs: Iterable[str]) -> Iterator[Quarter]:
    for slug in slugs:
        try:
            yield Quarter.from_label(slug)
        except ValueError:
            continue


def held_of(place: Workplace, quarter: Quarter) -> Held:
    """The checked tables of a quarter that are of children, and which records are of one child."""
    frames = {
        one.name: place.lake.read(one.core_table, quarter)
        for one in of_children()
        if place.lake.has(one.core_table, quarter)
    }
    links: dict[str, str] = {}
    if place.lake.has(LINKS, quarter):
        known = place.lake.read(LINKS, quarter)
        links = dict(zip(known["ypid"].astype(str), known["linked_id"].astype(str), strict=True))
    return Held(quarter.end, frames, links)


def _children(held: Held) -> frozenset[str]:
    """Ids of the children of a quarter."""
    return frozenset(held.frames[PERSONS]["ypid"].astype(str))


def _is_over(quarter: Quarter, months: int, day: date) -> bool:
    """Whether so many months have passed since the quarter's end."""
    return months_after(quarter.until, months) <= day


def _months_before(day: date, months: int) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(months=months)).date()
