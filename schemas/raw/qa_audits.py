"""The audits extract: cases looked at by quality assurance, how they were graded, and what was to be done."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from schemas import fields as f
from schemas import fields_people as p
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import AUDIT_FILE


def _due_where_done(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
    return frame["action_done"].isna() | frame["action_due"].notna()


QA_AUDITS = Extract(
    name="qa_audits",
    number=67,
    source="qa",
    title="Quality assurance audits",
    grain="one row per audit, with its action if it has one",
    columns=(
        Column(p.AUDIT_ID, 1, synonyms=("audit number", "audit ref", "audit reference")),
        Column(p.AUDIT_DATE, 2, synonyms=("date of audit", "audited on", "date audited")),
        Column(p.AUDITOR, 3, required=False, nullable=True, keep=False, synonyms=("audited by", "auditor name")),
        Column(p.CASE_REF, 4, required=False, nullable=True, keep=False, synonyms=("case reference", "case audited")),
        Column(p.AUDIT_GRADE, 5, synonyms=("judgement", "audit judgement", "overall grade")),
        Column(p.AUDIT_THEME, 6, synonyms=("theme", "theme of audit", "audit topic")),
        Column(p.ACTION_DUE, 7, nullable=True, synonyms=("action due date", "action by")),
        Column(p.ACTION_DONE, 8, nullable=True, synonyms=("action done date", "action completed on")),
        Column(f.EXTRACT_DATE, 9, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("audit_id",),
    required=False,
    rules=(
        replace(shared.not_after_extract(67, 1, "audit_date", "stop-row"), fix=AUDIT_FILE),
        replace(shared.not_before(67, 2, "action_done", "audit_date"), fix=AUDIT_FILE),
        Rule(
            "YJ-X-6703",
            "query",
            "cross-field",
            ("action_done", "action_due"),
            "An action was done of which no day is said by which it was due; it is not counted.",
            "the day the action was due beside the day it was done",
            AUDIT_FILE,
            _due_where_done,
        ),
        replace(shared.not_after_extract(67, 4, "action_done", "query"), fix=AUDIT_FILE),
        shared.one_extract_date(67),
    ),
)
