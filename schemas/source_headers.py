"""What each case system, and a spreadsheet kept by hand, calls the columns of the case extracts.

Only the words belong here, a line a column, in the order of `SYSTEMS`; `schemas.source_systems` puts them to use.

How far they can be trusted: the canonical names beside them are those of the YJB's case-level data model where it has
the column (measures.md C1). No vendor's manual was at hand. The words of CareWorks RAISE are those of the reports that
the sample imitates; those of ChildView and Core+ are the usual wording of such reports, checked against none; the last
are what officers are likely to write by themselves. A service whose export says something else adds its word to its
system's place: the tests then prove that it means one column only.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SYSTEMS = ("CareWorks RAISE", "ChildView", "Core+", "hand-kept")

Words = tuple[str, str, str, str]

_YPID: Words = ("Young Person ID", "Client ID", "Person ID", "YP No")
_RUN: Words = ("Date of Extract", "Report Run Date", "Extracted On", "As At Date")

SOURCE_HEADERS: Mapping[str, Mapping[str, Words]] = MappingProxyType(
    {
        "persons": {
            "ypid": _YPID,
            "originating_yot_person_id": (
                "Originating YOT ID",
                "Originating YOT Client ID",
                "Originating YOT Person ID",
                "Other YOT No",
            ),
            "pnc_number": ("PNC Number", "PNC ID", "PNC No", "PNC"),
            "surname": ("Surname", "Client Surname", "Last Name", "Surname"),
            "forename": ("Forename", "Client Forename", "First Name", "First Name"),
            "date_of_birth": ("DOB", "Date of Birth", "Birth Date", "D.O.B."),
            "sex": ("Gender", "Sex", "Gender", "M/F"),
            "ethnicity": ("Ethnic Origin", "Ethnicity (Self Defined)", "Ethnicity", "Ethnicity"),
            "ethnicity_group": ("Ethnic Group", "Ethnicity Group", "Ethnic Category", "Ethnic Group"),
            "preferred_language": ("First Language", "Preferred Language", "Main Language", "Language"),
            "home_postcode": ("Postcode", "Current Postcode", "Home Postcode", "Post Code"),
            "district_code": ("District", "District Code", "LAD Code", "District"),
            "home_authority": ("Home LA", "Home Local Authority", "Responsible Authority", "Home Council"),
            "locality": ("Locality Team", "Locality", "Locality Office", "Patch"),
            "lac_flag": ("LAC", "Looked After", "LAC Flag", "In Care"),
            "deleted": ("Record Deleted", "Deleted Flag", "Is Deleted", "Deleted?"),
            "extract_date": _RUN,
        },
        "offences": {
            "offence_id": ("Offence Ref", "Offence ID", "Offence Number", "Offence No"),
            "ypid": _YPID,
            "offence_date": ("Date of Offence", "Offence Date", "Offence Start Date", "Date Committed"),
            "arrest_date": ("Date of Arrest", "Arrest Date", "Date Arrested", "Arrested"),
            "charge_date": ("Date of Charge", "Charge Date", "Date Charged", "Charged"),
            "first_hearing_date": (
                "Date of First Hearing",
                "First Hearing Date",
                "First Court Date",
                "First Hearing",
            ),
            "cjs_code": ("CJS Offence Code", "CJS Code", "Offence Code", "CJS Code"),
            "description": ("Offence Description", "Offence Title", "Offence", "Offence"),
            "yjb_category": ("YJB Offence Category", "YJB Category", "Offence Category", "Type of Offence"),
            "seriousness": ("Gravity Score", "Seriousness", "YJB Gravity Factor", "Gravity"),
            "knife": ("Knife Flag", "Knife Crime", "Knife Related", "Knife?"),
            "offence_postcode": (
                "Postcode of Offence",
                "Offence Location Postcode",
                "Offence Postcode",
                "Where (Postcode)",
            ),
            "age_at_arrest_or_offence": (
                "Age at Offence",
                "Age at Arrest/Offence",
                "Age on Arrest or Offence",
                "Age When Arrested",
            ),
            "age_at_first_hearing": (
                "Age on First Hearing",
                "Age at First Hearing",
                "Age First Hearing",
                "Age at Court",
            ),
            "breach_of_programme_id": (
                "Breach of Order ID",
                "Breached Intervention ID",
                "Breach Programme ID",
                "Breach of Order No",
            ),
            "extract_date": _RUN,
        },
        "outcomes": {
            "outcome_id": ("Outcome Ref", "Outcome ID", "Outcome Number", "Outcome No"),
            "offence_id": ("Offence Ref", "Offence ID", "Offence Number", "Offence No"),
            "outcome_date": ("Date of Outcome", "Outcome Date", "Disposal Date", "Date Sentenced"),
            "outcome_end_date": ("Disposal End Date", "Outcome End Date", "Date Outcome Ended", "Ended On"),
            "cms_outcome": ("Outcome Description", "Outcome", "Outcome Text", "What the Court Said"),
            "legal_outcome": ("Legal Outcome", "Legal Outcome Type", "YJB Outcome", "Sentence"),
            "outcome_group": ("Outcome Tier", "Legal Outcome Group", "Disposal Group", "Tier"),
            "is_substantive": ("Substantive", "Substantive Outcome", "Is Substantive", "Substantive?"),
            "main_or_other": ("Main/Other", "Main or Other", "Primary/Other", "Main Outcome"),
            "residence_on_outcome": (
                "Local or Other",
                "Residence on Outcome Date",
                "Residence on Outcome",
                "Residence",
            ),
            "appeal_status": ("Appeal Status", "Outcome Appeal Status", "Appeal", "Appealed"),
            "sentencing_occasion_id": (
                "Sentencing Occasion",
                "Sentencing Occasion ID",
                "Occasion ID",
                "Court Occasion",
            ),
            "term_days": ("Days", "Term (Days)", "Length in Days", "No of Days"),
            "term_weeks": ("Weeks", "Term (Weeks)", "Length in Weeks", "No of Weeks"),
            "term_months": ("Months", "Term (Months)", "Length in Months", "No of Months"),
            "term_years": ("Years", "Term (Years)", "Length in Years", "No of Years"),
            "term_hours": ("Hours", "Term (Hours)", "Length in Hours", "No of Hours"),
            "requirements": ("YRO Requirements", "Requirements", "Order Requirements", "Requirements"),
            "ete_hours_on_outcome": (
                "ETE Hours at Outcome",
                "ETE Hours on Outcome",
                "ETE Hours",
                "ETE Hours",
            ),
            "care_status_on_outcome": (
                "Care Status",
                "Care Status at Outcome",
                "Care Status on Outcome",
                "Care Status",
            ),
            "extract_date": _RUN,
        },
        "hearings": {
            "hearing_id": ("Hearing Ref", "Hearing ID", "Court Hearing ID", "Hearing No"),
            "ypid": _YPID,
            "hearing_date": ("Date of Hearing", "Hearing Date", "Court Date", "Date in Court"),
            "court_name": ("Court", "Court Name", "Name of Court", "Which Court"),
            "court_type": ("Type of Court", "Court Type", "Court Type", "Kind of Court"),
            "remand_decision": ("Remand Outcome", "Remand Decision", "Bail or Remand Decision", "Bail/Remand"),
            "remand_proposal": (
                "Remand Proposed",
                "Remand Proposal",
                "Bail or Remand Proposal",
                "Proposed to Court",
            ),
            "psr_due": ("PSR Due Date", "Pre-Sentence Report Due", "PSR Due", "Report Due"),
            "psr_served": ("PSR Served Date", "Pre-Sentence Report Served", "PSR Served", "Report Served"),
            "extract_date": _RUN,
        },
        "remand_episodes": {
            "episode_id": ("Remand ID", "Remand Episode ID", "Episode Number", "Episode No"),
            "ypid": _YPID,
            "start_date": ("Remand Start Date", "Episode Start", "Remand Start", "Remanded On"),
            "end_date": ("Remand End Date", "Episode End", "Remand End", "Released On"),
            "remand_type": ("Type of Remand", "Remand Type", "Remand Status", "Kind of Remand"),
            "bail_package": ("Bail Programme", "Bail Package", "Bail Support Package", "Bail Support"),
            "secure": ("Secure Remand", "Secure", "Secure Flag", "Secure?"),
            "establishment": ("Secure Establishment", "Establishment", "Placement", "Where Held"),
            "nights": ("Nights in Remand", "Number of Nights", "Nights", "No of Nights"),
            "outcome_at_end": ("Outcome of Episode", "Outcome at End", "End Outcome", "How It Ended"),
            "extract_date": _RUN,
        },
        "interventions": {
            "programme_id": ("Intervention ID", "Intervention Programme ID", "Programme Number", "Order No"),
            "ypid": _YPID,
            "disposal_type": ("Order Type", "Intervention Type", "Type of Disposal", "Order"),
            "cms_type": ("Programme Type", "Intervention Description", "Programme Description", "Programme"),
            "start_date": ("Order Start Date", "Intervention Start Date", "Programme Start", "Started"),
            "end_date": ("Actual End Date", "Intervention End Date", "Programme End", "Finished"),
            "planned_end": ("Expected End Date", "Intervention Planned End", "Planned End Date", "Due to End"),
            "end_reason": ("Closure Reason", "Intervention End Reason", "Reason Ended", "Why Ended"),
            "successfully_completed": (
                "Completed Successfully",
                "Successfully Completed",
                "Successful",
                "Completed OK",
            ),
            "residence_on_start": (
                "Residence at Start",
                "Residence on Start",
                "Local or Other at Start",
                "Local at Start",
            ),
            "residence_on_end": ("Residence at End", "Residence on End", "Local or Other at End", "Local at End"),
            "accommodation_start": (
                "Accommodation at Start",
                "Accommodation Start",
                "Accommodation Suitability at Start",
                "Housing at Start",
            ),
            "accommodation_end": (
                "Accommodation at End",
                "Accommodation End",
                "Accommodation Suitability at End",
                "Housing at End",
            ),
            "ete_hours_start": ("ETE Hours at Start", "ETE Hours Start", "ETE Start Hours", "Hours at Start"),
            "ete_hours_end": ("ETE Hours at End", "ETE Hours End", "ETE End Hours", "Hours at End"),
            "school_age_start": (
                "School Age at Start",
                "Statutory School Age at Start",
                "School Age Start",
                "School Age at Start?",
            ),
            "school_age_end": (
                "School Age at End",
                "Statutory School Age at End",
                "School Age End",
                "School Age at End?",
            ),
            "case_manager": ("Allocated Worker", "Case Manager", "Supervising Officer", "Case Worker"),
            "team": ("Allocated Team", "Team", "Team Name", "Team"),
            "extract_date": _RUN,
        },
        "ete_status": {
            "ete_id": ("ETE Record ID", "ETE ID", "ETE Number", "ETE No"),
            "ypid": _YPID,
            "start_date": ("ETE Start Date", "Provision Start", "ETE Start", "Started"),
            "end_date": ("ETE End Date", "Provision End", "ETE End", "Finished"),
            "provision": ("ETE Type", "ETE Provision", "Provision Type", "Where Placed"),
            "suitability": ("ETE Suitability", "Suitability", "Suitable ETE", "Suitable?"),
            "hours_offered": ("ETE Hours Offered", "Hours Offered", "Offered Hours", "Hours on Offer"),
            "hours_attended": ("ETE Hours Attended", "Hours Attended", "Attended Hours", "Hours Done"),
            "extract_date": _RUN,
        },
        "accommodation": {
            "accommodation_id": ("Accommodation Record ID", "Residence ID", "Accommodation ID", "Address No"),
            "ypid": _YPID,
            "start_date": ("Accommodation Start Date", "Residence Start Date", "Start Date", "Moved In"),
            "end_date": ("Accommodation End Date", "Residence End Date", "End Date", "Moved Out"),
            "accommodation_type": (
                "Type of Accommodation",
                "Residence Type",
                "Accommodation Type",
                "Kind of Housing",
            ),
            "suitability": (
                "Accommodation Suitability",
                "Suitability",
                "Suitable Accommodation",
                "Suitable?",
            ),
            "extract_date": _RUN,
        },
    }
)
