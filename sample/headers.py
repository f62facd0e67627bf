"""Headers as a case system's own reports print them, for the extracts that are exported that way.

Only headers belong here. The other extracts are written under their canonical names, as from the templates.
"""

from __future__ import annotations

_RUN = {"extract_date": "Date of Extract"}

RAISE: dict[str, dict[str, str]] = {
    "persons": {
        "ypid": "Young Person ID",
        "originating_yot_person_id": "Originating YOT ID",
        "pnc_number": "PNC Number",
        "surname": "Surname",
        "forename": "Forename",
        "date_of_birth": "DOB",
        "sex": "Gender",
        "ethnicity": "Ethnic Origin",
        "preferred_language": "First Language",
        "home_postcode": "Postcode",
        "district_code": "District",
        "home_authority": "Home LA",
        "locality": "Locality Team",
        "lac_flag": "LAC",
        "deleted": "Record Deleted",
        **_RUN,
    },
    "offences": {
        "offence_id": "Offence Ref",
        "ypid": "Young Person ID",
        "offence_date": "Date of Offence",
        "arrest_date": "Date of Arrest",
        "charge_date": "Date of Charge",
        "first_hearing_date": "Date of First Hearing",
        "cjs_code": "CJS Offence Code",
        "description": "Offence Description",
        "yjb_category": "YJB Offence Category",
        "seriousness": "Gravity Score",
        "knife": "Knife Flag",
        "offence_postcode": "Postcode of Offence",
        "age_at_arrest_or_offence": "Age at Offence",
        "age_at_first_hearing": "Age on First Hearing",
        "breach_of_programme_id": "Breach of Order ID",
        **_RUN,
    },
    "outcomes": {
        "outcome_id": "Outcome Ref",
        "offence_id": "Offence Ref",
        "outcome_date": "Date of Outcome",
        "outcome_end_date": "Disposal End Date",
        "cms_outcome": "Outcome Description",
        "legal_outcome": "Legal Outcome",
        "outcome_group": "Outcome Tier",
        "is_substantive": "Substantive",
        "main_or_other": "Main/Other",
        "residence_on_outcome": "Local or Other",
        "appeal_status": "Appeal Status",
        "sentencing_occasion_id": "Sentencing Occasion",
        "term_months": "Months",
        "requirements": "YRO Requirements",
        "ete_hours_on_outcome": "ETE Hours at Outcome",
        "care_status_on_outcome": "Care Status",
        **_RUN,
    },
    "interventions": {
        "programme_id": "Intervention ID",
        "ypid": "Young Person ID",
        "disposal_type": "Order Type",
        "cms_type": "Programme Type",
        "start_date": "Order Start Date",
        "end_date": "Actual End Date",
        "planned_end": "Expected End Date",
        "end_reason": "Closure Reason",
        "successfully_completed": "Completed Successfully",
        "residence_on_start": "Residence at Start",
        "residence_on_end": "Residence at End",
        "school_age_start": "School Age at Start",
        "school_age_end": "School Age at End",
        "case_manager": "Allocated Worker",
        "team": "Allocated Team",
        **_RUN,
    },
}


def header_of(extract: str, column: str) -> str:
    """The header a column is written under."""
    return RAISE.get(extract, {}).get(column, column)
