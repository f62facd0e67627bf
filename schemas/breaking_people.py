"""Made-up cells that break each rule of surveys, staff, audits, Board meetings, unit costs and events.

One entry a rule, as in `schemas.breaking`.
"""

from __future__ import annotations

from collections.abc import Mapping

Cells = Mapping[str, object]

BREAKING: Mapping[str, tuple[Cells, ...]] = {
    # surveys: six of five
    "YJ-X-6501": ({"survey_scale": "5-point", "answer_score": 6},),
    "YJ-X-6502": ({"survey_scale": None, "answer_score": 4},),
    "YJ-X-6503": ({"survey_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6504": ({"question": "Child less likely to offend", "respondent_type": "Young person"},),
    "YJ-X-6590": ({}, {"response_id": "K2"}, {"response_id": "K3", "extract_date": "2015-01-04"}),
    # workforce
    "YJ-X-6601": ({"post_start": "2014-06-03", "post_end": "2014-06-02"},),
    "YJ-X-6602": ({"sex": "Female"}, {"sex": "Male", "post_id": "K2"}),
    "YJ-X-6603": ({"ethnicity": "A1"}, {"ethnicity": "W1", "post_id": "K2"}),
    "YJ-X-6690": ({}, {"post_id": "K2"}, {"post_id": "K3", "extract_date": "2015-01-04"}),
    # audits
    "YJ-X-6701": ({"audit_date": "2015-01-06", "action_due": None, "action_done": None, "extract_date": "2015-01-05"},),
    "YJ-X-6702": ({"audit_date": "2014-06-02", "action_done": "2014-06-01"},),
    "YJ-X-6703": ({"action_due": None, "action_done": "2014-06-03"},),
    "YJ-X-6704": ({"action_done": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6790": ({}, {"audit_id": "K2"}, {"audit_id": "K3", "extract_date": "2015-01-04"}),
    # the Board's meetings
    "YJ-X-6801": ({"meeting_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6802": ({"organisation": "Fire and Rescue Service"},),
    "YJ-X-6890": ({}, {"seat": "another"}, {"seat": "a third", "extract_date": "2015-01-04"}),
    # unit costs: 100 over 2 is 50
    "YJ-X-6901": ({"fy": "2014-16"},),
    "YJ-X-6902": ({"spend": 100.0, "disposals": 2, "cost_per_disposal": 51.0},),
    # events
    "YJ-X-7001": ({"event_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-7002": ({"event_kind": "Open evening", "attendance": None},),
    "YJ-X-7003": ({"event_kind": "Press item", "medium": None},),
    "YJ-X-7090": ({}, {"event_id": "K2"}, {"event_id": "K3", "extract_date": "2015-01-04"}),
    # training
    "YJ-X-7101": ({"training_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-7190": ({}, {"staff_id": "K2"}, {"staff_id": "K3", "extract_date": "2015-01-04"}),
}
