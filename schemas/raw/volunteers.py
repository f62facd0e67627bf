"""The volunteers extract: who volunteers for the service, since when, and how far trained."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_statutory as s
from schemas import predicates as ask
from schemas import rules_logs as logs
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import BY_SOURCE


def _one_of_a_birthday(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """The first with this date of birth and sex, or entered with the number of an earlier entry."""
    return ~frame.duplicated(["date_of_birth", "sex"]) | frame["earlier_volunteer_id"].notna()


def _another(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return frame["earlier_volunteer_id"] != frame["volunteer_id"]


VOLUNTEERS = Extract(
    name="volunteers",
    number=42,
    source="log",
    title="Volunteers",
    grain="one row per volunteer",
    required=False,
    columns=(
        Column(s.VOLUNTEER_ID, 1, synonyms=("volunteer number", "volunteer ref", "volunteer reference")),
        Column(s.JOINED_DATE, 2, synonyms=("date joined", "joined", "volunteer since")),
        Column(s.LEFT_DATE, 3, nullable=True, synonyms=("date left", "left", "left on")),
        Column(f.SEX, 4, nullable=True, about="The volunteer's sex.", synonyms=("gender", "m/f")),
        Column(
            f.ETHNICITY_GROUP,
            5,
            nullable=True,
            about="Ethnic group of the volunteer, as the Youth Justice Board groups them; empty counts as not stated.",
            synonyms=("ethnic group", "ethnic origin", "ethnicity"),
        ),
        Column(s.VOLUNTEER_ROLES, 6, required=False, nullable=True, synonyms=("roles", "recruited for")),
        Column(
            s.TRAINING_COMPLETED_DATE,
            7,
            required=False,
            nullable=True,
            synonyms=("training completed", "date trained", "trained on"),
        ),
        Column(s.ACCREDITED_DATE, 8, required=False, nullable=True, synonyms=("accredited", "date accredited")),
        Column(
            s.EARLIER_VOLUNTEER_ID,
            9,
            required=False,
            nullable=True,
            synonyms=("previous volunteer number", "earlier volunteer number", "same person as"),
        ),
        Column(
            f.DATE_OF_BIRTH,
            10,
            required=False,
            nullable=True,
            about="The volunteer's date of birth; it only shows who may have been entered twice.",
            synonyms=("dob", "birth date"),
        ),
        Column(f.EXTRACT_DATE, 11, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("volunteer_id",),
    rules=(
        Rule(
            "YJ-X-4201",
            "stop-row",
            "cross-field",
            ("left_date", "joined_date"),
            "The volunteer left before joining.",
            "a last day on or after the first, or none",
            BY_SOURCE["log"],
            ask.at_most("joined_date", "left_date"),
        ),
        logs.query(
            42,
            2,
            ("date_of_birth", "sex", "earlier_volunteer_id"),
            (
                "Another volunteer above has the same date of birth and sex: perhaps one person under two names.",
                "the earlier number in the newer row, where the two are one",
            ),
            ask.by_context(("date_of_birth", "sex"), _one_of_a_birthday),
        ),
        logs.query(
            42,
            3,
            ("earlier_volunteer_id", "volunteer_id"),
            ("The earlier number is the row's own.", "the number of another row, or none"),
            ask.by_context(("earlier_volunteer_id",), _another),
        ),
        logs.not_in_the_future(42, 4, "joined_date"),
        shared.one_extract_date(42),
    ),
)
