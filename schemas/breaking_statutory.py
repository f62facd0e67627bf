"""Cells that break each rule of the extracts of statutory work; how they are used is said in `schemas.breaking`."""

from __future__ import annotations

from collections.abc import Mapping

_LATE = {"extract_date": "2015-01-05"}
_VICTIM = {"consent_contact": True, "victim_offered": True, "victim_engaged": True}

BREAKING: Mapping[str, tuple[Mapping[str, object], ...]] = {
    # victims
    "YJ-X-3901": ({**_VICTIM, "offered_date": "2014-06-03", "engaged_date": "2014-06-02"},),
    "YJ-X-3902": ({"consent_contact": True, "victim_offered": None, "victim_engaged": True},),
    "YJ-X-3903": ({"consent_contact": False, "victim_offered": True},),
    "YJ-X-3904": ({"victim_engaged": False, "satisfaction": "SATISFIED"},),
    "YJ-X-3905": ({"consent_contact": None},),
    "YJ-X-3906": ({"identified_date": "2015-01-06", **_LATE},),
    "YJ-X-3907": ({}, {"offence_id": "K2", "identified_date": "2014-06-03"}),
    "YJ-X-3908": ({}, {"offence_id": "K2", "victim_type": "CORPORATE"}),
    "YJ-X-3990": ({}, {"victim_id": "K2"}, {"victim_id": "K3", "extract_date": "2015-01-04"}),
    # reparation
    "YJ-X-4001": ({"session_date": "2015-01-06", **_LATE},),
    "YJ-X-4002": ({"reparation_hours": 12.5},),
    "YJ-X-4090": (
        {},
        {"reparation_session_id": "K2"},
        {"reparation_session_id": "K3", "extract_date": "2015-01-04"},
    ),
    # group work
    "YJ-X-4101": ({"session_date": "2015-01-06", **_LATE},),
    "YJ-X-4102": ({"attended": False, "programme_completed": True},),
    "YJ-X-4190": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
    # volunteers
    "YJ-X-4201": ({"joined_date": "2014-06-05", "left_date": "2014-06-04"},),
    "YJ-X-4202": (
        {"date_of_birth": "1970-05-05"},
        {"volunteer_id": "K2", "date_of_birth": "1970-05-05", "earlier_volunteer_id": None},
    ),
    "YJ-X-4203": ({"volunteer_id": "K2", "earlier_volunteer_id": "K2"},),
    "YJ-X-4204": ({"joined_date": "2015-01-06", "left_date": None, **_LATE},),
    "YJ-X-4290": (
        {"date_of_birth": None},
        {"date_of_birth": None, "volunteer_id": "K2"},
        {"date_of_birth": None, "volunteer_id": "K3", "extract_date": "2015-01-04"},
    ),
    # volunteer hours
    "YJ-X-4301": ({"volunteer_role": "PANEL", "panel_id": None},),
    "YJ-X-4302": ({"volunteering_date": "2015-01-06", **_LATE},),
    "YJ-X-4303": ({"volunteer_hours_given": 12.5},),
    "YJ-X-4390": ({}, {"volunteer_id": "K2"}, {"volunteer_id": "K3", "extract_date": "2015-01-04"}),
    # national standards of orders
    "YJ-X-4401": ({"runs_from_date": "2014-06-02", "done_date": "2014-06-01", "due_date": "2014-06-30"},),
    "YJ-X-4402": ({"standard": "FIRST_PANEL", "runs_from_date": None},),
    "YJ-X-4403": ({"runs_from_date": "2014-06-02", "due_date": "2014-06-01", "done_date": None},),
    "YJ-X-4404": ({"done_date": "2015-01-06", **_LATE},),
    "YJ-X-4490": ({}, {"programme_id": "K2"}, {"programme_id": "K3", "extract_date": "2015-01-04"}),
}
