"""The anti-social behaviour calls extract: the police's list of calls, by beat."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import POLICE_LIST

ASB_CALLS = Extract(
    name="asb_calls",
    number=62,
    source="police_list",
    title="Calls about anti-social behaviour",
    grain="one row per call about anti-social behaviour",
    columns=(
        Column(p.CALL_ID, 1, synonyms=("call number", "call reference", "call ref")),
        Column(p.INCIDENT_NO, 2, nullable=True, synonyms=("incident number", "police incident", "incident reference")),
        Column(p.CALL_DATE, 3, synonyms=("date of call", "called on")),
        Column(p.BEAT_CODE, 4, nullable=True, synonyms=("police beat", "beat", "beat number")),
        Column(p.YOUTH_RELATED, 5, synonyms=("youth flag", "youth asb", "youth")),
        Column(p.CALL_SOURCE, 6, synonyms=("source of call", "called", "call made to")),
        Column(f.EXTRACT_DATE, 7, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("call_id",),
    required=False,
    rules=(
        shared.not_after_extract(62, 1, "call_date", "stop-row"),
        Rule(
            "YJ-X-6202",
            "notice",
            "within-file",
            ("incident_no",),
            "Another call above is about the same incident; the incident is counted once.",
            "nothing: several people call about one incident",
            POLICE_LIST,
            ask.by_context(("incident_no",), ask.first_of_its_kind(("incident_no",))),
        ),
        Rule(
            "YJ-X-6203",
            "notice",
            "cross-field",
            ("beat_code",),
            "The call has no beat, so that it can belong to no IMPACT area.",
            "the beat the call was about",
            POLICE_LIST,
            ask.filled("beat_code"),
        ),
        shared.one_extract_date(62),
    ),
)
