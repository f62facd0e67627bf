"""The priorities extract: the plan's priorities and how their milestones stand."""

from __future__ import annotations

from schemas import fields_board as b
from schemas.extract import Column, Extract

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
    measures=tuple(f"PRI-{number:02d}" for number in range(1, 12)),
    max_stopped_share=0.5,
)
