"""The fields of the service itself: surveys, staff, audits, the Board's meetings, unit costs and events.

Only descriptions belong here: which extract has which field is in `schemas.raw`. What tells who a member of staff or
a respondent is, is personal.
"""

from __future__ import annotations

from schemas.extract import Field

# -- surveys -------------------------------------------------------------------------------------------------------
RESPONSE_ID = Field("response_id", "id", "Number of one filled-in form.", sensitivity="personal")
SURVEY_ROUND = Field("survey_round", "text", "Name of the round, e.g. Viewpoint January 2015.")
SURVEY_DATE = Field("survey_date", "date", "Day the form was filled in.")
RESPONDENT_TYPE = Field("respondent_type", "code", "Who answered.", code_list="respondent_type")
QUESTION = Field("question", "code", "What was asked.", code_list="survey_question")
SURVEY_SCALE = Field("survey_scale", "code", "Scale the answer is given on.", code_list="survey_scale")
ANSWER_SCORE = Field(
    "answer_score",
    "integer",
    "The answer as points, the most points for the best answer; empty where the question was not answered.",
    "points on the scale",
    minimum=1,
    maximum=10,
)
FREE_TEXT = Field("free_text", "text", "What the respondent wrote; never kept.", sensitivity="personal")

# -- staff ---------------------------------------------------------------------------------------------------------
POST_ID = Field("post_id", "id", "Number of the post.")
STAFF_ID = Field("staff_id", "id", "Payroll number of the person in the post.", sensitivity="personal")
STAFF_NAME = Field("staff_name", "text", "Name of the person in the post; never kept.", sensitivity="personal")
STAFF_ROLE = Field("staff_role", "code", "What the post does.", code_list="staff_role")
GRADE = Field(
    "grade",
    "integer",
    "Grade of the post on the council's scale; empty for a post on another employer's.",
    "grade of the council's scale",
    minimum=1,
    maximum=25,
)
FTE = Field("fte", "number", "Share of a full-time week.", "full-time equivalents", minimum=0, maximum=1)
POST_START = Field("post_start", "date", "First day the person was in the post.")
POST_END = Field("post_end", "date", "Last day the person was in the post; empty while there.")
COURSE = Field("course", "code", "Training course.", code_list="course")
TRAINING_DATE = Field("training_date", "date", "First day of the training.")
TRAINING_DAYS = Field("training_days", "number", "Days of training attended.", "days", minimum=0, maximum=30)

# -- audits --------------------------------------------------------------------------------------------------------
AUDIT_ID = Field("audit_id", "id", "Number of one audit of a case.")
AUDIT_DATE = Field("audit_date", "date", "Day of the audit.")
AUDITOR = Field("auditor", "text", "Who audited; never kept.", sensitivity="personal")
CASE_REF = Field(
    "case_ref", "text", "The case that was audited, under a number of its own; never kept.", sensitivity="personal"
)
AUDIT_GRADE = Field("audit_grade", "code", "The audit's judgement.", code_list="audit_grade")
AUDIT_THEME = Field("audit_theme", "code", "What was looked at.", code_list="audit_theme")
ACTION_DUE = Field("action_due", "date", "Day by which the audit's action is to be done; empty where there is none.")
ACTION_DONE = Field("action_done", "date", "Day the action was done; empty while it is not.")

# -- the Board's meetings ------------------------------------------------------------------------------------------
MEETING_DATE = Field("meeting_date", "date", "Day of the Board's meeting.")
ORGANISATION = Field("organisation", "text", "Partner that has the seat, by any name it has borne.", names="partner")
SEAT = Field("seat", "text", "The seat on the Board, by the post that holds it.")
MEMBER = Field("member", "text", "Who sat there; never kept.", sensitivity="personal")
SENIORITY = Field("seniority", "code", "Whether the member or a delegate came, or was due.", code_list="seniority")
ATTENDED = Field("attended", "yes_no", "Came to the meeting.")

# -- unit costs ----------------------------------------------------------------------------------------------------
SPEND = Field("spend", "money", "Spend of the year.", "GBP", minimum=0, maximum=1_000_000_000)
DISPOSALS = Field("disposals", "integer", "Disposals of the year.", "disposals", minimum=0, maximum=1_000_000)
COST_PER_DISPOSAL = Field(
    "cost_per_disposal", "money", "Spend over disposals, as published.", "GBP", minimum=0, maximum=1_000_000
)

# -- events --------------------------------------------------------------------------------------------------------
EVENT_ID = Field("event_id", "id", "Number of one event or press item.")
EVENT_DATE = Field("event_date", "date", "Day of the event, or of the item's appearing.")
EVENT_KIND = Field("event_kind", "code", "What kind of event.", code_list="event_kind")
EVENT_TITLE = Field("event_title", "text", "What the event was called, or the item's headline.")
MEDIUM = Field("medium", "code", "Where a press item appeared.", code_list="medium")
ATTENDANCE = Field("attendance", "integer", "People who came.", "people", minimum=0, maximum=100_000)
ATTENDANCE_IS_LOWER_BOUND = Field(
    "attendance_is_lower_bound", "yes_no", 'Yes where it was "over" so many, or "at least".'
)
