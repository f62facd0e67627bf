"""The fields of assessments, contacts, health referrals, special needs, care records and added bank holidays.

Only descriptions belong here: which extract has which field is in `schemas.raw` (measures.md C1). Health, care and
special needs of a child are special category data.
"""

from __future__ import annotations

from schemas.extract import Field

# -- assessments ---------------------------------------------------------------------------------------------------
ASSESSMENT_ID = Field("assessment_id", "id", "The case system's number for one assessment.", sensitivity="personal")
STAGE = Field("stage", "code", "Point of the order the assessment was made at.", code_list="assessment_stage")
ASSESSMENT_DATE = Field("assessment_date", "date", "Day the assessment was made.", sensitivity="personal")
COMPLETED_DATE = Field(
    "completed_date", "date", "Day the assessment was completed and signed off.", sensitivity="personal"
)
TOOL = Field("tool", "code", "Assessment tool that was used.", code_list="assessment_tool")
ASSET_SCORE = Field(
    "asset_score",
    "integer",
    "Asset score, static and dynamic together, 0 to 64; AssetPlus has none.",
    unit="points",
    sensitivity="special",
    minimum=0,
    maximum=64,
)
ROSH = Field("rosh", "code", "Risk of serious harm to others.", sensitivity="special", code_list="rosh")
SAFETY_WELLBEING = Field(
    "safety_wellbeing",
    "code",
    "Concern for the young person's own safety and wellbeing.",
    sensitivity="special",
    code_list="rosh",
)
SCALED_LEVEL = Field(
    "scaled_level",
    "code",
    "Level of supervision that the officer decided on (Scaled Approach).",
    sensitivity="special",
    code_list="scaled_level",
)
MAPPA_LEVEL = Field(
    "mappa_level",
    "integer",
    "Level of multi-agency public protection arrangements.",
    unit="level",
    sensitivity="special",
    minimum=1,
    maximum=3,
)
FAMILY_SCORE = Field(
    "family_score",
    "integer",
    "Score of Asset's section on family and personal relationships, 0 none to 4 very strong link with offending.",
    unit="points",
    sensitivity="special",
    minimum=0,
    maximum=4,
)

# -- contacts ------------------------------------------------------------------------------------------------------
CONTACT_ID = Field("contact_id", "id", "The case system's number for one contact.", sensitivity="personal")
CONTACT_DATE = Field("contact_date", "date", "Day of the contact.", sensitivity="personal")
CONTACT_TYPE = Field("contact_type", "code", "Kind of contact.", code_list="contact_type")
CONTACT_PLANNED = Field("contact_planned", "yes_no", "The contact was arranged beforehand.")
CONTACT_ATTENDED = Field(
    "contact_attended", "code", "Whether the young person came.", sensitivity="special", code_list="contact_attended"
)
LEVEL_ON_DATE = Field(
    "level_on_date",
    "code",
    "Level of supervision on the day of the contact, as the case system held it.",
    sensitivity="special",
    code_list="scaled_level",
)

# -- substance misuse and mental health ----------------------------------------------------------------------------
SM_REFERRAL_ID = Field(
    "sm_referral_id", "id", "The drug service's number for one substance misuse referral.", sensitivity="personal"
)
SCREENED_DATE = Field("screened_date", "date", "Day of the screening that found the need.", sensitivity="special")
SM_REFERRED_DATE = Field(
    "sm_referred_date", "date", "Day of the referral for a substance misuse assessment.", sensitivity="special"
)
SM_ASSESSED_DATE = Field(
    "sm_assessed_date", "date", "Day of the specialist substance misuse assessment.", sensitivity="special"
)
SM_OFFERED_DATE = Field("sm_offered_date", "date", "Day treatment was offered.", sensitivity="special")
SM_TREATMENT_START = Field("sm_treatment_start", "date", "First day of treatment.", sensitivity="special")
SM_TREATMENT_END = Field(
    "sm_treatment_end", "date", "Last day of treatment; empty while it goes on.", sensitivity="special"
)
SM_TREATMENT_TYPE = Field(
    "sm_treatment_type",
    "code",
    "Treatment that the assessment found to be needed.",
    sensitivity="special",
    code_list="sm_treatment_type",
)
SM_DECLINED = Field(
    "sm_declined", "yes_no", "The young person declined the assessment or the treatment.", sensitivity="special"
)
MH_REFERRAL_ID = Field(
    "mh_referral_id", "id", "The mental health service's number for one referral.", sensitivity="personal"
)
MH_REFERRED_DATE = Field(
    "mh_referred_date", "date", "Day of the referral to the mental health service.", sensitivity="special"
)
URGENCY = Field("urgency", "code", "How urgent the referral was.", sensitivity="special", code_list="urgency")
FIRST_SEEN_DATE = Field(
    "first_seen_date", "date", "Day the mental health service first saw the young person.", sensitivity="special"
)
MH_OFFERED_DATE = Field("mh_offered_date", "date", "Day treatment was offered.", sensitivity="special")
MH_TREATMENT_START = Field("mh_treatment_start", "date", "First day of treatment.", sensitivity="special")
MH_TREATMENT_END = Field(
    "mh_treatment_end", "date", "Last day of treatment; empty while it goes on.", sensitivity="special"
)
MH_TREATMENT_TYPE = Field(
    "mh_treatment_type",
    "code",
    "Kind of help that the mental health service gives.",
    sensitivity="special",
    code_list="mh_treatment_type",
)

# -- special needs and care ----------------------------------------------------------------------------------------
SEND_IDENTIFIED = Field(
    "send_identified",
    "yes_no",
    "Special educational needs, a disability or additional learning needs were identified.",
    sensitivity="special",
)
SEND_PLAN = Field("send_plan", "code", "Formal plan for the needs.", sensitivity="special", code_list="send_plan")
SEND_START = Field("send_start", "date", "First day of the record of needs.", sensitivity="special")
SEND_END = Field("send_end", "date", "Last day of it; empty while it stands.", sensitivity="special")
CARE_RECORD = Field(
    "care_record",
    "code",
    "Care status or support of children's services.",
    sensitivity="special",
    code_list="care_record",
)
CARE_START = Field("care_start", "date", "First day of the care status or support.", sensitivity="special")
CARE_END = Field("care_end", "date", "Last day of it; empty while it goes on.", sensitivity="special")

# -- working days --------------------------------------------------------------------------------------------------
HOLIDAY_DATE = Field("holiday_date", "date", "Day of a bank holiday of England and Wales that was added late.")
HOLIDAY_NAME = Field("holiday_name", "text", "Name of the bank holiday.")
