"""The risk panels extract: cases before the deter young offender and high-risk panels (measures.md A4)."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import Column, Extract

RISK_PANELS = Extract(
    name="risk_panels",
    number=54,
    source="log",
    title="Risk panels",
    grain="one row per case at one meeting of a panel",
    columns=(
        Column(s.PANEL_CASE_ID, 1, synonyms=("panel case number", "panel reference")),
        Column(
            f.YPID,
            2,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(s.HEARD_DATE, 3, synonyms=("heard on", "panel date", "date of panel")),
        Column(s.PANEL_KIND, 4, synonyms=("kind of panel", "panel type", "panel name")),
        Column(
            s.FIRST_TIME_HEARD,
            5,
            required=False,
            nullable=True,
            synonyms=("first or review", "first time at panel", "new case"),
        ),
        Column(f.EXTRACT_DATE, 6, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("panel_case_id",),
    required=False,
    rules=(rules.by_extract_date((54, 1), "log", "heard_date"), shared.one_extract_date(54)),
)
