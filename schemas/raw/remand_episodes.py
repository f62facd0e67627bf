"""The remand episodes extract: bail and remand, one episode at a time."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.codelists_case import SECURE_BY_REMAND
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN


def _nights_agree(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return (frame["end_date"] - frame["start_date"]).dt.days.eq(frame["nights"])


REMAND_EPISODES = Extract(
    name="remand_episodes",
    number=5,
    source="cms",
    title="Remand episodes",
    grain="one row per episode of bail or remand of a young person",
    columns=(
        Column(f.EPISODE_ID, 1, synonyms=("remand id", "remand episode id", "episode number")),
        Column(f.YPID, 2, synonyms=("young person id", "client id", "person id", "case number", "raise id")),
        Column(
            f.START_DATE,
            3,
            about="First day of the episode.",
            synonyms=("episode start", "remand start date", "remand start"),
        ),
        Column(
            f.END_DATE,
            4,
            nullable=True,
            about="Last day of the episode; empty while it goes on.",
            synonyms=("episode end", "remand end date", "remand end"),
        ),
        Column(f.REMAND_TYPE, 5, synonyms=("type of remand", "remand status", "bail or remand type")),
        Column(f.BAIL_PACKAGE, 6, synonyms=("bail programme", "bail support package")),
        Column(f.SECURE, 7, synonyms=("secure remand", "secure flag", "is secure")),
        Column(f.ESTABLISHMENT, 8, required=False, nullable=True, synonyms=("secure establishment", "placement")),
        Column(f.NIGHTS, 9, required=False, nullable=True, synonyms=("nights in remand", "number of nights")),
        Column(f.OUTCOME_AT_END, 10, required=False, nullable=True, synonyms=("end outcome", "outcome of episode")),
        Column(f.EXTRACT_DATE, 11, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("episode_id",),
    rules=(
        shared.ends_after_start(5, 1, "episode"),
        Rule(
            "YJ-X-0502",
            "query",
            "cross-field",
            ("secure", "remand_type"),
            "Whether the episode is secure disagrees with the kind of remand.",
            "Yes for remand in custody, court-ordered secure remand and youth detention accommodation; No for others",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.maps_to("remand_type", SECURE_BY_REMAND, "secure"),
        ),
        Rule(
            "YJ-X-0503",
            "query",
            "cross-field",
            ("nights", "start_date", "end_date"),
            "The number of nights is not the one the dates give.",
            "the nights from the first to the last day",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.by_context(("nights", "start_date", "end_date"), _nights_agree),
        ),
        shared.not_after_extract(5, 4, "start_date", "stop-row"),
        Rule(
            "YJ-X-0505",
            "query",
            "cross-field",
            ("bail_package", "remand_type"),
            "The bail package disagrees with the kind of bail.",
            "ISS for bail with ISS, support for bail support",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.maps_to("remand_type", {"BAIL_WITH_ISS": "ISS", "BAIL_SUPPORT": "support"}, "bail_package"),
        ),
        shared.not_after_extract(5, 6, "end_date", "query"),
        shared.one_extract_date(5),
    ),
)
