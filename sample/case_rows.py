"""The made-up world as rows of the case system's extracts, under canonical column names, every cell as text.

Only the laying out of rows belongs here: what is true was settled before, and what is made faulty comes after (`dirt`).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sample.chance import pick, stream
from sample.dates import EXTRACT_DAY, age_on
from sample.events import Occasion, Offence
from sample.naming import forename_of, pnc_of, surname_of
from sample.offending import COURTS, charge_for, worded
from sample.people import COPY, LOCALITIES, Child

Row = dict[str, str]
#: Rows of one extract; the first row's keys are the file's columns.
Rows = list[Row]


def text(value: object) -> str:
    """A cell: ISO dates, Yes or No, numbers without an idle point, empty for nothing."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def as_row(cells: dict[str, object]) -> Row:
    """A row of the case system: its cells as text, and the extract date that every such file carries."""
    return {name: text(value) for name, value in cells.items()} | {"extract_date": EXTRACT_DAY.isoformat()}


@dataclass(frozen=True)
class Dealt:
    """One occasion of one child."""

    child: Child
    occasion: Occasion


def persons(children: Iterable[Child], part: str = "persons") -> Rows:
    """One row per record of a child; `part` names the stream of chance."""
    rng = stream(part)
    return [_person(rng, child) for child in children]


def _person(rng: random.Random, child: Child) -> Row:
    # A child held twice has one name and one PNC number, whoever holds it.
    who = child.origin or child.serial
    return as_row({
        "ypid": child.ypid,
        "originating_yot_person_id": f"LR{child.origin:05d}{COPY}" if child.origin else pick(rng, {"": 98, "N/A": 2}),
        "pnc_number": pnc_of(child.born.year + 14, who) if rng.random() < 0.8 else "",  # noqa: PLR2004
        "surname": surname_of(who),
        "forename": forename_of(who),
        "date_of_birth": child.born,
        "sex": child.sex,
        "ethnicity": child.ethnicity,
        "preferred_language": "English",
        "home_postcode": "ZZ99 3VZ",
        "district_code": child.district,
        "home_authority": child.authority,
        "locality": LOCALITIES.get(child.district, ""),
        "lac_flag": rng.random() < 0.04,  # noqa: PLR2004
        "deleted": child.deleted,
    })  # fmt: skip


def dealt_with(children: Iterable[Child]) -> list[Dealt]:
    """Every occasion, as the case system numbers them: by day, then by child."""
    found = [Dealt(child, occasion) for child in children for occasion in child.occasions]
    return sorted(found, key=lambda one: (one.occasion.on, one.child.serial))


def offences_and_outcomes(children: Iterable[Child], part: str = "offences and outcomes") -> tuple[Rows, Rows]:
    """One row per offence, and one per outcome of an offence; `part` names the stream of chance."""
    rng = stream(part)
    offences: Rows = []
    outcomes: Rows = []
    for number, one in enumerate(dealt_with(children), start=1):
        occasion_id = f"SO{number:05d}{COPY}" if one.occasion.in_court and rng.random() < 0.92 else ""  # noqa: PLR2004
        for place, offence in enumerate(one.occasion.offences):
            offence_id = f"OF{len(offences) + 1:05d}{COPY}"
            offences.append(_offence(rng, one, offence, offence_id))
            if offence.decided:
                outcomes += _outcomes(rng, one, (offence_id, occasion_id), len(outcomes), main=place == 0)
    return offences, outcomes


def _offence(rng: random.Random, one: Dealt, offence: Offence, offence_id: str) -> Row:
    occasion, born = one.occasion, one.child.born
    hearing = max(offence.on, occasion.on - timedelta(days=rng.randint(0, 28))) if occasion.in_court else None
    charge = charge_for(rng, breach=offence.breach, grave=occasion.group == "Custody")
    return as_row({
        "offence_id": offence_id,
        "ypid": one.child.ypid,
        "offence_date": offence.on,
        "arrest_date": offence.on if rng.random() < 0.9 else None,  # noqa: PLR2004
        "charge_date": hearing and max(offence.on, hearing - timedelta(days=14)),
        "first_hearing_date": hearing,
        "cjs_code": charge.code,
        "description": charge.words,
        "yjb_category": charge.category,
        "seriousness": charge.gravity,
        "knife": charge.gravity >= 6 and rng.random() < 0.15,  # noqa: PLR2004
        "offence_postcode": "ZZ99 3WZ",
        "age_at_arrest_or_offence": age_on(born, offence.on),
        "age_at_first_hearing": age_on(born, hearing) if hearing else None,
        "breach_of_programme_id": "",
    })  # fmt: skip


def _outcomes(rng: random.Random, one: Dealt, ids: tuple[str, str], before: int, *, main: bool) -> Iterator[Row]:
    """The outcome of an offence; and, where a custodial sentence was changed on appeal, that sentence too."""
    occasion = one.occasion
    legal, group = occasion.legal, str(occasion.group)
    # A lesser sentence beside the main one; never in January to March, where it would make a cohort member of its own.
    lesser = occasion.in_court and not main and occasion.on.month > 3 and rng.random() < 0.15  # noqa: PLR2004
    if lesser:
        legal, group = "CONDITIONAL_DISCHARGE", "First-tier"
    yield _outcome(rng, one, ids, before + 1, (legal, group, main, occasion.appeal))
    if occasion.overturned and main:
        custody = ("DETENTION_AND_TRAINING_ORDER", "Custody", False, "Changed on appeal")
        yield _outcome(rng, one, ids, before + 2, custody)


def _outcome(
    rng: random.Random, one: Dealt, ids: tuple[str, str], number: int, sentence: tuple[str, str, bool, str]
) -> Row:
    legal, group, main, appeal = sentence
    months = _TERMS.get(legal)
    return as_row({
        "outcome_id": f"OC{number:05d}{COPY}",
        "offence_id": ids[0],
        "outcome_date": one.occasion.on,
        "outcome_end_date": None,
        "cms_outcome": worded(legal),
        "legal_outcome": legal,
        "outcome_group": group,
        "is_substantive": group != "Diversion",
        "main_or_other": "MAIN" if main else "OTHER",
        "residence_on_outcome": "LOCAL" if one.occasion.local else "OTHER",
        "appeal_status": appeal,
        "sentencing_occasion_id": ids[1],
        "term_months": rng.choice(months) if months else None,
        "requirements": "Supervision; Activity" if legal == "YOUTH_REHABILITATION_ORDER" else "",
        "ete_hours_on_outcome": rng.choice([0, 0, 10, 16, 25, 25]) if group != "Diversion" else None,
        "care_status_on_outcome": pick(rng, {"NOT_LOOKED_AFTER": 92, "LOOKED_AFTER_S20": 5, "LOOKED_AFTER_S31": 3}),
    })  # fmt: skip


_TERMS = {
    "DETENTION_AND_TRAINING_ORDER": (4, 6, 8, 10, 12),
    "REFERRAL_ORDER": (3, 4, 6, 9, 12),
    "YOUTH_REHABILITATION_ORDER": (6, 9, 12, 18),
    "SUPERVISION_ORDER": (6, 12, 18),
    "REPARATION_ORDER": (3,),
    "ACTION_PLAN_ORDER": (3,),
    "CRO": (12,),
    "CPRO": (12,),
}


def hearings_for(children: Iterable[Child], part: str = "hearings") -> Rows:
    """One row per occasion in court; `part` names the stream of chance."""
    rng = stream(part)
    return [
        _hearing(rng, one.child, one.occasion.on, "")
        for one in dealt_with(children)
        if one.occasion.in_court and one.occasion.offences[0].decided
    ]


def hearing_of_remand(rng: random.Random, child: Child, on: date, decision: str) -> Row:
    """The hearing at which bail or remand was decided."""
    return _hearing(rng, child, on, decision)


def _hearing(rng: random.Random, child: Child, on: date, decision: str) -> Row:
    court, kind = pick(rng, COURTS)
    report = not decision and rng.random() < 0.25  # noqa: PLR2004
    return as_row({
        "hearing_id": "",
        "ypid": child.ypid,
        "hearing_date": on,
        "court_name": court,
        "court_type": kind,
        "remand_decision": decision,
        "remand_proposal": "CONDITIONAL_BAIL" if decision else "",
        "psr_due": on - timedelta(days=2) if report else None,
        "psr_served": on - timedelta(days=rng.randint(1, 4)) if report else None,
    })  # fmt: skip
