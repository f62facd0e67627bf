"""The risk register extract."""

from __future__ import annotations

from schemas import fields_board as b
from schemas.extract import Column, Extract

RISKS = Extract(
    name="risks",
    number=19,
    source="board",
    title="Risk register",
    grain="one row per risk in one edition of the register",
    columns=(
        Column(b.RISK_ID, 1, synonyms=("risk number", "risk no", "risk ref")),
        Column(b.REGISTER_VERSION, 2, synonyms=("register edition", "version")),
        Column(b.SCALE, 3, synonyms=("risk scale", "scoring scale")),
        Column(b.RISK_DESCRIPTION, 4, synonyms=("risk description", "risk")),
        Column(b.CAUSES, 5, required=False, nullable=True, synonyms=("cause", "causes of risk")),
        Column(b.CONSEQUENCES, 6, required=False, nullable=True, synonyms=("consequence", "consequences of risk")),
        Column(b.OWNER, 7, synonyms=("risk owner",)),
        Column(b.IMPACT, 8, synonyms=("risk impact",)),
        Column(b.LIKELIHOOD, 9, synonyms=("risk likelihood",)),
        Column(b.SCORE, 10, synonyms=("risk score", "current score")),
        Column(b.RESIDUAL_IMPACT, 11, required=False, nullable=True, synonyms=("residual risk impact",)),
        Column(b.RESIDUAL_LIKELIHOOD, 12, required=False, nullable=True, synonyms=("residual risk likelihood",)),
        Column(b.RESIDUAL_SCORE, 13, required=False, nullable=True, synonyms=("residual risk score",)),
        Column(
            b.CONTROLS,
            14,
            required=False,
            nullable=True,
            synonyms=("list of current controls", "list of current controls arrangements", "current controls"),
        ),
        Column(b.ACTIONS, 15, required=False, nullable=True, synonyms=("further actions", "additional actions")),
        Column(b.REVIEWED_DATE, 16, synonyms=("last reviewed", "date reviewed", "review date")),
    ),
    key=("register_version", "risk_id"),
    measures=("RSK-15",),
    max_stopped_share=0.5,
)
