"""The ISS extract: intensive supervision with bail, an order or a licence (measures.md C1, A4 ISS)."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import Column, Extract

ISS = Extract(
    name="iss",
    number=46,
    source="cms",
    title="Intensive supervision and surveillance",
    grain="one row per programme of intensive supervision and surveillance",
    columns=(
        Column(s.ISS_ID, 1, synonyms=("iss number", "iss programme id", "issp id")),
        Column(
            f.YPID,
            2,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(
            f.PROGRAMME_ID,
            3,
            required=False,
            nullable=True,
            refers=("interventions", "programme_id"),
            synonyms=("programme number", "intervention id", "order id"),
        ),
        Column(s.ISS_TYPE, 4, synonyms=("type of iss", "iss kind", "issp type")),
        Column(
            f.START_DATE,
            5,
            about="First day of the intensive supervision.",
            synonyms=("iss start", "iss start date", "issp start"),
        ),
        Column(
            f.END_DATE,
            6,
            nullable=True,
            about="Last day of the intensive supervision; empty while it goes on.",
            synonyms=("iss end", "iss end date", "issp end"),
        ),
        Column(
            s.WEEKLY_HOURS_PLANNED,
            7,
            nullable=True,
            synonyms=("hours planned", "hours planned a week", "planned hours per week"),
        ),
        Column(
            s.WEEKLY_HOURS_DELIVERED,
            8,
            nullable=True,
            synonyms=("hours delivered", "hours delivered a week", "delivered hours per week"),
        ),
        Column(s.BREACHED, 9, synonyms=("breach", "in breach", "breached yes no")),
        Column(f.EXTRACT_DATE, 10, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("iss_id",),
    required=False,
    rules=(
        rules.in_order((46, 1), "cms", ("start_date", "end_date"), "The intensive supervision ends before it starts."),
        rules.by_extract_date((46, 2), "cms", "start_date"),
        rules.by_extract_date((46, 3), "cms", "end_date", "query"),
        rules.in_order(
            (46, 4),
            "cms",
            ("weekly_hours_delivered", "weekly_hours_planned"),
            "More hours a week were delivered than planned.",
            "query",
        ),
        shared.one_extract_date(46),
    ),
)
