"""The savings extract: what the medium-term financial strategy requires of the service."""

from __future__ import annotations

from schemas import fields_board as b
from schemas.extract import Column, Extract

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
    snapshot=False,
    required=False,
    measures=("FIN-05",),
    max_stopped_share=0.5,
)
