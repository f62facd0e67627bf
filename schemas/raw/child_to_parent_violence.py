"""The child-to-parent violence extract: a log of its own, since the flag comes and goes (measures.md A1 PAR-03)."""

from __future__ import annotations

from schemas import fields as f
from schemas import fields_specialist as s
from schemas import shared_rules as shared
from schemas import specialist_rules as rules
from schemas.extract import Column, Extract

CHILD_TO_PARENT_VIOLENCE = Extract(
    name="child_to_parent_violence",
    number=55,
    source="log",
    title="Violence of young people towards parents",
    grain="one row per concern of violence of a young person towards a parent or carer",
    columns=(
        Column(
            f.YPID,
            1,
            refers=("persons", "ypid"),
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
        ),
        Column(s.VIOLENCE_IDENTIFIED, 2, synonyms=("date identified", "identified on", "violence from")),
        Column(s.VIOLENCE_RESOLVED, 3, nullable=True, synonyms=("date resolved", "resolved on", "violence to")),
        Column(s.IDENTIFIED_BY, 4, required=False, nullable=True, synonyms=("told by", "who identified")),
        Column(f.EXTRACT_DATE, 5, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid", "violence_identified"),
    required=False,
    rules=(
        rules.in_order(
            (55, 1), "log", ("violence_identified", "violence_resolved"), "The concern ends before it starts."
        ),
        rules.by_extract_date((55, 2), "log", "violence_identified"),
        rules.by_extract_date((55, 3), "log", "violence_resolved", "query"),
        shared.one_extract_date(55),
    ),
)
