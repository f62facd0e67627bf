"""The fields of statutory work: victims, reparation, group work, volunteers, and what orders are due.

Only descriptions belong here: which extract has which field is in `schemas.raw`. Victims and volunteers are people
too: their numbers and days are personal. Names and codes follow measures.md C1.
"""

from __future__ import annotations

from schemas.extract import Field

# -- victims -------------------------------------------------------------------------------------------------------
VICTIM_ID = Field("victim_id", "id", "The service's own number for one victim.", sensitivity="personal")
VICTIM_TYPE = Field(
    "victim_type",
    "code",
    "Whether the victim is a person, a child, or a company or public body.",
    code_list="victim_type",
)
IDENTIFIED_DATE = Field(
    "identified_date", "date", "Day the victim became known to the service.", sensitivity="personal"
)
CONSENT_CONTACT = Field(
    "consent_contact", "yes_no", "The victim agreed to be contacted by the service; empty counts as no."
)
CONTACTED_DATE = Field("contacted_date", "date", "Day the victim was first contacted.", sensitivity="personal")
VICTIM_OFFERED = Field("victim_offered", "yes_no", "The victim was offered a way to take part; empty counts as no.")
OFFERED_DATE = Field("offered_date", "date", "Day a way to take part was first offered.", sensitivity="personal")
OFFERED_TYPES = Field("offered_types", "text", "Ways to take part that were offered, parted by semicolons.")
VICTIM_ENGAGED = Field(
    "victim_engaged", "yes_no", "The victim took up an offered way to take part; empty counts as no."
)
ENGAGED_DATE = Field("engaged_date", "date", "Day the victim first took part.", sensitivity="personal")
ENGAGED_TYPE = Field("engaged_type", "code", "The way in which the victim took part.", code_list="victim_engagement")
VIEW_PRIOR = Field("view_prior", "yes_no", "The victim was asked for views before the outcome was decided.")
PROGRESS_GIVEN = Field("progress_given", "yes_no", "The victim was told how the work with the child goes.")
SUPPORT_GIVEN = Field("support_given", "yes_no", "The victim was given, or led to, further support.")
SATISFACTION = Field(
    "satisfaction", "code", "How satisfied the victim was with taking part.", code_list="victim_satisfaction"
)
SATISFACTION_DATE = Field(
    "satisfaction_date", "date", "Day the victim said how satisfied they were.", sensitivity="personal"
)

# -- reparation and group work -------------------------------------------------------------------------------------
REPARATION_SESSION_ID = Field(
    "reparation_session_id", "id", "Number of one child's attendance at reparation or unpaid work."
)
SESSION_DATE = Field("session_date", "date", "Day of the session.", sensitivity="personal")
REPARATION_HOURS = Field(
    "reparation_hours", "hours", "Hours of work the child completed in the session.", "hours", minimum=0, maximum=24
)
REPARATION_PLACEMENT = Field("reparation_placement", "text", "Where the work was done.")
VICTIM_CHOSEN = Field("victim_chosen", "yes_no", "The victim asked for this work.")
UNPAID_WORK = Field(
    "unpaid_work", "yes_no", "The hours are of an unpaid work requirement; empty counts as no, that is, as reparation."
)
GROUP_PROGRAMME = Field(
    "group_programme", "text", "The group work programme and its run; a new run has a name of its own."
)
ATTENDED = Field("attended", "yes_no", "The child was there; empty where it was not recorded.")
PROGRAMME_COMPLETED = Field(
    "programme_completed", "yes_no", "The child had completed the programme by the end of the session."
)
ACHIEVEMENT_AWARD = Field(
    "achievement_award", "yes_no", "The child was given a Youth Achievement Award at the session."
)

# -- volunteers ----------------------------------------------------------------------------------------------------
VOLUNTEER_ID = Field("volunteer_id", "id", "The service's own number for one volunteer.", sensitivity="personal")
JOINED_DATE = Field("joined_date", "date", "First day as a volunteer.", sensitivity="personal")
LEFT_DATE = Field("left_date", "date", "Last day as a volunteer; empty while it goes on.", sensitivity="personal")
VOLUNTEER_ROLES = Field("volunteer_roles", "text", "What the volunteer is recruited for, parted by semicolons.")
TRAINING_COMPLETED_DATE = Field(
    "training_completed_date",
    "date",
    "Day the training programme that all volunteers must complete was completed.",
    sensitivity="personal",
)
ACCREDITED_DATE = Field("accredited_date", "date", "Day the volunteer was accredited.", sensitivity="personal")
EARLIER_VOLUNTEER_ID = Field(
    "earlier_volunteer_id",
    "id",
    "Number under which the same volunteer was entered before, after a change of name, say; that row is not counted.",
    sensitivity="personal",
)
VOLUNTEERING_DATE = Field("volunteering_date", "date", "Day the volunteer gave the hours.", sensitivity="personal")
VOLUNTEER_ROLE = Field("volunteer_role", "code", "What the hours were given for.", code_list="volunteer_role")
VOLUNTEER_HOURS_GIVEN = Field(
    "volunteer_hours_given", "hours", "Hours given on the day in the role.", "hours", minimum=0, maximum=24
)
PANEL_ID = Field("panel_id", "id", "Number of the sitting of the referral order panel.")

# -- national standards --------------------------------------------------------------------------------------------
STANDARD = Field("standard", "code", "National standard that is due.", code_list="national_standard")
RUNS_FROM_DATE = Field(
    "runs_from_date",
    "date",
    "Day from which the standard's time runs, for the first panel the day of sentence.",
    sensitivity="personal",
)
DUE_DATE = Field("due_date", "date", "Last day on which the standard is met in time.", sensitivity="personal")
DONE_DATE = Field("done_date", "date", "Day it was done; empty until then.", sensitivity="personal")
