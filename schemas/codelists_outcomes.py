"""Code lists of outcomes and orders: what the police or a court decided, and what the service works under.

Source: measures.md B3 to B5 and C2; the orders of 2009-13 are added from the seeds and SRC-ETE10.
"""

from __future__ import annotations

from datetime import date

from schemas.codelist import CodeList

_DIVERSION = {
    "COMMUNITY_RESOLUTION": "Community resolution (or community resolution disposal)",
    "COMMUNITY_RESOLUTION_WITH_INTERVENTION": "Community resolution with intervention",
    "OTHER_INFORMAL_ACTION": "Other informal action",
    "OTHER_INFORMAL_ACTION_WITH_INTERVENTION": "Other informal action with intervention",
    "PENALTY_NOTICE_FOR_DISORDER": "Penalty notice for disorder",
    "NO_FURTHER_ACTION": "No further action",
    "NO_FURTHER_ACTION_OUTCOME_20_21": "No further action, outcome 20 or 21",
    "NO_FURTHER_ACTION_OUTCOME_22": "No further action, outcome 22",
    "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED": "Deferred prosecution, outcome 22",
}
_PRE_COURT = {
    "REPRIMAND": "Reprimand (to April 2013)",
    "FINAL_WARNING": "Final warning (to April 2013)",
    "FINAL_WARNING_WITH_INTERVENTION": "Final warning with intervention (to April 2013)",
    "FINAL_WARNING_WITHOUT_INTERVENTION": "Final warning without intervention (to April 2013)",
    "YOUTH_CAUTION": "Youth caution (from April 2013)",
    "YOUTH_CAUTION_WITH_INTERVENTION": "Youth caution with intervention (from April 2013)",
    "YOUTH_CONDITIONAL_CAUTION": "Youth conditional caution (from April 2013)",
}
_FIRST_TIER = {
    "ABSOLUTE_DISCHARGE": "Absolute discharge",
    "CONDITIONAL_DISCHARGE": "Conditional discharge",
    "DISCHARGE": "Discharge, kind not recorded",
    "BIND_OVER": "Bind over",
    "FINE": "Fine",
    "COMPENSATION_ORDER": "Compensation order",
    "SENTENCE_DEFERRED": "Sentence deferred",
    "REFERRAL_ORDER": "Referral order",
    "REPARATION_ORDER": "Reparation order",
}
_COMMUNITY = {
    "ACTION_PLAN_ORDER": "Action plan order (offences to November 2009)",
    "ATTENDANCE_CENTRE": "Attendance centre order (offences to November 2009)",
    "SUPERVISION_ORDER": "Supervision order (offences to November 2009)",
    "CRO": "Community rehabilitation order (offences to November 2009)",
    "CPO": "Community punishment order (offences to November 2009)",
    "CPRO": "Community punishment and rehabilitation order (offences to November 2009)",
    "DTTO": "Drug treatment and testing order (offences to November 2009)",
    "CURFEW": "Curfew order (offences to November 2009)",
    "YOUTH_REHABILITATION_ORDER": "Youth rehabilitation order (offences from 30 November 2009)",
}
_CUSTODY = {
    "DETENTION_AND_TRAINING_ORDER": "Detention and training order",
    "SECTION_90_91_DETENTION": "Detention under section 90 or 91",
    "SECTION_90_92_DETENTION": "Detention under section 90 or 92",
    "SECTION_226_B": "Extended sentence under section 226B",
    "SECTION_226_LIFE": "Detention for life under section 226",
    "SECTION_250": "Detention under section 250 of the Sentencing Code",
    "SECTION_254": "Extended sentence under section 254 of the Sentencing Code",
    "SECTION_259": "Detention at His Majesty's pleasure, section 259 of the Sentencing Code",
}
_UNGROUPED = {"NOT_KNOWN": "Not known", "OTHER": "Other"}
_PREVENTION = {
    "YISP": "Youth inclusion and support panel",
    "ACCEPTABLE_BEHAVIOUR_CONTRACT": "Acceptable behaviour contract",
    "ANTISOCIAL_BEHAVIOUR_SUPPORT": "Work with the anti-social behaviour team",
    "IMPACT": "IMPACT street-based programme",
    "PREVENTION_PROGRAMME": "Other prevention programme",
}
_BAIL = {
    "BAIL_SUPPORT": "Bail support programme",
    "BAIL_WITH_ISS": "Bail with intensive supervision and surveillance",
    "REMAND_SUPERVISION": "Supervision while on remand",
}
_SPELLINGS = {
    "CRD": "COMMUNITY_RESOLUTION", "Community resolution": "COMMUNITY_RESOLUTION",
    "Community resolution disposal": "COMMUNITY_RESOLUTION", "PND": "PENALTY_NOTICE_FOR_DISORDER",
    "NFA": "NO_FURTHER_ACTION",
    "Outcome 20": "NO_FURTHER_ACTION_OUTCOME_20_21", "Outcome 21": "NO_FURTHER_ACTION_OUTCOME_20_21",
    "Outcome 22": "NO_FURTHER_ACTION_OUTCOME_22", "OC22": "NO_FURTHER_ACTION_OUTCOME_22",
    "No further action outcome 22": "NO_FURTHER_ACTION_OUTCOME_22",
    "Police reprimand": "REPRIMAND", "Final warning": "FINAL_WARNING",
    "Final warning + intervention": "FINAL_WARNING_WITH_INTERVENTION",
    "Youth caution": "YOUTH_CAUTION", "YC": "YOUTH_CAUTION",
    "Youth conditional caution": "YOUTH_CONDITIONAL_CAUTION", "YCC": "YOUTH_CONDITIONAL_CAUTION",
    "Bound over": "BIND_OVER", "Compensation": "COMPENSATION_ORDER", "Deferred sentence": "SENTENCE_DEFERRED",
    "RO": "REFERRAL_ORDER", "Reparation": "REPARATION_ORDER",
    "Action plan": "ACTION_PLAN_ORDER", "APO": "ACTION_PLAN_ORDER",
    "Attendance centre order": "ATTENDANCE_CENTRE", "Supervision": "SUPERVISION_ORDER",
    "Community rehabilitation order": "CRO", "Community punishment order": "CPO",
    "Community punishment and rehabilitation order": "CPRO", "Drug treatment and testing order": "DTTO",
    "Curfew order": "CURFEW", "YRO": "YOUTH_REHABILITATION_ORDER",
    "DTO": "DETENTION_AND_TRAINING_ORDER", "Section 90/91": "SECTION_90_91_DETENTION",
    "Section 91": "SECTION_90_91_DETENTION", "S91": "SECTION_90_91_DETENTION", "S90": "SECTION_90_91_DETENTION",
    "Section 90/92": "SECTION_90_92_DETENTION", "Section 226B": "SECTION_226_B", "Section 226": "SECTION_226_LIFE",
    "Unknown": "NOT_KNOWN",
}  # fmt: skip
_GROUPS = {
    **dict.fromkeys(_DIVERSION, "Diversion"),
    **dict.fromkeys(_PRE_COURT, "Pre-Court"),
    **dict.fromkeys(_FIRST_TIER, "First-tier"),
    **dict.fromkeys(_COMMUNITY, "Community"),
    **dict.fromkeys(_CUSTODY, "Custody"),
}

OUTCOME_GROUP = CodeList(
    "outcome_group",
    "measures.md B3, C2",
    {
        "Diversion": "Dealt with informally; never makes a first-time entrant",
        "Pre-Court": "Reprimand, final warning, youth caution, youth conditional caution",
        "First-tier": "Discharge, fine, referral order, reparation order and the like",
        "Community": "Community sentence",
        "Custody": "Custodial sentence",
    },
    synonyms={
        "Precourt": "Pre-Court", "Pre-court disposal": "Pre-Court", "First tier": "First-tier",
        "1st tier": "First-tier", "Community penalty": "Community", "Community sentence": "Community",
        "Custodial": "Custody", "Custodial sentence": "Custody",
    },
)  # fmt: skip
LEGAL_OUTCOME = CodeList(
    "legal_outcome",
    "measures.md C2; orders of 2009-13 from SRC-ETE10",
    {**_DIVERSION, **_PRE_COURT, **_FIRST_TIER, **_COMMUNITY, **_CUSTODY, **_UNGROUPED},
    groups=_GROUPS,
    synonyms=_SPELLINGS,
)
DISPOSAL_TYPE = CodeList(
    "disposal_type",
    "measures.md B1 (relevant disposals), B5, C2",
    {**LEGAL_OUTCOME.codes, **_PREVENTION, **_BAIL},
    groups={**_GROUPS, **dict.fromkeys(_PREVENTION, "Prevention"), **dict.fromkeys(_BAIL, "Bail")},
    synonyms={**_SPELLINGS, "ABC": "ACCEPTABLE_BEHAVIOUR_CONTRACT", "Prevention": "PREVENTION_PROGRAMME"},
)
#: Whether each outcome is substantive. Bind-overs and deferred sentences may be recorded either way, so are not here.
SUBSTANTIVE = {
    code: group != "Diversion"
    for code, group in LEGAL_OUTCOME.groups.items()
    if code not in {"BIND_OVER", "SENTENCE_DEFERRED"}
}
#: First day an outcome could be given (B6: 30 November 2009; B3: April 2013).
FIRST_DAY_IN_LAW = {
    "YOUTH_CAUTION": date(2013, 4, 1),
    "YOUTH_CAUTION_WITH_INTERVENTION": date(2013, 4, 1),
    "YOUTH_CONDITIONAL_CAUTION": date(2013, 4, 1),
    "YOUTH_REHABILITATION_ORDER": date(2009, 11, 30),
}
#: Last day an outcome could be given (B3: April 2013).
LAST_DAY_IN_LAW = dict.fromkeys(
    ("REPRIMAND", "FINAL_WARNING", "FINAL_WARNING_WITH_INTERVENTION", "FINAL_WARNING_WITHOUT_INTERVENTION"),
    date(2013, 4, 30),
)
MAIN_OR_OTHER = CodeList(
    "main_or_other", "measures.md C1", {"MAIN": "Main outcome", "OTHER": "Lesser outcome beside it"}
)
RESIDENCE = CodeList(
    "residence",
    "measures.md B1 (Local / Other), C1",
    {"LOCAL": "Lives in the service's area", "OTHER": "Lives elsewhere; the home service counts them"},
    synonyms={"L": "LOCAL", "O": "OTHER", "Out of area": "OTHER"},
)
APPEAL_STATUS = CodeList(
    "appeal_status",
    "measures.md C2; the two that change an outcome are excluded (B3, step 4)",
    {
        "Not appealed": "No appeal",
        "Appeal pending": "Appeal not yet decided",
        "Appeal dismissed": "Appeal failed; the outcome stands",
        "Changed on appeal": "The outcome was changed on appeal; not counted",
        "Result of appeal successful": "The appeal succeeded; not counted",
    },
    groups={"Changed on appeal": "not counted", "Result of appeal successful": "not counted"},
    synonyms={"None": "Not appealed", "Appeal successful": "Result of appeal successful", "Pending": "Appeal pending"},
)
END_REASON = CodeList(
    "end_reason",
    "measures.md C1",
    {
        "completed": "Ran its course",
        "revoked": "Revoked by the court",
        "breached": "Ended by breach",
        "transferred": "Transferred to another service",
        "resentenced": "Replaced on resentencing",
        "died": "The young person died",
    },
    synonyms={"Complete": "completed", "Breach": "breached", "Transfer": "transferred", "Expired": "completed"},
)

LISTS = (
    OUTCOME_GROUP, LEGAL_OUTCOME, DISPOSAL_TYPE, MAIN_OR_OTHER, RESIDENCE, APPEAL_STATUS, END_REASON,
)  # fmt: skip
