"""What education and children's services say of the children who came back most often, and bank holidays added late."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sample.case_rows import Row, Rows, as_row
from sample.chance import pick, stream
from sample.dates import EXTRACT_DAY
from sample.domains.made import Made
from sample.people import Child

_KNOWN = 120
_SPAN = (date(2010, 1, 1), date(2014, 9, 1))
_PLANS = {"none": 5, "statement": 4, "EHCP": 1}
_CARE = {
    "LOOKED_AFTER_S20": 4,
    "LOOKED_AFTER_S31": 2,
    "CARE_LEAVER": 1,
    "CHILD_IN_NEED": 5,
    "CHILD_PROTECTION_PLAN": 2,
    "EARLY_HELP": 3,
}


def _often(made: Made) -> list[Child]:
    """The children with the most occasions, then by number: most of the prolific are among them."""
    here = [child for child in made.children if not child.deleted]
    return sorted(here, key=lambda child: (-len(child.occasions), child.serial))[:_KNOWN]


def _days(rng: random.Random) -> tuple[date, date | None]:
    """First and last day of a record, some of which go on."""
    first = _SPAN[0] + timedelta(days=rng.randrange((_SPAN[1] - _SPAN[0]).days))
    last = first + timedelta(days=rng.randint(60, 900))
    return first, last if last <= EXTRACT_DAY else None


def send(made: Made) -> Rows:
    """One row per record of special needs."""
    rng = stream("health special needs")
    return [_send(rng, child) for child in _often(made) if rng.random() < 0.6]  # noqa: PLR2004


def _send(rng: random.Random, child: Child) -> Row:
    first, last = _days(rng)
    return as_row({
        "ypid": child.ypid,
        "send_identified": True,
        "send_plan": pick(rng, _PLANS),
        "send_start": first,
        "send_end": last,
    })  # fmt: skip


def care_status(made: Made) -> Rows:
    """One row per care status or support."""
    rng = stream("health care status")
    return [_care(rng, child) for child in _often(made) if rng.random() < 0.5]  # noqa: PLR2004


def _care(rng: random.Random, child: Child) -> Row:
    first, last = _days(rng)
    return as_row({
        "ypid": child.ypid,
        "care_record": pick(rng, _CARE),
        "care_start": first,
        "care_end": last,
    })  # fmt: skip


def bank_holidays() -> Rows:
    """The Diamond Jubilee, added by hand although the calendar knows it: it counts once."""
    return [{"holiday_date": "2012-06-05", "holiday_name": "Diamond Jubilee"}]
