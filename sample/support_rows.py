"""Orders, provisions, homes and remand of the made-up world as rows of the case system's extracts.

Only the laying out of rows belongs here, as in `case_rows`.
"""

from __future__ import annotations

import random
from datetime import date

from sample.case_rows import Row, Rows, as_row, hearing_of_remand, hearings_for
from sample.chance import stream
from sample.dates import EXTRACT_DAY, of_school_age
from sample.offending import worded
from sample.orders import Order
from sample.people import COPY, LOCALITIES, Child
from sample.remands import PACKAGES, Episode
from sample.support import Record

_SECURE_PLACES = ("Invented Secure Children's Home", "Invented Secure Training Centre", "Invented Young Offender Unit")


def interventions(orders: list[Order], part: str = "interventions") -> Rows:
    """One row per order or programme; `part` names the stream of chance."""
    rng = stream(part)
    return [_intervention(rng, order) for order in orders]


def _intervention(rng: random.Random, order: Order) -> Row:
    born = order.child.born
    school = of_school_age(born, order.end) if order.end and rng.random() < 0.93 else None  # noqa: PLR2004
    return as_row({
        "programme_id": order.programme_id,
        "ypid": order.child.ypid,
        "disposal_type": order.disposal,
        "cms_type": worded(order.disposal),
        "start_date": order.start,
        "end_date": order.end,
        "planned_end": order.end,
        "end_reason": order.reason if order.end else "",
        "successfully_completed": order.reason == "completed" if order.end else None,
        "residence_on_start": "LOCAL" if order.local_start else "OTHER",
        "residence_on_end": ("LOCAL" if order.local_end else "OTHER") if order.end else "",
        "school_age_start": of_school_age(born, order.start),
        "school_age_end": school,
        "case_manager": "",
        "team": LOCALITIES.get(order.child.district, ""),
    })  # fmt: skip


def ete_status(records: list[Record], as_at: date = EXTRACT_DAY) -> Rows:
    """One row per provision; its end is known if it lies no later than `as_at`."""
    ordered = sorted(records, key=lambda record: (record.start, record.child.serial))
    return [
        as_row({
            "ete_id": f"ET{number:05d}{COPY}",
            "ypid": record.child.ypid,
            "start_date": record.start,
            "end_date": record.end if record.end and record.end <= as_at else None,
            "provision": record.kind,
            "suitability": record.suitability,
            "hours_offered": record.offered,
            "hours_attended": record.attended,
        })
        for number, record in enumerate(ordered, start=1)
    ]  # fmt: skip


def accommodation(records: list[Record], as_at: date = EXTRACT_DAY) -> Rows:
    """One row per home; its end is known if it lies no later than `as_at`."""
    ordered = sorted(records, key=lambda record: (record.start, record.child.serial))
    return [
        as_row({
            "accommodation_id": f"AC{number:05d}{COPY}",
            "ypid": record.child.ypid,
            "start_date": record.start,
            "end_date": record.end if record.end and record.end <= as_at else None,
            "accommodation_type": record.kind,
            "suitability": record.suitability,
        })
        for number, record in enumerate(ordered, start=1)
    ]  # fmt: skip


def remand_episodes(episodes: list[Episode], part: str = "remand rows") -> Rows:
    """One row per episode of bail or remand; `part` names the stream of chance."""
    rng = stream(part)
    return [
        as_row({
            "episode_id": f"RE{number:05d}{COPY}",
            "ypid": episode.child.ypid,
            "start_date": episode.start,
            "end_date": episode.end,
            "remand_type": episode.decision,
            "bail_package": PACKAGES.get(episode.decision, "none"),
            "secure": episode.secure,
            "establishment": rng.choice(_SECURE_PLACES) if episode.secure else "",
            "nights": (episode.end - episode.start).days if episode.secure and episode.end else None,
            "outcome_at_end": "Sentenced" if episode.end else "",
        })
        for number, episode in enumerate(episodes, start=1)
    ]  # fmt: skip


def hearings(children: list[Child], episodes: list[Episode], part: str = "") -> Rows:
    """One row per hearing, of sentence or of remand, numbered by day; `part` goes before the streams' names."""
    rng = stream(f"{part}remand hearings")
    rows = hearings_for(children, f"{part}hearings")
    rows += [hearing_of_remand(rng, one.child, one.start, one.decision) for one in episodes]
    rows.sort(key=lambda row: (row["hearing_date"], row["ypid"]))
    for number, row in enumerate(rows, start=1):
        row["hearing_id"] = f"HE{number:05d}{COPY}"
    return rows
