"""Random small worlds of health, needs, assessments and contacts: days on, before and after every bound that is drawn.

Both sides of every condition occur. The counting is in `tests.oracles.domains.health` and its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tests.oracles.domains.courts_worlds import Maker

#: Days off beside weekends in England and Wales, by hand from GOV.UK, and days about which deadlines are drawn.
BANK_HOLIDAYS = (
    (2011, "0103 0422 0425 0429 0502 0530 0829 1226 1227"),
    (2012, "0102 0406 0409 0507 0604 0605 0827 1225 1226"),
    (2013, "0101 0329 0401 0506 0527 0826 1225 1226"),
    (2014, "0101 0418 0421 0505 0526 0825 1225 1226"),
    (2015, "0101 0403 0406 0504 0525 0831 1225 1228"),
)
OFF = frozenset(date(year, int(day[:2]), int(day[2:])) for year, days in BANK_HOLIDAYS for day in days.split())
FRIDAY = 4
EXTRACT = date(2015, 1, 16)
SM_TYPES = (
    None,
    "NO_INTERVENTION",
    "TARGETED_INTERVENTION",
    "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT",
    "COMPLEX_CARE",
)
CARE = (
    "NOT_LOOKED_AFTER",
    "LOOKED_AFTER_S20",
    "LOOKED_AFTER_S31",
    "LOOKED_AFTER_REMAND",
    "CARE_LEAVER",
    "CHILD_IN_NEED",
    "CHILD_PROTECTION_PLAN",
    "EARLY_HELP",
    "EARLY_INTERVENTION_PLAN",
    "NOT_KNOWN",
)


def working_days_after(day: date, number: int, off: frozenset[date]) -> date:
    """The working day so many after a day, walked one by one."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() <= FRIDAY and day not in off
    return day


def shifted(maker: Maker, day: date, days: Sequence[int]) -> date:
    """A day some days off."""
    return day + timedelta(days=maker.random.choice(days))


def maybe(maker: Maker, day: date, share: float) -> date | None:
    """The day, or nothing."""
    return day if maker.random.random() < share else None


def span_about(maker: Maker, day: date) -> tuple[date, date | None]:
    """First and last day of something that was open on a day, or missed it by one."""
    began = shifted(maker, day, (-400, -40, -1, 0, 0, 1))
    ended = maker.random.choice((None, shifted(maker, day, (-1, 0, 0, 1, 60)), shifted(maker, day, (-1, 0))))
    return began, None if ended is None else max(began, ended)


def extract_about(maker: Maker, due: date) -> date:
    """The extract's day: mostly long after, at times about the day something was due."""
    return maker.random.choice((EXTRACT, EXTRACT, shifted(maker, due, (-1, 0, 1))))


def referral_day(maker: Maker) -> date:
    """A day of referral: about the bounds of quarters, about Easter and Christmas, on a Friday or a weekend."""
    feasts = (date(2012, 6, 1), date(2013, 3, 28), date(2013, 12, 20), date(2014, 4, 16), date(2014, 12, 19))
    return maker.random.choice((maker.day(), maker.day(), shifted(maker, maker.random.choice(feasts), range(-2, 5))))


def add_substance_misuse(maker: Maker, ypid: str, _born: date, about: date | None = None) -> None:
    """A referral to the drug service, assessed and treated about the days that were due."""
    random = maker.random
    referred = about or referral_day(maker)
    due = working_days_after(referred, 5, OFF)
    assessed = maybe(
        maker, random.choice((due, shifted(maker, due, (-1, 0, 1)), shifted(maker, referred, (-1, 0)))), 0.8
    )
    treat_due = working_days_after(assessed or due, 10, OFF)
    start = maybe(
        maker, random.choice((shifted(maker, treat_due, (-1, 0, 1)), shifted(maker, assessed or due, (-1, 0, 5)))), 0.6
    )
    later = (shifted(maker, start, (0, 30, 92)), max(start, maker.day())) if start else (None,)
    ended = random.choice((None, *later, *later))
    maker.add(
        "substance_misuse",
        sm_referral_id=maker.next_id("substance_misuse"),
        ypid=ypid,
        screened_date=maybe(maker, shifted(maker, referred, (-30, -1, 0)), 0.5),
        sm_referred_date=referred,
        sm_assessed_date=assessed,
        sm_offered_date=maybe(maker, shifted(maker, referred, (-1, 0, 40)), 0.4),
        sm_treatment_start=start,
        sm_treatment_end=ended,
        sm_treatment_type=random.choice(SM_TYPES),
        sm_declined=random.choice((None, False, False, True)),
        extract_date=extract_about(maker, random.choice((due, treat_due))),
    )


def add_mental_health(maker: Maker, ypid: str, _born: date, about: date | None = None) -> None:
    """A referral to the mental health service; some without a number, of whom some were matched."""
    random = maker.random
    referred, urgency = about or referral_day(maker), random.choice(("ACUTE", "NON_ACUTE"))
    due = working_days_after(referred, 5 if urgency == "ACUTE" else 15, OFF)
    seen = maybe(maker, random.choice((shifted(maker, due, (-1, 0, 1)), shifted(maker, referred, (-1, 0, 3)))), 0.8)
    start, ended = span_about(maker, about or referred)
    named = random.choice((True, True, False))
    referral = maker.add(
        "mental_health",
        mh_referral_id=maker.next_id("mental_health"),
        ypid=ypid if named else None,
        mh_referred_date=referred,
        urgency=urgency,
        first_seen_date=seen,
        mh_offered_date=maybe(maker, shifted(maker, about or referred, (-1, 0, 1, 40)), 0.4),
        mh_treatment_start=maybe(maker, start, 0.5),
        mh_treatment_end=ended,
        mh_treatment_type=random.choice((None, "GETTING_HELP", "NO_INTERVENTION")),
        extract_date=extract_about(maker, due),
    )
    if random.random() < 0.6:
        whose = {"mh_referral_id": referral["mh_referral_id"], "ypid": ypid}
        maker.tables.setdefault("referral_matches", []).append(whose)


def add_bank_holidays(maker: Maker) -> None:
    """Days that the service added: one that is known already, one on a weekend, one that moves deadlines."""
    random = maker.random
    drawn = {date(random.choice((2012, 2013, 2014)), 4, day) for day in random.sample(range(1, 28), 2)}
    for day in sorted({date(2013, 3, 29), date(2013, 5, 4), *drawn}):
        maker.add("bank_holidays", holiday_date=day, holiday_name="A day off")


def add_send(maker: Maker, ypid: str, day: date) -> None:
    """A record of needs that was open about a day."""
    began, ended = span_about(maker, day)
    maker.add(
        "send",
        ypid=ypid,
        send_identified=maker.random.choice((True, True, True, False)),
        send_plan=maker.random.choice(("EHCP", "statement", "none")),
        send_start=began,
        send_end=ended,
        extract_date=EXTRACT,
    )


def add_care(maker: Maker, ypid: str, day: date) -> None:
    """A care record that was open about a day."""
    began, ended = span_about(maker, day)
    maker.add(
        "care_status",
        ypid=ypid,
        care_record=maker.random.choice(CARE),
        care_start=began,
        care_end=ended,
        extract_date=EXTRACT,
    )


def add_assessment(maker: Maker, ypid: str, day: date) -> None:
    """An assessment with score, risk and judgement about the bounds of the bands, each at times missing."""
    random = maker.random
    maker.add(
        "assessments",
        assessment_id=maker.next_id("assessments"),
        ypid=ypid,
        stage=random.choice(("start", "start", "review", "end", "end")),
        assessment_date=day,
        completed_date=random.choice((None, None, shifted(maker, day, (0, 1, 9)))),
        tool=random.choice(("ASSET", "ASSET", "ASSET", "ASSETPLUS", "ONSET")),
        asset_score=random.choice((None, 0, 14, 15, 32, 33, 64)),
        rosh=random.choice((None, None, "low", "low", "medium", "high", "very high")),
        scaled_level=random.choice((None, None, None, "standard", "enhanced", "intensive")),
        family_score=random.choice((None, 0, 2, 3, 4)),
        extract_date=EXTRACT,
    )
