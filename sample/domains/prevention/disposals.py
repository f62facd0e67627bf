"""Out-of-court work in the sample: the disposals of the case system with their programmes, and restorative disposals.

The plans print no figure of either. The log of out-of-court disposals was begun in April 2012, the police's list of
community restorative disposals in June 2010, with the pilot in Charnwood.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import day_between, pick, stream
from sample.dates import EXTRACT_DAY
from sample.domains.made import Made
from sample.people import DISTRICTS

_LOG_BEGINS = "2012-04-01"
_CHARNWOOD = "E07000130"
#: First day of automatic referral of the second disposal (D11 section 8, focus of 2011-12).
AUTOMATIC_FROM = date(2011, 4, 1)
_KINDS = {
    "REPRIMAND": "REPRIMAND", "FINAL_WARNING": "FINAL_WARNING", "FINAL_WARNING_WITH_INTERVENTION": "FINAL_WARNING",
    "FINAL_WARNING_WITHOUT_INTERVENTION": "FINAL_WARNING", "YOUTH_CAUTION": "YOUTH_CAUTION",
    "YOUTH_CAUTION_WITH_INTERVENTION": "YOUTH_CAUTION", "YOUTH_CONDITIONAL_CAUTION": "YOUTH_CONDITIONAL_CAUTION",
    "COMMUNITY_RESOLUTION": "COMMUNITY_RESOLUTION",
}  # fmt: skip
_WITH = {"FINAL_WARNING_WITH_INTERVENTION", "YOUTH_CAUTION_WITH_INTERVENTION", "YOUTH_CONDITIONAL_CAUTION"}
_OFFENCES = {"THEFT_AND_HANDLING": 45, "CRIMINAL_DAMAGE": 25, "PUBLIC_ORDER": 15, "VIOLENCE_AGAINST_THE_PERSON": 15}


def out_of_court(made: Made) -> Rows:
    """One row per disposal since the log began; two stand there twice, once by the police and once by the service."""
    rng = stream("prevention out of court")
    owner = {row["offence_id"]: row["ypid"] for row in made.tables["offences"]}
    once: dict[tuple[str, str, str], Row] = {}
    for outcome in made.tables["outcomes"]:
        if outcome["legal_outcome"] in _KINDS and outcome["outcome_date"] >= _LOG_BEGINS:
            row = _disposal(rng, outcome, owner[outcome["offence_id"]])
            once.setdefault((row["ypid"], row["ooc_type"], row["ooc_date"]), row)
    rows = sorted(once.values(), key=lambda row: (row["ooc_date"], row["ypid"]))
    doubled = [row for row in rows if row["ooc_intervention"] == "Yes"][10:31:20]
    rows += [row | {"ooc_intervention": "No", "ooc_start": "", "ooc_end": "", "ooc_completed": ""} for row in doubled]
    return [{"ooc_id": f"OD{number:04d}", **row} for number, row in enumerate(rows, start=1)]


def _disposal(rng: random.Random, outcome: Row, ypid: str) -> Row:
    given = date.fromisoformat(outcome["outcome_date"])
    worked = outcome["legal_outcome"] in _WITH or rng.random() < 0.3  # noqa: PLR2004
    start = given + timedelta(days=rng.randint(0, 14))
    end = start + timedelta(days=rng.randint(28, 110))
    ended = worked and end < EXTRACT_DAY
    return as_row({
        "ypid": ypid,
        "ooc_type": _KINDS[outcome["legal_outcome"]],
        "ooc_date": given,
        "ooc_intervention": worked,
        "ooc_start": start if worked else None,
        "ooc_end": end if ended else None,
        "ooc_completed": rng.random() < 0.88 if ended else None,  # noqa: PLR2004
        "residence_on_outcome": outcome["residence_on_outcome"],
    })  # fmt: skip


def crd() -> Rows:
    """One row per disposal; the repeats of a young person are told by the police's key alone (C3)."""
    rng = stream("prevention crd")
    days = sorted(day_between(rng, date(2010, 6, 7), date(2014, 12, 31)) for _ in range(240))
    so_far: dict[str, int] = {}
    rows = []
    for number, day in enumerate(days, start=1):
        key = rng.choice(sorted(so_far)) if so_far and rng.random() < 0.18 else f"NK{number:04d}"  # noqa: PLR2004
        so_far[key] = so_far.get(key, 0) + 1
        rows.append(_restorative(rng, number, day, (key, so_far[key])))
    # Two officers entered one disposal (C3), and one had no key to give.
    rows.append(rows[150] | {"crd_id": "CR9001", "crd_nth": ""})
    return [*rows, rows[40] | {"crd_id": "CR9002", "person_key": "", "crd_nth": ""}]


def _restorative(rng: random.Random, number: int, day: date, whose: tuple[str, int]) -> Row:
    key, nth = whose
    automatic = nth == 2 and day >= AUTOMATIC_FROM  # noqa: PLR2004 - the second
    referred = rng.random() < (0.92 if automatic else 0.08)
    return as_row({
        "crd_id": f"CR{number:04d}",
        "person_key": key,
        "crd_date": day,
        "crd_offence": pick(rng, _OFFENCES),
        "district_code": _CHARNWOOD if day < AUTOMATIC_FROM else pick(rng, DISTRICTS),
        "crd_nth": nth if rng.random() < 0.6 else None,  # noqa: PLR2004 - officers do not always know
        "referred_to_yos": referred,
        "yisp_referral": referred,
        "officer": "Invented Officer",
    })  # fmt: skip
