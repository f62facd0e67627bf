"""Code lists of specialist work; the names that resettlement projects have had stand here as one list (T-38)."""

from __future__ import annotations

from schemas.codelist import CodeList

ISS_TYPE = CodeList(
    "iss_type",
    "measures.md C1 (iss)",
    {"Bail": "Bail", "Youth rehabilitation order": "Youth rehabilitation order", "Licence": "Licence after custody"},
    synonyms={
        "Bail ISS": "Bail", "Bail ISSP": "Bail", "Bail with ISS": "Bail",
        "YRO": "Youth rehabilitation order", "YRO ISS": "Youth rehabilitation order",
        "YRO with ISS": "Youth rehabilitation order",
        "DTO": "Licence", "DTO licence": "Licence", "DTO ISS": "Licence",
    },
)  # fmt: skip
#: One project under four names (T-38): Integrated Resettlement Support (D11), IRIS "project on high-risk offenders"
#: (D15 section 7), "Integrated Resettlement and Intensive Support Project" (D15 section 6), and later papers'
#: "Integrated Rehabilitation and Intensive Support" (SRC-LCC19).
RESETTLEMENT_PROJECT = CodeList(
    "resettlement_project",
    "measures.md T-38",
    {
        "IRS": "Integrated Resettlement Support",
        "IRIS": "Integrated Resettlement and Intensive Support",
        "Consortium": "East Midlands resettlement consortium",
    },
    synonyms={
        "Integrated Resettlement Service": "IRS", "IRS project": "IRS", "Resettlement support": "IRS",
        "IRIS project": "IRIS", "Integrated Resettlement and Intensive Support Project": "IRIS",
        "Integrated Rehabilitation and Intensive Support": "IRIS", "High risk offenders project": "IRIS",
        "Project on high-risk offenders": "IRIS",
        "Resettlement consortium": "Consortium", "Regional consortium": "Consortium", "EM consortium": "Consortium",
    },
)  # fmt: skip
ADULT_SERVICE = CodeList(
    "adult_service",
    "measures.md C1 (transitions); probation trusts gave way to NPS and CRC on 1 June 2014",
    {
        "NPS": "National Probation Service",
        "CRC": "Community Rehabilitation Company",
        "Probation Trust": "Probation trust (to May 2014)",
    },
    synonyms={
        "National Probation": "NPS", "Probation service": "NPS", "Trust": "Probation Trust", "LRPT": "Probation Trust",
    },
)  # fmt: skip
PARENTING_TYPE = CodeList(
    "parenting_type",
    "measures.md C1 (parenting)",
    {
        "Prevention": "Beside a prevention programme",
        "Community order": "Beside a community order",
        "Custody": "Beside custody or licence",
        "Parenting order": "Under a parenting order",
    },
    synonyms={
        "Prevention programme": "Prevention", "YISP": "Prevention",
        "Community": "Community order", "Community penalty": "Community order",
        "DTO": "Custody", "PO": "Parenting order",
    },
)  # fmt: skip
INCIDENT_TYPE = CodeList(
    "incident_type",
    "Youth Justice Board, serious incidents procedures",
    {
        "Death": "Death of a young person",
        "Attempted suicide": "Attempted suicide",
        "Serious injury": "Serious injury to a young person",
        "Serious further offence": "Charge with a grave offence while supervised",
        "Victim of a grave offence": "A young person the victim of a grave offence",
        "Other": "Other",
    },
    synonyms={
        "Fatality": "Death", "Suicide attempt": "Attempted suicide", "SFO": "Serious further offence",
        "Further serious offence": "Serious further offence",
    },
)  # fmt: skip
INCIDENT_STATUS = CodeList(
    "incident_status",
    "Youth Justice Board, serious incidents procedures",
    {
        "Reported": "Reported",
        "Under review": "Local management report begun",
        "Reviewed": "Local management report completed",
        "Not a serious incident": "Found not to meet the definition",
    },
    synonyms={
        "Open": "Under review", "In progress": "Under review", "LMR completed": "Reviewed", "Closed": "Reviewed",
        "Completed": "Reviewed", "Did not meet criteria": "Not a serious incident", "No": "Not a serious incident",
    },
)  # fmt: skip
EXPLOITATION_CONCERN = CodeList(
    "exploitation_concern",
    "measures.md A1 CSE-01",
    {"Known": "Known victim", "Suspected": "Suspected victim"},
    synonyms={"Confirmed": "Known", "Known victim": "Known", "At risk": "Suspected", "Possible": "Suspected"},
)
FAMILY_PROGRAMME = CodeList(
    "family_programme",
    "Youth Justice Strategic Plan 2015-16, section 7",
    {"SLF": "Supporting Leicestershire Families", "Changing Lives": "Rutland Changing Lives"},
    synonyms={"Troubled Families": "SLF", "Changing Lives Rutland": "Changing Lives"},
)
PANEL_KIND = CodeList(
    "panel_kind",
    "Youth Justice Plan 2011/12, section 8",
    {
        "Deter young offender": "Deter young offender panel",
        "High risk of harm": "High-risk panel",
        "Vulnerability": "Safety and vulnerability panel",
    },
    synonyms={
        "DYO": "Deter young offender", "Deter": "Deter young offender", "High risk": "High risk of harm",
        "HRP": "High risk of harm", "Vulnerable": "Vulnerability",
    },
)  # fmt: skip
IDENTIFIED_BY = CodeList(
    "identified_by",
    "measures.md A1 PAR-03",
    {"Practitioner": "Practitioner", "Parent": "Parent or carer", "Police": "Police", "Other": "Other"},
    synonyms={"Case manager": "Practitioner", "Carer": "Parent", "Mother": "Parent", "Father": "Parent"},
)

LISTS = (
    ISS_TYPE, RESETTLEMENT_PROJECT, ADULT_SERVICE, PARENTING_TYPE, INCIDENT_TYPE, INCIDENT_STATUS,
    EXPLOITATION_CONCERN, FAMILY_PROGRAMME, PANEL_KIND, IDENTIFIED_BY,
)  # fmt: skip
