"""Random small services, full of edges and dirt.

A world is made from one (seed, richness) pair for each child, so that hypothesis can take children away and make those
that stay plainer until only the failing case is left. Most of a statement's time is not spent on rows, so several
worlds share one set of tables, each as a service of its own: the first is the sample service, the others are copies
of it with codes of their own. Children of no known district are in the first only: their area has one code for all.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

from pipelines.platform.periods import spine
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import load_service
from schemas.service import Service
from tests.oracles.orders import CUSTODIAL, RELEVANT
from tests.oracles.world import TABLES, Row, World, age_on, plus_days, plus_months

#: Data quarter and first day of history: a long one for spans of five years, short ones for speed.
SETTINGS = (
    ("2012-13 Q4", date(2007, 4, 1)),
    ("2012-13 Q1", date(2011, 4, 1)),
    ("2013-14 Q3", date(2012, 1, 1)),
    ("2010-11 Q2", date(2009, 4, 1)),
)
EDGES = ((1, 1), (2, 28), (2, 29), (3, 1), (3, 31), (4, 1), (6, 30), (7, 1), (8, 31), (9, 30), (10, 1), (12, 31))
FIRST = "0"
DISTRICTS = ("E07000129", "E07000133", "E06000017", "E10000018")
NOWHERE = ("E07000999", None)
ORIGINS = (None, "", "N/A", " n/a ", "Y1{}", " y1{}", "Y2{}")
BIRTHDAYS = (date(1996, 2, 29), date(1997, 8, 31), date(1997, 9, 1), date(1995, 12, 31), date(1999, 1, 1))
CATEGORIES = ("ROBBERY", "DRUGS", "THEFT_AND_HANDLING", "BREACH_OF_BAIL", "BREACH_OF_STATUTORY_ORDER")
GROUPS = ("Diversion", "Pre-Court", "Pre-Court", "First-tier", "Community", "Custody")
IN_COHORT = ("Pre-Court", "First-tier", "Community", "Community", "Custody")
APPEALS = (None, None, None, None, None, None, "Appeal dismissed", "Changed on appeal", "Result of appeal successful")
OCCASIONS = (None, None, "", "  ", "S1", "S2")
DISPOSALS = (
    *RELEVANT,
    *CUSTODIAL,
    "YOUTH_REHABILITATION_ORDER",
    "CURFEW",
    "YISP",
    "FINAL_WARNING_WITHOUT_INTERVENTION",
)
END_REASONS = (None, None, "completed", "completed", "breached", "transferred", "died")
REMANDS = (
    "UNCONDITIONAL_BAIL",
    "CONDITIONAL_BAIL",
    "BAIL_WITH_ISS",
    "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG",
    "COURT_ORDERED_SECURE_REMAND",
    "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION",
    "REMAND_IN_CUSTODY",
)
SUITABILITY = ("SUITABLE", "SUITABLE", "SUITABLE", "UNSUITABLE", "UNKNOWN")
HOURS = (None, None, 0.0, 8.5, 12.5, 15.5, 16.0, 24.5, 25.0, 25.0)


@dataclass
class Maker:
    """Writes one child's rows into the world's tables.

    Attributes:
        random: the child's own source of chance.
        tables: rows by extract, shared by all children.
        years: calendar years that the periods shown lie in.
        mark: the world's mark, part of every id.
    """

    random: Random
    tables: dict[str, list[Row]]
    years: range
    mark: str

    def add(self, table: str, **cells: Any) -> Row:
        """A row with its number in the file; now and then its child is nobody's."""
        row = {"row": len(self.tables[table]) + 2, **cells}
        if "ypid" in row and table != "persons" and self.random.random() < 0.03:
            row["ypid"] = "NOBODY"
        self.tables[table].append(row)
        return row

    def next_id(self, table: str) -> str:
        """An id that its table does not have yet, in no particular order of time."""
        return f"{self.random.randrange(100):02d}-{len(self.tables[table]):04d}-{self.mark}"

    def day(self) -> date:
        """A day of the years shown, mostly the first or last of a period or month."""
        year = self.random.choice(self.years)
        if self.random.random() < 0.3:
            return plus_days(date(year, 1, 1), self.random.randrange(365))
        month, day = self.random.choice(EDGES)
        return date(year, month, min(day, calendar.monthrange(year, month)[1]))

    def near(self, day: date, months: tuple[int, ...]) -> date:
        """A day some months later, or the day before or after it."""
        return plus_days(plus_months(day, self.random.choice(months)), self.random.choice((-1, 0, 0, 1)))

    def districts(self) -> tuple[str | None, ...]:
        """District codes a child may have."""
        own = tuple(coded(code, self.mark) for code in DISTRICTS)
        return (*own, *NOWHERE) if self.mark == FIRST else own

    def local(self) -> str:
        """Where the child lived, mostly here."""
        return self.random.choice(("LOCAL", "LOCAL", "LOCAL", "OTHER"))


def chance(seed: int) -> Random:
    """A source of chance that gives the same every time."""
    return Random(seed)  # noqa: S311 - nothing is kept secret with it


def make_worlds(setting: int, seed: int, worlds: list[list[tuple[int, int]]]) -> list[World]:
    """Services of these children, with the same baselines.

    Args:
        setting: which of the quarters above.
        seed: decides population and targets.
        worlds: seed and richness (0 to 3) of each child of each service.
    """
    made = [make_world(setting, seed + number, str(number), children) for number, children in enumerate(worlds)]
    for other in made[1:]:
        other.rows("targets")[:] = made[0].rows("targets")
    return made


def make_world(setting: int, seed: int, mark: str, children: list[tuple[int, int]]) -> World:
    """A service of these children."""
    periods = periods_of(setting)
    years = range(min(p["period_start"] for p in periods).year, max(p["period_end"] for p in periods).year + 1)
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    for number, (child_seed, richness) in enumerate(children):
        add_child(Maker(chance(child_seed), tables, years, mark), f"C{number:02d}-{mark}", richness)
    add_population(Maker(chance(seed), tables, years, mark))
    add_targets(Maker(chance(seed + 1), tables, years, mark))
    return World(tables, periods, service(mark), mark)


@cache
def service(mark: str) -> Service:
    """The sample service, or a copy of it with codes of its own."""
    sample = load_service("leicestershire_rutland")
    areas = tuple(
        area.model_copy(
            update={"code": coded(area.code, mark), "districts": tuple(coded(code, mark) for code in area.districts)}
        )
        for area in sample.areas
    )
    return sample.model_copy(update={"code": coded(sample.code, mark), "areas": areas})


def coded(code: str, mark: str) -> str:
    """An area's code in the world of that mark."""
    return code if mark == FIRST else f"{code}/{mark}"


@cache
def spine_of(setting: int) -> Any:
    """The spine's frame, as the engine gets it."""
    label, history_from = SETTINGS[setting]
    return spine(Quarter.from_label(label), history_from)


@cache
def periods_of(setting: int) -> list[Row]:
    """The spine as plain rows with plain days."""
    frame = spine_of(setting)
    wanted = ["period_id", "basis", "fy", "last_year_id", "follow_up_months", "period_start", "period_end"]
    frame = frame[frame["basis"].isin(["quarter", "ytd", "fy", "rolling_year", "cohort"])]
    rows: list[Row] = frame[wanted].astype(object).where(frame[wanted].notna(), None).to_dict("records")
    return [{**row, "period_start": row["period_start"].date(), "period_end": row["period_end"].date()} for row in rows]


def add_child(maker: Maker, ypid: str, richness: int) -> None:
    """A child with offences, orders, remands; the richer, the more of each."""
    random = maker.random
    born = random.choice(BIRTHDAYS) if random.random() < 0.5 else date(random.choice(maker.years) - 15, 6, 15)
    maker.add(
        "persons",
        ypid=ypid,
        date_of_birth=born,
        originating_yot_person_id=(random.choice(ORIGINS) or "").format(maker.mark) or None,
        sex=random.choice(("Male", "Male", "Female", "Unknown")),
        ethnicity="NS",
        ethnicity_group=random.choice(("White", "Mixed", None)),
        district_code=random.choice(maker.districts()),
        home_authority=random.choice(("LEIC", "RUT", "CITY", "OTHER")),
        deleted=random.random() < 0.08,
    )
    steps: tuple[Callable[[Maker, str, date], object], ...] = (
        add_offence,
        add_cohort_story,
        add_order,
        add_order,
        add_remand,
    )
    for _ in range(1 + 2 * richness):
        random.choice(steps)(maker, ypid, born)


def add_offence(maker: Maker, ypid: str, born: date, day: date | None = None) -> Row:
    """An offence with up to three outcomes, unless the outcome is somebody else's to add."""
    random = maker.random
    committed = day or random.choice((maker.day(), maker.near(born, (120, 204, 216))))
    age = min(max(age_on(born, committed), 0), 99) + random.choice((0, 0, 0, 0, 0, 0, 0, -1, 1))
    offence = maker.add(
        "offences",
        offence_id=maker.next_id("offences"),
        ypid=ypid,
        offence_date=committed,
        arrest_date=random.choice((None, committed, maker.near(committed, (0, 1, 12)))),
        yjb_category=random.choice(CATEGORIES),
        seriousness=random.randint(1, 8),
        age_at_arrest_or_offence=age,
        age_at_first_hearing=random.choice((None, age, age, age + 1)),
    )
    for _ in range(0 if day else random.randint(0, 3)):
        add_outcome(maker, offence, maker.near(committed, (0, 0, 1, 3, 12)))
    return offence


def add_outcome(maker: Maker, offence: Row, day: date, groups: tuple[str, ...] = GROUPS) -> None:
    """An outcome; now and then its offence is not there, or a like one of the same day was passed elsewhere."""
    random = maker.random
    row = maker.add(
        "outcomes",
        outcome_id=maker.next_id("outcomes"),
        offence_id="NONE" if random.random() < 0.03 else offence["offence_id"],
        outcome_date=day,
        outcome_group=random.choice(groups),
        legal_outcome="OTHER",
        is_substantive=True,
        residence_on_outcome=maker.local(),
        appeal_status=random.choice(APPEALS),
        sentencing_occasion_id=random.choice(OCCASIONS),
    )
    if random.random() < 0.1:
        cells = {name: cell for name, cell in row.items() if name not in ("row", "outcome_id", "residence_on_outcome")}
        local = "OTHER" if row["residence_on_outcome"] == "LOCAL" else "LOCAL"
        maker.add("outcomes", **cells, outcome_id=maker.next_id("outcomes"), residence_on_outcome=local)


def add_cohort_story(maker: Maker, ypid: str, born: date) -> None:
    """An index event from January to March, and re-offences about the ends of follow-up and proof."""
    random = maker.random
    year = random.choice(maker.years)
    index = plus_days(date(year, 1, 1), random.choice((-1, 0, 30, 58, 59, 88, 89, 90)))
    if random.random() < 0.25:
        add_release(maker, ypid, index)
    else:
        add_outcome(maker, add_offence(maker, ypid, born, plus_days(index, -1)), index, IN_COHORT)
    for _ in range(random.randint(1, 5)):
        offence = add_offence(maker, ypid, born, maker.near(index, (0, 3, 6, 9, 12)))
        add_outcome(maker, offence, maker.near(index, (3, 6, 9, 12, 15)), IN_COHORT)


def add_release(maker: Maker, ypid: str, day: date) -> None:
    """The community part of a custodial sentence begins."""
    kind = maker.random.choice(CUSTODIAL)
    add_intervention(maker, ypid, kind, day, plus_months(day, 4))


def add_order(maker: Maker, ypid: str, _born: date) -> None:
    """An order with education and accommodation about its last day."""
    random = maker.random
    ended = maker.day()
    began = random.choice((maker.near(ended, (-6,)), date(2009, 11, 29), date(2009, 11, 30)))
    kind = random.choice(DISPOSALS)
    add_intervention(maker, ypid, kind, min(began, ended), None if random.random() < 0.1 else ended)
    for _ in range(random.randint(0, 3)):
        add_provision(maker, ypid, ended)
    for _ in range(random.randint(0, 2)):
        add_home(maker, ypid, ended)


def add_intervention(maker: Maker, ypid: str, kind: str, began: date, ended: date | None) -> None:
    """One order."""
    random = maker.random
    maker.add(
        "interventions",
        programme_id=maker.next_id("interventions"),
        ypid=ypid,
        disposal_type=kind,
        start_date=began,
        end_date=ended,
        end_reason=random.choice(END_REASONS),
        residence_on_start=maker.local(),
        residence_on_end=random.choice((None, maker.local())),
        school_age_end=random.choice((None, None, True, False)),
    )


def open_about(maker: Maker, day: date) -> tuple[date, date | None]:
    """First and last day of something that was open on a day, or missed it by a day."""
    random = maker.random
    began = plus_days(day, random.choice((-400, -30, -30, -1, 0, 0, 1)))
    ended = random.choice((None, None, plus_days(day, -1), day, day, plus_days(day, 1), plus_days(day, 30)))
    return began, None if ended is None else max(began, ended)


def add_provision(maker: Maker, ypid: str, day: date) -> None:
    """A provision, now and then entered twice."""
    random = maker.random
    began, ended = open_about(maker, day)
    cells = {
        "ypid": ypid,
        "start_date": began,
        "end_date": ended,
        "provision": random.choice(("COLLEGE", "MAINSTREAM_SCHOOL", "NONE")),
        "suitability": random.choice(SUITABILITY),
        "hours_offered": random.choice(HOURS),
        "hours_attended": random.choice(HOURS),
    }
    for _ in range(random.choice((1, 1, 1, 2))):
        maker.add("ete_status", ete_id=maker.next_id("ete_status"), **cells)


def add_home(maker: Maker, ypid: str, day: date) -> None:
    """A place of living."""
    began, ended = open_about(maker, day)
    maker.add(
        "accommodation",
        accommodation_id=maker.next_id("accommodation"),
        ypid=ypid,
        start_date=began,
        end_date=ended,
        accommodation_type="AT_HOME",
        suitability=maker.random.choice(SUITABILITY),
    )


def add_remand(maker: Maker, ypid: str, _born: date) -> None:
    """A remand decision and the hearing it was taken at."""
    random, day = maker.random, maker.day()
    maker.add(
        "remand_episodes",
        episode_id=maker.next_id("remand_episodes"),
        ypid=ypid,
        start_date=day,
        remand_type=random.choice(REMANDS),
        bail_package="none",
        secure=random.random() < 0.5,
    )
    maker.add("hearings", hearing_id=maker.next_id("hearings"), ypid=ypid, hearing_date=day)


def add_population(maker: Maker) -> None:
    """Residents of the districts at two mid-years."""
    codes = sorted({code for area in service(maker.mark).areas for code in area.districts})
    for year in maker.random.sample(maker.years, k=2):
        for code in [*codes, coded("E10000018", maker.mark)]:
            for ages in ages_given(maker.random):
                for sex in ("All", "Male"):
                    add_residents(maker, code, year, sex, ages)


def ages_given(random: Random) -> list[tuple[int, int]]:
    """Ages that a place's residents are given by: mostly one band, else single years, both, or with a gap."""
    band, singles = [(10, 17)], [(age, age) for age in range(8, 25)]
    ways = (singles, [*band, *singles], singles[:7])
    return random.choice(ways) if random.random() < 0.15 else band


def add_residents(maker: Maker, code: str, year: int, sex: str, ages: tuple[int, int]) -> None:
    """One row of the population extract."""
    maker.add(
        "population",
        area_code=code,
        mid_year=year,
        sex=sex,
        age_from=ages[0],
        age_to=ages[1],
        ethnicity_group="All",
        estimate=maker.random.randint(0, 5000),
    )


def add_targets(maker: Maker) -> None:
    """Baselines, sometimes renewed, sometimes missing, among other kinds of targets."""
    for measure, first, later in (("FTE-01", 1285.0, 7.0), ("REO-01", 1.13, 0.7)):
        given = [("2005-06", "baseline", first), ("2012-13", "baseline", later), ("2010-11", "local", 1.07)]
        for fy, kind, value in given:
            if maker.random.random() < 0.7:
                maker.add("targets", measure_id=measure, fy=fy, kind=kind, value=value)
