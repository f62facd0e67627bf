"""The care status extract: what children's services did for a young person, and when."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_health as h
from schemas import shared_rules as shared
from schemas.extract import Column, Extract
from schemas.mending import SOCIAL_CARE_FILE
from schemas.shared_days import days_in_order, not_after_extract

CARE_STATUS = Extract(
    name="care_status",
    number=37,
    source="social_care",
    title="Care status and support",
    grain="one row per stretch of time in which a young person had one care status or support",
    columns=(
        Column(
            f.YPID,
            1,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(h.CARE_RECORD, 2, synonyms=("care status", "legal status", "care or support")),
        Column(h.CARE_START, 3, synonyms=("care status start", "care episode start")),
        Column(h.CARE_END, 4, nullable=True, synonyms=("care status end", "care episode end")),
        Column(f.EXTRACT_DATE, 5, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid", "care_record", "care_start"),
    required=False,
    rules=(
        days_in_order(
            (37, 1), "care_start", "care_end", "The care status ends before it starts.", "stop-row", SOCIAL_CARE_FILE
        ),
        not_after_extract((37, 2), "care_start", "query", SOCIAL_CARE_FILE),
        shared.one_extract_date(37),
    ),
)
