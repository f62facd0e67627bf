"""Oracle of specialist work: measures.md A1 RES, PAR, HRM, TF, CSE; A4 ISS, transitions, panels; C3 parenting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tests.oracles.domain import Domain
from tests.oracles.domains.specialist_people import (
    NEVER,
    Spell,
    among,
    eighteen,
    of_child,
    people,
    shares,
    told_of,
)
from tests.oracles.domains.specialist_worlds import COMMUNITY, PREVENTION, make
from tests.oracles.world import Answer, Fact, Row, World, plus_months, tally

YEAR_TO_DATE = ("ytd", "fy", "quarter")


# -- work open -----------------------------------------------------------------------------------------------------


def work(world: World) -> list[Row]:
    """Orders and programmes of children who lived here at the end, or at the start where no end is recorded."""
    return [
        {
            **order,
            "until": order["end_date"] or NEVER,
            "prevention": order["disposal_type"] in PREVENTION,
            "described": of_child(order["child"], order["start_date"]),
        }
        for order in told_of(world, "interventions")
        if (order["residence_on_end"] or order["residence_on_start"]) == "LOCAL"
    ]


def parents(world: World, *, prevention: bool) -> Answer:
    """Children on orders, or programmes, with a parent who had come by the end of the period."""
    met = [
        row
        for row in told_of(world, "parenting")
        if (row["sessions_attended"] or 0) > 0 and row["parenting_type"] != "Custody"
    ]
    spells = []
    for order in work(world):
        if order["disposal_type"] not in (PREVENTION if prevention else COMMUNITY):
            continue
        begun = [
            row["start_date"]
            for row in met
            if row["child"]["who"] == order["child"]["who"]
            and (row["parenting_type"] == "Prevention") is prevention
            and order["start_date"] <= row["start_date"] <= order["until"]
        ]
        spells.append(spell_of(order, order["described"], begun_by(begun)))
    return people(world, YEAR_TO_DATE, spells)


def begun_by(days: list[date]) -> Callable[[Row], bool]:
    """Whether the first of some days had come by the end of a period."""
    return lambda period: any(day <= period["period_end"] for day in days)


def spell_of(order: Row, described: dict[str, str], counts: Callable[[Row], bool]) -> Spell:
    """An order as a spell of its child."""
    child = order["child"]
    return Spell(child["who"], order["start_date"], order["until"], child["area_key"], described, counts)


def standing(log: list[Row], first: str, last: str) -> dict[object, list[tuple[date, date, Row]]]:
    """Who -> the days on which something of a log stood, and the row."""
    found: dict[object, list[tuple[date, date, Row]]] = {}
    for row in log:
        found.setdefault(row["child"]["who"], []).append((row[first], row[last] or NEVER, row))
    return found


def caseload(world: World, bases: tuple[str, ...], log: tuple[str, str, str], kind: str = "") -> Answer:
    """Share of children worked with in a period of whom something stood in it; under each kind, that kind alone."""
    rows = told_of(world, log[0])
    stood = standing(rows, log[1], log[2])
    kinds = sorted({row[kind] for row in rows}) if kind else []
    spells = []
    for order in work(world):
        mine = stood.get(order["child"]["who"], [])
        described = order["described"] | {"work_kind": "Prevention" if order["prevention"] else "Statutory"}
        spells.append(spell_of(order, described, touching(mine)))
    answer = people(world, bases, spells)
    for which in kinds if spells else []:
        again = [
            spell_of(
                one,
                {kind: which},
                touching([item for item in stood.get(one["child"]["who"], []) if item[2][kind] == which]),
            )
            for one in work(world)
        ]
        answer |= people(world, bases, again) | answer
    return answer


def touching(days: list[tuple[date, date, Row]]) -> Callable[[Row], bool]:
    """Whether any of the stretches touches a period."""
    return lambda period: any(
        first <= period["period_end"] and last >= period["period_start"] for first, last, _ in days
    )


# -- events --------------------------------------------------------------------------------------------------------


def events(world: World, table: str, day: str, own: Callable[[Row], dict[str, str]]) -> list[tuple[Row, Fact]]:
    """A log's rows of known children that have that day, each with the fact that it happened."""
    return [
        (row, Fact(row[day], row["child"]["area_key"], 1, None, own(row) | of_child(row["child"], row[day])))
        for row in told_of(world, table)
        if row[day] is not None
    ]


def releases(world: World, bases: tuple[str, ...], keep: Callable[[Row], bool], *, again: bool) -> Answer:
    """Children released in a period, each once: those who agreed, or those who offended again by its end."""
    spells = []
    for row, fact in events(
        world, "resettlement", "released_date", lambda row: {"project": row["project"] or "Not recorded"}
    ):
        if keep(row):
            counts = offended_again(row) if again else agreed(row)
            who = row["child"]["who"]
            spells.append(Spell(who, fact.day, fact.day, fact.area_key, fact.described, counts))
    return people(world, bases, spells)


def agreed(row: Row) -> Callable[[Row], bool]:
    """Whether support was accepted, in any period."""
    return lambda _: row["support_accepted"] is True


def offended_again(row: Row) -> Callable[[Row], bool]:
    """Whether an offence after the day of release was known by the end of a period."""
    day = row["reoffended_date"]
    return lambda period: day is not None and row["released_date"] < day <= period["period_end"]


def mappa(world: World) -> Answer:
    """Children at level 2 or 3 on any day of a period."""
    spells = [
        Spell(
            row["child"]["who"],
            row["start_date"],
            row["end_date"] or NEVER,
            row["child"]["area_key"],
            {"mappa_level": f"Level {row['mappa_level']}", "mappa_category": f"Category {row['mappa_category']}"}
            | of_child(row["child"], row["start_date"]),
        )
        for row in told_of(world, "mappa")
        if row["mappa_level"] > 1
    ]
    return people(world, YEAR_TO_DATE, spells, share=False)


def incidents(world: World) -> Answer:
    """Serious incidents, of the service alone."""
    facts = [
        Fact(
            row["incident_date"],
            "",
            1,
            None,
            {"incident_type": row["incident_type"], "incident_status": row["incident_status"]},
        )
        for row in world.rows("serious_incidents")
        if row["incident_status"] in ("Reported", "Under review", "Reviewed")
    ]
    return {key: told for key, told in tally(world, YEAR_TO_DATE, facts).items() if key[1] == world.service.code}


def iss(world: World, day: str) -> list[tuple[Row, Fact]]:
    """Programmes of intensive supervision by their first or last day; the age is that on the first."""
    return [
        (
            row,
            Fact(
                row[day],
                row["child"]["area_key"],
                1,
                None,
                {"iss_type": row["iss_type"]} | of_child(row["child"], row["start_date"]),
            ),
        )
        for row in told_of(world, "iss")
        if row[day] is not None
    ]


def iss_hours(world: World) -> Answer:
    """Hours a week delivered of those planned, of programmes that ended, where both are known."""
    facts = [
        among(fact, row["weekly_hours_delivered"], row["weekly_hours_planned"])
        for row, fact in iss(world, "end_date")
        if row["weekly_hours_delivered"] is not None and row["weekly_hours_planned"] is not None
    ]
    return shares(world, YEAR_TO_DATE, facts)


def iss_completed(world: World) -> Answer:
    """Programmes ended without breach."""
    facts = [among(fact, int(not row["breached"])) for row, fact in iss(world, "end_date")]
    return shares(world, YEAR_TO_DATE, facts)


def parenting(world: World, column: str) -> Answer:
    """Share of interventions with one parent of which something is recorded as so."""
    came = {True: "Voluntary", False: "Ordered", None: "Not recorded"}
    told = events(
        world,
        "parenting",
        "start_date",
        lambda row: {"parenting_type": row["parenting_type"], "came": came[row["voluntary"]]},
    )
    facts = [among(fact, int(row[column])) for row, fact in told if row[column] is not None]
    return shares(world, YEAR_TO_DATE, facts)


def interviews(world: World) -> Answer:
    """Return interviews held by their last day, of those whose last day had passed."""
    told = events(world, "exploitation", "return_interview_due", lambda row: {"concern": row["concern"]})
    facts = [
        among(fact, int(row["return_interview_done"] is not None and row["return_interview_done"] <= fact.day))
        for row, fact in told
        if fact.day < row["extract_date"]
    ]
    return shares(world, ("quarter", "ytd", "fy"), facts)


def panels(world: World) -> Answer:
    """Cases heard: one child, one panel, one day, however often entered."""
    heard: dict[tuple[object, ...], tuple[Row, bool]] = {}
    for row in told_of(world, "risk_panels"):
        key = (row["ypid"], row["heard_date"], row["panel_kind"])
        heard[key] = (row, row["first_time_heard"] is True or (key in heard and heard[key][1]))
    facts = [
        Fact(
            row["heard_date"],
            row["child"]["area_key"],
            1,
            None,
            {"panel_kind": row["panel_kind"], "hearing_kind": "First time" if first else "Review or not recorded"}
            | of_child(row["child"], row["heard_date"]),
        )
        for row, first in heard.values()
    ]
    return tally(world, YEAR_TO_DATE, facts)


# -- transitions ---------------------------------------------------------------------------------------------------


def first_days(world: World, column: str) -> dict[object, date]:
    """Who -> the first such day of any record in the log of transitions."""
    found: dict[object, date] = {}
    for row in told_of(world, "transitions"):
        day, who = row[column], row["child"]["who"]
        if day is not None and (who not in found or day < found[who]):
            found[who] = day
    return found


def plain(child: Row) -> dict[str, str]:
    """The child's headings but the age."""
    return {"sex": child["sex"], "ethnicity_group": child["ethnicity_group"]}


def always(so: bool) -> Callable[[Row], bool]:  # noqa: FBT001 - it is the value itself
    """The same answer in every period."""
    return lambda _: so


def moved_by_18(world: World) -> Answer:
    """Children who turned 18 while an order ran on: those moved by that day."""
    moved = first_days(world, "transferred_date")
    spells = []
    for order in work(world):
        child = order["child"]
        day = eighteen(child)
        if not order["prevention"] and order["start_date"] <= day < order["until"]:
            in_time = moved.get(child["who"], NEVER) <= day
            spells.append(Spell(child["who"], day, day, child["area_key"], plain(child), always(in_time)))
    return people(world, YEAR_TO_DATE, spells)


def moves(world: World) -> Answer:
    """First moves of children, by how long before 18."""
    firsts: dict[object, Row] = {}
    for row in sorted(told_of(world, "transitions"), key=lambda row: (row["transferred_date"] or NEVER, row["ypid"])):
        if row["transferred_date"] is not None:
            firsts.setdefault(row["child"]["who"], row)
    facts = [
        Fact(
            row["transferred_date"],
            row["child"]["area_key"],
            1,
            None,
            {"before_18": how_long(row), "accepted_by": row["accepted_by"] or "Not recorded"} | plain(row["child"]),
        )
        for row in firsts.values()
    ]
    return tally(world, YEAR_TO_DATE, facts)


def how_long(row: Row) -> str:
    """The band of a move."""
    day, moved = eighteen(row["child"]), row["transferred_date"]
    if moved > day:
        return "after turning 18"
    bands = ((1, "less than 1 month before"), (3, "1 to 3 months before"), (6, "3 to 6 months before"))
    for months, words in bands:
        if moved > plus_months(day, -months):
            return words
    return "6 months or more before"


def near_18(world: World) -> Answer:
    """Children within six months of 18 with an order open on a day: those referred by then."""
    referred = first_days(world, "transfer_referred")
    spells = []
    for order in work(world):
        child = order["child"]
        # On 17 and a half or after, and not yet 18.
        first = max(order["start_date"], plus_months(child["date_of_birth"], 210))
        last = min(order["until"], eighteen(child) - timedelta(days=1))
        if not order["prevention"] and first <= last:
            on = referred.get(child["who"], NEVER)
            spells.append(Spell(child["who"], first, last, child["area_key"], plain(child), begun_by([on])))
    # Headings stand for every child on statutory work, near 18 or not.
    others = [
        Spell(order["child"]["who"], NEVER, NEVER, order["child"]["area_key"], plain(order["child"]))
        for order in work(world)
        if not order["prevention"]
    ]
    return people(world, ("as_at",), spells + others)


ORACLES: dict[str, Callable[[World], Answer]] = {
    "RES-01": lambda world: releases(world, ("to_date", "fy", "ytd"), lambda row: row["support_offered"], again=False),
    "RES-02": lambda world: releases(world, ("to_date",), lambda _: True, again=True),
    "PAR-01": lambda world: parents(world, prevention=False),
    "PAR-02": lambda world: parents(world, prevention=True),
    "PAR-03": lambda world: caseload(
        world, ("as_at", "fy"), ("child_to_parent_violence", "violence_identified", "violence_resolved")
    ),
    "PAR-04": lambda world: parenting(world, "parenting_completed"),
    "PAR-05": lambda world: parenting(world, "parent_satisfied"),
    "HRM-01": mappa,
    "HRM-02": incidents,
    "TF-01": lambda world: caseload(
        world, ("as_at",), ("supporting_families", "opened_date", "closed_date"), "family_programme"
    ),
    "CSE-01": lambda world: caseload(
        world, ("quarter", "as_at"), ("exploitation", "start_date", "end_date"), "concern"
    ),
    "CSE-02": interviews,
    "ISS-01": lambda world: tally(world, YEAR_TO_DATE, [fact for _, fact in iss(world, "start_date")]),
    "ISS-02": iss_hours,
    "ISS-03": iss_completed,
    "TRN-01": moved_by_18,
    "TRN-02": moves,
    "TRN-03": near_18,
    "PAN-01": panels,
}

DOMAIN = Domain(
    "specialist",
    (
        "persons",
        "interventions",
        "iss",
        "resettlement",
        "transitions",
        "parenting",
        "mappa",
        "serious_incidents",
        "exploitation",
        "supporting_families",
        "risk_panels",
        "child_to_parent_violence",
    ),
    make,
    ORACLES,
)
