"""The priorities extract: the plan's priorities and how their milestones stand."""

from __future__ import annotations

import pandas as pd

from schemas import fields_board as b
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import BOARD_FILE


def _not_overdue(frame: pd.DataFrame, context: CheckContext) -> pd.Series:
    passed = frame["due"] < pd.Timestamp(context.quarter_start)
    return ~(passed & frame["status"].isin(["Not started", "On track"]))


PRIORITIES = Extract(
    name="priorities",
    number=20,
    source="board",
    title="Priorities",
    grain="one row per priority and milestone of a year",
    columns=(
        Column(b.PRIORITY_NO, 1, synonyms=("priority number", "no")),
        Column(b.FY, 2, synonyms=("financial year", "plan year")),
        Column(b.PRIORITY_TEXT, 3, synonyms=("priority", "priority title")),
        Column(b.OWNER, 4, synonyms=("priority owner", "lead officer", "lead")),
        Column(b.MILESTONE, 5, synonyms=("milestone text", "action")),
        Column(b.DUE, 6, synonyms=("due date", "by when")),
        Column(b.MILESTONE_STATUS, 7, synonyms=("rag", "rag status", "progress")),
        Column(b.NARRATIVE, 8, required=False, nullable=True, synonyms=("commentary", "comment", "update")),
    ),
    key=("fy", "priority_no", "milestone"),
    rules=(
        shared.real_year(20, 1, BOARD_FILE),
        Rule(
            "YJ-X-2002",
            "query",
            "cross-field",
            ("status", "due"),
            "The milestone's day has passed, and it is marked as on track or not started.",
            "Complete, Off track, or a later day agreed by the Board",
            BOARD_FILE,
            ask.by_context(("status", "due"), _not_overdue),
        ),
        Rule(
            "YJ-X-2003",
            "query",
            "within-file",
            ("priority_text", "priority_no", "fy"),
            "One priority stands with two texts.",
            "one text for each priority of a year",
            BOARD_FILE,
            ask.same_within(("fy", "priority_no"), "priority_text"),
        ),
        shared.names_nobody(20, 4, "narrative"),
    ),
)
