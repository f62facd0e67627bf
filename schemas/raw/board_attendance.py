"""The Board attendance extract: who had a seat at which meeting, and who came."""

from __future__ import annotations

from dataclasses import replace

from schemas import aliases
from schemas import fields as f
from schemas import fields_people as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import BOARD_FILE

BOARD_ATTENDANCE = Extract(
    name="board_attendance",
    number=68,
    source="board",
    title="Board attendance",
    grain="one row per meeting, partner and seat",
    columns=(
        Column(p.MEETING_DATE, 1, synonyms=("date of meeting", "board date", "meeting held on")),
        Column(p.ORGANISATION, 2, synonyms=("partner organisation", "organisation represented", "sector")),
        Column(p.SEAT, 3, synonyms=("seat on the board", "board seat", "post represented")),
        Column(p.MEMBER, 4, required=False, nullable=True, keep=False, synonyms=("member name", "attendee")),
        Column(p.SENIORITY, 5, synonyms=("senior or delegate", "senior partner", "attended by")),
        Column(p.ATTENDED, 6, synonyms=("present", "came", "was present")),
        Column(f.EXTRACT_DATE, 7, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("meeting_date", "organisation", "seat"),
    required=False,
    rules=(
        replace(shared.not_after_extract(68, 1, "meeting_date", "stop-row"), fix=BOARD_FILE),
        Rule(
            "YJ-X-6802",
            "notice",
            "cross-field",
            ("organisation",),
            "The organisation is none of the partners that the table of names knows; it is shown under its own name.",
            "one of: " + ", ".join(aliases.names("partner")),
            "Nothing needs doing; if it is a partner under another name, ask for the name to be added to the table.",
            ask.one_of("organisation", aliases.names("partner")),
        ),
        shared.one_extract_date(68),
    ),
)
