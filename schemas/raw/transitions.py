"""The transitions extract: cases that move to probation at 18 (measures.md C1, A4 transitions)."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import Column, Extract

TRANSITIONS = Extract(
    name="transitions",
    number=48,
    source="log",
    title="Transitions to adult services",
    grain="one row per young person due to move to adult services",
    columns=(
        Column(
            f.YPID,
            1,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(s.EIGHTEENTH_BIRTHDAY, 2, synonyms=("18th birthday", "date of 18th birthday", "turns 18 on")),
        Column(s.ORDER_END, 3, nullable=True, synonyms=("order end date", "sentence end", "order ends")),
        Column(
            s.TRANSFER_REFERRED,
            4,
            nullable=True,
            synonyms=("referred to probation", "referred to adult services", "transfer referral date"),
        ),
        Column(s.ACCEPTED_BY, 5, nullable=True, synonyms=("accepted by service", "receiving service", "adult service")),
        Column(s.TRANSFERRED_DATE, 6, nullable=True, synonyms=("date transferred", "transfer date", "transferred on")),
        Column(
            s.REASON_NOT, 7, required=False, nullable=True, synonyms=("reason not transferred", "why not transferred")
        ),
        Column(f.EXTRACT_DATE, 8, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid",),
    required=False,
    rules=(
        rules.in_order(
            (48, 1), "log", ("transfer_referred", "transferred_date"), "The case moved before it was referred.", "query"
        ),
        rules.by_extract_date((48, 2), "log", "transferred_date"),
        rules.agrees(
            (48, 3),
            "log",
            ("accepted_by", "transferred_date"),
            ("The case moved, and no service is named that took it.", "a service wherever the case moved"),
            rules.comes_with("transferred_date", "accepted_by"),
        ),
        shared.one_extract_date(48),
    ),
)
