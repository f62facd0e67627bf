"""Random small worlds of prevention: YISP, the anti-social behaviour team, IMPACT's areas, sessions and calls."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.oracles.domain import Tables, days_of, made_children
from tests.oracles.world import Row, age_on, plus_months

EXTRACT_DAY = date(2015, 1, 5)
_BESIDE = (-1, 0, 0, 1)
_NAMES = ("Thurmaston", "thurmaston", "Ketton")
_DISTRICTS = ("E07000129", "E07000129", "E07000133", "E06000017", "E07000999")
_BEATS = ("B1", "b1", "B2", "B3", None)
_CATEGORIES = ("THEFT_AND_HANDLING", "ROBBERY", "BREACH_OF_BAIL", "BREACH_OF_STATUTORY_ORDER")


def make(random: Random, size: int) -> Tables:
    """The rows of one world; more of everything the larger the size."""
    children = children_held_twice(random, size)
    yisp = [_yisp(random, children, number) for number in range(2 * size)]
    cases = [_case(random, children, number) for number in range(2 * size)]
    began = [(row["ypid"], row.get("yisp_start") or row.get("asb_start")) for row in yisp + cases]
    offences, outcomes = _offending(random, children, [(who, day) for who, day in began if day is not None])
    areas = _areas(random, size)
    return {
        "persons": children,
        "offences": offences,
        "outcomes": outcomes,
        "yisp": yisp,
        "asb_cases": cases,
        "impact_areas": areas,
        "impact_contacts": [_session(random, areas, number) for number in range(2 * size)],
        "asb_calls": _calls(random, areas),
    }


def children_held_twice(random: Random, size: int) -> list[Row]:
    """Children, most with a birthday on an edge, some of them held twice under one originating number."""
    children = made_children(random, size)
    for number, child in enumerate(children):
        if random.random() < 0.6:
            day = days_of(random)
            years = random.choice((10, 15, 15, 18))
            born = date(day.year - years, day.month, min(day.day, 28))
            child["date_of_birth"] = born + timedelta(days=random.choice(_BESIDE))
        child["originating_yot_person_id"] = random.choice((None, "N/A", f"L{number}", f"L{number}"))
    again = [{**child, "ypid": f"{child['ypid']}B", "deleted": False} for child in children if random.random() < 0.25]
    for row in again:
        row["sex"], row["district_code"] = random.choice(("Male", "Female")), random.choice(("E07000129", "E06000017"))
    return children + again


def whose(random: Random, children: list[Row]) -> str:
    """Somebody's number, now and then nobody's."""
    return "Y999" if not children or random.random() < 0.04 else str(random.choice(children)["ypid"])


def day_for(random: Random, children: list[Row], ypid: str) -> date:
    """A day of the child's, often a birthday that turns its age band or the day beside it."""
    born = next((child["date_of_birth"] for child in children if child["ypid"] == ypid), None)
    if born is None or random.random() < 0.6:
        return days_of(random)
    turned = [born.year + years for years in (10, 15, 18) if 2012 <= born.year + years <= 2014]
    if not turned:
        return days_of(random)
    month, day = (3, 1) if (born.month, born.day) == (2, 29) else (born.month, born.day)
    return date(random.choice(turned), month, day) + timedelta(days=random.choice(_BESIDE))


def until(random: Random, start: date) -> date | None:
    """A last day on or after the first, or none."""
    last = random.choice((None, start, start + timedelta(days=random.choice((1, 40, 300))), days_of(random)))
    return last if last is None or last >= start else None


def _yisp(random: Random, children: list[Row], number: int) -> Row:
    ypid = whose(random, children)
    referred = day_for(random, children, ypid)
    start = random.choice((None, referred, day_for(random, children, ypid), day_for(random, children, ypid)))
    return {
        "yisp_referral_id": f"R{number}",
        "ypid": ypid,
        "yisp_referral_date": referred,
        "yisp_start": start,
        "yisp_end": until(random, start or referred),
        "one_to_one": random.choice((None, True, True, False)),
        "onset_start": random.choice((None, 0, 12, 30)),
        "onset_end": random.choice((None, 0, 9, 31)),
        "offended_after": random.choice((None, None, False, True)),
    }


def _case(random: Random, children: list[Row], number: int) -> Row:
    ypid = whose(random, children)
    start = day_for(random, children, ypid)
    return {
        "asb_case_id": f"A{number}",
        "ypid": ypid,
        "asb_start": start,
        "asb_end": until(random, start),
        "reoffended_after": random.choice((None, None, False, True)),
    }


def _offending(random: Random, children: list[Row], began: list[tuple[str, date]]) -> tuple[list[Row], list[Row]]:
    """Offences on, before and after the day some work began, by any record of the child; most with an outcome."""
    offences: list[Row] = []
    outcomes: list[Row] = []
    born = {child["ypid"]: child["date_of_birth"] for child in children}
    for ypid, day in began:
        who = random.choice((ypid, ypid, f"{ypid}B"))
        if random.random() < 0.4 or who not in born:
            continue
        on = day + timedelta(days=random.choice((-60, -1, 0, 0, 1, 1, 60)))
        number = len(offences)
        offences.append(_offence(random, (f"O{number}", number + 2), who, born[who], on))
        if random.random() < 0.85:
            outcomes.append(_outcome(random, (f"C{number}", len(outcomes) + 2), f"O{number}", on))
    return offences, outcomes


def _offence(random: Random, ids: tuple[str, int], ypid: str, born: date, on: date) -> Row:
    age = max(age_on(born, on), 0)
    return {
        "offence_id": ids[0],
        "row": ids[1],
        "ypid": ypid,
        "offence_date": on,
        "arrest_date": None,
        "yjb_category": random.choice(_CATEGORIES),
        "seriousness": 3,
        "age_at_arrest_or_offence": age,
        "age_at_first_hearing": random.choice((None, age)),
    }


def _outcome(random: Random, ids: tuple[str, int], offence_id: str, on: date) -> Row:
    return {
        "outcome_id": ids[0],
        "row": ids[1],
        "offence_id": offence_id,
        "outcome_date": on + timedelta(days=random.choice((0, 30))),
        "legal_outcome": "OTHER",
        "outcome_group": random.choice(("Pre-Court", "First-tier", "Diversion")),
        "residence_on_outcome": "LOCAL",
        "appeal_status": random.choice((None, None, None, "Changed on appeal")),
        "sentencing_occasion_id": None,
    }


def _areas(random: Random, size: int) -> list[Row]:
    """Spells of work; some entered twice, the second time with another end, beat or mark."""
    rows: list[Row] = []
    for number in range(size):
        rows.append(_area(random, number))
        if random.random() < 0.3:
            changed = _area(random, number)
            same = {key: rows[-1][key] for key in ("impact_area_name", "district_code", "impact_start")}
            rows.append({**changed, **same, "impact_area_id": f"{random.choice('AZ')}{number}B"})
            last = rows[-1]["impact_end"]
            rows[-1]["impact_end"] = random.choice((last, rows[-2]["impact_end"]))
            rows[-1]["impact_completed"] = random.choice((True, rows[-2]["impact_completed"]))
            if rows[-1]["impact_end"] is not None and rows[-1]["impact_end"] < rows[-1]["impact_start"]:
                rows[-1]["impact_end"] = None
    return rows


def _area(random: Random, number: int) -> Row:
    start = days_of(random)
    end = until(random, start)
    edges = [plus_months(start, -3), plus_months(start, -3), start, plus_months(end or start, 3)]
    changed = random.choice(edges) + timedelta(days=random.choice(_BESIDE))
    return {
        "impact_area_id": f"M{number}",
        "impact_area_name": random.choice(_NAMES),
        "district_code": random.choice(_DISTRICTS),
        "beat_code": random.choice(_BEATS),
        "impact_start": start,
        "impact_end": end,
        "impact_completed": random.random() < 0.75,
        "beat_changed_on": changed if random.random() < 0.5 else None,
    }


def _session(random: Random, areas: list[Row], number: int) -> Row:
    known = [row["impact_area_id"] for row in areas]
    return {
        "street_session_id": f"S{number}",
        "impact_area_id": random.choice(known) if known and random.random() < 0.9 else "none",
        "contact_date": days_of(random),
        "contact_count": random.choice((0, 1, 4, 9)),
        "known_count": random.choice((None, 0, 1, 3, 12)),
    }


def _calls(random: Random, areas: list[Row]) -> list[Row]:
    """Calls on and beside every edge of the areas' windows, from the first day of a list that may begin too late."""
    done = [row for row in areas if row["impact_end"] is not None]
    if not done:
        return []
    first = plus_months(random.choice(done)["impact_start"], -3)
    begins = first + timedelta(days=random.choice((-400, -400, -400, -40, -1, 0, 1, 20, 31)))
    last = plus_months(random.choice(done)["impact_end"], 3)
    taken = random.choice((EXTRACT_DAY, EXTRACT_DAY, last, last + timedelta(days=1)))
    days = [day for row in done for day in _edges(random, row)]
    days += [begins] if random.random() < 0.7 else []
    rows = [_call(random, number, day) for number, day in enumerate(days) if day >= begins]
    # Two people call about one incident on one day, of whom one names another beat.
    rows += [
        {**row, "call_id": f"{random.choice('AZ')}{number}", "beat_code": random.choice(_BEATS)}
        for number, row in enumerate(rows)
        if row["incident_no"] and random.random() < 0.3
    ]
    return [{**row, "extract_date": taken - timedelta(days=random.choice((0, 0, 30)))} for row in rows]


def _edges(random: Random, row: Row) -> list[date]:
    start, end = row["impact_start"], row["impact_end"]
    edges = (plus_months(start, -3), start, end, plus_months(end, 3), start - timedelta(days=20))
    return [random.choice(edges) + timedelta(days=random.choice(_BESIDE)) for _ in range(6)]


def _call(random: Random, number: int, day: date) -> Row:
    return {
        "call_id": f"C{number}",
        "incident_no": random.choice((None, None, f"C{number}", "I1", f"I{number // 3}")),
        "call_date": day,
        "beat_code": random.choice(_BEATS),
        "youth_related": random.random() < 0.85,
        "call_source": random.choice(("POLICE", "POLICE", "POLICE", "POLICE", "COUNCIL")),
    }
