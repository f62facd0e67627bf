"""The ledger extract: what was spent, period by period."""

from __future__ import annotations

import pandas as pd

from schemas import fields_board as b
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import FINANCE_FILE


def _posted_in_year(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    first = pd.to_datetime(frame["fy"].str.slice(0, 4) + "-04-01", errors="coerce")
    return (frame["posted_date"] >= first) & (frame["posted_date"] < first + pd.DateOffset(months=15))


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
    rules=(
        shared.no_totals(17, 1, ("account", "cost_centre", "agency")),
        shared.real_year(17, 2, FINANCE_FILE),
        Rule(
            "YJ-X-1703",
            "query",
            "cross-field",
            ("posted_date", "fy"),
            "The amount was posted outside its financial year and the three months after it.",
            "a posting day from 1 April of the year to 30 June after it",
            FINANCE_FILE,
            ask.by_context(("posted_date", "fy"), _posted_in_year),
        ),
        Rule(
            "YJ-X-1704",
            "query",
            "cross-field",
            ("commitment",),
            "The commitment is below nought.",
            "an amount of nought or more",
            FINANCE_FILE,
            ask.within("commitment", 0, None),
        ),
    ),
    max_stopped_share=0.5,
)
