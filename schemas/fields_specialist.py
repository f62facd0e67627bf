"""The fields of specialist work: intensive supervision, resettlement, transitions, parents, risk, families, panels.

Only descriptions belong here: which extract has which field is in `schemas.raw` (measures.md C1).
"""

from __future__ import annotations

from schemas.extract import Field

# -- intensive supervision and surveillance ------------------------------------------------------------------------
ISS_ID = Field("iss_id", "id", "Number of one programme of intensive supervision.", sensitivity="personal")
ISS_TYPE = Field(
    "iss_type", "code", "What the intensive supervision goes with.", sensitivity="special", code_list="iss_type"
)
WEEKLY_HOURS_PLANNED = Field(
    "weekly_hours_planned", "hours", "Hours a week planned.", "hours a week", "special", minimum=0, maximum=80
)
WEEKLY_HOURS_DELIVERED = Field(
    "weekly_hours_delivered",
    "hours",
    "Hours a week delivered, on average; empty where they were not recorded.",
    "hours a week",
    "special",
    minimum=0,
    maximum=80,
)
BREACHED = Field("breached", "yes_no", "The programme ended in, or is in, breach.", sensitivity="special")

# -- resettlement --------------------------------------------------------------------------------------------------
RELEASED_DATE = Field("released_date", "date", "Day of release from custody.", sensitivity="special")
PROJECT = Field(
    "project",
    "code",
    "Project that gives the support, under whichever of its names (T-38).",
    code_list="resettlement_project",
)
SUPPORT_OFFERED = Field("support_offered", "yes_no", "Resettlement support was offered.", sensitivity="special")
SUPPORT_ACCEPTED = Field(
    "support_accepted",
    "yes_no",
    "The young person agreed to work voluntarily during and after custody; empty while it is not known.",
    sensitivity="special",
)
PLAN_DATE = Field("plan_date", "date", "Day the resettlement plan was agreed.", sensitivity="special")
ACCOMMODATION_AT_RELEASE = Field(
    "accommodation_at_release",
    "code",
    "Whether the home gone to on release was suitable.",
    sensitivity="special",
    code_list="suitability",
)
ETE_AT_RELEASE = Field(
    "ete_at_release",
    "code",
    "Whether education, training or employment was suitable on release.",
    sensitivity="special",
    code_list="suitability",
)
REOFFENDED_DATE = Field(
    "reoffended_date",
    "date",
    "Day of the first offence after release that the service knows of; empty while there is none.",
    sensitivity="special",
)

# -- transitions to adult services ---------------------------------------------------------------------------------
EIGHTEENTH_BIRTHDAY = Field("eighteenth_birthday", "date", "Day of turning 18.", sensitivity="personal")
ORDER_END = Field("order_end", "date", "Day the order is due to end.", sensitivity="special")
TRANSFER_REFERRED = Field(
    "transfer_referred", "date", "Day the case was referred to adult services.", sensitivity="special"
)
ACCEPTED_BY = Field("accepted_by", "code", "Adult service that took the case.", code_list="adult_service")
TRANSFERRED_DATE = Field(
    "transferred_date", "date", "Day the case moved to adult services; empty while it has not.", sensitivity="special"
)
REASON_NOT = Field("reason_not", "text", "Why the case did not move.", sensitivity="special")

# -- parents -------------------------------------------------------------------------------------------------------
PARENTING_ID = Field("parenting_id", "id", "Number of one parenting intervention.", sensitivity="personal")
PARENT_KEY = Field("parent_key", "id", "Number that tells one parent or carer from another.", sensitivity="personal")
PARENTING_TYPE = Field(
    "parenting_type",
    "code",
    "What the work with the parent goes with.",
    sensitivity="special",
    code_list="parenting_type",
)
VOLUNTARY = Field("voluntary", "yes_no", "The parent came of their own will.", sensitivity="special")
SESSIONS_PLANNED = Field(
    "sessions_planned", "integer", "Sessions planned.", "sessions", "special", minimum=0, maximum=100
)
SESSIONS_ATTENDED = Field(
    "sessions_attended", "integer", "Sessions the parent came to.", "sessions", "special", minimum=0, maximum=100
)
PARENTING_COMPLETED = Field(
    "parenting_completed",
    "yes_no",
    "The work was completed; empty while it goes on.",
    sensitivity="special",
)
PARENT_SATISFIED = Field(
    "parent_satisfied", "yes_no", "The parent was satisfied; empty where none was asked.", sensitivity="special"
)

# -- risk of harm --------------------------------------------------------------------------------------------------
MAPPA_CATEGORY = Field(
    "mappa_category",
    "integer",
    "Category of the case under multi-agency public protection arrangements.",
    "category",
    "special",
    minimum=1,
    maximum=3,
)
MAPPA_LEVEL = Field(
    "mappa_level",
    "integer",
    "Level at which the case is managed: 1 by one agency, 2 and 3 by several together.",
    "level",
    "special",
    minimum=1,
    maximum=3,
)
INCIDENT_ID = Field("incident_id", "id", "Number of one serious incident.")
INCIDENT_DATE = Field("incident_date", "date", "Day of the incident.")
INCIDENT_TYPE = Field("incident_type", "code", "What happened.", sensitivity="special", code_list="incident_type")
INCIDENT_STATUS = Field("incident_status", "code", "How far the review of it has come.", code_list="incident_status")
EXPLOITATION_ID = Field("exploitation_id", "id", "Number of one concern of exploitation.", sensitivity="personal")
CONCERN = Field(
    "concern",
    "code",
    "Whether sexual exploitation is known or suspected.",
    sensitivity="special",
    code_list="exploitation_concern",
)
RETURN_INTERVIEW_DUE = Field(
    "return_interview_due",
    "date",
    "Last day for the interview after a return from being missing; empty where none was due.",
    sensitivity="special",
)
RETURN_INTERVIEW_DONE = Field(
    "return_interview_done", "date", "Day of that interview; empty where it was not held.", sensitivity="special"
)

# -- families and panels -------------------------------------------------------------------------------------------
FAMILY_CASE_ID = Field(
    "family_case_id", "id", "Number of one member's place in a family's case.", sensitivity="personal"
)
FAMILY_ID = Field("family_id", "id", "Number of the family's case.", sensitivity="personal")
FAMILY_PROGRAMME = Field(
    "family_programme", "code", "Programme that works with the family.", code_list="family_programme"
)
OPENED_DATE = Field("opened_date", "date", "Day the case was opened.", sensitivity="special")
CLOSED_DATE = Field("closed_date", "date", "Last day; empty while it is open.", sensitivity="special")
PANEL_CASE_ID = Field("panel_case_id", "id", "Number of one case at one panel.", sensitivity="personal")
HEARD_DATE = Field("heard_date", "date", "Day the panel met.", sensitivity="special")
PANEL_KIND = Field("panel_kind", "code", "Kind of panel.", sensitivity="special", code_list="panel_kind")
FIRST_TIME_HEARD = Field(
    "first_time_heard", "yes_no", "The case was before this panel for the first time.", sensitivity="special"
)
VIOLENCE_IDENTIFIED = Field(
    "violence_identified",
    "date",
    "Day violence of the young person towards a parent or carer was identified.",
    sensitivity="special",
)
VIOLENCE_RESOLVED = Field(
    "violence_resolved", "date", "Last day of the concern; empty while it stands.", sensitivity="special"
)
IDENTIFIED_BY = Field("identified_by", "code", "Who told of it.", sensitivity="special", code_list="identified_by")
