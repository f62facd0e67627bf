"""Made-up cells that break each rule of the prevention extracts, put into a good row (as in `schemas.breaking`)."""

from __future__ import annotations

from collections.abc import Mapping

BREAKING: Mapping[str, tuple[Mapping[str, object], ...]] = {
    # community restorative disposals
    "YJ-X-5601": ({"crd_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-5602": ({"crd_nth": None}, {"crd_id": "K2", "crd_nth": None}),
    "YJ-X-5603": (
        {"crd_nth": 1},
        {"crd_id": "K2", "crd_nth": 1, "crd_date": "2014-06-03"},
    ),
    "YJ-X-5604": ({"person_key": None},),
    "YJ-X-5605": ({"yisp_referral": True, "referred_to_yos": False},),
    "YJ-X-5690": (
        {"crd_nth": None},
        {"crd_id": "K2", "crd_date": "2014-06-03", "crd_nth": None},
        {"crd_id": "K3", "crd_date": "2014-06-04", "crd_nth": None, "extract_date": "2015-01-04"},
    ),
    # out-of-court disposals
    "YJ-X-5701": ({"ooc_start": "2014-06-05", "ooc_end": "2014-06-04"},),
    "YJ-X-5702": ({"ooc_date": "2015-01-06", "ooc_start": None, "ooc_end": None, "extract_date": "2015-01-05"},),
    "YJ-X-5703": ({"ooc_intervention": False, "ooc_completed": True},),
    "YJ-X-5704": ({"ooc_intervention": True, "ooc_completed": True, "ooc_end": None},),
    "YJ-X-5705": ({"ooc_type": "REPRIMAND"},),
    "YJ-X-5706": ({}, {"ooc_id": "K2"}),
    "YJ-X-5707": ({"ooc_date": "2014-06-02", "ooc_start": "2014-06-01"},),
    "YJ-X-5790": (
        {},
        {"ooc_id": "K2", "ypid": "Y2"},
        {"ooc_id": "K3", "ypid": "Y3", "extract_date": "2015-01-04"},
    ),
    # YISP
    "YJ-X-5801": ({"yisp_start": "2014-06-05", "yisp_end": "2014-06-04"},),
    "YJ-X-5802": ({"yisp_referral_date": "2014-06-02", "yisp_start": "2014-06-01"},),
    "YJ-X-5803": ({"yisp_start": "2015-01-06", "yisp_end": None, "extract_date": "2015-01-05"},),
    "YJ-X-5804": ({"yisp_start": None},),
    "YJ-X-5805": ({"onset_start": None},),
    "YJ-X-5806": (
        {"yisp_referral_date": "2015-01-06", "yisp_start": None, "yisp_end": None, "extract_date": "2015-01-05"},
    ),
    "YJ-X-5890": (
        {},
        {"yisp_referral_id": "K2"},
        {"yisp_referral_id": "K3", "extract_date": "2015-01-04"},
    ),
    # anti-social behaviour cases
    "YJ-X-5901": ({"asb_start": "2014-06-05", "asb_end": "2014-06-04", "abc_date": None},),
    "YJ-X-5902": ({"asb_start": "2015-01-06", "asb_end": None, "abc_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-5903": ({"asb_end": "2014-06-04", "abc_date": "2014-06-05"},),
    "YJ-X-5990": ({}, {"asb_case_id": "K2"}, {"asb_case_id": "K3", "extract_date": "2015-01-04"}),
    # IMPACT areas
    "YJ-X-6001": ({"impact_start": "2014-06-05", "impact_end": "2014-06-04"},),
    "YJ-X-6002": ({"impact_start": "2015-01-06", "impact_end": None, "extract_date": "2015-01-05"},),
    "YJ-X-6003": ({"impact_completed": True, "impact_end": None},),
    "YJ-X-6004": ({}, {"impact_area_id": "K2"}),
    "YJ-X-6005": ({"impact_start": "2014-01-04", "impact_end": None, "extract_date": "2015-01-05"},),
    "YJ-X-6006": ({"impact_end": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6090": (
        {},
        {"impact_area_id": "K2", "impact_area_name": "two"},
        {"impact_area_id": "K3", "impact_area_name": "three", "extract_date": "2015-01-04"},
    ),
    # IMPACT contacts
    "YJ-X-6101": ({"contact_count": 2, "known_count": 3},),
    "YJ-X-6102": ({"contact_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6190": (
        {},
        {"street_session_id": "K2"},
        {"street_session_id": "K3", "extract_date": "2015-01-04"},
    ),
    # calls about anti-social behaviour
    "YJ-X-6201": ({"call_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6202": ({}, {"call_id": "K2"}),
    "YJ-X-6203": ({"beat_code": None},),
    "YJ-X-6290": (
        {},
        {"call_id": "K2", "incident_no": "K2"},
        {"call_id": "K3", "incident_no": "K3", "extract_date": "2015-01-04"},
    ),
    # offences in children's homes
    "YJ-X-6301": ({"home_offence_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6302": ({"project_home": True}, {"home_offence_id": "K2", "project_home": False}),
    "YJ-X-6390": (
        {},
        {"home_offence_id": "K2"},
        {"home_offence_id": "K3", "extract_date": "2015-01-04"},
    ),
    # appropriate adults
    "YJ-X-6401": ({"aa_request_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-6402": ({"aa_attended": False, "aa_response_hours": 1.5},),
    "YJ-X-6403": ({"aa_attended": True, "aa_response_hours": None},),
    "YJ-X-6490": ({}, {"aa_request_id": "K2"}, {"aa_request_id": "K3", "extract_date": "2015-01-04"}),
}
