"""Referrals to the drug service, quarter by quarter, as many in time as the plan of 2011/12 prints."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import pick, stream
from sample.dates import EXTRACT_DAY
from sample.domains.health.days import Pool, after, quarter_starts
from sample.domains.made import Made
from sample.people import COPY

#: First day of the quarter -> referrals, of them assessed on the sixth working day, and treated. April to December
#: 2009: 85, 6 and 77; the whole year: 107, 6 and 92; April to December 2010: 73, 7 and 53, with 10 of the year before.
_PRINTED = {
    date(2009, 4, 1): (29, 2, 27),
    date(2009, 7, 1): (28, 2, 25),
    date(2009, 10, 1): (28, 2, 25),
    date(2010, 1, 1): (22, 0, 15),
    date(2010, 4, 1): (25, 3, 18),
    date(2010, 7, 1): (24, 2, 18),
    date(2010, 10, 1): (24, 2, 17),
}
_LATER = (12, 1, 8)
_LAST_QUARTER = date(2014, 10, 1)
#: Treatments of January to March 2010 that go on into the next year; five others end the day before it.
_GO_ON = 10
_YEAR_END = date(2010, 3, 31)
_TYPES = {"TARGETED_INTERVENTION": 5, "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT": 4, "COMPLEX_CARE": 1}


@dataclass(frozen=True)
class _Referral:
    """One referral of a quarter."""

    day: date
    late: bool
    treated: bool
    slow: bool
    end: date | None


def substance_misuse(made: Made) -> Rows:
    """One row per referral."""
    rng = stream("health substance misuse")
    pool = Pool(made, rng)
    rows: Rows = []
    for first in quarter_starts(date(2009, 4, 1), _LAST_QUARTER):
        for referral in _quarter(rng, first):
            rows.append(_row(rng, len(rows) + 1, pool.take(referral.day).ypid, referral))
    deleted = next(child for child in made.children if child.deleted)
    rows.append(_row(rng, len(rows) + 1, deleted.ypid, _Referral(date(2010, 5, 4), True, False, False, None)))
    rows.append(_before_its_referral(rng, len(rows) + 1, pool))
    return rows


def _quarter(rng: random.Random, first: date) -> list[_Referral]:
    """The referrals of a quarter, all of which is over before it ends."""
    number, late, treated = _PRINTED.get(first, _LATER)
    slow = 0 if first in _PRINTED else 1
    days = sorted(first + timedelta(days=rng.randrange(55)) for _ in range(number))
    made = []
    for place, day in enumerate(days):
        is_treated = place < treated
        end = _end(rng, first, day, place) if is_treated else None
        made.append(_Referral(day, number - place <= late, is_treated, is_treated and place < slow, end))
    return made


def _end(rng: random.Random, first: date, day: date, place: int) -> date | None:
    """When treatment ends: in the year of 2009/10 by its last day, but for those that go on."""
    if first == date(2010, 1, 1) and place < _GO_ON:
        return date(2010, 4, 1) + timedelta(days=place * 7)
    end = day + timedelta(days=rng.randint(45, 150))
    if first <= _YEAR_END:
        return min(end, _YEAR_END)
    return end if end <= EXTRACT_DAY else None


def _row(rng: random.Random, number: int, ypid: str, referral: _Referral) -> Row:
    assessed = after(referral.day, 6 if referral.late else rng.choice((1, 2, 3, 4, 5, 5)))
    start = after(assessed, 11 if referral.slow else rng.choice((2, 5, 8, 10, 10))) if referral.treated else None
    declined = not referral.treated and rng.random() < 0.4  # noqa: PLR2004
    return as_row({
        "sm_referral_id": f"SM{number:04d}{COPY}",
        "ypid": ypid,
        "screened_date": referral.day - timedelta(days=rng.randint(0, 9)),
        "sm_referred_date": referral.day,
        "sm_assessed_date": assessed,
        "sm_offered_date": assessed if referral.treated or declined else None,
        "sm_treatment_start": start,
        "sm_treatment_end": max(referral.end, start) if referral.end and start else None,
        "sm_treatment_type": pick(rng, _TYPES) if referral.treated or declined else "NO_INTERVENTION",
        "sm_declined": declined,
    })  # fmt: skip


def _before_its_referral(rng: random.Random, number: int, pool: Pool) -> Row:
    """A referral entered the day after its assessment: a query, and left out until it is put right."""
    day = date(2013, 9, 5)
    row = _row(rng, number, pool.take(day).ypid, _Referral(day, late=False, treated=False, slow=False, end=None))
    return row | {"sm_assessed_date": (day - timedelta(days=1)).isoformat(), "sm_offered_date": ""}
