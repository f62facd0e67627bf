"""Audits, events, press items and published unit costs of the sample.

The attendance of 2010/11 ("over 100" at two evenings) and the costs of 2008/09 are the plan's (D11 section 8, objective
6, and section 5); the press items follow its list of 2010 without its headlines; audits are made up.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row, text
from sample.chance import pick, stream, weekday_between
from sample.dates import EXTRACT_DAY, LAST_DAY

_GRADES = {"Outstanding": 6, "Good": 48, "Requires improvement": 36, "Inadequate": 10}
_THEMES = ("Assessment", "Planning", "Risk of harm", "Safety and vulnerability", "Contact", "Victims")
_D11 = "Youth Justice Plan 2011/12, section 5"
_EVENING, _PRESS, _TALK = "Open evening", "Press item", "Community group"
#: Day, kind, title, medium, attendance, whether at least so many.
_EVENTS: tuple[tuple[date, str, str, str, int | None, bool | None], ...] = (
    (date(2010, 4, 14), _PRESS, "Street team makes a difference in Rutland", "Newspaper", None, None),
    (date(2010, 5, 19), _EVENING, "Open evening, county hall", "", 60, True),
    (date(2010, 6, 9), _PRESS, "How youth crime is being reduced", "Radio", None, None),
    (date(2010, 7, 7), _PRESS, "Young people help at a hospice", "Newspaper", None, None),
    (date(2010, 7, 7), _PRESS, "Young people help at a hospice", "Newspaper", None, None),
    (date(2010, 7, 8), _PRESS, "Young people help at a hospice", "Television", None, None),
    (date(2010, 9, 22), _TALK, "Parish council", "", 35, False),
    (date(2010, 10, 6), _PRESS, "First-time offences fall", "Newspaper", None, None),
    (date(2010, 10, 6), _PRESS, "First-time offences fall", "Web", None, None),
    (date(2010, 11, 10), _EVENING, "Open evening, Oakham", "", 40, True),
    (date(2011, 3, 16), _PRESS, "Reparation team wins an award", "Newspaper", None, None),
    # A day too late for 2010/11.
    (date(2011, 4, 1), _EVENING, "Open evening, Hinckley", "", 22, False),
    (date(2012, 5, 16), _EVENING, "Open evening, Melton", "", 31, False),
    (date(2013, 6, 12), _PRESS, "Mentors wanted", "Radio", None, None),
    (date(2014, 5, 14), _EVENING, "Open evening, Loughborough", "", 47, False),
    (date(2014, 10, 8), _PRESS, "Young people clear a churchyard", "Newspaper", None, None),
    (date(2014, 11, 19), _EVENING, "Open evening, county hall", "", 50, True),
    (date(2014, 12, 10), _PRESS, "Volunteers thanked", "Web", None, None),
)


def events() -> Rows:
    """One row per event, or per press item and outlet."""
    return [
        as_row({
            "event_id": f"EV{number:03d}",
            "event_date": day,
            "event_kind": kind,
            "event_title": title,
            "medium": medium,
            "attendance": came,
            "attendance_is_lower_bound": at_least,
        })
        for number, (day, kind, title, medium, came, at_least) in enumerate(_EVENTS, start=1)
    ]  # fmt: skip


def unit_costs() -> Rows:
    """One row per year and place; spend and disposals are not printed."""
    costs = (("Leicestershire", 3619), ("Regional", 4261), ("National", 3631))
    known = {"fy": "2008-09", "source": _D11, "spend": "", "disposals": ""}
    return [{**known, "geography": place, "cost_per_disposal": text(cost)} for place, cost in costs]


def qa_audits() -> Rows:
    """One row per audit, two or three a month from April 2012; actions done in time, late or not at all."""
    rng = stream("people audits")
    firsts = [date(year, month, 1) for year in range(2012, 2015) for month in range(1, 13)]
    days = [
        weekday_between(rng, first, first + timedelta(days=27))
        for first in firsts
        if first >= date(2012, 4, 1)
        for _ in range(rng.choice((2, 2, 3)))
    ]
    # The edges of the quarter's action list: due on the extract day, and the day after.
    rows = [_audit(rng, number, day) for number, day in enumerate(sorted(days), start=1)]
    edges = enumerate((EXTRACT_DAY, EXTRACT_DAY + timedelta(days=1)), start=len(rows) + 1)
    return rows + [_audit_row(number, LAST_DAY, "Good", "Contact", (due, None)) for number, due in edges]


def _audit(rng: random.Random, number: int, day: date) -> Row:
    grade, theme = pick(rng, _GRADES), rng.choice(_THEMES)
    if grade == "Outstanding":
        return _audit_row(number, day, grade, theme, (None, None))
    due = day + timedelta(days=rng.choice((28, 42, 56)))
    late = pick(rng, {-7: 30, 0: 30, 1: 10, 9: 12, 400: 18})
    done = due + timedelta(days=late)
    return _audit_row(number, day, grade, theme, (due, done if done <= EXTRACT_DAY else None))


def _audit_row(number: int, day: date, grade: str, theme: str, action: tuple[date | None, date | None]) -> Row:
    return as_row({
        "audit_id": f"QA{number:03d}",
        "audit_date": day,
        "audit_grade": grade,
        "audit_theme": theme,
        "action_due": action[0],
        "action_done": action[1],
    })  # fmt: skip
