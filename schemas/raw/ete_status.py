"""The education, training and employment extract."""

from __future__ import annotations

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN

ETE_STATUS = Extract(
    name="ete_status",
    number=7,
    source="cms",
    title="Education, training and employment",
    grain="one row per provision a young person was in; several may be open together",
    columns=(
        Column(f.ETE_ID, 1, synonyms=("ete record id", "eet id", "ete number")),
        Column(f.YPID, 2, synonyms=("young person id", "client id", "person id", "case number", "raise id")),
        Column(
            f.START_DATE,
            3,
            about="First day of the provision.",
            synonyms=("ete start date", "provision start", "ete start"),
        ),
        Column(
            f.END_DATE,
            4,
            nullable=True,
            about="Last day of the provision; empty while it goes on.",
            synonyms=("ete end date", "provision end", "ete end"),
        ),
        Column(f.PROVISION, 5, synonyms=("ete type", "provision type", "ete provision", "ete status")),
        Column(f.SUITABILITY, 6, synonyms=("ete suitability", "suitable", "suitable ete")),
        Column(f.HOURS_OFFERED, 7, required=False, nullable=True, synonyms=("ete hours offered", "offered hours")),
        Column(f.HOURS_ATTENDED, 8, nullable=True, synonyms=("ete hours attended", "attended hours", "actual hours")),
        Column(f.EXTRACT_DATE, 9, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ete_id",),
    rules=(
        shared.ends_after_start(7, 1, "provision"),
        Rule(
            "YJ-X-0702",
            "query",
            "cross-field",
            ("hours_attended", "hours_offered"),
            "More hours were attended than were offered.",
            "no more hours attended than offered",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.at_most("hours_attended", "hours_offered"),
        ),
        Rule(
            "YJ-X-0703",
            "query",
            "cross-field",
            ("hours_offered",),
            "More than 40 hours a week are offered, which is unlikely.",
            "hours a week, not a month or a term",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.within("hours_offered", 0, 40),
        ),
        Rule(
            "YJ-X-0704",
            "query",
            "cross-field",
            ("suitability", "provision"),
            "No provision at all is recorded as suitable.",
            "a provision, or one not suitable",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.never_together("provision", ("NONE",), "suitability", ("SUITABLE",)),
        ),
        shared.not_after_extract(7, 5, "start_date", "query"),
        shared.one_extract_date(7),
    ),
)
