"""The IMPACT contacts extract: street-based sessions and the contacts with young people in each."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import LOG_FILE

IMPACT_CONTACTS = Extract(
    name="impact_contacts",
    number=61,
    source="log",
    title="IMPACT contacts",
    grain="one row per street-based session of IMPACT",
    columns=(
        Column(p.STREET_SESSION_ID, 1, synonyms=("impact session number", "street session", "impact session")),
        Column(
            p.IMPACT_AREA_ID,
            2,
            synonyms=("impact area number", "impact area ref"),
            refers=("impact_areas", "impact_area_id"),
        ),
        Column(p.CONTACT_DATE, 3, synonyms=("impact session date", "date of session", "date of contact")),
        Column(p.CONTACT_COUNT, 4, synonyms=("contacts made", "number of contacts", "young people contacted")),
        Column(
            p.KNOWN_COUNT, 5, required=False, nullable=True, synonyms=("known young people", "contacts known to yos")
        ),
        Column(f.EXTRACT_DATE, 6, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("street_session_id",),
    required=False,
    rules=(
        Rule(
            "YJ-X-6101",
            "query",
            "cross-field",
            ("known_count", "contact_count"),
            "More contacts are with known young people than there were contacts.",
            "no more known contacts than contacts",
            LOG_FILE,
            ask.at_most("known_count", "contact_count"),
        ),
        shared.not_after_extract(61, 2, "contact_date", "stop-row"),
        shared.one_extract_date(61),
    ),
)
