"""The interventions extract: orders, out-of-court disposals with intervention, prevention programmes."""

from __future__ import annotations

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.codelists_outcomes import END_REASON
from schemas.extract import Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN

INTERVENTIONS = Extract(
    name="interventions",
    number=6,
    source="cms",
    title="Orders and programmes",
    grain="one row per order or programme of a young person",
    columns=(
        Column(
            f.PROGRAMME_ID, 1, synonyms=("intervention id", "order id", "programme number", "intervention programme id")
        ),
        Column(f.YPID, 2, synonyms=("young person id", "client id", "person id", "case number", "raise id")),
        Column(f.DISPOSAL_TYPE, 3, synonyms=("order type", "type of disposal", "intervention type")),
        Column(f.CMS_TYPE, 4, required=False, nullable=True, synonyms=("programme type", "programme description")),
        Column(
            f.START_DATE,
            5,
            about="First day in the community; for a custodial disposal the day of release on licence (B2a).",
            synonyms=("programme start", "order start date", "intervention start date"),
        ),
        Column(
            f.END_DATE,
            6,
            nullable=True,
            about="Last day of the programme; empty while it goes on.",
            synonyms=("programme end", "order end date", "intervention end date", "actual end date"),
        ),
        Column(f.PLANNED_END, 7, required=False, nullable=True, synonyms=("planned end date", "expected end date")),
        Column(
            f.END_REASON,
            8,
            required=False,
            nullable=True,
            synonyms=("reason ended", "closure reason", "reason for ending"),
        ),
        Column(
            f.SUCCESSFULLY_COMPLETED,
            9,
            required=False,
            nullable=True,
            synonyms=("completed successfully", "successful"),
        ),
        Column(f.RESIDENCE_ON_START, 10, synonyms=("residence at start", "local or other at start")),
        Column(f.RESIDENCE_ON_END, 11, nullable=True, synonyms=("residence at end", "local or other at end")),
        Column(f.ACCOMMODATION_START, 12, required=False, nullable=True, synonyms=("accommodation at start",)),
        Column(f.ACCOMMODATION_END, 13, required=False, nullable=True, synonyms=("accommodation at end",)),
        Column(f.ETE_HOURS_START, 14, required=False, nullable=True, synonyms=("ete hours at start",)),
        Column(f.ETE_HOURS_END, 15, required=False, nullable=True, synonyms=("ete hours at end",)),
        Column(f.SCHOOL_AGE_START, 16, required=False, nullable=True, synonyms=("school age at start",)),
        Column(f.SCHOOL_AGE_END, 17, nullable=True, synonyms=("school age at end", "statutory school age at end")),
        Column(
            f.CASE_MANAGER,
            18,
            required=False,
            nullable=True,
            keep=False,
            about="Worker who held the case. No figure needs it; it is never kept.",
            synonyms=("case worker", "allocated worker", "supervising officer"),
        ),
        Column(f.TEAM, 19, required=False, nullable=True, synonyms=("allocated team", "team name")),
        Column(f.EXTRACT_DATE, 20, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("programme_id",),
    rules=(
        shared.ends_after_start(6, 1, "order or programme"),
        shared.not_before(6, 2, "planned_end", "start_date"),
        Rule(
            "YJ-X-0603",
            "query",
            "cross-field",
            ("end_date", "end_reason"),
            "A reason for ending is given and no end date; the order counts as open.",
            "an end date wherever there is a reason",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.only_where("end_reason", tuple(END_REASON.codes), "end_date"),
        ),
        Rule(
            "YJ-X-0604",
            "query",
            "cross-field",
            ("successfully_completed", "end_reason"),
            "The order is marked as completed successfully though it was revoked, breached or cut short.",
            "No where the reason for ending is not completion",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.never_together("end_reason", ("revoked", "breached", "died"), "successfully_completed", (True,)),
        ),
        shared.not_after_extract(6, 5, "end_date", "query"),
        shared.not_after_extract(6, 6, "start_date", "query"),
        shared.one_extract_date(6),
    ),
)
