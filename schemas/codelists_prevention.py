"""Code lists of prevention and out-of-court work (measures.md B5 KPI 6, C1, C2; D11 section 8)."""

from __future__ import annotations

from schemas.codelist import CodeList

OOC_TYPE = CodeList(
    "ooc_type",
    "measures.md B5 (KPI 6), C1; reprimands and final warnings to April 2013 from B3",
    {
        "COMMUNITY_RESOLUTION": "Community resolution, or community restorative disposal",
        "REPRIMAND": "Reprimand (to April 2013)",
        "FINAL_WARNING": "Final warning (to April 2013)",
        "YOUTH_CAUTION": "Youth caution (from April 2013)",
        "YOUTH_CONDITIONAL_CAUTION": "Youth conditional caution (from April 2013)",
        "OUTCOME_20_21": "No further action, outcome 20 or 21",
        "OUTCOME_22": "No further action, outcome 22",
        "OUTCOME_22_DEFERRED": "Deferred prosecution, outcome 22",
    },
    # Outcome 22 is coded three ways in one export (C3).
    synonyms={
        "CRD": "COMMUNITY_RESOLUTION", "CR": "COMMUNITY_RESOLUTION",
        "Community resolution disposal": "COMMUNITY_RESOLUTION",
        "Police reprimand": "REPRIMAND", "FW": "FINAL_WARNING", "YC": "YOUTH_CAUTION",
        "YCC": "YOUTH_CONDITIONAL_CAUTION",
        "OC20": "OUTCOME_20_21", "OC21": "OUTCOME_20_21", "Outcome 20": "OUTCOME_20_21", "Outcome 21": "OUTCOME_20_21",
        "OC22": "OUTCOME_22", "22": "OUTCOME_22", "NFA outcome 22": "OUTCOME_22",
        "OC22D": "OUTCOME_22_DEFERRED", "Deferred prosecution": "OUTCOME_22_DEFERRED",
    },
)  # fmt: skip
CALL_SOURCE = CodeList(
    "call_source",
    "measures.md C1; D11 section 8 counts calls made to the police",
    {"POLICE": "The police", "COUNCIL": "The council", "HOUSING": "A housing provider", "OTHER": "Somebody else"},
    synonyms={"Police incident": "POLICE", "101": "POLICE", "999": "POLICE", "Landlord": "HOUSING"},
)
HOME_OFFENCE_KIND = CodeList(
    "home_offence_kind",
    "ours: what children's homes log",
    {
        "DAMAGE": "Criminal damage",
        "ASSAULT_ON_STAFF": "Assault on staff",
        "ASSAULT_ON_RESIDENT": "Assault on another resident",
        "THEFT": "Theft",
        "PUBLIC_ORDER": "Public order",
        "OTHER": "Other",
    },
    synonyms={"Criminal damage": "DAMAGE", "Assault staff": "ASSAULT_ON_STAFF", "Stealing": "THEFT"},
)
HOME_RESPONSE = CodeList(
    "home_response",
    "ours; D11 section 8 names restorative approaches",
    {
        "RESTORATIVE": "Settled restoratively in the home",
        "POLICE": "Reported to the police",
        "NONE": "No further step",
    },
    synonyms={"Restorative meeting": "RESTORATIVE", "RJ": "RESTORATIVE", "Police called": "POLICE"},
)
AA_PROVIDER = CodeList(
    "aa_provider",
    "D11 section 8: appropriate adult service, emergency duty team; measures.md C1 (volunteers)",
    {
        "VOLUNTEER": "Volunteer appropriate adult",
        "YOS": "Worker of the service",
        "EDT": "Emergency duty team",
        "PARENT": "Parent or carer",
        "OTHER": "Somebody else",
    },
    synonyms={
        "Emergency duty": "EDT",
        "Carer": "PARENT",
        "YOT worker": "YOS",
        "Appropriate adult service": "VOLUNTEER",
    },
)

LISTS = (OOC_TYPE, CALL_SOURCE, HOME_OFFENCE_KIND, HOME_RESPONSE, AA_PROVIDER)
