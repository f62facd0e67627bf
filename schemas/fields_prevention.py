"""The fields of prevention and out-of-court work: restorative disposals, YISP, the anti-social behaviour team, IMPACT.

Only descriptions belong here: which extract has which field is in `schemas.raw`. What tells of one child is personal or
special; a street-based session, an area of work and a call to the police are of nobody. Names follow measures.md C1.
"""

from __future__ import annotations

from schemas.extract import Field

# -- community restorative disposals -------------------------------------------------------------------------------
CRD_ID = Field("crd_id", "id", "The police's number for one community restorative disposal.", sensitivity="personal")
PERSON_KEY = Field(
    "person_key",
    "id",
    "The police's own key of a young person, who has no case-system number yet; tells a second disposal from a first.",
    sensitivity="personal",
)
CRD_DATE = Field("crd_date", "date", "Day the community restorative disposal was given.", sensitivity="special")
CRD_OFFENCE = Field(
    "crd_offence",
    "code",
    "Youth Justice Board category of the offence.",
    sensitivity="special",
    code_list="yjb_category",
)
CRD_NTH = Field(
    "crd_nth",
    "integer",
    "Which disposal of this young person it is, as the officer recorded it: 1 for the first.",
    unit="disposals so far",
    sensitivity="special",
    minimum=1,
    maximum=50,
)
REFERRED_TO_YOS = Field(
    "referred_to_yos", "yes_no", "The police referred the young person to the service.", sensitivity="special"
)
YISP_REFERRAL = Field(
    "yisp_referral", "yes_no", "The disposal led to a referral to the YISP (D11 section 8).", sensitivity="special"
)
OFFICER = Field("officer", "text", "Officer who gave the disposal.", sensitivity="personal")

# -- out-of-court disposals ----------------------------------------------------------------------------------------
OOC_ID = Field("ooc_id", "id", "Number of one out-of-court disposal.", sensitivity="personal")
OOC_TYPE = Field("ooc_type", "code", "Kind of out-of-court disposal.", sensitivity="special", code_list="ooc_type")
OOC_DATE = Field("ooc_date", "date", "Day the disposal was given.", sensitivity="special")
OOC_INTERVENTION = Field(
    "ooc_intervention", "yes_no", "The service worked with the young person on it.", sensitivity="special"
)
OOC_START = Field("ooc_start", "date", "First day of the service's programme.", sensitivity="special")
OOC_END = Field(
    "ooc_end", "date", "Last day of the service's programme; empty while it goes on.", sensitivity="special"
)
OOC_COMPLETED = Field("ooc_completed", "yes_no", "The programme was completed.", sensitivity="special")

# -- YISP and the anti-social behaviour team -----------------------------------------------------------------------
YISP_REFERRAL_ID = Field("yisp_referral_id", "id", "Number of one referral to the YISP.", sensitivity="personal")
YISP_REFERRAL_DATE = Field("yisp_referral_date", "date", "Day of the referral to the YISP.", sensitivity="special")
YISP_START = Field("yisp_start", "date", "First day of the work; empty where it never began.", sensitivity="special")
YISP_END = Field("yisp_end", "date", "Last day of the work; empty while it goes on.", sensitivity="special")
ONE_TO_ONE = Field(
    "one_to_one",
    "yes_no",
    "The work was one to one, not in a group; empty is read as one to one.",
    sensitivity="special",
)
ONSET_START = Field(
    "onset_start",
    "integer",
    "Score of the Onset assessment at the start; higher is more likely to offend.",
    unit="Onset points",
    sensitivity="special",
    minimum=0,
    maximum=64,
)
ONSET_END = Field(
    "onset_end",
    "integer",
    "Score of the Onset assessment at the end.",
    unit="Onset points",
    sensitivity="special",
    minimum=0,
    maximum=64,
)
OFFENDED_AFTER = Field(
    "offended_after", "yes_no", "The worker knows of an offence after the work began.", sensitivity="special"
)
ASB_CASE_ID = Field(
    "asb_case_id", "id", "Number of one case of the anti-social behaviour team.", sensitivity="personal"
)
ABC_DATE = Field("abc_date", "date", "Day an acceptable behaviour contract was signed.", sensitivity="special")
ASB_START = Field("asb_start", "date", "First day of the team's work.", sensitivity="special")
ASB_END = Field("asb_end", "date", "Last day of the team's work; empty while it goes on.", sensitivity="special")
REOFFENDED_AFTER = Field(
    "reoffended_after", "yes_no", "The worker knows of an offence after the work began.", sensitivity="special"
)

# -- IMPACT --------------------------------------------------------------------------------------------------------
IMPACT_AREA_ID = Field("impact_area_id", "id", "Number of one spell of IMPACT's work in an area.")
IMPACT_AREA_NAME = Field("impact_area_name", "text", "The area's name, as the team calls it.")
IMPACT_DISTRICT = Field(
    "district_code", "text", "GSS code of the district (or unitary authority) of the area.", pattern=r"[EWSNK]\d{8}"
)
BEAT_CODE = Field("beat_code", "id", "Police beat, by which calls and areas are matched.")
IMPACT_START = Field("impact_start", "date", "First day of IMPACT's work in the area.")
IMPACT_END = Field("impact_end", "date", "Last day of IMPACT's work in the area; empty while it goes on.")
IMPACT_COMPLETED = Field("impact_completed", "yes_no", "The work was completed, not broken off.")
BEAT_CHANGED_ON = Field(
    "beat_changed_on", "date", "Day on which the police redrew the beat: calls before and after are of unlike ground."
)
STREET_SESSION_ID = Field("street_session_id", "id", "Number of one street-based session of IMPACT.")
CONTACT_DATE = Field("contact_date", "date", "Day of the session.")
CONTACT_COUNT = Field(
    "contact_count",
    "integer",
    "Contacts with young people in the session: events, not people (T-36).",
    unit="contacts",
    minimum=0,
    maximum=1000,
)
KNOWN_COUNT = Field(
    "known_count",
    "integer",
    "Of the contacts, those with young people known to the service.",
    unit="contacts",
    minimum=0,
    maximum=1000,
)
CALL_ID = Field("call_id", "id", "The police's number for one call.")
INCIDENT_NO = Field(
    "incident_no", "id", "The police's number for the incident called about; several calls may share it."
)
CALL_DATE = Field("call_date", "date", "Day of the call.")
YOUTH_RELATED = Field("youth_related", "yes_no", "The call was about anti-social behaviour of young people.")
CALL_SOURCE = Field("call_source", "code", "Whom the caller turned to.", code_list="call_source")

# -- project children's homes, appropriate adults ------------------------------------------------------------------
HOME_OFFENCE_ID = Field("home_offence_id", "id", "Number of one offence in a children's home.", sensitivity="personal")
HOME_NAME = Field("home_name", "text", "The children's home, as the log calls it.", sensitivity="special")
PROJECT_HOME = Field(
    "project_home", "yes_no", "The home takes part in the restorative approaches project.", sensitivity="special"
)
HOME_OFFENCE_DATE = Field("home_offence_date", "date", "Day of the offence.", sensitivity="special")
HOME_OFFENCE_KIND = Field(
    "home_offence_kind", "code", "Kind of offence.", sensitivity="special", code_list="home_offence_kind"
)
HOME_RESPONSE = Field(
    "home_response", "code", "How the home dealt with the offence.", sensitivity="special", code_list="home_response"
)
AA_REQUEST_ID = Field("aa_request_id", "id", "Number of one request for an appropriate adult.", sensitivity="personal")
AA_REQUEST_DATE = Field("aa_request_date", "date", "Day of the request.", sensitivity="special")
AA_ATTENDED = Field("aa_attended", "yes_no", "An appropriate adult came.", sensitivity="special")
AA_RESPONSE_HOURS = Field(
    "aa_response_hours",
    "hours",
    "Hours from the request to the appropriate adult's arrival.",
    unit="hours",
    sensitivity="special",
    minimum=0,
    maximum=96,
)
AA_PROVIDER = Field("aa_provider", "code", "Who came.", sensitivity="special", code_list="aa_provider")
OVERNIGHT_REMAND = Field(
    "overnight_remand", "yes_no", "The young person was kept in police cells overnight.", sensitivity="special"
)
CUSTODY_SUITE = Field("custody_suite", "text", "Police station where the young person was held.")
