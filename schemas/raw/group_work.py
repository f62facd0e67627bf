"""The group work extract: who came to which session of a programme, and who completed it."""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_statutory as s
from schemas import predicates as ask
from schemas import rules_logs as logs
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract


def _came_at_all(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    """A child marked as completing a programme came to one of its sessions at least."""
    came = frame["attended"].astype("boolean").fillna(False)
    ever = came.groupby([frame["group_programme"], frame["ypid"]], dropna=False).transform("max")
    return ~frame["programme_completed"].astype("boolean") | ever


GROUP_WORK = Extract(
    name="group_work",
    number=41,
    source="log",
    title="Group work",
    grain="one row per child, programme and session",
    required=False,
    columns=(
        Column(
            s.GROUP_PROGRAMME,
            1,
            synonyms=("group work programme", "name of group", "group name"),
        ),
        Column(s.SESSION_DATE, 2, synonyms=("date of session", "group session date", "session")),
        Column(
            f.YPID,
            3,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(s.ATTENDED, 4, nullable=True, synonyms=("attendance", "present", "did attend")),
        Column(s.PROGRAMME_COMPLETED, 5, nullable=True, synonyms=("completed programme", "completed the programme")),
        Column(
            s.ACHIEVEMENT_AWARD,
            6,
            required=False,
            nullable=True,
            synonyms=("youth achievement award", "yaa", "award given"),
        ),
        Column(f.EXTRACT_DATE, 7, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("group_programme", "session_date", "ypid"),
    rules=(
        logs.not_in_the_future(41, 1, "session_date"),
        logs.query(
            41,
            2,
            ("programme_completed", "attended", "group_programme", "ypid"),
            (
                "The child is marked as completing the programme and is recorded at none of its sessions.",
                "attendance at one session at least",
            ),
            ask.by_context(("programme_completed",), _came_at_all),
        ),
        shared.one_extract_date(41),
    ),
)
