"""The savings extract: what the medium-term financial strategy requires of the service."""

from __future__ import annotations

import pandas as pd

from schemas import fields_board as b
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import FINANCE_FILE


def _truly_achieved(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return frame["status"].ne("Achieved") | (frame["achieved"] >= frame["target"])


FINANCE_SAVINGS = Extract(
    name="finance_savings",
    number=18,
    source="finance",
    title="Savings",
    grain="one row per savings scheme and year",
    columns=(
        Column(b.SCHEME, 1, synonyms=("savings scheme", "saving")),
        Column(b.FY, 2, synonyms=("financial year", "year")),
        Column(b.SAVING_TARGET, 3, synonyms=("savings target", "saving required", "required")),
        Column(b.SAVING_ACHIEVED, 4, synonyms=("savings achieved", "saving achieved", "delivered")),
        Column(b.SAVING_STATUS, 5, synonyms=("savings status", "rag")),
    ),
    key=("scheme", "fy"),
    rules=(
        shared.no_totals(18, 1, ("scheme",)),
        shared.real_year(18, 2, FINANCE_FILE),
        Rule(
            "YJ-X-1803",
            "query",
            "cross-field",
            ("target",),
            "The saving required is below nought.",
            "an amount of nought or more",
            FINANCE_FILE,
            ask.within("target", 0, None),
        ),
        Rule(
            "YJ-X-1804",
            "query",
            "cross-field",
            ("status", "achieved", "target"),
            "The saving is marked as achieved though less than its target is.",
            "an achieved saving no less than its target",
            FINANCE_FILE,
            ask.by_context(("status", "achieved", "target"), _truly_achieved),
        ),
    ),
    snapshot=False,
    required=False,
    max_stopped_share=0.5,
)
