"""Code lists of the service itself: its staff, audits, Board, surveys and events.

Source: measures.md C1 and A1; the words are those of the plans where they have any.
"""

from __future__ import annotations

from schemas.codelist import CodeList

RESPONDENT_TYPE = CodeList(
    "respondent_type",
    "measures.md C1; D11 section 8, participation survey",
    {"Young person": "A young person the service works with", "Parent or carer": "A parent or carer of one"},
    synonyms={"YP": "Young person", "Child": "Young person", "Parent": "Parent or carer", "Carer": "Parent or carer"},
)
SURVEY_QUESTION = CodeList(
    "survey_question",
    "measures.md A1 SUR-01 to SUR-04, PRE-07, PRE-08",
    {
        "Work with the service": "What the work with the service was like: brilliant, good, all right, poor, bad",
        "Likely to offend": "How likely to offend or re-offend; the best answer is very unlikely, then not likely",
        "Treated fairly": "Whether treated fairly; the best answer is fairly, then quite fairly",
        "Child less likely to offend": "Whether the child is less likely to offend (asked of parents)",
        "Enjoyment of IMPACT": "How much IMPACT was enjoyed, out of ten",
        "Skills of IMPACT staff": "How good IMPACT staff were at engaging; the best answer is excellent, then good",
    },
    synonyms={
        "Overall rating of the work": "Work with the service",
        "Likelihood of offending": "Likely to offend",
        "Fairness": "Treated fairly",
        "IMPACT enjoyment": "Enjoyment of IMPACT",
        "IMPACT staff skills": "Skills of IMPACT staff",
    },
)
SURVEY_SCALE = CodeList(
    "survey_scale",
    "measures.md C3 (1-10 and 5-point scales in one column)",
    {"5-point": "1 to 5, 5 the best answer", "10-point": "1 to 10, 10 the best answer"},
    synonyms={
        "1-5": "5-point", "1 to 5": "5-point", "out of 5": "5-point", "5": "5-point", "five-point": "5-point",
        "1-10": "10-point", "1 to 10": "10-point", "out of 10": "10-point", "10": "10-point", "ten-point": "10-point",
    },
)  # fmt: skip
#: The scale a question was written on, which is taken where a row does not say.
USUAL_SCALE = {
    "Work with the service": "5-point",
    "Likely to offend": "5-point",
    "Treated fairly": "5-point",
    "Child less likely to offend": "5-point",
    "Enjoyment of IMPACT": "10-point",
    "Skills of IMPACT staff": "5-point",
}
STAFF_ROLE = CodeList(
    "staff_role",
    "D11 section 8, objective 5 (specialists) and section 6",
    {
        "Community psychiatric nurse": "Mental health specialist",
        "Parenting specialist": "Works with parents",
        "Health nurse": "Generic health nurse",
        "Substance misuse specialist": "Drugs and alcohol specialist",
        "Accommodation worker": "Finds and keeps homes",
        "Education worker": "Education, training and employment team",
        "Manager": "Head of service, team and project managers",
        "Case worker": "Holds cases",
        "Prevention worker": "Prevention and IMPACT",
        "Victim worker": "Works with victims",
        "Police officer": "Seconded police officer",
        "Probation officer": "Seconded probation officer",
        "Administrator": "Business support",
        "Other": "Any other role",
    },
    synonyms={"CPN": "Community psychiatric nurse", "Nurse": "Health nurse", "EET worker": "Education worker"},
)
AUDIT_GRADE = CodeList(
    "audit_grade",
    "measures.md A4 (quality assurance); the four grades inspectors use",
    {
        "Outstanding": "Outstanding",
        "Good": "Good",
        "Requires improvement": "Requires improvement",
        "Inadequate": "Inadequate",
    },
    synonyms={"RI": "Requires improvement", "Satisfactory": "Requires improvement", "Poor": "Inadequate"},
)
AUDIT_THEME = CodeList(
    "audit_theme",
    "measures.md A4; D15 section 7 priority 5",
    {
        "Assessment": "Quality of assessment",
        "Planning": "Quality of the plan",
        "Risk of harm": "Managing risk of serious harm",
        "Safety and vulnerability": "Managing vulnerability",
        "Contact": "National standards of contact",
        "Victims": "Work with victims",
        "Other": "Any other theme",
    },
    synonyms={"Vulnerability": "Safety and vulnerability", "ROSH": "Risk of harm", "Assessments": "Assessment"},
)
SENIORITY = CodeList(
    "seniority",
    "measures.md B5 KPI 8, C1",
    {"Senior": "Head of the partner, or somebody who decides for it", "Delegate": "Somebody sent instead"},
    synonyms={"Y": "Senior", "Yes": "Senior", "Deputy": "Delegate", "Substitute": "Delegate"},
)
EVENT_KIND = CodeList(
    "event_kind",
    "D11 section 8, objective 6",
    {
        "Open evening": "The service opens its doors",
        "Press item": "A story in the press, on the air or on the web",
        "Community group": "A talk to a community group",
        "Other": "Any other event",
    },
    synonyms={"Open day": "Open evening", "Press": "Press item", "Media": "Press item", "Press release": "Press item"},
)
MEDIUM = CodeList(
    "medium",
    "D11 section 8, objective 6 (news media)",
    {"Newspaper": "Newspaper", "Radio": "Radio", "Television": "Television", "Web": "Website or social media"},
    synonyms={"Paper": "Newspaper", "TV": "Television", "Online": "Web", "Website": "Web"},
)
COURSE = CodeList(
    "course",
    "D11 section 6, D15 section 7 priorities 4 and 8",
    {
        "AssetPlus": "AssetPlus assessment framework, three days for everybody",
        "Jigsaw": "Intervention strategies",
        "Safeguarding": "Safeguarding and vulnerability",
        "Restorative justice": "Restorative justice",
        "Legal highs": "New psychoactive substances",
        "Mental health": "Mental health",
        "Other": "Any other course",
    },
    synonyms={"Asset Plus": "AssetPlus", "Asset+": "AssetPlus", "RJ": "Restorative justice"},
)

LISTS = (
    RESPONDENT_TYPE, SURVEY_QUESTION, SURVEY_SCALE, STAFF_ROLE, AUDIT_GRADE, AUDIT_THEME, SENIORITY, EVENT_KIND,
    MEDIUM, COURSE,
)  # fmt: skip
