"""Code lists of statutory work: victims, volunteers, national standards (measures.md C1; D11 section 8, objective 6).

The wording of codes and their usual spellings belong here; which column has which list is in
`schemas.fields_statutory`.
"""

from __future__ import annotations

from schemas.codelist import CodeList

VICTIM_TYPE = CodeList(
    "victim_type",
    "measures.md C1, C3 (corporate victims)",
    {
        "PERSON": "A person aged 18 or over",
        "YOUNG": "A child under 18",
        "CORPORATE": "A company, a shop, a school or another body",
    },
    synonyms={
        "Adult": "PERSON", "Individual": "PERSON", "Personal": "PERSON",
        "Child": "YOUNG", "Young person": "YOUNG", "Young victim": "YOUNG",
        "Corporate victim": "CORPORATE", "Business": "CORPORATE", "Organisation": "CORPORATE", "Company": "CORPORATE",
    },
)  # fmt: skip
VICTIM_ENGAGEMENT = CodeList(
    "victim_engagement",
    "Youth Justice Strategic Plan 2011-12, section 8, objective 6; measures.md C1",
    {
        "LETTER": "Received a letter of explanation",
        "PANEL": "Attended a referral order panel",
        "DIRECT_REPARATION": "Direct reparation",
        "INDIRECT_REPARATION": "Chose indirect reparation",
        "STATEMENT": "Gave a victim impact statement",
        "SHUTTLE_MEDIATION": "Shuttle mediation",
        "CONFERENCE": "Restorative justice conference",
    },
    synonyms={
        "Letter of explanation": "LETTER", "Letter of apology": "LETTER", "Panel attendance": "PANEL",
        "Direct": "DIRECT_REPARATION", "Indirect": "INDIRECT_REPARATION", "Victim statement": "STATEMENT",
        "Victim impact statement": "STATEMENT", "Shuttle": "SHUTTLE_MEDIATION", "Mediation": "SHUTTLE_MEDIATION",
        "RJ conference": "CONFERENCE", "Restorative conference": "CONFERENCE",
    },
)  # fmt: skip
VICTIM_SATISFACTION = CodeList(
    "victim_satisfaction",
    "measures.md C1; B6 (satisfied or very satisfied)",
    {
        "VERY_SATISFIED": "Very satisfied",
        "SATISFIED": "Satisfied",
        "DISSATISFIED": "Dissatisfied",
        "VERY_DISSATISFIED": "Very dissatisfied",
    },
    groups={
        **dict.fromkeys(("VERY_SATISFIED", "SATISFIED"), "satisfied"),
        **dict.fromkeys(("DISSATISFIED", "VERY_DISSATISFIED"), "dissatisfied"),
    },
    synonyms={"VS": "VERY_SATISFIED", "S": "SATISFIED", "D": "DISSATISFIED", "VD": "VERY_DISSATISFIED"},
)
VOLUNTEER_ROLE = CodeList(
    "volunteer_role",
    "measures.md C1; Youth Justice Strategic Plan 2011-12, section 6",
    {
        "PANEL": "Referral order panel",
        "MENTOR": "Mentoring",
        "APPROPRIATE_ADULT": "Appropriate adult",
        "REPARATION": "Supervising reparation",
        "OTHER": "Other",
    },
    synonyms={
        "Panel member": "PANEL", "Community panel member": "PANEL", "Mentor scheme": "MENTOR",
        "AA": "APPROPRIATE_ADULT", "Reparation supervisor": "REPARATION",
    },
)  # fmt: skip
NATIONAL_STANDARD = CodeList(
    "national_standard",
    "National Standards for Youth Justice Services, 2009 and 2013; measures.md C1",
    {
        "FIRST_PANEL": "First panel of a referral order",
        "FIRST_CONTACT": "First contact after sentence or release",
        "ASSESSMENT": "Assessment",
        "PLAN": "Plan of the intervention",
        "REVIEW": "Review of the plan",
        "HOME_VISIT": "Home visit",
        "BREACH_ACTION": "Return to court after a breach",
        "VICTIM_CONTACT": "Contact with the victim",
        "OTHER": "Other standard",
    },
    synonyms={
        "Initial panel": "FIRST_PANEL", "Initial panel meeting": "FIRST_PANEL", "Panel in time": "FIRST_PANEL",
        "Initial contact": "FIRST_CONTACT", "Asset": "ASSESSMENT", "Initial assessment": "ASSESSMENT",
        "Intervention plan": "PLAN", "Plan review": "REVIEW", "Breach": "BREACH_ACTION",
        "Victim contacted": "VICTIM_CONTACT",
    },
)  # fmt: skip

LISTS = (VICTIM_TYPE, VICTIM_ENGAGEMENT, VICTIM_SATISFACTION, VOLUNTEER_ROLE, NATIONAL_STANDARD)
