"""The remand episodes extract: bail and remand, one episode at a time."""

from __future__ import annotations

from schemas import fields as f
from schemas.extract import Column, Extract

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
    measures=("REM-01", "REM-02"),
)
