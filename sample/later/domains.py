"""The extracts of every domain for January to June 2015, made by the domains' own generators.

The generators know one world, which ends in December 2014. So they are shown the later world half a year (26 weeks)
early, as if its June were their December; what they make of the last half year is put back by as many days. Weekdays
stay what they were, and so do the proportions of July to December 2014. Only that shift, the choice of rows and their
numbers belong here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sample.case_rows import Row, Rows
from sample.chance import stream
from sample.dates import EXTRACT_DAY
from sample.dirt import Tables
from sample.domains.made import Made
from sample.events import Occasion, Offence
from sample.known import KNOWN, day_of
from sample.later.renumber import later_number, renumbered
from sample.orders import OrderBook
from sample.people import Child
from sample.quarters import HORIZON
from sample.world import DOMAINS

HALF_A_YEAR = timedelta(days=182)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Numbers of each extract that its later rows have for themselves.
_OWN_NUMBERS: dict[str, tuple[str, ...]] = {
    "assessments": ("assessment_id",), "contacts": ("contact_id",),
    "substance_misuse": ("sm_referral_id",), "mental_health": ("mh_referral_id",), "workforce": ("post_id", "staff_id"),
    "qa_audits": ("audit_id",), "events": ("event_id",), "crd": ("crd_id", "person_key"), "out_of_court": ("ooc_id",),
    "yisp": ("yisp_referral_id",), "asb_cases": ("asb_case_id",), "impact_contacts": ("street_session_id",),
    "impact_areas": ("impact_area_id", "beat_code"), "asb_calls": ("call_id", "incident_no", "beat_code"),
    "home_offences": ("home_offence_id",), "appropriate_adults": ("aa_request_id",), "iss": ("iss_id",),
    "parenting": ("parenting_id",), "serious_incidents": ("incident_id",), "exploitation": ("exploitation_id",),
    "supporting_families": ("family_case_id", "family_id"), "risk_panels": ("panel_case_id",),
    "victims": ("victim_id",), "reparation": ("reparation_session_id",), "volunteers": ("volunteer_id",),
    "volunteer_hours": ("panel_id",),
}  # fmt: skip
#: Held each autumn, settled once for all, or sent for the year's first cases alone: no later rows.
_NONE_LATER = frozenset({"surveys", "pnc_case", "staff_training", "unit_costs", "bank_holidays", "officer_links"})
#: Logs that no child of the case system is in: chance leaves out some rows, so that they do not repeat themselves.
_THINNED = frozenset({"crd", "impact_contacts", "qa_audits", "events"})
_LEFT_OUT = 0.15


def later_domains(made: Made, earlier: Tables) -> Tables:
    """Rows of every domain's extracts that tell of the time after the extracts of 2014-15 Q3.

    Args:
        made: the later world.
        earlier: every extract of 2014-15 Q3.
    """
    shown = early(made)
    tables: Tables = {name: rows for make in DOMAINS for name, rows in make(shown).items()}
    calls = tables["asb_calls"]
    later = {name: _later(name, rows) for name, rows in tables.items() if name not in _NONE_LATER}
    later |= _links(tables, earlier)
    _areas(later, calls)
    _volunteers(later, earlier["volunteers"])
    _group_work(later)
    return {name: rows for name, rows in later.items() if rows}


def early(made: Made) -> Made:
    """The world as if all of it had happened half a year before."""
    children = {child.serial: _early_child(child) for child in made.children}
    book = OrderBook()
    book.orders = [
        replace(
            one, child=children[one.child.serial], start=one.start - HALF_A_YEAR, end=one.end and one.end - HALF_A_YEAR
        )
        for one in made.book.orders
    ]
    episodes = [
        replace(
            one, child=children[one.child.serial], start=one.start - HALF_A_YEAR, end=one.end and one.end - HALF_A_YEAR
        )
        for one in made.episodes
    ]
    tables = {name: [_shifted(row, -HALF_A_YEAR) for row in rows] for name, rows in made.tables.items()}
    return Made(list(children.values()), book, episodes, tables)


def _early_child(child: Child) -> Child:
    return replace(
        child, born=child.born - HALF_A_YEAR, occasions=[_early_occasion(occasion) for occasion in child.occasions]
    )


def _early_occasion(occasion: Occasion) -> Occasion:
    released = occasion.released - HALF_A_YEAR if occasion.released else None
    offences = [Offence(one.on - HALF_A_YEAR, one.breach, one.decided) for one in occasion.offences]
    return replace(occasion, on=occasion.on - HALF_A_YEAR, released=released, offences=offences)


def _shifted(row: Row, days: timedelta) -> Row:
    return {
        name: (date.fromisoformat(cell) + days).isoformat() if _DAY.fullmatch(cell) else cell
        for name, cell in row.items()
    }


def _later(name: str, rows: Rows) -> Rows:
    """The rows of the last half year, put back; those that tell of the time before are the earlier world's."""
    known = KNOWN[name]
    if not known.event:
        return []
    rng = stream(f"later {name}")
    moved = [_shifted(row, HALF_A_YEAR) for row in rows if row[known.event]]
    kept = [row for row in moved if EXTRACT_DAY < known.day(row[known.event]) <= HORIZON]
    if name in _THINNED:
        kept = [row for row in kept if rng.random() > _LEFT_OUT]
    return renumbered(kept, _OWN_NUMBERS.get(name, ()))


def _links(tables: Tables, earlier: Tables) -> Tables:
    """Links of hearings and of programmes that the earlier extracts do not have."""
    hearings = {row["hearing_id"] for row in earlier["hearings"]}
    programmes = {row["programme_id"] for row in earlier["interventions"]}
    return {
        "hearing_offence": [row for row in tables["hearing_offence"] if row["hearing_id"] not in hearings],
        "offence_intervention": [
            row for row in tables["offence_intervention"] if row["linked_programme_id"] not in programmes
        ],
    }


def _areas(later: Tables, calls: Rows) -> None:
    """Sessions in new areas under their new numbers; calls about the new areas alone, those from before included."""
    new = {row["impact_area_id"] for row in later["impact_areas"]}
    for row in later["impact_contacts"]:
        number = later_number(row["impact_area_id"])
        row["impact_area_id"] = number if number in new else row["impact_area_id"]
    beats = {row["beat_code"] for row in later["impact_areas"]}
    moved = renumbered((_shifted(row, HALF_A_YEAR) for row in calls), _OWN_NUMBERS["asb_calls"])
    later["asb_calls"] = [row for row in moved if row["beat_code"] in beats and day_of(row["call_date"]) <= HORIZON]


def _volunteers(later: Tables, before: Rows) -> None:
    """Where one who gave hours together has left by then, all of them were others."""
    new = {row["volunteer_id"] for row in later["volunteers"]}
    there = [row["volunteer_id"] for row in before if not row["left_date"]]
    rng = stream("later volunteer hours")
    for rows in _together(later["volunteer_hours"]):
        numbers = [later_number(row["volunteer_id"]) for row in rows]
        numbers = [
            new_one if new_one in new else row["volunteer_id"] for new_one, row in zip(numbers, rows, strict=True)
        ]
        if not set(numbers) <= {*new, *there}:
            numbers = rng.sample(there, len(rows))
        for row, number in zip(rows, numbers, strict=True):
            row["volunteer_id"] = number


def _together(rows: Iterable[Row]) -> list[Rows]:
    """Rows of one panel, or of one day and role."""
    found: dict[tuple[str, str, str], Rows] = {}
    for row in rows:
        found.setdefault((row["panel_id"], row["volunteering_date"], row["volunteer_role"]), []).append(row)
    return list(found.values())


def _group_work(later: Tables) -> None:
    """The programme of the autumn is held again in spring; the last session of the summer's is not."""
    autumn, spring = "autumn 2014", "spring 2015"
    later["group_work"] = [
        row | {"group_programme": row["group_programme"].replace(autumn, spring)}
        for row in later["group_work"]
        if autumn in row["group_programme"].lower()
    ]
