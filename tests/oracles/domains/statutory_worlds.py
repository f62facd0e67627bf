"""Random small worlds of statutory work, full of edges: days beside period bounds and birthdays, blanks, strangers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from tests.oracles.domain import Tables, days_of, made_children
from tests.oracles.domains.statutory_victims import KPI_TYPES, LED_TO
from tests.oracles.world import Row, plus_months

TABLES = (
    "persons",
    "offences",
    "outcomes",
    "interventions",
    "victims",
    "reparation",
    "group_work",
    "volunteers",
    "volunteer_hours",
    "order_standards",
)
#: Dispositions that are in no base, beside those that are.
OTHERS = ("REPRIMAND", "FINE", "CURFEW", "ATTENDANCE_CENTRE", "YISP", "CONDITIONAL_DISCHARGE")
EVERY = (*LED_TO, *KPI_TYPES, *OTHERS)
APPEALS = (None, None, None, "Appeal dismissed", "Changed on appeal", "Result of appeal successful")
REASONS = (None, None, "completed", "completed", "revoked", "breached", "transferred", "resentenced", "died")
YES_NO = (True, True, False, None)
STANDARDS = (
    *("FIRST_PANEL",) * 6,
    "FIRST_CONTACT",
    "ASSESSMENT",
    "PLAN",
    "REVIEW",
    "HOME_VISIT",
    "BREACH_ACTION",
    "VICTIM_CONTACT",
    "OTHER",
)
PROGRAMMES = ("Knife crime", "KNIFE CRIME", " knife crime ", "Safer roads", "safer Roads", "male")
#: The day the extract was taken; the 20th working day after 3 and after 4 December 2014 lies on it or just beyond.
TAKEN = date(2015, 1, 5)
NEAR_THE_END = tuple(date(2014, 12, day) for day in (1, 2, 3, 4, 5))
HOURS = (0.0, 0.5, 1.5, 2.0, 2.5, 7.25)


def make(random: Random, size: int) -> Tables:
    """Rows of every extract; none at size nought."""
    persons = made_children(random, size // 2 + 1) if size else []
    tables: Tables = {"persons": persons}
    many = range(size)
    tables["offences"] = [{"offence_id": f"F{n}", "ypid": a_child(random, persons)["ypid"]} for n in many]
    tables["outcomes"] = [_outcome(random, n, size) for n in many]
    tables["interventions"] = [_order(random, persons, n) for n in range(2 * size)]
    tables["victims"] = _once([_victim(random, size) for _ in range(2 * size)], ("victim_id", "offence_id"))
    tables["reparation"] = [_session(random, persons, size, n) for n in range(size)]
    tables["reparation"] += [_unpaid(random, persons, tables["interventions"], n) for n in range(size, 2 * size)]
    tables["group_work"] = _once(
        [_group_session(random, persons) for _ in range(2 * size)], ("group_programme", "session_date", "ypid")
    )
    tables["volunteers"] = [_volunteer(random, size, n) for n in many]
    tables["volunteer_hours"] = _once(
        [_given(random, size) for _ in range(2 * size)],
        ("volunteer_id", "volunteering_date", "volunteer_role", "panel_id"),
    )
    tables["order_standards"] = _once(
        [_standard(random, size) for _ in range(2 * size)], ("programme_id", "standard", "due_date")
    )
    return tables


def a_child(random: Random, persons: Sequence[Row]) -> Row:
    """One of the children; now and then nobody's number."""
    child = random.choice(persons)
    return child | {"ypid": "NOBODY"} if random.random() < 0.05 else child


def a_day(random: Random) -> date:
    """A day of the periods, mostly by their bounds."""
    return days_of(random)


def by_birthday(random: Random, child: Row, ages: Sequence[int]) -> date:
    """A birthday, or the day before or after; one born on 29 February has it on 1 March in other years."""
    birthday = plus_months(child["date_of_birth"], 12 * random.choice(ages))
    return birthday + timedelta(days=random.choice((-1, 0, 0, 1)))


def _once(rows: list[Row], key: tuple[str, ...]) -> list[Row]:
    """The first row of each key, as the contract keeps it."""
    kept: dict[tuple[object, ...], Row] = {}
    for row in rows:
        kept.setdefault(tuple(row[name] for name in key), row)
    return list(kept.values())


def _outcome(random: Random, number: int, size: int) -> Row:
    return {
        "outcome_id": f"U{number}",
        "offence_id": f"F{random.randrange(size)}",
        "legal_outcome": random.choice((*LED_TO, *OTHERS)),
        "appeal_status": random.choice(APPEALS),
    }


def _order(random: Random, persons: Sequence[Row], number: int) -> Row:
    child = a_child(random, persons)
    kinds = ("REFERRAL_ORDER", random.choice(EVERY), random.choice(KPI_TYPES), random.choice(KPI_TYPES))
    kind = random.choice(kinds)
    began = by_birthday(random, child, (10, 15, 18)) if random.random() < 0.3 else a_day(random)
    ended = max(began, a_day(random))
    return {
        "programme_id": f"P{number}",
        "ypid": child["ypid"],
        "disposal_type": kind,
        "start_date": began,
        "end_date": None if random.random() < 0.2 else ended,
        "end_reason": random.choice(REASONS),
        "successfully_completed": random.choice(YES_NO),
        "residence_on_start": random.choice(("LOCAL", "LOCAL", "OTHER")),
        "residence_on_end": random.choice((None, "LOCAL", "LOCAL", "OTHER")),
    }


def _victim(random: Random, size: int) -> Row:
    views = (None, None, "VERY_SATISFIED", "SATISFIED", "DISSATISFIED", "VERY_DISSATISFIED")
    return {
        "victim_id": f"V{random.randrange(size)}",
        "offence_id": random.choice((f"F{random.randrange(size)}",) * 9 + ("NONE",)),
        "programme_id": random.choice((f"P{random.randrange(2 * size)}",) * 4 + (None, "NONE")),
        "victim_type": random.choice(("PERSON", "YOUNG", "CORPORATE")),
        "identified_date": a_day(random),
        "consent_contact": random.choice(YES_NO),
        "contacted_date": random.choice((None, date(2014, 5, 1))),
        "victim_offered": random.choice(YES_NO),
        "victim_engaged": random.choice(YES_NO),
        "view_prior": random.choice(YES_NO),
        "progress_given": random.choice(YES_NO),
        "support_given": random.choice(YES_NO),
        "satisfaction": random.choice(views),
    }


def _session(random: Random, persons: Sequence[Row], size: int, number: int) -> Row:
    day = by_birthday(random, random.choice(persons), (15, 17, 18)) if random.random() < 0.5 else a_day(random)
    return {
        "reparation_session_id": f"R{number}",
        "programme_id": random.choice((f"P{random.randrange(2 * size)}",) * 9 + ("NONE",)),
        "session_date": day,
        "reparation_hours": random.choice(HOURS),
        "victim_chosen": random.choice(YES_NO),
        "unpaid_work": random.choice(YES_NO),
    }


def _unpaid(random: Random, persons: Sequence[Row], orders: Sequence[Row], number: int) -> Row:
    """Unpaid work of one of a few orders, about a birthday of its own child, so that orders have several sessions."""
    order = random.choice(orders[: len(orders) // 3 + 1])
    child = next((child for child in persons if child["ypid"] == order["ypid"]), persons[0])
    session = _session(random, persons, 1, number)
    day = by_birthday(random, child, (15, 17, 17, 18)) + timedelta(days=random.choice((0, 0, 2, 40)))
    return session | {"programme_id": order["programme_id"], "session_date": day, "unpaid_work": True}


def _group_session(random: Random, persons: Sequence[Row]) -> Row:
    child = a_child(random, persons)
    day = by_birthday(random, child, (15, 18)) if random.random() < 0.3 else a_day(random)
    return {
        "group_programme": random.choice(PROGRAMMES),
        "session_date": day,
        "ypid": child["ypid"],
        "attended": random.choice(YES_NO),
        "programme_completed": random.choice((None, None, False, True)),
        "achievement_award": random.choice((None, None, False, True)),
    }


def _volunteer(random: Random, size: int, number: int) -> Row:
    joined = random.choice((a_day(random), date(2010, 5, 1)))
    return {
        "volunteer_id": f"L{number}",
        "joined_date": joined,
        "left_date": None if random.random() < 0.5 else max(joined, a_day(random)),
        "sex": random.choice(("Male", "Female", "Female", None, "Unknown")),
        "ethnicity_group": random.choice(("White", "White", "Mixed", "Information not obtainable", None)),
        "training_completed_date": random.choice((None, a_day(random))),
        "accredited_date": random.choice((None, a_day(random))),
        "earlier_volunteer_id": random.choice((None,) * 5 + (f"L{random.randrange(size)}", "NONE")),
    }


def _given(random: Random, size: int) -> Row:
    role = random.choice(("PANEL", "PANEL", "PANEL", "MENTOR", "APPROPRIATE_ADULT", "REPARATION", "OTHER"))
    return {
        "volunteer_id": f"L{random.randrange(size)}",
        "volunteering_date": a_day(random),
        "volunteer_role": role,
        "volunteer_hours_given": random.choice(HOURS),
        "panel_id": random.choice((None, f"A{random.randrange(size)}", f"A{random.randrange(size)}")),
    }


def _standard(random: Random, size: int) -> Row:
    sentence = random.choice((a_day(random), random.choice(NEAR_THE_END)))
    due = random.choice((a_day(random), sentence + timedelta(days=28)))
    done = random.choice((due, sentence)) + timedelta(days=random.choice((-1, 0, 0, 1, 2)))
    return {
        "programme_id": f"P{random.randrange(2 * size)}",
        "standard": random.choice(STANDARDS),
        "runs_from_date": None if random.random() < 0.1 else sentence,
        "due_date": due,
        "done_date": None if random.random() < 0.2 else done,
        "extract_date": TAKEN,
    }
