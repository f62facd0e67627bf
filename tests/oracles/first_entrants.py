"""Oracle of first-time entrants: measures.md B3 steps 6 to 8, A1 FTE-01 to 05."""

from __future__ import annotations

from tests.oracles.outcomes import in_order, same_child, shown_age, substantive_outcomes
from tests.oracles.world import (
    Answer,
    Fact,
    Row,
    World,
    age_band,
    baseline,
    change,
    counts_in,
    during,
    plus_months,
    tally,
)


def entrants(world: World) -> list[Fact]:
    """First-time entrants who lived here at the time."""
    first_of_record: dict[str, Row] = {}
    for outcome in sorted(substantive_outcomes(world), key=in_order):
        first_of_record.setdefault(outcome["ypid"], outcome)
    first_of_child: dict[object, Row] = {}
    for outcome in sorted(first_of_record.values(), key=in_order):
        first_of_child.setdefault(same_child(outcome["child"]), outcome)
    return [fact_of(outcome) for outcome in first_of_child.values() if outcome["residence_on_outcome"] != "OTHER"]


def fact_of(outcome: Row) -> Fact:
    """One entrant."""
    child = outcome["child"]
    described = {
        "sex": child["sex"],
        "ethnicity_group": child["ethnicity_group"],
        "age_band": age_band(shown_age(outcome)),
        "outcome_group": outcome["outcome_group"],
    }
    return Fact(outcome["outcome_date"], child["area_key"], described=described)


def fte_01(world: World) -> Answer:
    """Entrants by period."""
    return tally(world, ("ytd", "fy", "quarter", "rolling_year"), entrants(world))


def fte_02(world: World) -> Answer:
    """Change on the same months last year, a fall negative."""
    return change(world, ("ytd", "fy", "quarter"), entrants(world), 1)


def fte_03(world: World) -> Answer:
    """Reduction on the baseline year, the whole service only."""
    facts, answer = entrants(world), Answer()
    for period in world.of("fy"):
        base = baseline(world, "FTE-01", period["fy"])
        if base is not None:
            now = sum(during(period, fact.day) for fact in facts)
            answer[period["period_id"], world.service.code, "all", "all"] = (base - now, base)
    return answer


def fte_04(world: World) -> Answer:
    """Reduction over two and five years, where the earlier year is held."""
    facts, answer = entrants(world), Answer()
    years = {period["period_start"]: period for period in world.of("fy")}
    for start, period in years.items():
        for span in (2, 5):
            earlier = years.get(plus_months(start, -12 * span))
            if earlier is not None:
                for area in world.own_areas():
                    mine = [fact.day for fact in facts if counts_in(area, fact.area_key)]
                    then = sum(during(earlier, day) for day in mine)
                    now = sum(during(period, day) for day in mine)
                    answer[period["period_id"], area.code, "span", f"{span} years"] = (then - now, then)
    return answer


def fte_05(world: World) -> Answer:
    """Entrants and the residents aged 10 to 17, where every district's number is known."""
    facts, known, answer = entrants(world), district_residents(world), Answer()
    for period in world.of("fy", "rolling_year"):
        for area in world.own_areas():
            people = residents(known, area.districts, period["period_start"].year)
            if people is not None:
                now = sum(during(period, fact.day) and counts_in(area, fact.area_key) for fact in facts)
                answer[period["period_id"], area.code, "all", "all"] = (now, people)
    return answer


def residents(known: dict[tuple[str, int], float], districts: tuple[str, ...], until_year: int) -> float | None:
    """Residents of these districts at the newest mid-year for which all of them are known."""
    for year in sorted({year for _, year in known if year <= until_year}, reverse=True):
        if all((district, year) in known for district in districts):
            return sum(known[district, year] for district in districts)
    return None


def district_residents(world: World) -> dict[tuple[str, int], float]:
    """Residents aged 10 to 17 by place and mid-year: the band where it is given, else its eight single years."""
    by_age: dict[tuple[str, int], dict[tuple[int, int], float]] = {}
    for row in world.rows("population"):
        if row["sex"] == "All" and row["ethnicity_group"] == "All":
            ages = by_age.setdefault((row["area_code"], row["mid_year"]), {})
            ages[row["age_from"], row["age_to"]] = float(row["estimate"])
    known: dict[tuple[str, int], float] = {}
    for place, ages in by_age.items():
        singles = [ages[age, age] for age in range(10, 18) if (age, age) in ages]
        if (10, 17) in ages:
            known[place] = ages[10, 17]
        elif len(singles) == 8:
            known[place] = sum(singles)
    return known
