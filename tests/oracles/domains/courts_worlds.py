"""Random small services for the court measures: disposals, cohorts, remands, orders and their links, residents.

Days lie on, before and after the bounds that the rules draw; both sides of every condition occur. The counting is in
`tests.oracles.domains.courts` and `tests.oracles.domains.modern`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracles.domain import Tables, days_of
from tests.oracles.world import Row, age_on, plus_months

GROUPS = ("White", "Mixed", "Asian or Asian British", "Black or Black British", "Other Ethnic Group")
APPEALS = (None, None, None, None, None, "Appeal dismissed", "Changed on appeal", "Result of appeal successful")
OUTCOME_GROUPS = ("Diversion", "Pre-Court", "Pre-Court", "First-tier", "Community", "Custody")
CATEGORIES = ("ROBBERY", "DRUGS", "VIOLENCE_AGAINST_THE_PERSON", "THEFT_AND_HANDLING", "BREACH_OF_BAIL")
REMANDS = (
    "UNCONDITIONAL_BAIL",
    "CONDITIONAL_BAIL",
    "BAIL_SUPPORT",
    "BAIL_WITH_ISS",
    "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG",
    "COURT_ORDERED_SECURE_REMAND",
    "REMAND_IN_CUSTODY",
)
KPI_TYPES = (
    "COMMUNITY_RESOLUTION",
    "COMMUNITY_RESOLUTION_WITH_INTERVENTION",
    "NO_FURTHER_ACTION_OUTCOME_20_21",
    "NO_FURTHER_ACTION_OUTCOME_22",
    "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED",
    "YOUTH_CAUTION",
    "YOUTH_CAUTION_WITH_INTERVENTION",
    "YOUTH_CONDITIONAL_CAUTION",
    "REFERRAL_ORDER",
    "YOUTH_REHABILITATION_ORDER",
    "DETENTION_AND_TRAINING_ORDER",
    "SECTION_90_91_DETENTION",
    "SECTION_90_92_DETENTION",
    "SECTION_226_B",
    "SECTION_226_LIFE",
    "SECTION_250",
    "SECTION_254",
    "SECTION_259",
)
NOT_KPI_TYPES = ("REPARATION_ORDER", "PREVENTION_PROGRAMME", "FINE")
SUITABILITY = ("SUITABLE", "SUITABLE", "SUITABLE", "UNSUITABLE", "UNKNOWN")
HOURS = (None, None, 0.0, 8.0, 15.5, 16.0, 24.5, 25.0)


@dataclass
class Maker:
    """Writes rows into the tables of one world.

    Attributes:
        random: its source of chance.
        years: calendar years that its periods lie in.
        tables: rows by extract.
    """

    random: Random
    years: Sequence[int]
    tables: Tables = field(default_factory=dict)

    def add(self, table: str, **cells: Any) -> Row:
        """A row with its number in the file; now and then its child is nobody's."""
        rows = self.tables.setdefault(table, [])
        row = {"row": len(rows) + 2, **cells}
        if table != "persons" and "ypid" in row and self.random.random() < 0.03:
            row["ypid"] = "NOBODY"
        rows.append(row)
        return row

    def next_id(self, table: str) -> str:
        """An id of its own, in no order of time."""
        return f"{self.random.randrange(100):02d}-{len(self.tables.get(table, ())):03d}"

    def day(self) -> date:
        """A day of the years, mostly about the bound of a quarter, at times about a birthday that opens a band."""
        if self.tables.get("persons") and self.random.random() < 0.15:
            born = self.tables["persons"][-1]["date_of_birth"]
            birthdays = [plus_months(born, 12 * age) for age in (10, 15, 18)]
            near = [day for day in birthdays if day.year in self.years]
            if near:
                return self.random.choice(near) + timedelta(days=self.random.choice((-3, -2, -1, 0, 0, 1, 2, 3)))
        return days_of(self.random, self.years)

    def near(self, day: date, months: Sequence[int] = (0,), days: Sequence[int] = (-1, 0, 0, 1)) -> date:
        """A day some months later, or just beside it."""
        return plus_months(day, self.random.choice(months)) + timedelta(days=self.random.choice(days))

    def local(self) -> str:
        """Where a child lived, mostly here."""
        return self.random.choice(("LOCAL", "LOCAL", "LOCAL", "OTHER"))


def add_person(maker: Maker, ypid: str) -> date:
    """A child, now and then deleted, of no district or held twice; its date of birth."""
    random = maker.random
    year = random.choice(maker.years) - 15
    quarter_end = date(year + 1, *random.choice(((3, 31), (6, 30), (9, 30), (12, 31))))
    beside = quarter_end + timedelta(days=random.choice((-1, 0, 1, 2, 3)))
    days = (date(year, 6, 15), date(year - 2, 8, 31), date(year + 2, 9, 1), date(1996, 2, 29), date(year + 6, 6, 15))
    born = random.choice((*days, beside))
    maker.add(
        "persons",
        ypid=ypid,
        date_of_birth=born,
        originating_yot_person_id=random.choice((None, None, "", "N/A", "Y1", " y1 ", "Y2")),
        sex=random.choice(("Male", "Male", "Female", "Unknown")),
        ethnicity_group=random.choice((*GROUPS, "White", "White", "Information not obtainable", None)),
        district_code=random.choice(("E07000129", "E07000133", "E06000017", "E10000018", "E07000999", None)),
        home_authority=random.choice(("LEIC", "RUT", "CITY", "OTHER")),
        lac_flag=random.choice((True, False, None)),
        deleted=random.random() < 0.08,
    )
    return born


def add_offence(maker: Maker, ypid: str, born: date, committed: date) -> str:
    """An offence without outcome; its id."""
    random = maker.random
    age = max(age_on(born, committed), 0) + random.choice((0, 0, 0, 0, 0, 0, -1, 1))
    offence_id = maker.next_id("offences")
    maker.add(
        "offences",
        offence_id=offence_id,
        ypid=ypid,
        offence_date=committed,
        arrest_date=random.choice((None, committed)),
        yjb_category=random.choice(CATEGORIES),
        seriousness=random.choice((1, 4, 5, 6, 8)),
        age_at_arrest_or_offence=age,
        age_at_first_hearing=random.choice((None, age, age, age + 1)),
    )
    return offence_id


def add_outcome(maker: Maker, offence_id: str, day: date, legal: str = "OTHER", group: str = "") -> None:
    """An outcome of an offence."""
    random = maker.random
    maker.add(
        "outcomes",
        outcome_id=maker.next_id("outcomes"),
        offence_id=offence_id,
        outcome_date=day,
        outcome_group=group or random.choice(OUTCOME_GROUPS),
        legal_outcome=legal,
        residence_on_outcome=maker.local(),
        appeal_status=random.choice(APPEALS),
    )


def add_disposals(maker: Maker, ypid: str, born: date) -> None:
    """An offence with up to three outcomes, on one day or on several."""
    committed = maker.day()
    offence_id = add_offence(maker, ypid, born, committed)
    for _ in range(maker.random.randint(1, 3)):
        add_outcome(maker, offence_id, maker.near(committed, (0, 0, 1, 3), (0, 0, 0, -1, 1)))


def add_cohort(maker: Maker, ypid: str, born: date) -> None:
    """An index event about January to March, and re-offences about weeks, days told and proof."""
    random = maker.random
    year = random.choice(maker.years)
    index = date(year, 1, 1) + timedelta(days=random.choice((-1, 0, 40, 58, 59, 88, 89, 90)))
    if random.random() < 0.4:
        index = _weeks_before(random, year)
    first = add_offence(maker, ypid, born, index - timedelta(days=1))
    add_outcome(maker, first, index, group=random.choice(("Pre-Court", "First-tier", "Community", "Custody")))
    for _ in range(random.randint(0, 4)):
        told = date(year, random.choice((3, 6, 9, 12)), 30)
        weeks = index + timedelta(days=7 * random.choice(range(4, 56, 4)) + random.choice((-1, 0, 1)))
        committed = random.choice((weeks, weeks, maker.near(told, days=(-1, 0, 1, 2)), index))
        offence_id = add_offence(maker, ypid, born, max(committed, index))
        proof = random.choice((committed, maker.near(told, days=(0, 1, 2)), maker.near(committed, (1, 3, 6))))
        add_outcome(maker, offence_id, max(proof, committed), group="First-tier")
    if random.random() < 0.5:
        add_provision(maker, ypid, date(year, random.choice((3, 6, 9, 12)), 30) + timedelta(days=random.choice((0, 1))))


def _weeks_before(random: Random, year: int) -> date:
    """A day of January to March so many times four weeks before the end of a quarter, or the day beside it."""
    ends = (date(year, 3, 31), date(year, 6, 30), date(year, 9, 30), date(year, 12, 31))
    days = [end - timedelta(weeks=weeks) for end in ends for weeks in range(4, 56, 4)]
    inside = [day for day in days if date(year, 1, 2) <= day <= date(year, 3, 30)]
    return random.choice(inside) + timedelta(days=random.choice((0, 0, 1)))


def add_remand(maker: Maker, ypid: str, _born: date) -> None:
    """A remand decision with or without a package."""
    random = maker.random
    maker.add(
        "remand_episodes",
        episode_id=maker.next_id("remand_episodes"),
        ypid=ypid,
        start_date=maker.day(),
        remand_type=random.choice(REMANDS),
        bail_package=random.choice(("none", "none", "ISS", "support")),
        secure=random.random() < 0.5,
    )


def _add_twins(maker: Maker, ypid: str, start: date, ended: date) -> None:
    """Two programmes of the same days: kind, then id, must tell which of them counts."""
    for _ in range(2):
        maker.add(
            "interventions",
            programme_id=maker.next_id("interventions"),
            ypid=ypid,
            disposal_type=maker.random.choice(KPI_TYPES[-8:]),
            start_date=start,
            end_date=ended,
            residence_on_start="LOCAL",
            school_age_end=maker.random.choice((None, True, False)),
        )


def add_programme(maker: Maker, ypid: str, born: date) -> None:
    """A programme that ended about a quarter's bound, its offence and outcome, and what was open on its last day."""
    random = maker.random
    ended = maker.day()
    kind = random.choice((*KPI_TYPES, *NOT_KPI_TYPES))
    if random.random() < 0.3:
        _add_twins(maker, ypid, maker.near(ended, (-6,)), ended)
    near_birthday = random.choice((120, 216))
    start = random.choice((maker.near(ended, (-6,)), maker.near(born, (near_birthday,)), ended))
    programme_id = maker.next_id("interventions")
    maker.add(
        "interventions",
        programme_id=programme_id,
        ypid=ypid,
        disposal_type=kind,
        start_date=min(start, ended),
        end_date=None if random.random() < 0.07 else ended,
        residence_on_start=maker.local(),
        school_age_end=random.choice((None, None, True, False)),
    )
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        add_link(maker, ypid, born, programme_id, min(start, ended))
    for _ in range(random.randint(0, 3)):
        add_provision(maker, ypid, ended)
    for _ in range(random.randint(0, 2)):
        add_home(maker, ypid, ended)


def add_link(maker: Maker, ypid: str, born: date, programme_id: str, start: date) -> None:
    """The offence that a programme was made for, with its outcomes, some of a kind that counts."""
    random = maker.random
    sentenced = maker.near(start, (0, 0, -2, 1), (-1, 0, 0, 1))
    offence_id = "NONE" if random.random() < 0.05 else add_offence(maker, ypid, born, sentenced - timedelta(days=30))
    maker.add("offence_intervention", linked_offence_id=offence_id, linked_programme_id=programme_id)
    for _ in range(random.choice((0, 1, 1, 2))):
        legal = random.choice((*KPI_TYPES, *NOT_KPI_TYPES, "OTHER"))
        add_outcome(maker, offence_id, maker.near(sentenced, days=(0, 0, 1, 20)), legal)


def _open_about(maker: Maker, day: date) -> tuple[date, date | None]:
    """First and last day of something that was open on a day, or missed it by one."""
    random = maker.random
    began = day + timedelta(days=random.choice((-200, -30, -1, 0, 0, 1)))
    ended = random.choice((None, None, day - timedelta(days=1), day, day + timedelta(days=1)))
    return began, None if ended is None else max(began, ended)


def add_provision(maker: Maker, ypid: str, day: date) -> None:
    """A provision, now and then entered twice."""
    random = maker.random
    began, ended = _open_about(maker, day)
    cells = {
        "ypid": ypid,
        "start_date": began,
        "end_date": ended,
        "provision": random.choice(("COLLEGE", "NONE")),
        "suitability": random.choice(SUITABILITY),
        "hours_offered": random.choice(HOURS),
        "hours_attended": random.choice(HOURS),
    }
    for _ in range(random.choice((1, 1, 1, 2))):
        maker.add("ete_status", ete_id=maker.next_id("ete_status"), **cells)


def add_home(maker: Maker, ypid: str, day: date) -> None:
    """A place of living."""
    began, ended = _open_about(maker, day)
    maker.add(
        "accommodation",
        accommodation_id=maker.next_id("accommodation"),
        ypid=ypid,
        start_date=began,
        end_date=ended,
        suitability=maker.random.choice(SUITABILITY),
    )


def add_population(maker: Maker) -> None:
    """Residents by group at two or three mid-years: of counties, of districts, of both, with gaps."""
    random = maker.random
    counties = ("E10000018", "E06000017")
    districts = tuple(f"E07000{number}" for number in range(129, 136))
    for year in random.sample(range(min(maker.years) - 1, max(maker.years) + 2), k=3):
        codes = random.choice((counties, counties, (*districts, "E06000017"), (*counties, *districts), ("YOS-LR",)))
        for code in codes:
            groups = GROUPS if random.random() < 0.95 else GROUPS[1:]
            for group in (*groups, *random.choice(((), ("All",), ("Information not obtainable",)))):
                _add_residents(maker, code, year, group)


def _add_residents(maker: Maker, code: str, year: int, group: str) -> None:
    """One group's residents as one band or as single years, with rows beside that do not count."""
    random = maker.random
    band, singles = [(10, 17)], [(age, age) for age in range(9, 19)]
    ways = (band, band, band, singles, [*band, *singles], singles[:6])
    least = 0 if random.random() < 0.05 else 100
    for first, last in random.choice(ways) if random.random() < 0.3 else band:
        for sex in ("All", "Male") if random.random() < 0.3 else ("All",):
            maker.add(
                "population",
                area_code=code,
                mid_year=year,
                sex=sex,
                age_from=first,
                age_to=last,
                ethnicity_group=group,
                estimate=random.randint(least, 3000) if least else 0,
            )
