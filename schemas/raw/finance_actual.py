"""The ledger extract: what was spent, period by period."""

from __future__ import annotations

from schemas import fields_board as b
from schemas.extract import Column, Extract

FINANCE_ACTUAL = Extract(
    name="finance_actual",
    number=17,
    source="finance",
    title="Spend and forecast",
    grain="one row per year, accounting period, cost centre, account, agency and posting day",
    columns=(
        Column(b.FY, 1, synonyms=("financial year", "year")),
        Column(b.PERIOD, 2, synonyms=("accounting period", "month no", "period no")),
        Column(b.COST_CENTRE, 3, synonyms=("cost centre code", "cc")),
        Column(b.ACCOUNT, 4, synonyms=("account code", "account description", "subjective")),
        Column(b.AGENCY, 5, required=False, nullable=True, synonyms=("partner", "partner agency", "funder")),
        Column(b.ACTUAL, 6, synonyms=("actual spend", "spend", "actuals")),
        Column(b.COMMITMENT, 7, synonyms=("commitments", "committed")),
        Column(b.FORECAST, 8, synonyms=("forecast outturn", "projected outturn", "outturn forecast")),
        Column(b.POSTED_DATE, 9, synonyms=("posting date", "date posted")),
    ),
    key=("fy", "period", "cost_centre", "account", "agency", "posted_date"),
    measures=("FIN-07",),
    max_stopped_share=0.5,
)
