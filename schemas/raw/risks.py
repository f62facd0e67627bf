"""The risk register extract."""

from __future__ import annotations

import pandas as pd

from schemas import fields_board as b
from schemas import predicates as ask
from schemas import predicates_published as figures
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import BOARD_FILE


def _reviewed_within_the_year(frame: pd.DataFrame, context: CheckContext) -> pd.Series:
    return frame["reviewed_date"] >= pd.Timestamp(context.quarter_end) - pd.DateOffset(years=1)


def _not_due_yet(frame: pd.DataFrame, context: CheckContext) -> pd.Series:
    held = frame["reviewed_date"].ge(frame["review_due"]).fillna(value=False)
    return held | (frame["review_due"] > pd.Timestamp(context.quarter_end))


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
        Column(b.IMPACT, 8, nullable=True, synonyms=("risk impact",)),
        Column(b.LIKELIHOOD, 9, nullable=True, synonyms=("risk likelihood",)),
        Column(b.SCORE, 10, nullable=True, synonyms=("risk score", "current score")),
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
        Column(b.REVIEW_DUE, 17, required=False, nullable=True, synonyms=("next review", "to be reviewed by")),
    ),
    key=("register_version", "risk_id"),
    rules=(
        Rule(
            "YJ-X-1901",
            "query",
            "cross-field",
            ("impact", "scale"),
            "impact is off the register's own scale.",
            "a point of the scale that the row states",
            BOARD_FILE,
            figures.on_scale("impact"),
        ),
        Rule(
            "YJ-X-1902",
            "query",
            "cross-field",
            ("likelihood", "scale"),
            "likelihood is off the register's own scale.",
            "a point of the scale that the row states",
            BOARD_FILE,
            figures.on_scale("likelihood"),
        ),
        Rule(
            "YJ-X-1903",
            "notice",
            "cross-field",
            ("score", "impact", "likelihood"),
            "The score fits one way of scoring alone, sum or product; see that the whole register uses one (T-21).",
            "impact and likelihood added, or multiplied, in the same way for every risk",
            BOARD_FILE,
            figures.score_fits_both_or_neither("impact", "likelihood", "score"),
        ),
        Rule(
            "YJ-X-1904",
            "query",
            "cross-field",
            ("score", "impact", "likelihood"),
            "The score is neither the sum nor the product of impact and likelihood (T-21).",
            "impact and likelihood added, or multiplied, in the same way for every risk",
            BOARD_FILE,
            figures.score_fits_either("impact", "likelihood", "score"),
        ),
        Rule(
            "YJ-X-1905",
            "notice",
            "cross-field",
            ("residual_score", "residual_impact", "residual_likelihood"),
            "The score fits one way of scoring alone, sum or product; see that the whole register uses one (T-21).",
            "impact and likelihood added, or multiplied, in the same way for every risk",
            BOARD_FILE,
            figures.score_fits_both_or_neither("residual_impact", "residual_likelihood", "residual_score"),
        ),
        Rule(
            "YJ-X-1906",
            "query",
            "cross-field",
            ("residual_score", "residual_impact", "residual_likelihood"),
            "The score is neither the sum nor the product of impact and likelihood (T-21).",
            "impact and likelihood added, or multiplied, in the same way for every risk",
            BOARD_FILE,
            figures.score_fits_either("residual_impact", "residual_likelihood", "residual_score"),
        ),
        Rule(
            "YJ-X-1907",
            "query",
            "cross-field",
            ("residual_impact", "scale"),
            "residual_impact is off the register's own scale.",
            "a point of the scale that the row states",
            BOARD_FILE,
            figures.on_scale("residual_impact"),
        ),
        Rule(
            "YJ-X-1908",
            "query",
            "cross-field",
            ("residual_likelihood", "scale"),
            "residual_likelihood is off the register's own scale.",
            "a point of the scale that the row states",
            BOARD_FILE,
            figures.on_scale("residual_likelihood"),
        ),
        Rule(
            "YJ-X-1909",
            "query",
            "cross-field",
            ("scale",),
            "The scale does not say where it begins and ends, so no point on it can be judged (T-22).",
            "two ends and which is highest, as 1-3, 1 highest",
            BOARD_FILE,
            figures.scale_readable(),
        ),
        Rule(
            "YJ-X-1910",
            "query",
            "cross-field",
            ("residual_score", "residual_impact"),
            "The residual risk is scored in part only.",
            "residual impact and residual score together, or neither",
            BOARD_FILE,
            ask.together("residual_score", "residual_impact"),
        ),
        Rule(
            "YJ-X-1911",
            "notice",
            "cross-field",
            ("reviewed_date",),
            "The risk was last reviewed more than a year before the quarter's end.",
            "a review within the year",
            "Ask the owner to review the risk before the Board meets.",
            ask.by_context(("reviewed_date",), _reviewed_within_the_year),
        ),
        Rule(
            "YJ-X-1912",
            "query",
            "cross-field",
            ("score",),
            "The risk has no score; the register shows it without one.",
            "a score for every risk",
            BOARD_FILE,
            ask.filled("score"),
        ),
        Rule(
            "YJ-X-1913",
            "notice",
            "cross-field",
            ("review_due",),
            "The day by which the risk was to be reviewed had passed at the quarter's end.",
            "a day after the quarter's end, once the review was held",
            "Ask the owner to review the risk before the Board meets.",
            ask.by_context(("review_due",), _not_due_yet),
        ),
        shared.names_nobody(19, 14, "description"),
        shared.names_nobody(19, 15, "causes"),
    ),
    max_stopped_share=0.5,
)
