"""The hearings extract: when young people were before a court."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN


def _served_in_time(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return frame["psr_served"] <= frame["hearing_date"] + pd.Timedelta(weeks=6)


HEARINGS = Extract(
    name="hearings",
    number=4,
    source="cms",
    title="Court hearings",
    grain="one row per hearing of a young person",
    columns=(
        Column(f.HEARING_ID, 1, synonyms=("hearing number", "hearing ref", "court hearing id")),
        Column(f.YPID, 2, synonyms=("young person id", "client id", "person id", "case number", "raise id")),
        Column(f.HEARING_DATE, 3, synonyms=("date of hearing", "court date")),
        Column(f.COURT_NAME, 4, synonyms=("court", "name of court")),
        Column(f.COURT_TYPE, 5, synonyms=("type of court",)),
        Column(f.REMAND_DECISION, 6, nullable=True, synonyms=("remand outcome", "bail or remand decision")),
        Column(
            f.REMAND_PROPOSAL, 7, required=False, nullable=True, synonyms=("remand proposed", "bail or remand proposal")
        ),
        Column(f.PSR_DUE, 8, required=False, nullable=True, synonyms=("psr due date", "pre sentence report due")),
        Column(
            f.PSR_SERVED, 9, required=False, nullable=True, synonyms=("psr served date", "pre sentence report served")
        ),
        Column(f.EXTRACT_DATE, 10, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("hearing_id",),
    rules=(
        shared.not_after_extract(4, 1, "psr_served", "query"),
        Rule(
            "YJ-X-0402",
            "query",
            "cross-field",
            ("psr_served", "hearing_date"),
            "The pre-sentence report was served long after the hearing it is recorded on.",
            "a report served within six weeks of the hearing",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.by_context(("psr_served", "hearing_date"), _served_in_time),
        ),
        shared.one_extract_date(4),
    ),
)
