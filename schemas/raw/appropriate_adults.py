"""The appropriate adults extract: requests from police stations, who came and how soon."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import LOG_FILE


def _somebody_came(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    came: pd.Series = frame["aa_attended"].eq(True)
    return came


APPROPRIATE_ADULTS = Extract(
    name="appropriate_adults",
    number=64,
    source="log",
    title="Appropriate adults",
    grain="one row per request for an appropriate adult",
    columns=(
        Column(p.AA_REQUEST_ID, 1, synonyms=("aa request number", "aa reference", "appropriate adult request")),
        Column(
            f.YPID,
            2,
            nullable=True,
            about="The case system's number, where the young person is known; empty for the others.",
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(p.AA_REQUEST_DATE, 3, synonyms=("date of aa request", "aa requested on")),
        Column(p.AA_ATTENDED, 4, synonyms=("appropriate adult attended", "aa came")),
        Column(p.AA_RESPONSE_HOURS, 5, nullable=True, synonyms=("aa response time", "hours to arrival", "aa wait")),
        Column(p.AA_PROVIDER, 6, nullable=True, synonyms=("aa provided by", "who attended as aa")),
        Column(p.OVERNIGHT_REMAND, 7, synonyms=("kept overnight", "overnight in cells", "overnight police remand")),
        Column(p.CUSTODY_SUITE, 8, required=False, nullable=True, synonyms=("police station", "custody unit")),
        Column(f.EXTRACT_DATE, 9, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("aa_request_id",),
    required=False,
    rules=(
        shared.not_after_extract(64, 1, "aa_request_date", "stop-row"),
        Rule(
            "YJ-X-6402",
            "query",
            "cross-field",
            ("aa_response_hours", "aa_attended"),
            "A response time is given where nobody came; the request counts as not answered.",
            "no response time where nobody came",
            LOG_FILE,
            ask.by_context(("aa_attended", "aa_response_hours"), _somebody_came),
        ),
        Rule(
            "YJ-X-6403",
            "query",
            "cross-field",
            ("aa_response_hours", "aa_attended"),
            "An appropriate adult came and no response time is given; the request counts as not answered in time.",
            "the hours from request to arrival",
            LOG_FILE,
            ask.only_where("aa_attended", (True,), "aa_response_hours"),
        ),
        shared.one_extract_date(64),
    ),
)
