"""The anti-social behaviour cases extract: young people the anti-social behaviour team worked with."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import LOG_FILE

ASB_CASES = Extract(
    name="asb_cases",
    number=59,
    source="log",
    title="Anti-social behaviour cases",
    grain="one row per case of the anti-social behaviour team",
    columns=(
        Column(p.ASB_CASE_ID, 1, synonyms=("asb case number", "asb reference", "asb id")),
        Column(
            f.YPID,
            2,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(p.ABC_DATE, 3, nullable=True, synonyms=("abc signed", "acceptable behaviour contract date")),
        Column(p.ASB_START, 4, synonyms=("asb start date", "asb work began")),
        Column(p.ASB_END, 5, nullable=True, synonyms=("asb end date", "asb work ended")),
        Column(
            p.REOFFENDED_AFTER,
            6,
            required=False,
            nullable=True,
            synonyms=("reoffended since", "reoffended after start"),
        ),
        Column(f.EXTRACT_DATE, 7, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("asb_case_id",),
    required=False,
    rules=(
        Rule(
            "YJ-X-5901",
            "stop-row",
            "cross-field",
            ("asb_end", "asb_start"),
            "The work ends before it starts.",
            "an end on or after the start, or no end",
            LOG_FILE,
            ask.at_most("asb_start", "asb_end"),
        ),
        shared.not_after_extract(59, 2, "asb_start", "stop-row"),
        Rule(
            "YJ-X-5903",
            "query",
            "cross-field",
            ("abc_date", "asb_end"),
            "The acceptable behaviour contract was signed after the work ended.",
            "a contract signed by the last day of the work",
            LOG_FILE,
            ask.at_most("abc_date", "asb_end"),
        ),
        shared.one_extract_date(59),
    ),
)
