"""The accommodation extract."""

from __future__ import annotations

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN

ACCOMMODATION = Extract(
    name="accommodation",
    number=8,
    source="cms",
    title="Accommodation",
    grain="one row per place a young person lived in",
    columns=(
        Column(f.ACCOMMODATION_ID, 1, synonyms=("acc id", "residence id", "accommodation record id")),
        Column(f.YPID, 2, synonyms=("young person id", "client id", "person id", "case number", "raise id")),
        Column(
            f.START_DATE,
            3,
            about="First day there.",
            synonyms=("accommodation start date", "residence start date", "moved in"),
        ),
        Column(
            f.END_DATE,
            4,
            nullable=True,
            about="Last day there; empty while the young person lives there.",
            synonyms=("accommodation end date", "residence end date", "moved out"),
        ),
        Column(f.ACCOMMODATION_TYPE, 5, synonyms=("type of accommodation", "residence type")),
        Column(f.SUITABILITY, 6, synonyms=("accommodation suitability", "suitable", "suitable accommodation")),
        Column(f.EXTRACT_DATE, 7, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("accommodation_id",),
    rules=(
        shared.ends_after_start(8, 1, "stay"),
        Rule(
            "YJ-X-0802",
            "query",
            "cross-field",
            ("suitability", "accommodation_type"),
            "Accommodation that is not known is recorded as suitable.",
            "the kind of accommodation, or suitability UNKNOWN",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.never_together("accommodation_type", ("NOT_KNOWN",), "suitability", ("SUITABLE",)),
        ),
        shared.not_after_extract(8, 3, "start_date", "query"),
        shared.one_extract_date(8),
    ),
)
