"""Made-up cells that break each rule of the specialist extracts, as `schemas.breaking` describes them."""

from __future__ import annotations

from collections.abc import Mapping

Cells = Mapping[str, object]

BREAKING: Mapping[str, tuple[Cells, ...]] = {
    # iss
    "YJ-X-4601": ({"start_date": "2014-06-05", "end_date": "2014-06-04"},),
    "YJ-X-4602": ({"start_date": "2015-01-06", "end_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-4603": ({"end_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-4604": ({"weekly_hours_planned": 25.0, "weekly_hours_delivered": 25.5},),
    "YJ-X-4690": ({}, {"iss_id": "K2"}, {"iss_id": "K3", "extract_date": "2015-01-04"}),
    # resettlement
    "YJ-X-4701": ({"released_date": "2015-01-06", "reoffended_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-4702": ({"released_date": "2014-06-02", "reoffended_date": "2014-06-01"},),
    "YJ-X-4703": ({"support_offered": False, "support_accepted": True},),
    "YJ-X-4704": ({"reoffended_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-4790": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
    # transitions
    "YJ-X-4801": ({"transfer_referred": "2014-06-03", "transferred_date": "2014-06-02"},),
    "YJ-X-4802": ({"transferred_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-4803": ({"transferred_date": "2014-06-02", "accepted_by": None},),
    "YJ-X-4890": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
    # parenting
    "YJ-X-4901": ({"start_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-4902": ({"sessions_planned": 6, "sessions_attended": 7},),
    "YJ-X-4903": ({"sessions_attended": 0, "parenting_completed": True},),
    "YJ-X-4990": ({}, {"parenting_id": "K2"}, {"parenting_id": "K3", "extract_date": "2015-01-04"}),
    # mappa
    "YJ-X-5001": ({"start_date": "2014-06-05", "end_date": "2014-06-04"},),
    "YJ-X-5002": ({"start_date": "2015-01-06", "end_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-5003": ({"end_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5090": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
    # serious incidents
    "YJ-X-5101": ({"incident_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5190": ({}, {"incident_id": "K2"}, {"incident_id": "K3", "extract_date": "2015-01-04"}),
    # exploitation
    "YJ-X-5201": ({"start_date": "2014-06-05", "end_date": "2014-06-04"},),
    "YJ-X-5202": ({"start_date": "2015-01-06", "end_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-5203": ({"end_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5204": ({"return_interview_done": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5205": ({"return_interview_due": None, "return_interview_done": "2014-06-02"},),
    "YJ-X-5290": ({}, {"exploitation_id": "K2"}, {"exploitation_id": "K3", "extract_date": "2015-01-04"}),
    # supporting families
    "YJ-X-5301": ({"opened_date": "2014-06-05", "closed_date": "2014-06-04"},),
    "YJ-X-5302": ({"opened_date": "2015-01-06", "closed_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-5303": ({"closed_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5390": ({}, {"family_case_id": "K2"}, {"family_case_id": "K3", "extract_date": "2015-01-04"}),
    # risk panels
    "YJ-X-5401": ({"heard_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5490": ({}, {"panel_case_id": "K2"}, {"panel_case_id": "K3", "extract_date": "2015-01-04"}),
    # child-to-parent violence
    "YJ-X-5501": ({"violence_identified": "2014-06-05", "violence_resolved": "2014-06-04"},),
    "YJ-X-5502": ({"violence_identified": "2015-01-06", "violence_resolved": None, "extract_date": "2015-01-05"},),
    "YJ-X-5503": ({"violence_resolved": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5590": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
}
