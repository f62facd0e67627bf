"""The national standards extract: what each order was due by when, and when it was done."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_statutory as s
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN

ORDER_STANDARDS = Extract(
    name="order_standards",
    number=44,
    source="cms",
    title="National standards of orders",
    grain="one row per order, national standard and day due",
    required=False,
    columns=(
        Column(
            f.PROGRAMME_ID,
            1,
            synonyms=("order id", "intervention id", "programme number"),
            refers=("interventions", "programme_id"),
        ),
        Column(s.STANDARD, 2, synonyms=("national standard", "standard due", "ns")),
        Column(
            s.RUNS_FROM_DATE,
            3,
            required=False,
            nullable=True,
            synonyms=("runs from", "time runs from", "date of sentence"),
        ),
        Column(s.DUE_DATE, 4, synonyms=("due", "date due", "due by")),
        Column(s.DONE_DATE, 5, nullable=True, synonyms=("done", "date done", "done on")),
        Column(f.EXTRACT_DATE, 6, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("programme_id", "standard", "due_date"),
    rules=(
        shared.not_before(44, 1, "done_date", "runs_from_date"),
        Rule(
            "YJ-X-4402",
            "query",
            "cross-field",
            ("runs_from_date", "standard"),
            "The first panel has no day of sentence to count its working days from; it is left out of that figure.",
            "the day of sentence in the row of each first panel",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.only_where("standard", ("FIRST_PANEL",), "runs_from_date"),
        ),
        shared.not_before(44, 3, "due_date", "runs_from_date"),
        shared.not_after_extract(44, 4, "done_date", "query"),
        shared.one_extract_date(44),
    ),
)
