"""Referrals to the mental health service: all in time in the years the plan prints, a few late afterwards."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import pick, stream
from sample.dates import EXTRACT_DAY
from sample.domains.health.days import Pool, after, quarter_starts
from sample.domains.made import Made
from sample.people import COPY

#: Acute and other referrals of a quarter; the plan prints shares alone, 100% each.
_ACUTE, _OTHER = 3, 7
_ALLOWED = {"ACUTE": 5, "NON_ACUTE": 15}
_PRINTED_UNTIL = date(2011, 1, 1)
_LAST_QUARTER = date(2014, 10, 1)
_TYPES = {"GETTING_ADVICE": 3, "GETTING_HELP": 4, "GETTING_ADDITIONAL_HELP": 2, "GETTING_RISK_SUPPORT": 1}
_NAMES = ("surname", "forename", "date_of_birth")
#: Referrals that came with name and birthday alone, and who are found by them.
_NAMELESS = 4


def mental_health(made: Made) -> Rows:
    """One row per referral."""
    rng = stream("health mental health")
    pool = Pool(made, rng)
    rows: Rows = []
    for first in quarter_starts(date(2009, 4, 1), _LAST_QUARTER):
        for place in range(_ACUTE + _OTHER):
            day = first + timedelta(days=rng.randrange(60))
            urgency = "ACUTE" if place < _ACUTE else "NON_ACUTE"
            late = first >= _PRINTED_UNTIL and place in {0, _ACUTE} and rng.random() < 0.5  # noqa: PLR2004
            rows.append(_row(rng, len(rows) + 1, pool.take(day).ypid, (day, urgency), late=late))
    rows += [_pending(rng, len(rows) + 1, pool)]
    rows += _nameless(rng, len(rows) + 1, made)
    return rows


def _row(rng: random.Random, number: int, ypid: str, told: tuple[date, str], *, late: bool) -> Row:
    day, urgency = told
    allowed = _ALLOWED[urgency]
    seen = after(day, allowed + 1 if late else rng.choice((1, 2, allowed - 1, allowed, allowed)))
    treated = rng.random() < 0.6  # noqa: PLR2004
    end = seen + timedelta(days=rng.randint(30, 200))
    return as_row({
        "mh_referral_id": f"MH{number:04d}{COPY}",
        "ypid": ypid,
        **dict.fromkeys(_NAMES, ""),
        "mh_referred_date": day,
        "urgency": urgency,
        "first_seen_date": seen,
        "mh_offered_date": seen if treated else None,
        "mh_treatment_start": seen + timedelta(days=7) if treated else None,
        "mh_treatment_end": end if treated and end <= EXTRACT_DAY else None,
        "mh_treatment_type": pick(rng, _TYPES) if treated else "NO_INTERVENTION",
    })  # fmt: skip


def _pending(rng: random.Random, number: int, pool: Pool) -> Row:
    """Referred on 29 December 2014 and not seen: its fifteenth working day is 20 January, after the extract."""
    day = date(2014, 12, 29)
    row = _row(rng, number, pool.take(day).ypid, (day, "NON_ACUTE"), late=False)
    never = ("first_seen_date", "mh_offered_date", "mh_treatment_start", "mh_treatment_end", "mh_treatment_type")
    return row | dict.fromkeys(never, "")


def _nameless(rng: random.Random, number: int, made: Made) -> Rows:
    """Referrals without a number: some found by name and birthday, one of a child whom nobody knows."""
    held: dict[tuple[str, str, str], list[Row]] = {}
    for person in made.tables["persons"]:
        held.setdefault((person["surname"], person["forename"][:1], person["date_of_birth"]), []).append(person)
    alone = [
        rows[0]
        for rows in held.values()
        if len(rows) == 1 and not rows[0]["pnc_number"] and rows[0]["deleted"] == "No"
        and "1996" <= rows[0]["date_of_birth"][:4] <= "1998" and rows[0]["home_authority"] == "LEIC"
    ]  # fmt: skip
    told = [{name: row[name] for name in _NAMES} | {"forename": row["forename"][:1]} for row in alone[:_NAMELESS]]
    told.append({"surname": "Nobody-Test", "forename": "N", "date_of_birth": "1999-05-05"})
    days = [date(2013, 10, 3) + timedelta(days=40 * place) for place in range(len(told))]
    return [
        _row(rng, number + place, "", (day, "NON_ACUTE"), late=False) | cells
        for place, (day, cells) in enumerate(zip(days, told, strict=True))
    ]
