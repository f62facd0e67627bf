"""The community restorative disposals extract: the police's list, whose young people have no case-system number yet."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import POLICE_LIST


def _nth_reaches(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """The recorded number is no lower than the rows of that key up to the day tell."""
    ordered = frame.sort_values(["crd_date", "crd_id"], kind="stable")
    so_far = ordered.groupby("person_key", dropna=False).cumcount() + 1
    reaches: pd.Series = frame["crd_nth"] >= so_far.reindex(frame.index)
    return reaches


CRD = Extract(
    name="crd",
    number=56,
    source="police_list",
    title="Community restorative disposals",
    grain="one row per community restorative disposal",
    columns=(
        Column(p.CRD_ID, 1, synonyms=("crd number", "crd reference", "disposal reference")),
        Column(
            p.PERSON_KEY, 2, nullable=True, synonyms=("police person key", "nominal number", "niche nominal", "urn")
        ),
        Column(p.CRD_DATE, 3, synonyms=("date of crd", "disposal date", "crd given")),
        Column(p.CRD_OFFENCE, 4, required=False, nullable=True, synonyms=("crd offence type", "offence of crd")),
        Column(
            f.DISTRICT_CODE,
            5,
            nullable=True,
            about="GSS code of the district where the disposal was given.",
            synonyms=("district", "district of crd", "local authority district"),
        ),
        Column(p.CRD_NTH, 6, required=False, nullable=True, synonyms=("nth", "crd count", "which crd")),
        Column(p.REFERRED_TO_YOS, 7, nullable=True, synonyms=("yos referral", "referred to yot")),
        Column(p.YISP_REFERRAL, 8, nullable=True, synonyms=("referred to yisp", "yisp referred")),
        Column(
            p.OFFICER,
            9,
            required=False,
            nullable=True,
            keep=False,
            about="Officer who gave the disposal. No figure needs it; it is never kept.",
            synonyms=("police officer", "issuing officer", "collar number"),
        ),
        Column(f.EXTRACT_DATE, 10, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("crd_id",),
    required=False,
    rules=(
        shared.not_after_extract(56, 1, "crd_date", "stop-row"),
        Rule(
            "YJ-X-5602",
            "query",
            "within-file",
            ("crd_date", "person_key", "crd_offence"),
            "The same young person, day and offence stand in a row above; the disposal is counted once.",
            "one row per disposal",
            POLICE_LIST,
            ask.by_context(("person_key",), ask.first_of_its_kind(("person_key", "crd_date", "crd_offence"))),
        ),
        Rule(
            "YJ-X-5603",
            "query",
            "within-file",
            ("crd_nth", "person_key", "crd_date"),
            "The disposal is recorded as an earlier one than the file's own rows of that young person tell.",
            "a number no lower than the count of rows with that key",
            POLICE_LIST,
            ask.by_context(("crd_nth", "person_key", "crd_date"), _nth_reaches),
        ),
        Rule(
            "YJ-X-5604",
            "notice",
            "cross-field",
            ("person_key",),
            "The disposal has no key of the young person, so that a repeat cannot be told.",
            "the police's key of the young person",
            POLICE_LIST,
            ask.filled("person_key"),
        ),
        Rule(
            "YJ-X-5605",
            "query",
            "cross-field",
            ("yisp_referral", "referred_to_yos"),
            "A referral to the YISP is recorded for a young person who was not referred to the service.",
            "Yes in both, or No in both",
            POLICE_LIST,
            ask.never_together("referred_to_yos", (False,), "yisp_referral", (True,)),
        ),
        shared.one_extract_date(56),
    ),
)
