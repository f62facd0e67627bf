"""When a row of each extract became known, and which of its cells were written later.

One table, read by `seen` (the world as it was told earlier) and by `later` (the world as it goes on). What has no entry
of its own day stands in every quarter alike: what others published, and what is settled once for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from sample.dates import add_months

_EXCEL_EPOCH = date(1899, 12, 30)
_NONE = timedelta(0)


@dataclass(frozen=True)
class Later:
    """Cells written after the row.

    Attributes:
        day: column with the day they were written.
        before: column -> what stands in it until then.
        lag: how long after that day they were written.
    """

    day: str
    before: Mapping[str, str]
    lag: timedelta = _NONE


@dataclass(frozen=True)
class Known:
    """When the rows of one extract are known.

    Attributes:
        event: column with the day of the event; empty where no column tells it.
        later: cells written later.
        sent: rows are known on the day of the event, or when a log kept elsewhere is sent in after its quarter.
        ahead: how long before the event the row is written.
        beside: (column, extract, column there): the row is known once all these rows are.
    """

    event: str = ""
    later: tuple[Later, ...] = ()
    sent: Literal["at once", "by quarter"] = "at once"
    ahead: timedelta = _NONE
    beside: tuple[tuple[str, str, str], ...] = field(default=())

    def day(self, event: str) -> date:
        """The day on which a row with this event is known; the beginning of time where no event is told."""
        if not event:
            return date.min
        day = day_of(event) - self.ahead
        return last_of_quarter(day) if self.sent == "by quarter" else day


def day_of(cell: str) -> date:
    """The day in a cell, written in any of the sample's ways."""
    if cell.isdigit():
        return _EXCEL_EPOCH + timedelta(days=int(cell))
    if "/" in cell:
        day, month, year = cell.split("/")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(cell)


def last_of_quarter(day: date) -> date:
    """Last day of the day's quarter."""
    first_month = 3 * ((day.month - 1) // 3) + 1
    return add_months(date(day.year, first_month, 1), 3) - timedelta(days=1)


def _end(day: str, *others: str, **told: str) -> Later:
    """A day and what is blank, or told otherwise, until it has come."""
    return Later(day, dict.fromkeys((day, *others), "") | told)


def _by_quarter(event: str, *later: Later) -> Known:
    return Known(event, later, sent="by quarter")


KNOWN: dict[str, Known] = {
    # the case system
    "persons": Known(),
    "offences": Known(later=(_end("first_hearing_date", "age_at_first_hearing"),)),
    "outcomes": Known("outcome_date"),
    "hearings": Known("hearing_date"),
    "remand_episodes": Known("start_date", (_end("end_date", "nights", "outcome_at_end"),)),
    "interventions": Known(
        "start_date",
        (
            _end(
                "end_date", "planned_end", "end_reason", "successfully_completed", "residence_on_end", "school_age_end"
            ),
        ),
    ),
    "ete_status": Known("start_date", (_end("end_date"),)),
    "accommodation": Known("start_date", (_end("end_date"),)),
    # finance, Board papers, what others publish
    "finance_budget": Known(),
    "finance_actual": Known("posted_date"),
    "finance_savings": Known(),
    "risks": Known(),
    "priorities": Known(),
    "commentary": Known(),
    "targets": Known(),
    "comparators": Known(),
    "population": Known(),
    "moj_cohort": Known("release_date"),
    "moj_fte": Known("release_date"),
    "moj_custody": Known("release_date"),
    "moj_national_reoffending": Known(),
    "ons_mid_year_estimates": Known(),
    # courts
    "hearing_offence": Known(
        beside=(("hearing_id", "hearings", "hearing_id"), ("heard_offence_id", "offences", "offence_id"))
    ),
    "offence_intervention": Known(
        beside=(
            ("linked_offence_id", "offences", "offence_id"),
            ("linked_programme_id", "interventions", "programme_id"),
        )
    ),
    "pnc_case": Known("pnc_outcome_date"),
    "officer_links": Known("decided_on"),
    # health
    "assessments": Known("assessment_date", (_end("completed_date"),)),
    "contacts": _by_quarter("contact_date"),
    "substance_misuse": _by_quarter(
        "sm_referred_date",
        _end("sm_assessed_date"),
        _end("sm_offered_date", "sm_treatment_type", sm_declined="No"),
        _end("sm_treatment_start"),
        _end("sm_treatment_end"),
    ),
    "mental_health": _by_quarter(
        "mh_referred_date",
        _end("first_seen_date", "mh_treatment_type"),
        _end("mh_offered_date"),
        _end("mh_treatment_start"),
        _end("mh_treatment_end"),
    ),
    "send": Known("send_start", (_end("send_end"),)),
    "care_status": Known("care_start", (_end("care_end"),)),
    "bank_holidays": Known(),
    # people
    "surveys": _by_quarter("survey_date"),
    "workforce": _by_quarter("post_start", _end("post_end")),
    "qa_audits": _by_quarter("audit_date", _end("action_done")),
    "board_attendance": _by_quarter("meeting_date"),
    "unit_costs": Known(),
    "events": _by_quarter("event_date"),
    "staff_training": Known("training_date"),
    # prevention
    "crd": _by_quarter("crd_date"),
    "out_of_court": Known("ooc_date", (_end("ooc_end", "ooc_completed"),)),
    "yisp": _by_quarter(
        "yisp_referral_date",
        _end("yisp_start", "one_to_one", "onset_start"),
        _end("yisp_end", "onset_end", "offended_after"),
    ),
    "asb_cases": _by_quarter("asb_start", _end("abc_date"), _end("asb_end")),
    "impact_areas": _by_quarter("impact_start", _end("impact_end", impact_completed="No"), _end("beat_changed_on")),
    "impact_contacts": _by_quarter("contact_date"),
    # A list of calls about an area is asked for when work there begins.
    "asb_calls": Known("call_date", beside=(("beat_code", "impact_areas", "beat_code"),)),
    "home_offences": _by_quarter("home_offence_date"),
    "appropriate_adults": _by_quarter("aa_request_date"),
    # specialist services
    "iss": _by_quarter("start_date", _end("end_date")),
    "resettlement": _by_quarter("released_date", _end("reoffended_date")),
    "transitions": Known(
        "eighteenth_birthday",
        (_end("order_end"), _end("transfer_referred"), _end("transferred_date", "accepted_by")),
        sent="by quarter",
        ahead=timedelta(days=182),
        beside=(("ypid", "persons", "ypid"),),
    ),
    "parenting": _by_quarter(
        "start_date",
        Later("start_date", {"parenting_completed": "", "parent_satisfied": ""}, timedelta(days=107)),
    ),
    "mappa": _by_quarter("start_date", _end("end_date")),
    "serious_incidents": _by_quarter("incident_date"),
    "exploitation": _by_quarter("start_date", _end("end_date"), _end("return_interview_done")),
    "supporting_families": _by_quarter("opened_date", _end("closed_date")),
    "risk_panels": _by_quarter("heard_date"),
    "child_to_parent_violence": _by_quarter("violence_identified", _end("violence_resolved")),
    # statutory work
    "victims": _by_quarter(
        "identified_date",
        _end("contacted_date"),
        _end("offered_date", "offered_types", victim_offered="No"),
        _end("engaged_date", "engaged_type", victim_engaged="No", progress_given="No"),
        _end("satisfaction_date", "satisfaction"),
    ),
    "reparation": _by_quarter("session_date"),
    "group_work": _by_quarter("session_date"),
    "volunteers": _by_quarter(
        "joined_date", _end("left_date"), _end("training_completed_date"), _end("accredited_date")
    ),
    "volunteer_hours": _by_quarter("volunteering_date"),
    "order_standards": _by_quarter("runs_from_date", _end("done_date")),
}
