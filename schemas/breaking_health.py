"""Made-up cells that break each rule of assessments, contacts, health, special needs and care (`schemas.breaking`)."""

from __future__ import annotations

from collections.abc import Mapping

Cells = Mapping[str, object]

BREAKING: Mapping[str, tuple[Cells, ...]] = {
    # assessments: a score of 40 and low risk is intensive
    "YJ-X-3201": ({"assessment_date": "2015-01-06", "completed_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-3202": ({"assessment_date": "2014-06-02", "completed_date": "2014-06-01"},),
    "YJ-X-3203": ({"tool": "ASSET", "asset_score": None},),
    "YJ-X-3204": ({"asset_score": 40, "rosh": "low", "scaled_level": "enhanced"},),
    "YJ-X-3290": ({}, {"assessment_id": "K2"}, {"assessment_id": "K3", "extract_date": "2015-01-04"}),
    # contacts
    "YJ-X-3301": ({"contact_date": "2015-01-06", "contact_attended": "yes", "extract_date": "2015-01-05"},),
    "YJ-X-3302": ({"contact_date": "2014-06-02", "contact_attended": None},),
    "YJ-X-3390": ({}, {"contact_id": "K2"}, {"contact_id": "K3", "extract_date": "2015-01-04"}),
    # substance misuse
    "YJ-X-3401": (
        {
            "sm_referred_date": "2015-01-06",
            "sm_assessed_date": None,
            "sm_treatment_start": None,
            "sm_treatment_end": None,
            "extract_date": "2015-01-05",
        },
    ),
    "YJ-X-3402": ({"sm_referred_date": "2014-06-02", "sm_assessed_date": "2014-06-01"},),
    "YJ-X-3403": ({"sm_assessed_date": "2014-06-02", "sm_treatment_start": "2014-06-01"},),
    "YJ-X-3404": ({"sm_treatment_start": "2014-06-02", "sm_treatment_end": "2014-06-01"},),
    "YJ-X-3405": ({"sm_declined": True, "sm_treatment_start": "2014-06-02"},),
    "YJ-X-3406": (
        {
            "sm_assessed_date": "2015-01-06",
            "sm_treatment_start": None,
            "sm_treatment_end": None,
            "extract_date": "2015-01-05",
        },
    ),
    "YJ-X-3407": ({"sm_treatment_start": "2015-01-06", "sm_treatment_end": None, "extract_date": "2015-01-05"},),
    "YJ-X-3490": ({}, {"sm_referral_id": "K2"}, {"sm_referral_id": "K3", "extract_date": "2015-01-04"}),
    # mental health
    "YJ-X-3501": ({"mh_referred_date": "2015-01-06", "first_seen_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-3502": ({"mh_referred_date": "2014-06-02", "first_seen_date": "2014-06-01"},),
    "YJ-X-3503": ({"mh_treatment_start": "2014-06-02", "mh_treatment_end": "2014-06-01"},),
    "YJ-X-3504": ({"first_seen_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-3590": ({}, {"mh_referral_id": "K2"}, {"mh_referral_id": "K3", "extract_date": "2015-01-04"}),
    # special needs
    "YJ-X-3601": ({"send_start": "2014-06-02", "send_end": "2014-06-01"},),
    "YJ-X-3602": ({"send_identified": False, "send_plan": "EHCP"},),
    "YJ-X-3690": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
    # care
    "YJ-X-3701": ({"care_start": "2014-06-02", "care_end": "2014-06-01"},),
    "YJ-X-3702": ({"care_start": "2015-01-06", "care_end": None, "extract_date": "2015-01-05"},),
    "YJ-X-3790": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
    # bank holidays: a Saturday
    "YJ-X-3801": ({"holiday_date": "2011-12-24"},),
}
