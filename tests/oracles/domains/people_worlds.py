"""Random small worlds of the service itself: a young service's surveys, posts, audits, meetings, events and costs.

What belongs here: rows with an edge to every rule that the oracles of `people` hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from tests.oracles.domain import Tables, days_of
from tests.oracles.world import Row

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
