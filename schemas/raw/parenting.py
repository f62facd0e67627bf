"""The parenting extract: work with parents and carers, one parent at a time (measures.md C1, PAR, C3)."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import CheckContext, Column, Extract


def _came_at_all(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return ~frame["parenting_completed"] | frame["sessions_attended"].gt(0)


PARENTING = Extract(
    name="parenting",
    number=49,
    source="cms",
    title="Work with parents",
    grain="one row per intervention with one parent or carer of one young person",
    columns=(
        Column(s.PARENTING_ID, 1, synonyms=("parenting number", "parenting intervention id", "parenting record id")),
        Column(
            f.YPID,
            2,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(s.PARENT_KEY, 3, synonyms=("parent id", "parent number", "carer id")),
        Column(
            f.PROGRAMME_ID,
            4,
            required=False,
            nullable=True,
            refers=("interventions", "programme_id"),
            synonyms=("programme number", "intervention id", "order id"),
        ),
        Column(
            s.PARENTING_TYPE,
            5,
            synonyms=("type of parenting intervention", "parenting intervention type", "parenting kind"),
        ),
        Column(
            s.VOLUNTARY,
            6,
            required=False,
            nullable=True,
            synonyms=("voluntary yes no", "voluntary or ordered", "is voluntary"),
        ),
        Column(
            f.START_DATE,
            7,
            about="First day of the work with the parent.",
            synonyms=("parenting start", "parenting start date", "first session"),
        ),
        Column(s.SESSIONS_PLANNED, 8, nullable=True, synonyms=("planned sessions", "sessions offered")),
        Column(s.SESSIONS_ATTENDED, 9, nullable=True, synonyms=("attended sessions", "sessions delivered")),
        Column(s.PARENTING_COMPLETED, 10, nullable=True, synonyms=("completed", "parenting programme completed")),
        Column(s.PARENT_SATISFIED, 11, required=False, nullable=True, synonyms=("satisfied", "satisfaction")),
        Column(f.EXTRACT_DATE, 12, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("parenting_id",),
    required=False,
    rules=(
        rules.by_extract_date((49, 1), "cms", "start_date"),
        rules.in_order(
            (49, 2),
            "cms",
            ("sessions_attended", "sessions_planned"),
            "More sessions were attended than planned.",
            "query",
        ),
        rules.agrees(
            (49, 3),
            "cms",
            ("parenting_completed", "sessions_attended"),
            (
                "The work was completed, and no session was attended.",
                "a session or more wherever the work was completed",
            ),
            ask.by_context(("parenting_completed", "sessions_attended"), _came_at_all),
        ),
        shared.one_extract_date(49),
    ),
)
