"""The YISP extract: referrals to the Youth Inclusion and Support Project and the work that followed."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import LOG_FILE

YISP = Extract(
    name="yisp",
    number=58,
    source="log",
    title="Youth Inclusion and Support Project",
    grain="one row per referral of a young person to the YISP",
    columns=(
        Column(p.YISP_REFERRAL_ID, 1, synonyms=("yisp id", "yisp reference", "yisp number")),
        Column(
            f.YPID,
            2,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(p.YISP_REFERRAL_DATE, 3, synonyms=("referred to yisp on", "date of yisp referral", "yisp referred on")),
        Column(p.YISP_START, 4, nullable=True, synonyms=("yisp start date", "yisp work began")),
        Column(p.YISP_END, 5, nullable=True, synonyms=("yisp end date", "yisp work ended")),
        Column(p.ONE_TO_ONE, 6, required=False, nullable=True, synonyms=("1:1", "one to one work", "121 work")),
        Column(p.ONSET_START, 7, nullable=True, synonyms=("onset score start", "onset at start", "first onset")),
        Column(p.ONSET_END, 8, nullable=True, synonyms=("onset score end", "onset at end", "last onset")),
        Column(p.OFFENDED_AFTER, 9, required=False, nullable=True, synonyms=("offended since", "offended after start")),
        Column(f.EXTRACT_DATE, 10, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("yisp_referral_id",),
    required=False,
    rules=(
        Rule(
            "YJ-X-5801",
            "stop-row",
            "cross-field",
            ("yisp_end", "yisp_start"),
            "The work ends before it starts.",
            "an end on or after the start, or no end",
            LOG_FILE,
            ask.at_most("yisp_start", "yisp_end"),
        ),
        shared.not_before(58, 2, "yisp_start", "yisp_referral_date"),
        shared.not_after_extract(58, 3, "yisp_start", "stop-row"),
        Rule(
            "YJ-X-5804",
            "query",
            "cross-field",
            ("yisp_start", "yisp_end"),
            "The work has an end and no start; it counts as a referral that never began.",
            "a start wherever there is an end",
            LOG_FILE,
            ask.by_context(("yisp_end",), ask.filled("yisp_start")),
        ),
        Rule(
            "YJ-X-5805",
            "query",
            "cross-field",
            ("onset_start", "onset_end"),
            "There is an Onset score at the end and none at the start; the change cannot be told.",
            "a score at the start wherever there is one at the end",
            LOG_FILE,
            ask.by_context(("onset_end",), ask.filled("onset_start")),
        ),
        shared.not_after_extract(58, 6, "yisp_referral_date", "stop-row"),
        shared.one_extract_date(58),
    ),
)
