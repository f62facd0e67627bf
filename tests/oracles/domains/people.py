"""Worlds and oracles of the service itself: surveys, staff, training, audits, the Board, events, unit costs.

Written from measures.md A1 (SUR, PRE-07, PRE-08, WF, COM, UNI), A4 (audits, training, press) and B5 KPI 8. None of
these counts a child, so every figure is the service's and has no other place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.oracles.domain import Domain, Tables, days_of
from tests.oracles.world import Answer, Row, World, during

QUESTIONS = (
    "Work with the service",
    "Likely to offend",
    "Treated fairly",
    "Child less likely to offend",
    "Enjoyment of IMPACT",
    "Skills of IMPACT staff",
)
SENIOR_PARTNERS = ("Children's social care", "Education", "Police", "Probation", "Health")
SPECIALISTS = (
    "Community psychiatric nurse",
    "Parenting specialist",
    "Health nurse",
    "Substance misuse specialist",
    "Accommodation worker",
)
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


# -- worlds --------------------------------------------------------------------------------------------------------


def near_day_shown(random: Random, years: Sequence[int] = (2012, 2013, 2014)) -> date:
    """A quarter's last day, or the day before or after."""
    last = date(random.choice(years), random.choice((1, 4, 7, 10)), 1) - timedelta(days=1)
    return last + timedelta(days=random.choice((-1, 0, 0, 1)))


def make(random: Random, size: int) -> Tables:
    """A small service's papers; a survey asks three of the questions.

    Some names are those of other lines ("all", "Good", "Nobody"): a line is told by breakdown and category together.
    """
    asked = random.sample(QUESTIONS, 3)
    # A young service has days on which nobody was in post yet.
    years = random.choice(((2012, 2013, 2014), (2013, 2014), (2014,)))
    return {
        "surveys": [answer_row(random, number, asked) for number in range(3 * size)],
        "workforce": [post_row(random, number, years) for number in range(size)],
        "staff_training": [training_row(random) for _ in range(size)],
        "qa_audits": [audit_row(random, number) for number in range(size)],
        "board_attendance": list(
            {(r["meeting_date"], r["organisation"], r["seat"]): r for r in seats(random, size)}.values()
        ),
        "unit_costs": list({(row["fy"], row["geography"]): row for row in costs(random, size)}.values()),
        "events": [event_row(random, number) for number in range(size)],
    }


def answer_row(random: Random, number: int, asked: list[str]) -> Row:
    """One answer; the scale is not always kept to, and not always said."""
    return {
        "response_id": f"R{number}",
        "survey_round": random.choice(("One", "all")),
        "survey_date": days_of(random),
        "respondent_type": random.choice(("Young person", "Young person", "Parent or carer")),
        "question": random.choice(asked),
        "survey_scale": random.choice((None, "5-point", "10-point", "10-point")),
        "answer_score": random.choice((None, 1, 3, 4, 5, 6, 7, 9, 10, 10, 10, 10)),
    }


def post_row(random: Random, number: int, years: Sequence[int]) -> Row:
    """One time in a post; few people, so that many hold two."""
    start = near_day_shown(random, years)
    return {
        "post_id": f"P{number}",
        "staff_id": random.choice((None, "S1", "S2", "S3", "S4", "S5", "S6")),
        "sex": random.choice(("Male", "Female", "Female", "Unknown", None)),
        "ethnicity": random.choice(("W1", "W9", "A1", "M1", "NS", None)),
        "staff_role": random.choice((*SPECIALISTS, "Education worker", "Manager")),
        "grade": random.choice((None, 12, 13, 14)),
        "fte": random.choice((0.5, 0.75, 1.0)),
        "post_start": start,
        "post_end": random.choice((None, start, max(start, near_day_shown(random)))),
    }


def training_row(random: Random) -> Row:
    """Some days of a course."""
    return {
        "staff_id": random.choice(("S1", "S2", "S3", "S4", "S9")),
        "course": random.choice(("AssetPlus", "AssetPlus", "Jigsaw", "None")),
        "training_date": near_day_shown(random),
        "training_days": random.choice((0.0, 0.5, 1.0, 2.0, 3.0)),
    }


def audit_row(random: Random, number: int) -> Row:
    """One audit and its action, done about the day it was due."""
    due = random.choice((None, days_of(random), days_of(random), date(2014, 12, 15), date(2014, 12, 16)))
    done = None if due is None else due + timedelta(days=random.choice((-1, 0, 1, 30)))
    return {
        "audit_id": f"A{number}",
        "audit_date": days_of(random),
        "audit_grade": random.choice(("Outstanding", "Good", "Requires improvement", "Inadequate")),
        "audit_theme": random.choice(("Planning", "Contact", "all", "Good", "Not done")),
        "action_due": due,
        "action_done": random.choice((None, done, done)),
        "extract_date": date(2014, 12, 15),
    }


def seats(random: Random, size: int) -> list[Row]:
    """Seats of a few meetings; partners with two seats, and one that is no senior partner."""
    days = [days_of(random) for _ in range(3)]
    return [
        {
            "meeting_date": random.choice(days),
            "organisation": random.choice((*SENIOR_PARTNERS, "Youth Justice Board", "Nobody")),
            "seat": random.choice(("One", "Two")),
            "seniority": random.choice(("Senior", "Delegate")),
            "attended": random.random() < 0.6,
        }
        for _ in range(2 * size)
    ]


def costs(random: Random, size: int) -> list[Row]:
    """Published costs, of us by two names."""
    places = ("Leicestershire", "Leicestershire and Rutland", "Regional", "National", "Elsewhere")
    return [
        {
            "fy": random.choice(("2011-12", "2012-13", "2013-14", "2014-15")),
            "geography": random.choice(places),
            "cost_per_disposal": float(random.randint(3000, 4500)),
        }
        for _ in range(size)
    ]


def event_row(random: Random, number: int) -> Row:
    """One event; of an evening the number may not be known."""
    return {
        "event_id": f"E{number}",
        "event_date": days_of(random),
        "event_kind": random.choice(("Open evening", "Open evening", "Press item", "Community group")),
        "medium": random.choice((None, "Newspaper", "all")),
        "attendance": random.choice((None, 0, 12, 40)),
        "attendance_is_lower_bound": random.choice((None, False, True)),
    }


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
