"""What a real export has and should not: drifting codes, odd dates, copies, and a few rows that must be stopped.

Only faults belong here, and only such as leave every figure as it was: what can be repaired is spelt otherwise, what
must be stopped is a row of its own, under an id of its own.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from sample.case_rows import Row, Rows
from sample.chance import stream
from sample.dates import add_months, age_on
from sample.people import COPY

Tables = dict[str, Rows]
#: The case system's way to say that there is no date.
NO_DATE = "1900-01-01"
_EXCEL_EPOCH = date(1899, 12, 30)
_SHORT = {"YOUTH_REHABILITATION_ORDER": "YRO", "REPRIMAND": "Police reprimand", "REFERRAL_ORDER": "RO"}
_BRITISH = ("hearing_date", "psr_due", "psr_served", "extract_date")


def make_dirty(tables: Tables) -> None:
    """Spoil the tables in place, the same way every time."""
    rng = stream("dirt")
    _spell_otherwise(rng, tables["outcomes"])
    _dates_otherwise(rng, tables)
    tables["hearings"] += [dict(row) for row in tables["hearings"][40:45]]
    _rows_to_stop(tables)
    _two_groups_blank(tables)
    _people_to_review(tables["persons"])


def _spell_otherwise(rng: random.Random, outcomes: Rows) -> None:
    """Case and spaces drift, as where a code was typed by hand; a few stand in the short form of the office."""
    drifts: tuple[Callable[[str], str], ...] = (
        lambda code: code + " ",
        lambda code: code.replace("_", " ").capitalize(),
        lambda code: " " + code.lower(),
    )
    for row in rng.sample(outcomes, 90):
        row["legal_outcome"] = rng.choice(drifts)(row["legal_outcome"])
    for row in rng.sample([row for row in outcomes if row["legal_outcome"] in _SHORT], 20):
        row["legal_outcome"] = _SHORT[row["legal_outcome"]]
    for row in rng.sample(outcomes, 40):
        row["outcome_group"] = (
            row["outcome_group"].replace("Pre-Court", "Pre-court").replace("First-tier", "First Tier")
        )


def _dates_otherwise(rng: random.Random, tables: Tables) -> None:
    """One file in British dates, open ends as the sentinel, a few dates as Excel's serial numbers."""
    for row in tables["hearings"]:
        for name in _BRITISH:
            row[name] = "/".join(reversed(row[name].split("-"))) if row[name] else ""
    for name in ("ete_status", "interventions"):
        for row in tables[name]:
            row["end_date"] = row["end_date"] or (NO_DATE if rng.random() < 0.5 else "")  # noqa: PLR2004
    dated = [row for row in tables["offences"] if row["arrest_date"]]
    for row in rng.sample(dated, 6):
        row["arrest_date"] = str((date.fromisoformat(row["arrest_date"]) - _EXCEL_EPOCH).days)


def _two_groups_blank(tables: Tables) -> None:
    """Children of other services whose ethnicity was never sent."""
    elsewhere = [row for row in tables["persons"] if row["home_authority"] == "OTHER"]
    for row in elsewhere[:4]:
        row["ethnicity"] = ""


def _people_to_review(persons: Rows) -> None:
    """Children who may be held twice, and twins who are not; none of these records has done anything that counts."""
    numbered = [row for row in persons if row["pnc_number"] and row["deleted"] == "No"]
    again, slip, reborn, twin, wrong = numbered[200:1200:200]
    nobody = {"pnc_number": "", "originating_yot_person_id": ""}
    name = slip["surname"]
    planted = (
        again | nobody,
        slip | nobody | {"surname": name[0] + name[2] + name[1] + name[3:]},
        reborn | {"originating_yot_person_id": "", "date_of_birth": _a_year_earlier(reborn["date_of_birth"])},
        twin | nobody | {"forename": "Other" + twin["forename"][::-1].lower()},
        wrong
        | nobody
        | {"pnc_number": wrong["pnc_number"][:-1] + "S", "forename": "Unlike", "surname": "Whoever-Test"},
    )
    persons += [row | {"ypid": f"YP9600{number}{COPY}"} for number, row in enumerate(planted)]


def _a_year_earlier(day: str) -> str:
    """The same day of the year before."""
    return add_months(date.fromisoformat(day), -12).isoformat()


def _rows_to_stop(tables: Tables) -> None:
    persons = {row["ypid"]: row for row in tables["persons"]}
    owned = {row["offence_id"]: row for row in tables["offences"]}
    cautions = [row for row in tables["outcomes"] if row["outcome_group"] == "Pre-Court"]
    first = [row for row in cautions if row["main_or_other"] == "MAIN"][::300]
    for number, outcome in enumerate(first[:4]):
        _dated_before_the_offence(tables, number, outcome, owned[outcome["offence_id"]])
    for number, (outcome, age) in enumerate(zip(first[4:8], (9, 9, 19, 19), strict=True)):
        offence = owned[outcome["offence_id"]]
        _of_another_age(tables, number, (persons[offence["ypid"]], offence, outcome), age)
    for number, outcome in enumerate(first[8:11]):
        _unknown_code(tables, number, outcome)
        _nobodys(tables, number, (owned[outcome["offence_id"]], outcome))
    ended = [row for row in tables["interventions"] if row["end_date"] not in {"", NO_DATE}]
    for number, order in enumerate(ended[100:400:100]):
        start = date.fromisoformat(order["end_date"]) + timedelta(days=30)
        faulty = {"programme_id": f"PR9000{number}{COPY}", "start_date": start.isoformat()}
        tables["interventions"].append(order | faulty)


def _dated_before_the_offence(tables: Tables, number: int, outcome: Row, offence: Row) -> None:
    on = date.fromisoformat(offence["offence_date"]) - timedelta(days=30)
    faulty = {"outcome_id": f"OC9100{number}{COPY}", "outcome_date": on.isoformat()}
    tables["outcomes"].append(outcome | faulty)


def _of_another_age(tables: Tables, number: int, whose: tuple[Row, Row, Row], age: int) -> None:
    """A child, an offence and its outcome, all as they should be but for the age."""
    person, offence, outcome = whose
    on = date.fromisoformat(offence["offence_date"])
    born = add_months(on, -12 * age) - timedelta(days=100)
    ids = {"ypid": f"YP9200{number}{COPY}", "offence_id": f"OF9200{number}{COPY}"}
    tables["persons"].append(
        person
        | {"ypid": ids["ypid"], "date_of_birth": born.isoformat(), "originating_yot_person_id": "", "pnc_number": ""}
    )
    tables["offences"].append(offence | ids | {"age_at_arrest_or_offence": str(age_on(born, on))})
    tables["outcomes"].append(outcome | {"outcome_id": f"OC9200{number}{COPY}", "offence_id": ids["offence_id"]})


def _unknown_code(tables: Tables, number: int, outcome: Row) -> None:
    faulty = {"outcome_id": f"OC9300{number}{COPY}", "legal_outcome": "REFERRED_TO_PANEL"}
    tables["outcomes"].append(outcome | faulty)


def _nobodys(tables: Tables, number: int, whose: tuple[Row, Row]) -> None:
    """An offence of a person, and an outcome of an offence, that the extracts do not have."""
    offence, outcome = whose
    tables["offences"].append(offence | {"offence_id": f"OF9400{number}{COPY}", "ypid": f"YP9400{number}{COPY}"})
    tables["outcomes"].append(outcome | {"outcome_id": f"OC9400{number}{COPY}", "offence_id": f"OF9400{number}{COPY}"})
