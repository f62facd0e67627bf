"""Code lists of assessments, contacts, health referrals, special needs and care records (measures.md B5, B6, C1)."""

from __future__ import annotations

from schemas.codelist import CodeList
from schemas.codelists_case import CARE_STATUS

ASSESSMENT_STAGE = CodeList(
    "assessment_stage",
    "measures.md C1",
    {"start": "At the start", "review": "Review during the order", "end": "At the end"},
    synonyms={"Initial": "start", "Closure": "end", "Closing": "end", "Final": "end", "Reviewed": "review"},
)
ASSESSMENT_TOOL = CodeList(
    "assessment_tool",
    "measures.md C1",
    {
        "ASSET": "Asset, for young people on orders",
        "ONSET": "Onset, for prevention work",
        "ASSETPLUS": "AssetPlus, from 2015, without a score",
    },
    synonyms={"Core Asset": "ASSET", "Asset+": "ASSETPLUS"},
)
ROSH = CodeList(
    "rosh",
    "Youth Justice Board, Asset; measures.md C1",
    {"low": "Low", "medium": "Medium", "high": "High", "very high": "Very high"},
    synonyms={"L": "low", "M": "medium", "H": "high", "VH": "very high", "Med": "medium"},
)
SCALED_LEVEL = CodeList(
    "scaled_level",
    "Youth Justice Board, the Scaled Approach, 2009; measures.md B6",
    {"standard": "Standard", "enhanced": "Enhanced", "intensive": "Intensive"},
    synonyms={"S": "standard", "E": "enhanced", "I": "intensive"},
)
CONTACT_TYPE = CodeList(
    "contact_type",
    "case-management practice",
    {
        "OFFICE": "At the office",
        "HOME_VISIT": "Visit at home",
        "GROUP": "Group session",
        "REPARATION": "Reparation session",
        "SCHOOL_OR_WORK": "At school, training or work",
        "CUSTODY_VISIT": "Visit in custody",
        "PHONE": "By telephone",
        "OTHER": "Any other contact",
    },
    synonyms={"Home": "HOME_VISIT", "Telephone": "PHONE", "Groupwork": "GROUP", "Office visit": "OFFICE"},
)
CONTACT_ATTENDED = CodeList(
    "contact_attended",
    "National Standards for Youth Justice Services; measures.md C1",
    {
        "yes": "Attended",
        "no-acceptable": "Missed, with a reason that was accepted",
        "no-unacceptable": "Missed, without an acceptable reason",
    },
    synonyms={
        "Y": "yes", "Kept": "yes", "Acceptable absence": "no-acceptable", "AA": "no-acceptable",
        "Unacceptable absence": "no-unacceptable", "UA": "no-unacceptable", "DNA": "no-unacceptable",
    },
)  # fmt: skip
SM_TREATMENT_TYPE = CodeList(
    "sm_treatment_type",
    "Youth Justice Board key performance indicator 5; measures.md B5",
    {
        "TARGETED_INTERVENTION": "Targeted intervention",
        "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT": "Specialist substance misuse treatment",
        "COMPLEX_CARE": "Complex care",
        "NO_INTERVENTION": "No intervention needed",
    },
    synonyms={"Tier 2": "TARGETED_INTERVENTION", "Tier 3": "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT",
              "None": "NO_INTERVENTION", "Specialist treatment": "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT"},
)  # fmt: skip
MH_TREATMENT_TYPE = CodeList(
    "mh_treatment_type",
    "Youth Justice Board key performance indicator 4; measures.md B5",
    {
        "GETTING_ADVICE": "Getting advice",
        "GETTING_HELP": "Getting help",
        "GETTING_ADDITIONAL_HELP": "Getting more help",
        "GETTING_RISK_SUPPORT": "Getting risk support",
        "NO_INTERVENTION": "No intervention needed",
    },
    synonyms={"Advice": "GETTING_ADVICE", "Help": "GETTING_HELP", "None": "NO_INTERVENTION"},
)
URGENCY = CodeList(
    "urgency",
    "measures.md B6, C1",
    {"ACUTE": "Acute", "NON_ACUTE": "Not acute"},
    synonyms={"Urgent": "ACUTE", "Emergency": "ACUTE", "Routine": "NON_ACUTE", "Nonacute": "NON_ACUTE"},
)
SEND_PLAN = CodeList(
    "send_plan",
    "Children and Families Act 2014; measures.md C1",
    {"EHCP": "Education, health and care plan", "statement": "Statement of special needs", "none": "No formal plan"},
    synonyms={"EHC plan": "EHCP", "Statemented": "statement", "Statement of SEN": "statement", "No": "none",
              "School action": "none", "School action plus": "none", "SEN support": "none"},
)  # fmt: skip
CARE_RECORD = CodeList(
    "care_record",
    "Children Act 1989, grouped; Youth Justice Board key performance indicator 7; measures.md B5",
    {
        **CARE_STATUS.codes,
        "EARLY_HELP": "Early help",
        "EARLY_INTERVENTION_PLAN": "Early intervention plan",
    },
    groups={
        **dict.fromkeys(("LOOKED_AFTER_S20", "LOOKED_AFTER_S31", "LOOKED_AFTER_REMAND"), "looked after"),
        "CHILD_IN_NEED": "child in need",
        "CHILD_PROTECTION_PLAN": "child protection plan",
        "EARLY_HELP": "early help",
        "EARLY_INTERVENTION_PLAN": "early intervention plan",
    },
    synonyms={**CARE_STATUS.synonyms, "CIN": "CHILD_IN_NEED", "CP": "CHILD_PROTECTION_PLAN", "EH": "EARLY_HELP",
              "CPP": "CHILD_PROTECTION_PLAN", "EI plan": "EARLY_INTERVENTION_PLAN"},
)  # fmt: skip

LISTS: tuple[CodeList, ...] = (
    ASSESSMENT_STAGE,
    ASSESSMENT_TOOL,
    ROSH,
    SCALED_LEVEL,
    CONTACT_TYPE,
    CONTACT_ATTENDED,
    SM_TREATMENT_TYPE,
    MH_TREATMENT_TYPE,
    URGENCY,
    SEND_PLAN,
    CARE_RECORD,
)
