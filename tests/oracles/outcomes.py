"""Oracle of what counts as a child, an offence and an outcome: measures.md B3 steps 1 to 5, C3."""

from __future__ import annotations

from tests.oracles.world import Row, World, age_on, area_key_of

SUBSTANTIVE = ("Pre-Court", "First-tier", "Community", "Custody")
OVERTURNED = ("Changed on appeal", "Result of appeal successful")
GRAVEST_FIRST = ("Custody", "Community", "First-tier", "Pre-Court")
HELD_BY_PERSON = {
    "offences": "YJ-R-0001",
    "interventions": "YJ-R-0004",
    "ete_status": "YJ-R-0005",
    "accommodation": "YJ-R-0006",
    "remand_episodes": "YJ-R-0007",
    "hearings": "YJ-R-0008",
}
Faults = set[tuple[str, str, int, str]]


def children(world: World) -> dict[str, Row]:
    """Children by ypid, deleted records left out, with the area each counts in."""
    return {
        person["ypid"]: {
            **person,
            "area_key": area_key_of(person, world.service),
            "ethnicity_group": person["ethnicity_group"] or "Information not obtainable",
        }
        for person in world.rows("persons")
        if not person["deleted"]
    }


def same_child(child: Row) -> object:
    """What two records of one child share; a blank or "N/A" id is shared by nobody."""
    origin = (child["originating_yot_person_id"] or "").strip().upper()
    return child["ypid"] if origin in ("", "N/A") else (origin, child["date_of_birth"])


def faults(world: World) -> Faults:
    """Every fault between files: code, table, row, column."""
    return orphans(world) | outcome_faults(world) | age_faults(world)


def orphans(world: World) -> Faults:
    """Rows whose child is not among the persons."""
    known = {person["ypid"] for person in world.rows("persons")}
    return {
        (code, table, row["row"], "ypid")
        for table, code in HELD_BY_PERSON.items()
        for row in world.rows(table)
        if row["ypid"] not in known
    }


def outcome_faults(world: World) -> Faults:
    """Outcomes of no offence, and outcomes dated before theirs."""
    offences = {row["offence_id"]: row for row in world.rows("offences")}
    found: Faults = set()
    for outcome in world.rows("outcomes"):
        offence = offences.get(outcome["offence_id"])
        if offence is None:
            found.add(("YJ-R-0002", "outcomes", outcome["row"], "offence_id"))
        elif outcome["outcome_date"] < offence["offence_date"]:
            found.add(("YJ-R-0003", "outcomes", outcome["row"], "outcome_date"))
    return found


def age_faults(world: World) -> Faults:
    """Offences outside 10 to 17 by their dates, and recorded ages that no date bears out."""
    people = {person["ypid"]: person for person in world.rows("persons")}
    found: Faults = set()
    for offence in world.rows("offences"):
        person = people.get(offence["ypid"])
        if person is None:
            continue
        days = [day for day in (offence["offence_date"], offence["arrest_date"]) if day is not None]
        ages = [age_on(person["date_of_birth"], day) for day in days]
        if not 10 <= ages[0] <= 17:
            found.add(("YJ-R-0010", "offences", offence["row"], "offence_date"))
        elif offence["age_at_arrest_or_offence"] not in ages:
            found.add(("YJ-R-0009", "offences", offence["row"], "age_at_arrest_or_offence"))
    return found


def counted_offences(world: World) -> dict[str, Row]:
    """Offences by id: a known child, recorded ages 10 to 17 then and not 18 at the first hearing, dates possible."""
    known = children(world)
    stopped = {row for code, _, row, _ in age_faults(world) if code == "YJ-R-0010"}
    kept: dict[str, Row] = {}
    for offence in world.rows("offences"):
        hearing = offence["age_at_first_hearing"]
        young = 10 <= offence["age_at_arrest_or_offence"] <= 17 and (hearing is None or hearing <= 17)
        if young and offence["ypid"] in known and offence["row"] not in stopped:
            kept[offence["offence_id"]] = offence
    return kept


def substantive_outcomes(world: World) -> list[Row]:
    """Outcomes that count, each with its offence and child."""
    known, offences = children(world), counted_offences(world)
    stopped = {row for code, _, row, _ in outcome_faults(world) if code == "YJ-R-0003"}
    kept = []
    for outcome in world.rows("outcomes"):
        offence = offences.get(outcome["offence_id"])
        fit = outcome["outcome_group"] in SUBSTANTIVE and outcome["appeal_status"] not in OVERTURNED
        if offence is not None and fit and outcome["row"] not in stopped:
            kept.append({**offence, **outcome, "child": known[offence["ypid"]]})
    return kept


def shown_age(outcome: Row) -> int:
    """Age at arrest or offence before court, at the first hearing in court (KPI 9)."""
    in_court = outcome["outcome_group"] != "Pre-Court" and outcome["age_at_first_hearing"] is not None
    return int(outcome["age_at_first_hearing"] if in_court else outcome["age_at_arrest_or_offence"])


def in_order(outcome: Row) -> tuple[object, int, str]:
    """Earliest first; on one day the gravest, then the lowest id."""
    return outcome["outcome_date"], GRAVEST_FIRST.index(outcome["outcome_group"]), outcome["outcome_id"]
