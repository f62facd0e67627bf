"""The assessments extract: Asset, Onset and AssetPlus, one assessment a row."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_health as h
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN

#: First score of the enhanced and of the intensive band (measures.md B6).
_ENHANCED, _INTENSIVE = 15, 33


def _level_agrees(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """The officer's level is the higher of the score's band and the risk of harm."""
    score, rosh = frame["asset_score"].fillna(0), frame["rosh"].fillna("low")
    due = pd.Series("standard", index=frame.index)
    due[score.ge(_ENHANCED) | rosh.eq("medium")] = "enhanced"
    due[score.ge(_INTENSIVE) | rosh.isin(["high", "very high"])] = "intensive"
    return frame["scaled_level"].eq(due)


ASSESSMENTS = Extract(
    name="assessments",
    number=32,
    source="cms",
    title="Assessments",
    grain="one row per assessment of a young person",
    columns=(
        Column(h.ASSESSMENT_ID, 1, synonyms=("asset id", "assessment number", "assessment ref")),
        Column(
            f.YPID,
            2,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(h.STAGE, 3, synonyms=("assessment stage", "asset stage", "assessment type")),
        Column(h.ASSESSMENT_DATE, 4, synonyms=("date of assessment", "asset date", "assessed on")),
        Column(
            h.COMPLETED_DATE,
            5,
            required=False,
            nullable=True,
            synonyms=("completed", "sign off date", "countersigned date"),
        ),
        Column(h.TOOL, 6, synonyms=("assessment tool", "asset type", "tool used")),
        Column(h.ASSET_SCORE, 7, nullable=True, synonyms=("score", "asset total", "total asset score")),
        Column(h.ROSH, 8, nullable=True, synonyms=("risk of serious harm", "rosh level", "risk of harm")),
        Column(
            h.SAFETY_WELLBEING,
            9,
            required=False,
            nullable=True,
            synonyms=("vulnerability", "safety and wellbeing", "vulnerability level"),
        ),
        Column(
            h.SCALED_LEVEL,
            10,
            required=False,
            nullable=True,
            synonyms=("scaled approach level", "intervention level", "level of supervision"),
        ),
        Column(h.MAPPA_LEVEL, 11, required=False, nullable=True, synonyms=("mappa", "mappa lvl")),
        Column(
            h.FAMILY_SCORE,
            12,
            required=False,
            nullable=True,
            synonyms=("family section score", "family and personal relationships"),
        ),
        Column(f.EXTRACT_DATE, 13, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("assessment_id",),
    required=False,
    rules=(
        shared.not_after_extract(32, 1, "assessment_date", "stop-row"),
        shared.not_before(32, 2, "completed_date", "assessment_date"),
        Rule(
            "YJ-X-3203",
            "query",
            "cross-field",
            ("asset_score", "tool"),
            "An Asset has no score, so only the risk of harm gives its level.",
            "a score from 0 to 64 for every Asset",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.only_where("tool", ("ASSET",), "asset_score"),
        ),
        Rule(
            "YJ-X-3204",
            "notice",
            "cross-field",
            ("scaled_level", "asset_score", "rosh"),
            "The officer decided on another level than the higher of score and risk of harm; the officer's counts.",
            "a level decided with the manager's agreement",
            "Look whether the reason is recorded in the case-management system; nothing else needs doing.",
            ask.by_context(("scaled_level",), _level_agrees),
        ),
        shared.one_extract_date(32),
    ),
)
