"""Random small worlds of diversion: out-of-court and restorative disposals, children's homes, appropriate adults."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.oracles.domain import Tables, days_of
from tests.oracles.domains.prevention_worlds import children_held_twice, day_for, until, whose
from tests.oracles.world import Row

TYPES = (
    "COMMUNITY_RESOLUTION",
    "REPRIMAND",
    "FINAL_WARNING",
    "YOUTH_CAUTION",
    "YOUTH_CONDITIONAL_CAUTION",
    "OUTCOME_20_21",
    "OUTCOME_22",
    "OUTCOME_22_DEFERRED",
)
_KINDS = ("DAMAGE", "ASSAULT_ON_STAFF", "ASSAULT_ON_RESIDENT", "THEFT", "PUBLIC_ORDER", "OTHER", None)
_PROVIDERS = ("VOLUNTEER", "YOS", "EDT", "PARENT", "OTHER", None)


def make(random: Random, size: int) -> Tables:
    """The rows of one world; more of everything the larger the size."""
    children = children_held_twice(random, size)
    return {
        "persons": children,
        "out_of_court": _disposals(random, children, size),
        "crd": _restorative(random, size),
        "home_offences": [_home_offence(random, children, number) for number in range(2 * size)],
        "appropriate_adults": _requests(random, children, size),
    }


def _disposals(random: Random, children: list[Row], size: int) -> list[Row]:
    """Disposals; some entered twice, the second time by somebody else, or under the child's other record."""
    rows: list[Row] = []
    for number in range(2 * size):
        rows.append(_disposal(random, children, number))
        if random.random() < 0.3:
            again = _disposal(random, children, number)
            first = rows[-1]
            again |= {name: first[name] for name in ("ypid", "ooc_type", "ooc_date")}
            again["ooc_id"] = f"{random.choice('AZ')}{number}"
            again["ypid"] = random.choice((first["ypid"], f"{first['ypid']}B"))
            again["ooc_end"] = random.choice((again["ooc_end"], first["ooc_end"]))
            rows.append(again)
    return rows


def _disposal(random: Random, children: list[Row], number: int) -> Row:
    ypid = whose(random, children)
    given = day_for(random, children, ypid)
    start = random.choice((None, None, given, given + timedelta(days=1), given + timedelta(days=30)))
    return {
        "ooc_id": f"D{number}",
        "ypid": ypid,
        "ooc_type": random.choice(TYPES),
        "ooc_date": given,
        "ooc_intervention": random.random() < 0.75,
        "ooc_start": start,
        "ooc_end": until(random, start or given),
        "ooc_completed": random.choice((True, True, False, None)),
        "residence_on_outcome": random.choice(("LOCAL", "LOCAL", "OTHER", None)),
    }


def _restorative(random: Random, size: int) -> list[Row]:
    """Restorative disposals of a few people, several on one day."""
    days = [days_of(random) for _ in range(max(1, size))]
    numbers = list(range(3 * size))
    random.shuffle(numbers)
    return [
        {
            "crd_id": f"R{number:02d}",
            "person_key": random.choice((None, *(f"N{one}" for one in range(max(1, size // 2))))),
            "crd_date": random.choice(days),
            "crd_offence": random.choice((None, "THEFT_AND_HANDLING", "CRIMINAL_DAMAGE")),
            "district_code": random.choice(("E07000129", "E07000133", "E06000017", "E07000999", None)),
            "crd_nth": random.choice((None, None, None, 1, 2, 3)),
            "yisp_referral": random.choice((None, True, True, False)),
        }
        for number in numbers
    ]


def _home_offence(random: Random, children: list[Row], number: int) -> Row:
    ypid = whose(random, children)
    return {
        "home_offence_id": f"H{number}",
        "ypid": ypid,
        "home_name": "Invented House",
        "project_home": random.random() < 0.8,
        "home_offence_date": day_for(random, children, ypid),
        "home_offence_kind": random.choice(_KINDS),
        "home_response": random.choice(("RESTORATIVE", "POLICE", "NONE", None)),
    }


def _requests(random: Random, children: list[Row], size: int) -> list[Row]:
    """Requests, some two for one child and night, some for a young person nobody knows."""
    rows: list[Row] = []
    for number in range(2 * size):
        rows.append(_request(random, children, number))
        if random.random() < 0.3:
            first = rows[-1]
            who = random.choice((first["ypid"], f"{first['ypid']}B" if first["ypid"] else None))
            same = {"ypid": who, "aa_request_date": first["aa_request_date"] + timedelta(days=random.choice((0, 0, 1)))}
            rows.append({**_request(random, children, number), **same, "aa_request_id": f"Q{number}B"})
    return rows


def _request(random: Random, children: list[Row], number: int) -> Row:
    ypid = whose(random, children)
    day: date = day_for(random, children, ypid)
    return {
        "aa_request_id": f"Q{number}",
        "ypid": random.choice((ypid, ypid, ypid, None)),
        "aa_request_date": day,
        "aa_attended": random.random() < 0.8,
        "aa_response_hours": random.choice((None, 0.5, 1.99, 2.0, 2.01, 5.0)),
        "aa_provider": random.choice(_PROVIDERS),
        "overnight_remand": random.random() < 0.5,
    }
