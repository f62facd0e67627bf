"""The budget extract: who pays for the service, and for what."""

from __future__ import annotations

from schemas import fields_board as b
from schemas import fields_published as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import FINANCE_FILE

FINANCE_BUDGET = Extract(
    name="finance_budget",
    number=16,
    source="finance",
    title="Budget",
    grain="one row per year, agency, line, stream and kind",
    columns=(
        Column(b.FY, 1, synonyms=("financial year", "year")),
        Column(b.AGENCY, 2, synonyms=("partner", "partner agency", "funder")),
        Column(b.LINE, 3, synonyms=("budget line", "item", "purpose")),
        Column(b.STREAM, 4, synonyms=("funding stream", "pooled or additional")),
        Column(b.BUDGET_KIND, 5, synonyms=("kind of contribution", "contribution type")),
        Column(b.BUDGET, 6, synonyms=("budget amount", "annual budget", "amount")),
        Column(p.SOURCE, 7, required=False, nullable=True, synonyms=("source of figure",)),
    ),
    key=("fy", "agency", "line", "stream", "kind"),
    rules=(
        shared.no_totals(16, 1, ("line", "agency")),
        Rule(
            "YJ-X-1602",
            "query",
            "cross-field",
            ("budget",),
            "The budget is below nought.",
            "an amount of nought or more; a cut is a smaller budget, not a negative one",
            FINANCE_FILE,
            ask.within("budget", 0, None),
        ),
        shared.real_year(16, 3, FINANCE_FILE),
    ),
    snapshot=False,
    max_stopped_share=0.5,
)
