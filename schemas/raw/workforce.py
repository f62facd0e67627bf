"""The workforce extract: who is in which post, and since when."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_people as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import STAFF_FILE

WORKFORCE = Extract(
    name="workforce",
    number=66,
    source="hr",
    title="Workforce",
    grain="one row per post and person who has held it",
    columns=(
        Column(p.POST_ID, 1, synonyms=("post number", "position number", "position id")),
        Column(
            p.STAFF_ID,
            2,
            nullable=True,
            about="Payroll number of the person in the post; empty while the post is vacant.",
            synonyms=("payroll number", "employee number", "staff number"),
        ),
        Column(p.STAFF_NAME, 3, required=False, nullable=True, keep=False, synonyms=("employee name", "post holder")),
        Column(f.SEX, 4, nullable=True, about="The person's sex; empty where not stated.", synonyms=("sex of staff",)),
        Column(
            f.ETHNICITY,
            5,
            nullable=True,
            about="The person's own word for their ethnicity, 18+1 code; empty where not stated.",
            synonyms=("ethnicity of staff", "ethnic origin of staff"),
        ),
        Column(p.STAFF_ROLE, 6, synonyms=("role", "job role", "job title")),
        Column(p.GRADE, 7, nullable=True, synonyms=("pay grade", "salary grade")),
        Column(p.FTE, 8, synonyms=("full time equivalent", "wte", "contracted fte")),
        Column(p.POST_START, 9, synonyms=("started in post", "post start date")),
        Column(p.POST_END, 10, nullable=True, synonyms=("left post", "post end date")),
        Column(f.EXTRACT_DATE, 11, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("post_id", "post_start"),
    required=False,
    rules=(
        Rule(
            "YJ-X-6601",
            "stop-row",
            "cross-field",
            ("post_end", "post_start"),
            "The time in the post ends before it starts.",
            "an end on or after the start, or no end",
            STAFF_FILE,
            ask.at_most("post_start", "post_end"),
        ),
        Rule(
            "YJ-X-6602",
            "query",
            "within-file",
            ("sex", "staff_id"),
            "One person's sex differs between two rows; the newest post's is taken.",
            "one person, one sex recorded",
            STAFF_FILE,
            ask.same_within(("staff_id",), "sex"),
        ),
        Rule(
            "YJ-X-6603",
            "query",
            "within-file",
            ("ethnicity", "staff_id"),
            "One person's ethnicity differs between two rows; the newest post's is taken.",
            "one person, one ethnicity recorded",
            STAFF_FILE,
            ask.same_within(("staff_id",), "ethnicity"),
        ),
        shared.one_extract_date(66),
    ),
)
