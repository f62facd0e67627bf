"""The fields of finance and Board papers: budgets, spend, savings, risks, priorities, targets.

Only descriptions belong here: which extract has which field is in `schemas.raw`. All of it is open to the Board;
none of it may hold a young person's data.
"""

from __future__ import annotations

from schemas.extract import Field

#: Most characters of a text of the Board's papers: one and a half printed pages.
LONGEST = 4_000

FY = Field("fy", "text", "Financial year, April to March, written 2014-15.", pattern=r"\d{4}-\d{2}")
FY_TO = Field("fy_to", "text", "Last financial year it holds for, written 2015-16.", pattern=r"\d{4}-\d{2}")
AGENCY = Field("agency", "text", "Partner agency that pays or contributes, by any name it has borne.", names="partner")
LINE = Field("line", "text", "What the amount is for.")
STREAM = Field("stream", "code", "Pooled budget or additional funding.", code_list="budget_stream")
BUDGET_KIND = Field("kind", "code", "How the contribution is made.", code_list="budget_kind")
BUDGET = Field("budget", "money", "Amount budgeted for the year.", "GBP", minimum=-100_000_000, maximum=100_000_000)
PERIOD = Field(
    "period", "integer", "Accounting period, 1 = April to 12 = March.", "accounting period", minimum=1, maximum=12
)
COST_CENTRE = Field("cost_centre", "id", "Cost centre of the ledger.")
ACCOUNT = Field("account", "text", "Account of the ledger.")
ACTUAL = Field("actual", "money", "Amount posted in the period.", "GBP", minimum=-100_000_000, maximum=100_000_000)
COMMITMENT = Field(
    "commitment",
    "money",
    "Amount ordered and not yet posted at the period's end.",
    "GBP",
    minimum=-100_000_000,
    maximum=100_000_000,
)
FORECAST = Field(
    "forecast",
    "money",
    "Amount the year is expected to end at, as forecast at the period's end.",
    "GBP",
    minimum=-100_000_000,
    maximum=100_000_000,
)
POSTED_DATE = Field("posted_date", "date", "Day the amount was posted.")
SCHEME = Field("scheme", "text", "Savings scheme of the medium-term financial strategy.")
SAVING_TARGET = Field(
    "target", "money", "Saving required in the year.", "GBP", minimum=-100_000_000, maximum=100_000_000
)
SAVING_ACHIEVED = Field(
    "achieved", "money", "Saving achieved so far.", "GBP", minimum=-100_000_000, maximum=100_000_000
)
SAVING_STATUS = Field("status", "code", "How the saving stands.", code_list="saving_status")

RISK_ID = Field("risk_id", "id", "The risk's number in the register.")
REGISTER_VERSION = Field("register_version", "text", "Edition of the risk register the row belongs to.")
SCALE = Field("scale", "text", 'Scale of impact and likelihood, e.g. "1-3, 1 highest" (T-22).')
RISK_DESCRIPTION = Field("description", "text", "The risk, in the register's words.", longest=LONGEST)
CAUSES = Field("causes", "text", "What may bring the risk about.", longest=LONGEST)
CONSEQUENCES = Field("consequences", "text", "What would follow.", longest=LONGEST)
OWNER = Field("owner", "text", "Post that answers for it.")
IMPACT = Field("impact", "integer", "Impact before controls.", "points on the scale", minimum=1, maximum=10)
LIKELIHOOD = Field("likelihood", "integer", "Likelihood before controls.", "points on the scale", minimum=1, maximum=10)
SCORE = Field("score", "integer", "Risk score before controls, as printed (T-21).", "points", minimum=1, maximum=100)
RESIDUAL_IMPACT = Field(
    "residual_impact", "integer", "Impact after controls.", "points on the scale", minimum=1, maximum=10
)
RESIDUAL_LIKELIHOOD = Field(
    "residual_likelihood", "integer", "Likelihood after controls.", "points on the scale", minimum=1, maximum=10
)
RESIDUAL_SCORE = Field(
    "residual_score", "integer", "Risk score after controls, as printed (T-21).", "points", minimum=1, maximum=100
)
CONTROLS = Field("controls", "text", "Controls in place.", longest=LONGEST)
ACTIONS = Field("actions", "text", "Further actions agreed.", longest=LONGEST)
REVIEWED_DATE = Field("reviewed_date", "date", "Day the risk was last reviewed.")

REVIEW_DUE = Field("review_due", "date", "Day by which the risk is to be reviewed next.")

MEASURE_TITLE = Field("measure_title", "text", "Name of the measure, for whoever fills the workbook in.")
COMMENT = Field("comment", "text", "The owner's words on the measure's figure.", longest=LONGEST)
CAUSE = Field("cause", "text", "Why the figure is as it is.", longest=LONGEST)
ACTION = Field("action", "text", "What is being done about it.", longest=LONGEST)
COMMENT_QUARTER = Field(
    "quarter", "text", "Quarter whose figures the words are about, written 2014-15 Q3.", pattern=r"\d{4}-\d{2} Q[1-4]"
)

PRIORITY_NO = Field(
    "priority_no", "integer", "Number of the priority in the plan.", "position in the plan", minimum=1, maximum=99
)
PRIORITY_TEXT = Field("priority_text", "text", "The priority, in the plan's words.", longest=LONGEST)
MILESTONE = Field("milestone", "text", "What is to be done.", longest=LONGEST)
DUE = Field("due", "date", "Day the milestone is due.")
MILESTONE_STATUS = Field("status", "code", "How the milestone stands.", code_list="milestone_status")
NARRATIVE = Field("narrative", "text", "The owner's words on progress.", longest=LONGEST)
TARGET_KIND = Field(
    "kind", "code", "Whether the value is a target, a baseline or a tolerance (T-05).", code_list="target_kind"
)
