"""Oracle of custody and remand: measures.md B1 NI 43, B4, T-20; A1 CUS-01 to 03, REM-01 and 02."""

from __future__ import annotations

from tests.oracles.outcomes import children, same_child, shown_age, substantive_outcomes
from tests.oracles.world import Answer, Fact, Row, World, age_band, age_on, change, tally

BASES = ("ytd", "fy", "quarter")
SECURE = ("REMAND_IN_CUSTODY", "COURT_ORDERED_SECURE_REMAND", "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION")


def occasions(world: World) -> list[Fact]:
    """One fact per child and sentencing occasion; the numerator says whether it was custodial."""
    found: dict[tuple[object, str], list[Row]] = {}
    for outcome in substantive_outcomes(world):
        in_court = outcome["outcome_group"] in ("First-tier", "Community", "Custody")
        if in_court and outcome["residence_on_outcome"] == "LOCAL" and 10 <= shown_age(outcome) <= 17:
            occasion = (outcome["sentencing_occasion_id"] or "").strip()
            key = f"id {occasion}" if occasion else f"on {outcome['outcome_date']}"
            found.setdefault((same_child(outcome["child"]), key), []).append(outcome)
    return [occasion_fact(sentences) for sentences in found.values()]


def occasion_fact(sentences: list[Row]) -> Fact:
    """All sentences of one occasion as one fact, on the first day; the child is as its smallest record describes it."""
    child = min((sentence["child"] for sentence in sentences), key=lambda one: one["ypid"])
    described = {
        "sex": child["sex"],
        "ethnicity_group": child["ethnicity_group"],
        "age_band": age_band(max(shown_age(sentence) for sentence in sentences)),
    }
    custodial = any(sentence["outcome_group"] == "Custody" for sentence in sentences)
    day = min(sentence["outcome_date"] for sentence in sentences)
    return Fact(day, child["area_key"], int(custodial), 1, described)


def only_numerators(facts: list[Fact]) -> list[Fact]:
    """The facts that add to the numerator, as a count."""
    return [Fact(fact.day, fact.area_key, described=fact.described) for fact in facts if fact.numerator]


def cus_01(world: World) -> Answer:
    """Share of occasions that were custodial."""
    return share(world, occasions(world))


def cus_02(world: World) -> Answer:
    """Custodial occasions."""
    return tally(world, BASES, only_numerators(occasions(world)))


def cus_03(world: World) -> Answer:
    """Reduction of custodial occasions on the same months last year."""
    return change(world, ("fy", "ytd"), only_numerators(occasions(world)), -1)


def decisions(world: World) -> list[Fact]:
    """Remand decisions but unconditional bail; the numerator says whether the remand was secure."""
    known = children(world)
    return [
        remand_fact(episode, known[episode["ypid"]])
        for episode in world.rows("remand_episodes")
        if episode["ypid"] in known and episode["remand_type"] != "UNCONDITIONAL_BAIL"
    ]


def remand_fact(episode: Row, child: Row) -> Fact:
    """One remand decision."""
    kind = episode["remand_type"]
    secure = kind in SECURE or (kind.startswith("REMAND_TO_LOCAL_AUTHORITY") and episode["secure"])
    described = {
        "sex": child["sex"],
        "ethnicity_group": child["ethnicity_group"],
        "age_band": age_band(age_on(child["date_of_birth"], episode["start_date"])),
    }
    return Fact(episode["start_date"], child["area_key"], int(secure), 1, described)


def rem_01(world: World) -> Answer:
    """Share of remand decisions that were secure."""
    return share(world, decisions(world))


def rem_02(world: World) -> Answer:
    """Secure remands."""
    return tally(world, BASES, only_numerators(decisions(world)))


def share(world: World, facts: list[Fact]) -> Answer:
    """Facts as a share; a period or area without any still has its nought in nought."""
    return {key: (n, d or 0.0) for key, (n, d) in tally(world, BASES, facts).items()}
