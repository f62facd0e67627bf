"""The serious incidents extract: the log under the Youth Justice Board's procedures (measures.md C1, HRM-02)."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import Column, Extract

SERIOUS_INCIDENTS = Extract(
    name="serious_incidents",
    number=51,
    source="qa",
    title="Serious incidents",
    grain="one row per serious incident",
    columns=(
        Column(s.INCIDENT_ID, 1, synonyms=("incident number", "incident reference")),
        Column(s.INCIDENT_DATE, 2, synonyms=("date of incident", "incident on")),
        Column(s.INCIDENT_TYPE, 3, synonyms=("type of incident", "what happened")),
        Column(s.INCIDENT_STATUS, 4, synonyms=("status of incident", "review status", "incident review")),
        Column(f.EXTRACT_DATE, 5, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("incident_id",),
    required=False,
    rules=(rules.by_extract_date((51, 1), "qa", "incident_date"), shared.one_extract_date(51)),
)
