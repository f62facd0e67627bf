"""The officers' own list of linked records (measures.md C1 person_links).

Its decisions have the same standing as those given on the sheet People. It feeds the step that links people; what that
step makes of it is the table `core_person_links`.
"""

from __future__ import annotations

import pandas as pd

from schemas import fields as f
from schemas import fields_courts as c
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import LOG_FILE


def _are_two(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return frame["ypid"] != frame["alias_ypid"]


OFFICER_LINKS = Extract(
    name="officer_links",
    number=75,
    source="log",
    title="Records linked by officers",
    grain="one row per decision that two records are, or are not, of one young person",
    columns=(
        Column(
            f.YPID,
            1,
            about="One of the two records.",
            synonyms=("young person id", "client id", "person id", "case number"),
            refers=("persons", "ypid"),
        ),
        Column(
            c.ALIAS_YPID,
            2,
            synonyms=("alias id", "other record", "also known as number", "same young person as"),
            refers=("persons", "ypid"),
        ),
        Column(c.LINK_METHOD, 3, synonyms=("method", "how linked", "found by")),
        Column(c.SAME_PERSON, 4, required=False, nullable=True, synonyms=("is one person", "same child")),
        Column(
            c.DECIDED_BY,
            5,
            required=False,
            nullable=True,
            keep=False,
            about="Officer who decided. No figure needs the name; it is never kept.",
            synonyms=("officer deciding", "linked by"),
        ),
        Column(c.DECIDED_ON, 6, synonyms=("date decided", "decision date", "linked on")),
        Column(f.EXTRACT_DATE, 7, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid", "alias_ypid"),
    required=False,
    rules=(
        Rule(
            "YJ-X-7501",
            "stop-row",
            "cross-field",
            ("alias_ypid", "ypid"),
            "The record is linked to itself.",
            "two different records",
            LOG_FILE,
            ask.by_context(("ypid", "alias_ypid"), _are_two),
        ),
        shared.not_after_extract(75, 2, "decided_on", "query"),
        shared.one_extract_date(75),
    ),
)
