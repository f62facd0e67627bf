"""The special needs extract: special educational needs, disabilities and their plans."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_health as h
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import EDUCATION_FILE
from schemas.shared_days import days_in_order

SEND = Extract(
    name="send",
    number=36,
    source="education",
    title="Special educational needs and disabilities",
    grain="one row per stretch of time in which a young person's special needs had one plan, or none",
    columns=(
        Column(
            f.YPID,
            1,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(h.SEND_IDENTIFIED, 2, synonyms=("sen identified", "send", "special needs identified")),
        Column(h.SEND_PLAN, 3, synonyms=("sen plan", "ehcp or statement", "special needs plan")),
        Column(h.SEND_START, 4, synonyms=("sen start", "special needs start")),
        Column(h.SEND_END, 5, nullable=True, synonyms=("sen end", "special needs end")),
        Column(f.EXTRACT_DATE, 6, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid", "send_plan", "send_start"),
    required=False,
    rules=(
        days_in_order(
            (36, 1), "send_start", "send_end", "The record of needs ends before it starts.", "stop-row", EDUCATION_FILE
        ),
        Rule(
            "YJ-X-3602",
            "query",
            "cross-field",
            ("send_plan", "send_identified"),
            "There is a formal plan for needs that were not identified.",
            "needs identified, or no plan",
            f"{EDUCATION_FILE} If both are right, explain them.",
            ask.never_together("send_plan", ("EHCP", "statement"), "send_identified", (False,)),
        ),
        shared.one_extract_date(36),
    ),
)
