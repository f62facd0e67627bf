"""The contacts extract: appointments of young people on orders, one contact a row."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_health as h
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN


def _not_yet_attended(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """Nobody has come to a contact that lies after the extract."""
    return ~(frame["contact_date"].gt(frame["extract_date"]) & frame["contact_attended"].eq("yes"))


def _attendance_known(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """A contact that is over says whether the young person came."""
    return frame["contact_attended"].notna() | frame["contact_date"].gt(frame["extract_date"])


CONTACTS = Extract(
    name="contacts",
    number=33,
    source="cms",
    title="Contacts",
    grain="one row per contact with a young person under an order or programme",
    columns=(
        Column(h.CONTACT_ID, 1, synonyms=("appointment id", "contact number", "contact ref")),
        Column(
            f.PROGRAMME_ID,
            2,
            synonyms=("intervention id", "order id", "programme number"),
            refers=("interventions", "programme_id"),
        ),
        Column(h.CONTACT_DATE, 3, synonyms=("date of contact", "appointment date", "contact on")),
        Column(h.CONTACT_TYPE, 4, required=False, nullable=True, synonyms=("type of contact", "appointment type")),
        Column(
            h.CONTACT_PLANNED, 5, required=False, nullable=True, synonyms=("planned", "is planned", "planned contact")
        ),
        Column(h.CONTACT_ATTENDED, 6, nullable=True, synonyms=("attended", "attendance", "contact outcome", "kept")),
        Column(h.LEVEL_ON_DATE, 7, required=False, nullable=True, synonyms=("level on the day", "supervision level")),
        Column(f.EXTRACT_DATE, 8, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("contact_id",),
    required=False,
    rules=(
        Rule(
            "YJ-X-3301",
            "query",
            "cross-field",
            ("contact_attended", "contact_date", "extract_date"),
            "A contact after the day the extract was taken is recorded as attended.",
            "attendance only of contacts that are over",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.by_context(("contact_attended", "contact_date", "extract_date"), _not_yet_attended),
        ),
        Rule(
            "YJ-X-3302",
            "query",
            "cross-field",
            ("contact_attended", "contact_date", "extract_date"),
            "Whether the young person came is not recorded; the contact does not count.",
            "attended, or missed with or without a reason",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.by_context(("contact_date", "extract_date"), _attendance_known),
        ),
        shared.one_extract_date(33),
    ),
)
