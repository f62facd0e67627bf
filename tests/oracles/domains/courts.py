"""Oracles of disposals by ethnic group, bail packages and the live tracker: measures.md B1 NI 44, B7, B2a, A4."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

from schemas.service import Area
from tests.oracles.custody import SECURE, share
from tests.oracles.domain import Domain, Tables
from tests.oracles.domains.courts_worlds import (
    GROUPS,
    Maker,
    add_cohort,
    add_disposals,
    add_person,
    add_population,
    add_programme,
    add_remand,
)
from tests.oracles.outcomes import GRAVEST_FIRST, children, same_child, shown_age, substantive_outcomes
from tests.oracles.reoffending import cohorts, described, proofs
from tests.oracles.world import (
    Answer,
    Fact,
    Row,
    World,
    age_band,
    age_on,
    by_area,
    by_heading,
    counts_in,
    during,
    plus_months,
)

NOT_KNOWN = "Information not obtainable"
WEEKS = range(4, 53, 4)
#: Residents by code, mid-year and group.
Given = dict[tuple[str, int, str], float]


# Who was on a disposal -----------------------------------------------------------------------------------------------


def disposals(world: World) -> list[Row]:
    """One row per child and day of an outcome given here: when, how grave, and to whom."""
    known: dict[object, Row] = {}
    for child in sorted(children(world).values(), key=lambda one: one["ypid"]):
        known.setdefault(same_child(child), child)
    found: dict[tuple[object, date], list[Row]] = {}
    for outcome in substantive_outcomes(world):
        if outcome["residence_on_outcome"] == "LOCAL" and 10 <= shown_age(outcome) <= 17:
            found.setdefault((same_child(outcome["child"]), outcome["outcome_date"]), []).append(outcome)
    return [
        {
            "who": who,
            "day": day,
            "child": known[who],
            "group": min((one["outcome_group"] for one in given), key=GRAVEST_FIRST.index),
            "age_band": age_band(max(shown_age(one) for one in given)),
        }
        for (who, day), given in found.items()
    ]


def offenders(given: list[Row], period: Row, area: Area) -> Counter[str]:
    """Children of each recorded group with a disposal in the period, each once."""
    met = {
        one["who"]: one["child"]["ethnicity_group"]
        for one in given
        if during(period, one["day"]) and counts_in(area, one["child"]["area_key"])
    }
    return Counter(group for group in met.values() if group != NOT_KNOWN)


# Residents by group --------------------------------------------------------------------------------------------------


def residents_given(world: World) -> Given:
    """Residents of 10 to 17 by code, year and group, where the band or all eight years of age are given."""
    bands: Given = {}
    singles: dict[tuple[str, int, str], dict[int, float]] = {}
    for row in world.rows("population"):
        key = (row["area_code"], row["mid_year"], row["ethnicity_group"])
        if row["sex"] != "All" or row["ethnicity_group"] not in GROUPS:
            continue
        if (row["age_from"], row["age_to"]) == (10, 17):
            bands[key] = row["estimate"]
        elif row["age_from"] == row["age_to"] and 10 <= row["age_from"] <= 17:
            singles.setdefault(key, {})[row["age_from"]] = row["estimate"]
    whole = {key: sum(by_age.values()) for key, by_age in singles.items() if len(by_age) == 8}
    return whole | bands


def populated(world: World, area: Area, year: int, given: Given) -> dict[str, float] | None:
    """Residents of an area by group, all five or none: its own row, else its districts, else its counties."""
    for way in (own, from_districts, from_counties):
        found = {group: way(world, area, year, group, given) for group in GROUPS}
        if None not in found.values():
            return {group: number for group, number in found.items() if number is not None}
    return None


def own(_: World, area: Area, year: int, group: str, given: Given) -> float | None:
    """The area's own row."""
    return given.get((area.code, year, group))


def from_districts(_: World, area: Area, year: int, group: str, given: Given) -> float | None:
    """The sum of its districts."""
    return _summed([given.get((code, year, group)) for code in area.districts])


def from_counties(world: World, area: Area, year: int, group: str, given: Given) -> float | None:
    """The whole service as the sum of its counties."""
    if area.level != "service":
        return None
    counties = [one for one in world.own_areas() if one.level == "county"]
    found = [
        next(
            (
                n
                for n in (own(world, c, year, group, given), from_districts(world, c, year, group, given))
                if n is not None
            ),
            None,
        )
        for c in counties
    ]
    return _summed(found)


def _summed(numbers: list[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def newest(world: World, area: Area, period: Row, given: Given) -> dict[str, float] | None:
    """Residents at the latest mid-year that is complete, no later than the year the period begins in."""
    years = {year for _, year, _ in given if year <= period["period_start"].year}
    for year in sorted(years, reverse=True):
        found = populated(world, area, year, given)
        if found is not None:
            return found
    return None


def eth_01(world: World) -> Answer:
    """Children of each group beyond its share of the population, and all children."""
    answer: Answer = {}
    dealt, given = disposals(world), residents_given(world)
    for period in world.of("fy", "ytd"):
        for area in world.own_areas():
            people = newest(world, area, period, given)
            if people is None or sum(people.values()) == 0:
                continue
            met, everybody = offenders(dealt, period, area), sum(people.values())
            for group, residents in people.items():
                expected = met.total() * residents / everybody
                place = (period["period_id"], area.code)
                answer[*place, "ethnicity_group", group] = (met[group] - expected, float(met.total()))
                answer[*place, "young people on disposals", group] = (float(met[group]), None)
                answer[*place, "residents aged 10 to 17", group] = (float(residents), None)
    return answer


def eth_03(world: World) -> Answer:
    """Children of each group, and as many as would be at White children's rate."""
    answer: Answer = {}
    dealt, given = disposals(world), residents_given(world)
    for period in world.of("fy", "ytd"):
        for area in world.own_areas():
            people = newest(world, area, period, given)
            met = offenders(dealt, period, area)
            if people is None or not people["White"] or not met["White"]:
                continue
            for group in GROUPS[1:]:
                if people[group]:
                    key = (period["period_id"], area.code, "ethnicity_group", group)
                    answer[key] = (float(met[group]), people[group] * met["White"] / people["White"])
    return answer


def eth_02(world: World) -> Answer:
    """Share of disposals whose group is recorded; then each group's share of all disposals."""
    facts = [
        Fact(one["day"], one["child"]["area_key"], int(one["child"]["ethnicity_group"] != NOT_KNOWN), 1, headed(one))
        for one in disposals(world)
    ]
    headings = sorted({heading for fact in facts for heading in fact.described.items()})
    answer: Answer = {}
    for period in world.of("ytd", "fy", "quarter"):
        inside = [fact for fact in facts if during(period, fact.day)]
        answer |= by_area(world, period["period_id"], inside)
        for heading, name in headings:
            of_it = sum(fact.described[heading] == name for fact in inside)
            answer[period["period_id"], world.service.code, heading, name] = (float(of_it), float(len(inside)))
    return answer


def headed(disposal: Row) -> dict[str, str]:
    """A disposal's headings."""
    child = disposal["child"]
    group = child["ethnicity_group"]
    return {
        "ethnicity_group": group,
        "sex": child["sex"],
        "age_band": disposal["age_band"],
        "ethnic group and sex": f"{group}, {child['sex']}",
        "ethnic group and disposal": f"{group}, {disposal['group']}",
    }


# Bail packages -------------------------------------------------------------------------------------------------------


def bsp_01(world: World) -> Answer:
    """Share of remand decisions with a package; each package's share of all of them."""
    decided = list(bail_facts(world))
    answer = share(world, [fact for fact, _ in decided])
    if not decided:
        return answer
    for period in world.of("ytd", "fy", "quarter"):
        inside = [package for fact, package in decided if during(period, fact.day)]
        for package, name in (("ISS", "intensive supervision and surveillance"), ("support", "bail support")):
            key = (period["period_id"], world.service.code, "package", name)
            answer[key] = (float(inside.count(package)), float(len(inside)))
    return answer


def bail_facts(world: World) -> list[tuple[Fact, str]]:
    """Each decision that counts, and its package."""
    known = children(world)
    return [
        (bail_fact(episode, known[episode["ypid"]]), episode["bail_package"])
        for episode in world.rows("remand_episodes")
        if episode["ypid"] in known and episode["remand_type"] != "UNCONDITIONAL_BAIL"
    ]


def bail_fact(episode: Row, child: Row) -> Fact:
    """One remand decision; the numerator says whether a package stood beside it."""
    kind = episode["remand_type"]
    housed = kind.startswith("REMAND_TO_LOCAL_AUTHORITY")
    decision = "remanded to local authority accommodation" if housed else "bailed"
    if kind in SECURE or (housed and episode["secure"]):
        decision = "remanded to secure accommodation or custody"
    described_as = {
        "sex": child["sex"],
        "ethnicity_group": child["ethnicity_group"],
        "age_band": age_band(age_on(child["date_of_birth"], episode["start_date"])),
        "court decision": decision,
    }
    return Fact(episode["start_date"], child["area_key"], int(episode["bail_package"] != "none"), 1, described_as)


# The live tracker ----------------------------------------------------------------------------------------------------


def reo_10(world: World) -> Answer:
    """Re-offences known on each day for each child of the open cohort, by factor and by weeks."""
    members, proven = list(cohorts(world).values()), proofs(world)
    by_day = {
        period["period_id"]: [tracked(world, one, period["period_start"], proven) for one in members]
        for period in world.of("as_at")
    }
    facts = {name: [fact for found in rows if found for fact in found] for name, rows in by_day.items()}
    headings = sorted({item for rows in facts.values() for fact in rows for item in fact.described.items()})
    answer: Answer = {}
    for name, rows in facts.items():
        answer |= by_area(world, name, [fact for fact in rows if "sex" in fact.described])
        answer |= by_heading(world, name, rows, headings)
    return answer


def tracked(world: World, event: Row, day: date, proven: dict[object, list[tuple[date, date]]]) -> list[Fact]:
    """What is known of one child on a day: itself, its factors, and each fourth week it has been followed."""
    if not event["day"] <= day < plus_months(event["day"], 12):
        return []
    child = event["child"]
    known = [
        committed
        for committed, proof in proven.get(same_child(child), [])
        if event["day"] < committed <= day and proof <= day
    ]
    area = child["area_key"]
    facts = [Fact(day, area, len(known), 1, described(event))]
    # Said once more under each factor, which is no part of the headline.
    facts += [Fact(day, area, len(known), 1, {"factor": name}) for name in factors(world, child, day)]
    for weeks in WEEKS:
        until = event["day"] + timedelta(days=7 * weeks)
        if until <= day:
            heading = {"weeks since the index date": f"week {weeks:02d}"}
            facts.append(Fact(day, area, sum(committed <= until for committed in known), 1, heading))
    return facts


def factors(world: World, child: Row, day: date) -> list[str]:
    """Factors of a child on a day."""
    found = ["looked after"] if child["lac_flag"] else []
    suitable = any(
        row["ypid"] == child["ypid"]
        and row["suitability"] == "SUITABLE"
        and row["start_date"] <= day
        and (row["end_date"] is None or day <= row["end_date"])
        for row in world.rows("ete_status")
    )
    return found if suitable else [*found, "no suitable education, training or employment"]


def make(random: Random, size: int) -> Tables:
    """A small service from 2012 to 2014."""
    maker = Maker(random, (2012, 2013, 2014))
    for number in range(size):
        born = add_person(maker, f"C{number:02d}")
        for _ in range(random.randint(1, 4)):
            random.choice((add_disposals, add_cohort, add_cohort, add_remand, add_programme))(
                maker, f"C{number:02d}", born
            )
    add_population(maker)
    return maker.tables


DOMAIN = Domain(
    name="courts",
    tables=(
        "persons",
        "offences",
        "outcomes",
        "remand_episodes",
        "interventions",
        "offence_intervention",
        "ete_status",
        "accommodation",
        "population",
    ),
    make=make,
    oracles={"ETH-01": eth_01, "ETH-02": eth_02, "ETH-03": eth_03, "BSP-01": bsp_01, "REO-10": reo_10},
)
