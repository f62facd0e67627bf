"""Oracle of the local tracker of re-offending: measures.md B2a, T-06; A1 REO-01, REO-06, REO-08."""

from __future__ import annotations

from datetime import date

from tests.oracles.orders import CUSTODIAL
from tests.oracles.outcomes import GRAVEST_FIRST, children, same_child, shown_age, substantive_outcomes
from tests.oracles.world import (
    Answer,
    Fact,
    Row,
    World,
    age_band,
    age_on,
    baseline,
    by_area,
    by_heading,
    during,
    plus_months,
    tally,
)


def cohorts(world: World) -> dict[tuple[int, object], Row]:
    """The index event of each child of each year: the first from January to March."""
    members: dict[tuple[int, object], Row] = {}
    events = [*disposals(world), *releases(world)]
    for event in sorted(events, key=lambda one: (one["day"], GRAVEST_FIRST.index(one["group"]), one["id"])):
        if event["day"].month in (1, 2, 3):
            members.setdefault((event["day"].year, same_child(event["child"])), event)
    return members


def disposals(world: World) -> list[Row]:
    """Disposals out of custody of children living here."""
    return [
        {
            "day": outcome["outcome_date"],
            "group": outcome["outcome_group"],
            "id": outcome["outcome_id"],
            "age": shown_age(outcome),
            "child": outcome["child"],
        }
        for outcome in substantive_outcomes(world)
        if outcome["outcome_group"] != "Custody" and outcome["residence_on_outcome"] == "LOCAL"
    ]


def releases(world: World) -> list[Row]:
    """Releases from custody, the day the licence starts, of children aged 10 to 17 living here."""
    known, found = children(world), []
    for order in world.rows("interventions"):
        child = known.get(order["ypid"])
        if child is None or order["disposal_type"] not in CUSTODIAL or order["residence_on_start"] != "LOCAL":
            continue
        age = age_on(child["date_of_birth"], order["start_date"])
        if 10 <= age <= 17:
            event = {"day": order["start_date"], "group": "Custody", "id": order["programme_id"]}
            found.append({**event, "age": age, "child": child})
    return found


def proofs(world: World) -> dict[object, list[tuple[date, date]]]:
    """Offence date and day of proof of each child's proven offences, breaches left out."""
    earliest: dict[str, Row] = {}
    for outcome in substantive_outcomes(world):
        seen = earliest.get(outcome["offence_id"])
        if seen is None or outcome["outcome_date"] < seen["outcome_date"]:
            earliest[outcome["offence_id"]] = outcome
    proven: dict[object, list[tuple[date, date]]] = {}
    for outcome in earliest.values():
        if not outcome["yjb_category"].startswith("BREACH"):
            proven.setdefault(same_child(outcome["child"]), []).append(
                (outcome["offence_date"], outcome["outcome_date"])
            )
    return proven


def reoffences(event: Row, months: int, proven: dict[object, list[tuple[date, date]]]) -> int:
    """Offences after the index date within so many months, proven within three more."""
    last, proof_by = plus_months(event["day"], months), plus_months(event["day"], months + 3)
    pairs = proven.get(same_child(event["child"]), [])
    return sum(event["day"] < committed <= last and proof <= proof_by for committed, proof in pairs)


def described(event: Row) -> dict[str, str]:
    """A cohort child's headings."""
    child = event["child"]
    return {
        "index_group": event["group"],
        "sex": child["sex"],
        "ethnicity_group": child["ethnicity_group"],
        "age_band": age_band(event["age"]),
    }


def reo_01(world: World) -> Answer:
    """Re-offences and children of each cohort at each month of follow-up, and its re-offenders."""
    members, proven, by_period = cohorts(world).values(), proofs(world), {}
    for period in world.of("cohort"):
        inside = [event for event in members if during(period, event["day"])]
        by_period[period["period_id"]] = [followed(event, period["follow_up_months"], proven) for event in inside]
    headings = sorted({item for facts in by_period.values() for fact in facts for item in fact.described.items()})
    answer: Answer = {}
    for period_id, facts in by_period.items():
        answer |= by_area(world, period_id, facts) | by_heading(world, period_id, facts, headings)
        if headings:
            reoffenders = float(sum(fact.numerator > 0 for fact in facts))
            answer[period_id, world.service.code, "statistic", "reoffenders"] = (reoffenders, float(len(facts)))
    return answer


def followed(event: Row, months: int, proven: dict[object, list[tuple[date, date]]]) -> Fact:
    """One cohort child with its re-offences so far."""
    again = reoffences(event, months, proven)
    return Fact(event["day"], event["child"]["area_key"], again, 1, described(event))


def reo_06(world: World) -> Answer:
    """Children of each cohort, the same at every point of follow-up."""
    facts = [
        Fact(event["day"], event["child"]["area_key"], described=described(event)) for event in cohorts(world).values()
    ]
    return tally(world, ("cohort",), facts)


def reo_08(world: World) -> Answer:
    """Reduction of the rate at twelve months on the baseline rate, the whole service only."""
    members, proven, answer = cohorts(world).values(), proofs(world), Answer()
    for period in world.of("cohort"):
        base = baseline(world, "REO-01", period["fy"])
        inside = [event for event in members if during(period, event["day"])]
        if period["follow_up_months"] == 12 and base is not None and inside:
            rate = sum(reoffences(event, 12, proven) for event in inside) / len(inside)
            answer[period["period_id"], world.service.code, "all", "all"] = (base - rate, base)
    return answer
