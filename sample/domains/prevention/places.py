"""Children's homes and police cells in the sample: offences in the project's homes, requests for appropriate adults.

The plan of 2011-12 prints offences in the project homes down from 147 a year to 50, by 32 young people and then 16.
It does not say of which years; the sample takes the two before the plan.
"""

from __future__ import annotations

import random
from datetime import date

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import EXTRACT_DAY
from sample.domains.made import Made
from sample.domains.prevention.people import Career, careers

#: First day, last day, offences, young people; made up from 2011-12 on.
YEARS = (
    (date(2009, 4, 1), date(2010, 3, 31), 147, 32),
    (date(2010, 4, 1), date(2011, 3, 31), 50, 16),
    (date(2011, 4, 1), date(2012, 3, 31), 44, 15),
    (date(2012, 4, 1), date(2013, 3, 31), 37, 14),
    (date(2013, 4, 1), date(2014, 3, 31), 35, 11),
    (date(2014, 4, 1), date(2014, 12, 31), 24, 9),
)
_HOMES = ("Invented House One", "Invented House Two", "Invented House Three")
_OUTSIDE = "Invented House outside the Project"
_KINDS = {"DAMAGE": 40, "ASSAULT_ON_STAFF": 22, "ASSAULT_ON_RESIDENT": 15, "THEFT": 10, "PUBLIC_ORDER": 10, "OTHER": 3}
_PROVIDERS = {"VOLUNTEER": 60, "YOS": 15, "EDT": 15, "PARENT": 10}
_SUITES = ("Invented Custody Suite North", "Invented Custody Suite South")
_OF_AGE = range(11, 18)


def home_offences(made: Made) -> Rows:
    """One row per young person and offence, numbered by day."""
    rng = stream("prevention home offences")
    who = careers(made)
    rows: list[Row] = []
    for first, last, offences, people in YEARS:
        residents = _residents(rng, who, first, people)
        # Each of them offends at least once; who does more is left to chance.
        culprits = [*residents, *rng.choices(residents, k=offences - people)]
        rows += [_offence(rng, one, day_between(rng, first, last)) for one in culprits]
    rows += _near_misses(rng, who)
    rows.sort(key=lambda row: (row["home_offence_date"], row["ypid"], row["home_name"]))
    return [{"home_offence_id": f"HO{number:04d}", **row} for number, row in enumerate(rows, start=1)]


def _residents(rng: random.Random, who: list[Career], day: date, count: int) -> list[Career]:
    return rng.sample([one for one in who if one.age(day) in _OF_AGE[:-1]], count)


def _near_misses(rng: random.Random, who: list[Career]) -> list[Row]:
    """The day before the first year, and a home outside the project."""
    early, other = _residents(rng, who, date(2009, 4, 1), 2)
    outside = {"home_name": _OUTSIDE, "project_home": "No"}
    return [
        _offence(rng, early, date(2009, 3, 31)),
        _offence(rng, other, date(2009, 8, 3)) | outside,
        _offence(rng, other, date(2010, 8, 3)) | outside,
    ]


def _offence(rng: random.Random, career: Career, day: date) -> Row:
    restorative = 0.25 if day < date(2010, 4, 1) else 0.7
    response = "RESTORATIVE" if rng.random() < restorative else rng.choice(["POLICE", "POLICE", "NONE"])
    return as_row({
        "ypid": career.child.ypid,
        "home_name": _HOMES[career.child.serial % len(_HOMES)],
        "project_home": True,
        "home_offence_date": day,
        "home_offence_kind": pick(rng, _KINDS),
        "home_response": response,
    })  # fmt: skip


def appropriate_adults(made: Made) -> Rows:
    """One row per request from April 2010, when the log was begun; one in four is for somebody not known."""
    rng = stream("prevention appropriate adults")
    who = careers(made)
    days = sorted(day_between(rng, date(2010, 4, 1), date(2014, 12, 31)) for _ in range(280))
    rows = [_request(rng, who, day) for day in [date(2010, 4, 1), *days]]
    # A second request of one night, for an interview in the morning: two requests, one night.
    held = next(row for row in rows if row["ypid"] and row["overnight_remand"] == "Yes")
    rows.insert(rows.index(held) + 1, dict(held))
    return [{"aa_request_id": f"AA{number:04d}", **row} for number, row in enumerate(rows, start=1)]


def _request(rng: random.Random, who: list[Career], day: date) -> Row:
    known = rng.random() < 0.75  # noqa: PLR2004
    attended = rng.random() < 0.97  # noqa: PLR2004
    hours = rng.choice([0.5, 0.75, 1.0, 1.25, 1.5, 1.5, 2.0, 2.25, 3.0, 4.5]) if attended else None
    child = rng.choice([one for one in who if one.age(day) in _OF_AGE]).child if known else None
    return as_row({
        "ypid": child.ypid if child else "",
        "aa_request_date": min(day, EXTRACT_DAY),
        "aa_attended": attended,
        "aa_response_hours": hours,
        "aa_provider": pick(rng, _PROVIDERS) if attended else "",
        "overnight_remand": rng.random() < 0.18,  # noqa: PLR2004
        "custody_suite": rng.choice(_SUITES),
    })  # fmt: skip
