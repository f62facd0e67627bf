"""The fields of case-management extracts, each described once for the whole product.

Only descriptions belong here: which extract has which field is in `schemas.raw`. Published statistics, finance and
Board papers have their fields in `schemas.fields_published` and `schemas.fields_board`. Names, identifiers, dates of
birth and places of children are personal; offences, ethnicity, care, and what a court decided are special
(UK GDPR special category or criminal-offence data). Names and codes follow measures.md C1 and C2.
"""

from __future__ import annotations

from schemas.extract import Field

# -- who -----------------------------------------------------------------------------------------------------------
YPID = Field("ypid", "id", "The case system's own number for one young person.", sensitivity="personal")
ORIGINATING_YOT_PERSON_ID = Field(
    "originating_yot_person_id",
    "id",
    "The number by which the service that first worked with the young person knows them; tells the same child in two "
    "services apart from two children.",
    sensitivity="personal",
)
PNC_NUMBER = Field(
    "pnc_number",
    "text",
    "Police National Computer number, year/serial with check letter.",
    sensitivity="personal",
    pattern=r"\d{2}(\d{2})?/\d{1,7}[A-Z]",
)
SURNAME = Field("surname", "text", "The young person's family name.", sensitivity="personal")
FORENAME = Field("forename", "text", "The young person's given name.", sensitivity="personal")
DATE_OF_BIRTH = Field("date_of_birth", "date", "The young person's date of birth.", sensitivity="personal")
SEX = Field("sex", "code", "The young person's sex as recorded.", sensitivity="personal", code_list="sex")
ETHNICITY = Field(
    "ethnicity", "code", "Self-defined ethnicity, 18+1 code.", sensitivity="special", code_list="ethnicity"
)
ETHNICITY_GROUP = Field(
    "ethnicity_group",
    "code",
    "Ethnic group the ethnicity belongs to, as the Youth Justice Board groups them.",
    sensitivity="special",
    code_list="ethnicity_group",
)
PREFERRED_LANGUAGE = Field(
    "preferred_language", "text", "Language the young person prefers to use.", sensitivity="personal"
)
HOME_POSTCODE = Field("home_postcode", "text", "Postcode of the home address.", sensitivity="personal")
DISTRICT_CODE = Field(
    "district_code",
    "text",
    "GSS code of the district (or unitary authority) of the home address.",
    sensitivity="personal",
    pattern=r"[EWSNK]\d{8}",
)
HOME_AUTHORITY = Field(
    "home_authority",
    "code",
    "Authority the young person lives in: Leicestershire, Rutland, Leicester City or another.",
    sensitivity="personal",
    code_list="home_authority",
)
LOCALITY = Field("locality", "code", "Locality team of the home address.", sensitivity="personal", code_list="locality")
LAC_FLAG = Field("lac_flag", "yes_no", "Looked after by a local authority on the extract date.", sensitivity="special")
DELETED = Field("deleted", "yes_no", "The record was deleted in the case system and is only kept as a trace.")
EXTRACT_DATE = Field("extract_date", "date", "Day the extract was taken from the source system.")

# -- offences ------------------------------------------------------------------------------------------------------
OFFENCE_ID = Field("offence_id", "id", "The case system's number for one offence.", sensitivity="personal")
OFFENCE_DATE = Field("offence_date", "date", "Day the offence was committed.", sensitivity="special")
ARREST_DATE = Field("arrest_date", "date", "Day of arrest for the offence.", sensitivity="special")
CHARGE_DATE = Field("charge_date", "date", "Day of charge or summons.", sensitivity="special")
FIRST_HEARING_DATE = Field(
    "first_hearing_date", "date", "Day of the first court hearing of the offence.", sensitivity="special"
)
CJS_CODE = Field("cjs_code", "text", "Criminal justice system offence code.", sensitivity="special")
OFFENCE_DESCRIPTION = Field(
    "description", "text", "The offence in words, as the case system holds it.", sensitivity="special"
)
YJB_CATEGORY = Field(
    "yjb_category", "code", "Youth Justice Board offence category.", sensitivity="special", code_list="yjb_category"
)
SERIOUSNESS = Field(
    "seriousness",
    "integer",
    "Youth Justice Board gravity score of the offence, 1 least and 8 most serious.",
    unit="gravity score",
    sensitivity="special",
    minimum=1,
    maximum=8,
)
KNIFE = Field("knife", "yes_no", "A knife or bladed article was involved.", sensitivity="special")
OFFENCE_POSTCODE = Field("offence_postcode", "text", "Postcode where the offence was committed.", sensitivity="special")
AGE_AT_ARREST_OR_OFFENCE = Field(
    "age_at_arrest_or_offence",
    "integer",
    "Age on the day of arrest, or of the offence where no arrest is recorded, as the case system counts it (B3).",
    unit="years",
    sensitivity="personal",
    minimum=0,
    maximum=120,
)
AGE_AT_FIRST_HEARING = Field(
    "age_at_first_hearing",
    "integer",
    "Age on the day of the first hearing, as the case system counts it (B3).",
    unit="years",
    sensitivity="personal",
    minimum=0,
    maximum=120,
)
BREACH_OF_PROGRAMME_ID = Field(
    "breach_of_programme_id", "id", "The programme that this offence is a breach of.", sensitivity="special"
)

# -- outcomes ------------------------------------------------------------------------------------------------------
OUTCOME_ID = Field("outcome_id", "id", "The case system's number for one outcome.", sensitivity="personal")
OUTCOME_DATE = Field("outcome_date", "date", "Day the outcome was given.", sensitivity="special")
OUTCOME_END_DATE = Field("outcome_end_date", "date", "Day the outcome ended.", sensitivity="special")
CMS_OUTCOME = Field(
    "cms_outcome", "text", "The outcome in the case system's own words, kept to resolve codes.", sensitivity="special"
)
LEGAL_OUTCOME = Field("legal_outcome", "code", "The outcome in law.", sensitivity="special", code_list="legal_outcome")
OUTCOME_GROUP = Field(
    "outcome_group",
    "code",
    "Group the legal outcome belongs to (B3).",
    sensitivity="special",
    code_list="outcome_group",
)
IS_SUBSTANTIVE = Field(
    "is_substantive",
    "yes_no",
    "A caution (earlier: reprimand, final warning) or a conviction, which can make a first-time entrant.",
    sensitivity="special",
)
MAIN_OR_OTHER = Field(
    "main_or_other",
    "code",
    "Whether this is the main outcome of its occasion or a lesser one beside it.",
    sensitivity="special",
    code_list="main_or_other",
)
RESIDENCE_ON_OUTCOME = Field(
    "residence_on_outcome",
    "code",
    "Whether the young person lived in the service's area on the outcome date (B3, step 8).",
    sensitivity="special",
    code_list="residence",
)
APPEAL_STATUS = Field(
    "appeal_status",
    "code",
    "What became of an appeal; empty where there was none.",
    sensitivity="special",
    code_list="appeal_status",
)
SENTENCING_OCCASION_ID = Field(
    "sentencing_occasion_id",
    "id",
    "The occasion in court on which several outcomes were given together.",
    sensitivity="special",
)
TERM_DAYS = Field("term_days", "integer", "Days of the term.", "days", "special", minimum=0, maximum=3660)
TERM_WEEKS = Field("term_weeks", "integer", "Weeks of the term.", "weeks", "special", minimum=0, maximum=522)
TERM_MONTHS = Field("term_months", "integer", "Months of the term.", "months", "special", minimum=0, maximum=360)
TERM_YEARS = Field("term_years", "integer", "Years of the term.", "years", "special", minimum=0, maximum=99)
TERM_HOURS = Field("term_hours", "hours", "Hours of the term.", "hours", "special", minimum=0, maximum=500)
REQUIREMENTS = Field("requirements", "text", "Requirements of the order, divided by semicolons.", sensitivity="special")
ETE_HOURS_ON_OUTCOME = Field(
    "ete_hours_on_outcome",
    "hours",
    "Hours of education, training or employment a week on the outcome date.",
    "hours a week",
    "special",
    minimum=0,
    maximum=80,
)
CARE_STATUS_ON_OUTCOME = Field(
    "care_status_on_outcome",
    "code",
    "Care status on the outcome date.",
    sensitivity="special",
    code_list="care_status",
)

# -- hearings and remand -------------------------------------------------------------------------------------------
HEARING_ID = Field("hearing_id", "id", "The case system's number for one hearing.", sensitivity="personal")
HEARING_DATE = Field("hearing_date", "date", "Day of the hearing.", sensitivity="special")
COURT_NAME = Field("court_name", "text", "Court that sat.", sensitivity="special")
COURT_TYPE = Field("court_type", "code", "Kind of court.", sensitivity="special", code_list="court_type")
REMAND_DECISION = Field(
    "remand_decision",
    "code",
    "What the court decided on bail or remand.",
    sensitivity="special",
    code_list="remand_type",
)
REMAND_PROPOSAL = Field(
    "remand_proposal",
    "code",
    "What the service proposed on bail or remand.",
    sensitivity="special",
    code_list="remand_type",
)
PSR_DUE = Field("psr_due", "date", "Day a pre-sentence report was due.", sensitivity="special")
PSR_SERVED = Field("psr_served", "date", "Day a pre-sentence report was served.", sensitivity="special")
EPISODE_ID = Field("episode_id", "id", "Number of one remand episode.", sensitivity="personal")
START_DATE = Field("start_date", "date", "First day.", sensitivity="special")
END_DATE = Field("end_date", "date", "Last day; empty while it goes on.", sensitivity="special")
REMAND_TYPE = Field(
    "remand_type", "code", "Kind of bail or remand (B4).", sensitivity="special", code_list="remand_type"
)
BAIL_PACKAGE = Field(
    "bail_package",
    "code",
    "Programme offered to the court beside bail.",
    sensitivity="special",
    code_list="bail_package",
)
SECURE = Field("secure", "yes_no", "The young person was held in secure accommodation.", sensitivity="special")
ESTABLISHMENT = Field("establishment", "text", "Secure establishment.", sensitivity="special")
NIGHTS = Field("nights", "integer", "Nights of the episode.", "nights", "special", minimum=0, maximum=2000)
OUTCOME_AT_END = Field(
    "outcome_at_end", "text", "What the case ended in, in the case system's words.", sensitivity="special"
)

# -- orders, education, homes --------------------------------------------------------------------------------------
PROGRAMME_ID = Field(
    "programme_id", "id", "The case system's number for one order or programme.", sensitivity="personal"
)
DISPOSAL_TYPE = Field(
    "disposal_type",
    "code",
    "Disposal or agreement the programme was made under.",
    sensitivity="special",
    code_list="disposal_type",
)
CMS_TYPE = Field("cms_type", "text", "The programme's type in the case system's own words.", sensitivity="special")
PLANNED_END = Field("planned_end", "date", "Day the programme was planned to end.", sensitivity="special")
END_REASON = Field("end_reason", "code", "Why the programme ended.", sensitivity="special", code_list="end_reason")
SUCCESSFULLY_COMPLETED = Field(
    "successfully_completed", "yes_no", "The programme was completed successfully.", sensitivity="special"
)
RESIDENCE_ON_START = Field(
    "residence_on_start",
    "code",
    "Whether the young person lived in the service's area on the first day.",
    sensitivity="special",
    code_list="residence",
)
RESIDENCE_ON_END = Field(
    "residence_on_end",
    "code",
    "Whether the young person lived in the service's area on the last day.",
    sensitivity="special",
    code_list="residence",
)
ACCOMMODATION_START = Field(
    "accommodation_start",
    "code",
    "Where the young person lived on the first day.",
    sensitivity="special",
    code_list="accommodation_type",
)
ACCOMMODATION_END = Field(
    "accommodation_end",
    "code",
    "Where the young person lived on the last day.",
    sensitivity="special",
    code_list="accommodation_type",
)
ETE_HOURS_START = Field(
    "ete_hours_start",
    "hours",
    "Hours of education, training or employment a week on the first day.",
    "hours a week",
    "special",
    minimum=0,
    maximum=80,
)
ETE_HOURS_END = Field(
    "ete_hours_end",
    "hours",
    "Hours of education, training or employment a week on the last day.",
    "hours a week",
    "special",
    minimum=0,
    maximum=80,
)
SCHOOL_AGE_START = Field(
    "school_age_start", "yes_no", "Of statutory school age on the first day.", sensitivity="personal"
)
SCHOOL_AGE_END = Field("school_age_end", "yes_no", "Of statutory school age on the last day.", sensitivity="personal")
CASE_MANAGER = Field("case_manager", "text", "Worker who held the case.", sensitivity="personal")
TEAM = Field("team", "text", "Team that held the case.")
ETE_ID = Field("ete_id", "id", "Number of one education, training or employment record.", sensitivity="personal")
PROVISION = Field(
    "provision",
    "code",
    "Kind of education, training or employment.",
    sensitivity="special",
    code_list="ete_provision",
)
SUITABILITY = Field(
    "suitability", "code", "Whether it was judged suitable.", sensitivity="special", code_list="suitability"
)
HOURS_OFFERED = Field(
    "hours_offered", "hours", "Hours a week offered.", "hours a week", "special", minimum=0, maximum=80
)
HOURS_ATTENDED = Field(
    "hours_attended", "hours", "Hours a week attended.", "hours a week", "special", minimum=0, maximum=80
)
ACCOMMODATION_ID = Field("accommodation_id", "id", "Number of one accommodation record.", sensitivity="personal")
ACCOMMODATION_TYPE = Field(
    "accommodation_type",
    "code",
    "Kind of accommodation.",
    sensitivity="special",
    code_list="accommodation_type",
)
