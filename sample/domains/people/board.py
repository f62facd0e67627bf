"""The Board's meetings in the sample: who had a seat, under the name their body bore that day, and who came.

The days of 2010 are the plan's (D11 section 2); the others, and who came to any of them, are made up.
"""

from __future__ import annotations

import random
from datetime import date

from sample.case_rows import Row, Rows, as_row
from sample.chance import stream

_MEETINGS = (
    date(2010, 2, 26), date(2010, 4, 30), date(2010, 7, 2), date(2010, 9, 17), date(2010, 12, 3),
    date(2011, 3, 4), date(2011, 5, 20), date(2011, 9, 16), date(2011, 12, 9), date(2012, 3, 9),
    date(2012, 6, 15), date(2012, 9, 14), date(2012, 12, 7), date(2013, 3, 8), date(2013, 6, 14),
    date(2013, 9, 13), date(2013, 12, 6), date(2014, 3, 7), date(2014, 6, 13), date(2014, 9, 12), date(2014, 12, 5),
)  # fmt: skip


def board_attendance() -> Rows:
    """One row per meeting, partner and seat."""
    rng = stream("people board")
    return [_row(rng, day, organisation, seat) for day in _MEETINGS for organisation, seat in _seats(day)]


def _seats(day: date) -> list[tuple[str, str]]:
    """Partner and seat on that day; two partners were renamed on the way (C3)."""
    return [
        ("Local authority", "Chief executive (chair)"),
        ("Children's social care", "Director, county"),
        ("Children's social care", "Director, Rutland"),
        ("Education", "Head of education"),
        ("Leicestershire Constabulary", "Chief superintendent"),
        (_probation(day), "Head of probation"),
        (_health(day), "Director of commissioning"),
        ("YJB", "Regional adviser"),
    ]


def _probation(day: date) -> str:
    trust, split = date(2010, 4, 1), date(2014, 6, 1)
    if day < trust:
        return "Probation Area"
    return "Leicestershire and Rutland Probation Trust" if day < split else "National Probation Service"


def _health(day: date) -> str:
    return "Leicestershire County and Rutland PCT" if day < date(2013, 4, 1) else "West Leicestershire CCG"


def _row(rng: random.Random, day: date, organisation: str, seat: str) -> Row:
    return as_row({
        "meeting_date": day,
        "organisation": organisation,
        "seat": seat,
        "seniority": "Senior" if rng.random() < 0.7 else "Delegate",  # noqa: PLR2004 - seven in ten
        "attended": rng.random() < 0.85,  # noqa: PLR2004 - five in six
    })  # fmt: skip
