"""Oracles of the service itself: surveys, staff, training, audits, the Board, events, unit costs.

Written from measures.md A1 (SUR, PRE-07, PRE-08, WF, COM, UNI), A4 (audits, training, press) and B5 KPI 8. None of
these counts a child, so every figure is the service's and has no other place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.oracles.domain import Domain
from tests.oracles.domains.people_worlds import QUESTIONS, SENIOR_PARTNERS, SPECIALISTS, make
from tests.oracles.world import Answer, Row, World, during

YEARS = ("fy", "ytd", "quarter")
Group = tuple[str, str]
EVERYBODY: Group = ("all", "all")


# -- how figures are laid out --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Item:
    """What one thing adds to one line: to everybody's, or to a category's."""

    group: Group
    numerator: float
    denominator: float | None = None


@dataclass(frozen=True)
class Dated:
    """Something of a day, and what it adds to which lines."""

    day: date
    items: tuple[Item, ...]


def told(world: World, bases: tuple[str, ...], items_in: Callable[[Row], list[Item]], groups: set[Group]) -> Answer:
    """The service's figure of every period for everybody and for every category, noughts included."""
    answer: Answer = {}
    for period in world.of(*bases):
        items = items_in(period)
        for group in {EVERYBODY, *groups}:
            mine = [item for item in items if item.group == group]
            key = (period["period_id"], world.service.code, *group)
            answer[key] = (float(sum(item.numerator for item in mine)), float(sum(i.denominator or 0 for i in mine)))
    return answer


def dated(world: World, bases: tuple[str, ...], things: list[Dated]) -> Answer:
    """Figures of things that have a day, by the period their day lies in."""

    def _items(period: Row) -> list[Item]:
        return [item for thing in things if during(period, thing.day) for item in thing.items]

    return told(world, bases, _items, {item.group for thing in things for item in thing.items})


def amount(answer: Answer) -> Answer:
    """The same without bases."""
    return {key: (numerator, None) for key, (numerator, _) in answer.items()}


def sharing(breakdown: str, every: set[str], own: str) -> tuple[Item, ...]:
    """One thing in the base of each category, and in the numerator of its own."""
    return tuple(Item((breakdown, name), float(name == own), 1) for name in every)


# -- surveys -------------------------------------------------------------------------------------------------------


def scale_of(answer: Row) -> str:
    """The scale said, or the one the question was written on."""
    usual = "10-point" if answer["question"] == "Enjoyment of IMPACT" else "5-point"
    return str(answer["survey_scale"] or usual)


def two_best(answer: Row) -> bool:
    """One of the two best of five; of ten points, two stand for one of five."""
    return bool(answer["answer_score"] >= (7 if scale_of(answer) == "10-point" else 4))


def put_to(question: str) -> str:
    """Who is asked the question."""
    return "Parent or carer" if question == "Child less likely to offend" else "Young person"


def survey(
    question: str, good: Callable[[Row], bool], bases: tuple[str, ...] = YEARS, scales: tuple[str, ...] = ()
) -> Callable[[World], Answer]:
    """Share of those who answered a question that answered well."""

    def _oracle(world: World) -> Answer:
        asked = [
            row
            for row in world.rows("surveys")
            if row["question"] == question
            and row["respondent_type"] == put_to(question)
            and row["answer_score"] is not None
            and (not scales or scale_of(row) in scales)
        ]
        things = [
            Dated(
                row["survey_date"],
                tuple(Item(group, good(row), 1) for group in (EVERYBODY, ("survey round", row["survey_round"]))),
            )
            for row in asked
        ]
        return dated(world, bases, things)

    return _oracle


def ten(answer: Row) -> bool:
    """Ten of ten."""
    return scale_of(answer) == "10-point" and answer["answer_score"] == 10


# -- staff ---------------------------------------------------------------------------------------------------------


def in_post(world: World, period: Row) -> list[Row]:
    """People in a post on the period's day: one each, as on the newest of their posts, with their highest grade."""
    day = period["period_start"]
    held: dict[str, list[Row]] = {}
    for post in world.rows("workforce"):
        if post["staff_id"] and post["post_start"] <= day and not (post["post_end"] and post["post_end"] < day):
            held.setdefault(post["staff_id"], []).append(post)
    people = []
    for staff, posts in sorted(held.items()):
        newest = max(post["post_start"] for post in posts)
        who = min((post for post in posts if post["post_start"] == newest), key=lambda post: str(post["post_id"]))
        people.append(
            {
                "staff_id": staff,
                "sex": who["sex"] if who["sex"] in ("Male", "Female") else "Not stated",
                "ethnicity_group": ethnic_group(who["ethnicity"]),
                "leads": any((post["grade"] or 0) >= 13 for post in posts),
            }
        )
    return people


def ethnic_group(code: str | None) -> str:
    """The plan's two groups, and those who did not say."""
    if code in (None, "NS"):
        return "Not stated"
    return "White" if str(code).startswith("W") else "Black and minority ethnic"


def staff_figures(world: World, items_of: Callable[[Row, Row], tuple[Item, ...]]) -> Answer:
    """Figures of the people in post on each day; a category seen on any of the days has its line on all."""

    def _items(period: Row) -> list[Item]:
        return [item for person in in_post(world, period) for item in items_of(person, period)]

    groups = {item.group for period in world.of("as_at") for item in _items(period)}
    return told(world, ("as_at",), _items, groups)


def wf_01(world: World) -> Answer:
    """People in post."""

    def _items(person: Row, _: Row) -> tuple[Item, ...]:
        both = f"{person['ethnicity_group']} | {person['sex']}"
        lines = (("sex", person["sex"]), ("ethnicity_group", person["ethnicity_group"]), ("ethnicity and sex", both))
        return tuple(Item(group, 1) for group in (EVERYBODY, *lines))

    return amount(staff_figures(world, _items))


def leading(column: str, wanted: str) -> Callable[[World], Answer]:
    """Share of a group among those at grade 13 and above."""

    def _oracle(world: World) -> Answer:
        seen = {p[column] for period in world.of("as_at") for p in in_post(world, period) if p["leads"]}

        def _items(person: Row, _: Row) -> tuple[Item, ...]:
            if not person["leads"]:
                return ()
            return (Item(EVERYBODY, person[column] == wanted, 1), *sharing(column, seen, person[column]))

        return staff_figures(world, _items)

    return _oracle


def wf_04(world: World) -> Answer:
    """Full-time equivalents of the specialist posts held."""
    posts = [row for row in world.rows("workforce") if row["staff_id"] and row["staff_role"] in SPECIALISTS]

    def _items(period: Row) -> list[Item]:
        day = period["period_start"]
        held = [row for row in posts if row["post_start"] <= day <= (row["post_end"] or date.max)]
        return [Item(group, row["fte"]) for row in held for group in (EVERYBODY, ("staff role", row["staff_role"]))]

    return amount(told(world, ("as_at",), _items, {("staff role", row["staff_role"]) for row in posts}))


def trg_01(world: World) -> Answer:
    """Share of those in post with three days of AssetPlus by the day."""

    def _days(staff: str, course: str, day: date) -> float:
        rows = [row for row in world.rows("staff_training") if row["staff_id"] == staff and row["course"] == course]
        return float(sum(row["training_days"] for row in rows if row["training_date"] <= day))

    def _progress(person: Row, period: Row) -> str:
        days = _days(person["staff_id"], "AssetPlus", period["period_start"])
        return "Three or more" if days >= 3 else "Fewer than three" if days > 0 else "None"

    stages = {_progress(person, period) for period in world.of("as_at") for person in in_post(world, period)}
    courses = {row["course"] for row in world.rows("staff_training")}

    def _items(person: Row, period: Row) -> tuple[Item, ...]:
        own = _progress(person, period)
        attended = tuple(
            Item(("course", course), _days(person["staff_id"], course, period["period_start"]) > 0, 1)
            for course in courses
        )
        return (Item(EVERYBODY, own == "Three or more", 1), *sharing("AssetPlus days", stages, own), *attended)

    return staff_figures(world, _items)


# -- events, audits, the Board, unit costs -------------------------------------------------------------------------


def com_01(world: World) -> Answer:
    """People at open evenings; one of which no number is known adds nothing."""
    evenings = [row for row in world.rows("events") if row["event_kind"] == "Open evening"]
    return amount(
        dated(
            world,
            YEARS,
            [
                Dated(
                    row["event_date"], tuple(Item(group, row["attendance"] or 0) for group in (EVERYBODY, known(row)))
                )
                for row in evenings
            ],
        )
    )


def known(event: Row) -> Group:
    """Whether those who came were counted."""
    return ("how counted", "At least" if event["attendance_is_lower_bound"] is True else "Counted")


def prs_01(world: World) -> Answer:
    """Press items by medium."""
    items = [row for row in world.rows("events") if row["event_kind"] == "Press item"]
    lines = [(row, ("medium", row["medium"] or "Not said")) for row in items]
    return amount(
        dated(
            world,
            YEARS,
            [Dated(row["event_date"], tuple(Item(g, 1) for g in (EVERYBODY, line))) for row, line in lines],
        )
    )


def qa_01(world: World) -> Answer:
    """Share of audits graded good or better."""
    audits = world.rows("qa_audits")
    grades = {row["audit_grade"] for row in audits}
    things = []
    for row in audits:
        good = row["audit_grade"] in ("Good", "Outstanding")
        own = tuple(Item(group, good, 1) for group in (EVERYBODY, ("theme", row["audit_theme"])))
        things.append(Dated(row["audit_date"], (*own, *sharing("grade", grades, row["audit_grade"]))))
    return dated(world, YEARS, things)


def qa_02(world: World) -> Answer:
    """Share of actions due by the extract's day that were done by the day they were due."""
    due = [row for row in world.rows("qa_audits") if row["action_due"] and row["action_due"] <= row["extract_date"]]
    seen = {standing(row) for row in due}
    things = []
    for row in due:
        in_time = standing(row) == "Done in time"
        own = tuple(Item(group, in_time, 1) for group in (EVERYBODY, ("theme", row["audit_theme"])))
        things.append(Dated(row["action_due"], (*own, *sharing("how it stands", seen, standing(row)))))
    return dated(world, YEARS, things)


def standing(audit: Row) -> str:
    """How an action stands."""
    if audit["action_done"] is None:
        return "Not done"
    return "Done late" if audit["action_done"] > audit["action_due"] else "Done in time"


def partners(world: World) -> dict[tuple[date, str], str]:
    """Meeting and partner -> who came of it."""
    came: dict[tuple[date, str], str] = {}
    for row in world.rows("board_attendance"):
        key = (row["meeting_date"], row["organisation"])
        before = came.get(key, "Nobody")
        now = {"Senior": "Senior member", "Delegate": "Delegate"}[row["seniority"]] if row["attended"] else "Nobody"
        came[key] = min(before, now, key=("Senior member", "Delegate", "Nobody").index)
    return came


def brd_01(world: World) -> Answer:
    """Share of partners that came."""
    came = partners(world)
    ways = set(came.values())
    things = []
    for (day, partner), who in came.items():
        own = tuple(Item(group, who != "Nobody", 1) for group in (EVERYBODY, ("partner", partner)))
        things.append(Dated(day, (*own, *sharing("who came", ways, who))))
    return dated(world, YEARS, things)


def kpi_08(world: World) -> Answer:
    """Senior partners present."""
    things = []
    for (day, partner), who in partners(world).items():
        if partner in SENIOR_PARTNERS and who != "Nobody":
            senior = (Item(EVERYBODY, 1), Item(("partner", partner), 1)) if who == "Senior member" else ()
            things.append(Dated(day, (*senior, Item(("who came", who), 1))))
    return amount(dated(world, YEARS, things))


def uni_01(world: World) -> Answer:
    """The published cost of a disposal here, by the first of our names, and of the publication's other places."""
    ours = {name for name, code in world.service.geographies.items() if code == world.service.code}
    answer: Answer = {}
    for period in world.of("fy"):
        costs = {r["geography"]: r["cost_per_disposal"] for r in world.rows("unit_costs") if r["fy"] == period["fy"]}
        own = sorted(set(costs) & ours)
        if own:
            answer[period["period_id"], world.service.code, "all", "all"] = (costs[own[0]], None)
        for place in set(costs) - ours:
            answer[period["period_id"], world.service.code, "place", place] = (costs[place], None)
    return answer


HALVES = ("half_year", *YEARS)
DOMAIN = Domain(
    name="people",
    tables=("surveys", "workforce", "staff_training", "qa_audits", "board_attendance", "unit_costs", "events"),
    make=make,
    oracles={
        "SUR-01": survey(QUESTIONS[0], two_best),
        "SUR-02": survey(QUESTIONS[1], two_best),
        "SUR-03": survey(QUESTIONS[2], two_best),
        "SUR-04": survey(QUESTIONS[3], two_best),
        "PRE-07": survey(QUESTIONS[4], ten, HALVES, ("10-point",)),
        "PRE-08": survey(QUESTIONS[5], two_best, HALVES),
        "WF-01": wf_01,
        "WF-02": leading("sex", "Female"),
        "WF-03": leading("ethnicity_group", "Black and minority ethnic"),
        "WF-04": wf_04,
        "TRG-01": trg_01,
        "COM-01": com_01,
        "PRS-01": prs_01,
        "QA-01": qa_01,
        "QA-02": qa_02,
        "BRD-01": brd_01,
        "KPI-08": kpi_08,
        "UNI-01": uni_01,
    },
)
