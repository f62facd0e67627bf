"""The interventions extract: orders, out-of-court disposals with intervention, prevention programmes."""

from __future__ import annotations

from schemas import fields as f
from schemas.extract import Column, Extract

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
    measures=("REO-01", "REO-06", "REO-08", "EET-01", "EET-02", "ACC-01"),
)
