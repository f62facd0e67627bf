"""The substance misuse extract: referrals to the drug service, with assessment and treatment."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_health as h
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import HEALTH_FILE
from schemas.shared_days import days_in_order, not_after_extract


def _not_both(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """Nobody who declined began treatment."""
    return ~(frame["sm_declined"] & frame["sm_treatment_start"].notna())


SUBSTANCE_MISUSE = Extract(
    name="substance_misuse",
    number=34,
    source="health",
    title="Substance misuse referrals",
    grain="one row per referral of a young person to the drug service",
    columns=(
        Column(h.SM_REFERRAL_ID, 1, synonyms=("substance misuse referral id", "drug referral id", "sm ref id")),
        Column(
            f.YPID,
            2,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(h.SCREENED_DATE, 3, required=False, nullable=True, synonyms=("screening date", "date screened")),
        Column(
            h.SM_REFERRED_DATE, 4, synonyms=("substance misuse referral date", "drug referral date", "sm referral date")
        ),
        Column(
            h.SM_ASSESSED_DATE,
            5,
            nullable=True,
            synonyms=("substance misuse assessment date", "drug assessment date", "sm assessment date"),
        ),
        Column(h.SM_OFFERED_DATE, 6, required=False, nullable=True, synonyms=("sm offer date", "treatment offered")),
        Column(
            h.SM_TREATMENT_START,
            7,
            nullable=True,
            synonyms=("sm intervention start", "substance misuse treatment start"),
        ),
        Column(
            h.SM_TREATMENT_END, 8, nullable=True, synonyms=("sm intervention end", "substance misuse treatment end")
        ),
        Column(
            h.SM_TREATMENT_TYPE, 9, nullable=True, synonyms=("sm intervention type", "substance misuse treatment type")
        ),
        Column(h.SM_DECLINED, 10, required=False, nullable=True, synonyms=("declined", "refused treatment")),
        Column(f.EXTRACT_DATE, 11, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("sm_referral_id",),
    required=False,
    rules=(
        not_after_extract((34, 1), "sm_referred_date", "stop-row", HEALTH_FILE),
        days_in_order(
            (34, 2),
            "sm_referred_date",
            "sm_assessed_date",
            "The assessment is before the referral, so nobody can say whether it was in time; it is left out.",
            "query",
            HEALTH_FILE,
        ),
        days_in_order(
            (34, 3),
            "sm_assessed_date",
            "sm_treatment_start",
            "Treatment began before the assessment, so nobody can say whether it was in time; it is left out.",
            "query",
            HEALTH_FILE,
        ),
        days_in_order(
            (34, 4),
            "sm_treatment_start",
            "sm_treatment_end",
            "Treatment ends before it starts.",
            "stop-row",
            HEALTH_FILE,
        ),
        Rule(
            "YJ-X-3405",
            "query",
            "cross-field",
            ("sm_declined", "sm_treatment_start"),
            "Treatment was declined and has begun all the same; it counts as begun.",
            "declined, or a first day of treatment",
            f"{HEALTH_FILE} If both are right, explain them.",
            ask.by_context(("sm_declined",), _not_both),
        ),
        not_after_extract((34, 6), "sm_assessed_date", "query", HEALTH_FILE),
        not_after_extract((34, 7), "sm_treatment_start", "query", HEALTH_FILE),
        shared.one_extract_date(34),
    ),
)
