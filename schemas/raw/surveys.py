"""The surveys extract: what young people and parents said of the service, one answer at a time."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from schemas import fields as f
from schemas import fields_people as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.codelists_people import USUAL_SCALE
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import SURVEY_FILE

_MOST = {"5-point": 5, "10-point": 10}
_ASKED = {
    "Work with the service": "Young person",
    "Likely to offend": "Young person",
    "Treated fairly": "Young person",
    "Child less likely to offend": "Parent or carer",
    "Enjoyment of IMPACT": "Young person",
    "Skills of IMPACT staff": "Young person",
}


def _on_scale(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    scale = frame["survey_scale"].fillna(frame["question"].map(USUAL_SCALE))
    return frame["answer_score"].le(scale.map(_MOST).fillna(max(_MOST.values())))


def _scale_said(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
    return frame["survey_scale"].notna() | frame["answer_score"].isna()


SURVEYS = Extract(
    name="surveys",
    number=65,
    source="survey",
    title="Surveys of young people and parents",
    grain="one row per form and question",
    columns=(
        Column(p.RESPONSE_ID, 1, synonyms=("response number", "respondent number", "form number")),
        Column(p.SURVEY_ROUND, 2, synonyms=("round", "wave", "survey name")),
        Column(p.SURVEY_DATE, 3, synonyms=("date completed", "completed on", "response date")),
        Column(p.RESPONDENT_TYPE, 4, synonyms=("respondent", "who answered", "answered by")),
        Column(p.QUESTION, 5, synonyms=("question asked", "item asked")),
        Column(
            p.SURVEY_SCALE,
            6,
            nullable=True,
            about="Scale the answer is given on; where it is empty, the one the question was written on.",
            synonyms=("scale", "answer scale", "points of scale"),
        ),
        Column(p.ANSWER_SCORE, 7, nullable=True, synonyms=("answer", "rating given", "points given")),
        Column(
            p.FREE_TEXT, 8, required=False, nullable=True, keep=False, synonyms=("comment", "comments", "open answer")
        ),
        Column(f.EXTRACT_DATE, 9, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("response_id", "question"),
    required=False,
    rules=(
        Rule(
            "YJ-X-6501",
            "stop-row",
            "cross-field",
            ("answer_score", "survey_scale", "question"),
            "The answer is off its scale, so nothing can be made of it.",
            "1 to 5 on a 5-point scale, 1 to 10 on a 10-point scale; where no scale is said, the question's own",
            SURVEY_FILE,
            ask.by_context(("answer_score", "question"), _on_scale),
        ),
        Rule(
            "YJ-X-6502",
            "notice",
            "cross-field",
            ("survey_scale", "answer_score"),
            "No scale is said; the one the question was written on is taken.",
            "5-point or 10-point beside every answer, since one column may hold both",
            SURVEY_FILE,
            _scale_said,
        ),
        replace(shared.not_after_extract(65, 3, "survey_date", "stop-row"), fix=SURVEY_FILE),
        Rule(
            "YJ-X-6504",
            "query",
            "cross-field",
            ("question", "respondent_type"),
            "The question is not one that such a respondent is asked; the answer is not counted.",
            "questions on the child's offending of parents, the others of young people",
            SURVEY_FILE,
            ask.maps_to("question", _ASKED, "respondent_type"),
        ),
        shared.one_extract_date(65),
    ),
)
