"""The events extract: open evenings, press items and the like, as the service's log has them."""

from __future__ import annotations

from dataclasses import replace

from schemas import fields as f
from schemas import fields_people as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import LOG_FILE

EVENTS = Extract(
    name="events",
    number=70,
    source="log",
    title="Events and press items",
    grain="one row per event, or per press item and outlet",
    columns=(
        Column(p.EVENT_ID, 1, synonyms=("event number", "event ref", "item number")),
        Column(p.EVENT_DATE, 2, synonyms=("date of event", "held on", "published on")),
        Column(p.EVENT_KIND, 3, synonyms=("kind of event", "type of event", "event type")),
        Column(p.EVENT_TITLE, 4, required=False, nullable=True, synonyms=("event name", "headline")),
        Column(p.MEDIUM, 5, required=False, nullable=True, synonyms=("news media", "type of media")),
        Column(
            p.ATTENDANCE,
            6,
            nullable=True,
            about='People who came, as a number alone: "over 100" is 100 here, and Yes in the next column.',
            synonyms=("number attending", "people attending"),
        ),
        Column(
            p.ATTENDANCE_IS_LOWER_BOUND,
            7,
            required=False,
            nullable=True,
            synonyms=("at least", "lower bound", "attendance is at least"),
        ),
        Column(f.EXTRACT_DATE, 8, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("event_id",),
    required=False,
    rules=(
        replace(shared.not_after_extract(70, 1, "event_date", "stop-row"), fix=LOG_FILE),
        Rule(
            "YJ-X-7002",
            "query",
            "cross-field",
            ("attendance", "event_kind"),
            "Nobody says how many came to the open evening; it adds nothing to the attendance.",
            "the number of people who came",
            LOG_FILE,
            ask.only_where("event_kind", {"Open evening"}, "attendance"),
        ),
        Rule(
            "YJ-X-7003",
            "query",
            "cross-field",
            ("medium", "event_kind"),
            "Nobody says where the press item appeared.",
            "newspaper, radio, television or web",
            LOG_FILE,
            ask.only_where("event_kind", {"Press item"}, "medium"),
        ),
        shared.one_extract_date(70),
    ),
)
