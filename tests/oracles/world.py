"""What an oracle knows: the service's rows as plain dicts, its areas and the periods asked for.

Days, ages and areas are worked out here; what is counted is in the oracles beside.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from schemas.service import Area, Service

#: The extracts a world has, and the columns that are read of each.
TABLES = {
    "persons": (
        "ypid originating_yot_person_id date_of_birth sex ethnicity_group district_code home_authority deleted"
    ),
    "offences": (
        "offence_id ypid offence_date arrest_date yjb_category seriousness age_at_arrest_or_offence "
        "age_at_first_hearing"
    ),
    "outcomes": (
        "outcome_id offence_id outcome_date legal_outcome outcome_group residence_on_outcome appeal_status "
        "sentencing_occasion_id"
    ),
    "hearings": "hearing_id ypid",
    "remand_episodes": "episode_id ypid start_date remand_type bail_package secure",
    "interventions": (
        "programme_id ypid disposal_type start_date end_date end_reason residence_on_start residence_on_end "
        "school_age_end"
    ),
    "ete_status": "ete_id ypid start_date end_date provision suitability hours_offered hours_attended",
    "accommodation": "accommodation_id ypid start_date end_date suitability",
    "population": "area_code mid_year sex age_from age_to ethnicity_group estimate",
    "targets": "measure_id fy kind value",
}
Row = dict[str, Any]
Key = tuple[str, str, str, str]
#: (period, area, breakdown, category) -> (numerator, denominator or None).
Answer = dict[Key, tuple[float, float | None]]


@dataclass(frozen=True)
class World:
    """A small service.

    Attributes:
        tables: rows by extract name.
        periods: rows of the period spine.
        service: whose areas figures are given for.
        mark: tells its files from those of other worlds in the same tables.
    """

    tables: Mapping[str, list[Row]]
    periods: list[Row]
    service: Service
    mark: str = "0"

    def rows(self, name: str) -> list[Row]:
        """Rows of one extract."""
        return self.tables.get(name, [])

    def of(self, *bases: str) -> list[Row]:
        """Periods of these bases."""
        return [period for period in self.periods if period["basis"] in bases]

    def own_areas(self) -> list[Area]:
        """Areas that are made of districts of ours."""
        return [area for area in self.service.areas if area.districts]


@dataclass(frozen=True)
class Fact:
    """One thing that happened to one child: what it adds to numerator and denominator, and how it is described."""

    day: date
    area_key: str
    numerator: float = 1
    denominator: float | None = None
    described: dict[str, str] = field(default_factory=dict)


def plus_months(day: date, months: int) -> date:
    """The same day some months later, the month's last where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def plus_days(day: date, days: int) -> date:
    """Some days later."""
    return day + timedelta(days=days)


def age_on(born: date, day: date) -> int:
    """Birthdays had; one born on 29 February has it on 1 March in other years."""
    had_it = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_it else 1)


def age_band(years: int) -> str:
    """The two bands of the reports."""
    return "10-14" if years < 15 else "15-17"


def area_key_of(person: Row, service: Service) -> str:
    """Where a child counts: own district, else the county of the home authority, else the whole service only."""
    districts = {code for area in service.areas for code in area.districts}
    counties = {area.code for area in service.areas if area.level == "county"}
    if person["district_code"] in districts | counties:
        return str(person["district_code"])
    return service.authorities.get(person["home_authority"], "UNKNOWN")


def counts_in(area: Area, key: str) -> bool:
    """Whether an area counts what happened at that key."""
    return area.level == "service" or key in area.districts or key == area.code


def during(period: Row, day: date) -> bool:
    """Whether the day lies in the period, first and last day included."""
    return bool(period["period_start"] <= day <= period["period_end"])


def tally(world: World, bases: tuple[str, ...], facts: list[Fact]) -> Answer:
    """Facts by period: every own area, noughts included, and the service by every category that ever occurs."""
    headings = sorted({heading for fact in facts for heading in fact.described.items()})
    answer: Answer = {}
    for period in world.of(*bases):
        inside = [fact for fact in facts if during(period, fact.day)]
        answer |= by_area(world, period["period_id"], inside)
        answer |= by_heading(world, period["period_id"], inside, headings)
    share = any(fact.denominator is not None for fact in facts)
    return answer if share else {key: (n, None) for key, (n, _) in answer.items()}


def by_area(world: World, period_id: str, facts: list[Fact]) -> Answer:
    """The headline of one period in each own area."""
    return {
        (period_id, area.code, "all", "all"): summed(fact for fact in facts if counts_in(area, fact.area_key))
        for area in world.own_areas()
    }


def by_heading(world: World, period_id: str, facts: list[Fact], headings: list[tuple[str, str]]) -> Answer:
    """The service's figure of one period under each heading."""
    return {
        (period_id, world.service.code, breakdown, category): summed(
            fact for fact in facts if fact.described.get(breakdown) == category
        )
        for breakdown, category in headings
    }


def summed(facts: Iterable[Fact]) -> tuple[float, float | None]:
    """Numerator and denominator of some facts."""
    kept = list(facts)
    return float(sum(fact.numerator for fact in kept)), float(sum(fact.denominator or 0 for fact in kept))


def change(world: World, bases: tuple[str, ...], facts: list[Fact], sign: int) -> Answer:
    """Each period's count against that of the same months last year, where those are among the periods."""
    counts = tally(world, bases, [Fact(fact.day, fact.area_key) for fact in facts])
    answer: Answer = {}
    for period in world.of(*bases):
        for area in world.own_areas():
            now = counts[period["period_id"], area.code, "all", "all"][0]
            then = counts.get((period["last_year_id"], area.code, "all", "all"))
            if then is not None:
                answer[period["period_id"], area.code, "all", "all"] = (sign * (now - then[0]), then[0])
    return answer


def baseline(world: World, measure_id: str, fy: str) -> float | None:
    """The newest baseline of a measure given for a year no later than this one."""
    given = [
        (row["fy"], row["value"])
        for row in world.rows("targets")
        if row["measure_id"] == measure_id and row["kind"] == "baseline" and row["fy"] <= fy
    ]
    return float(max(given)[1]) if given else None
