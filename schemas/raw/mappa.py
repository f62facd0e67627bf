"""The MAPPA extract: cases under multi-agency public protection arrangements (measures.md C1, HRM-01)."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import Column, Extract

MAPPA = Extract(
    name="mappa",
    number=50,
    source="log",
    title="Cases under MAPPA",
    grain="one row per spell of a young person at one MAPPA level",
    columns=(
        Column(
            f.YPID,
            1,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(s.MAPPA_CATEGORY, 2, synonyms=("category", "mappa cat")),
        Column(s.MAPPA_LEVEL, 3, synonyms=("level", "level of management", "managed at level")),
        Column(f.START_DATE, 4, about="First day at the level.", synonyms=("mappa start", "managed from", "start")),
        Column(
            f.END_DATE,
            5,
            nullable=True,
            about="Last day at the level; empty while it goes on.",
            synonyms=("mappa end", "managed to", "end"),
        ),
        Column(f.EXTRACT_DATE, 6, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid", "mappa_level", "start_date"),
    required=False,
    rules=(
        rules.in_order((50, 1), "log", ("start_date", "end_date"), "The spell ends before it starts."),
        rules.by_extract_date((50, 2), "log", "start_date"),
        rules.by_extract_date((50, 3), "log", "end_date", "query"),
        shared.one_extract_date(50),
    ),
)
