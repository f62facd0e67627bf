"""The hearings extract: when young people were before a court."""

from __future__ import annotations

from schemas import fields as f
from schemas.extract import Column, Extract

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
    measures=("REM-01", "REM-02"),
)
