"""The out-of-court disposals extract: what the police decided, and the service's programme on it."""

from __future__ import annotations

from datetime import date

import pandas as pd

from schemas import fields as f
from schemas import fields_prevention as p
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.codelists_outcomes import FIRST_DAY_IN_LAW, LAST_DAY_IN_LAW
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CASE_SYSTEM, CASE_SYSTEM_OR_EXPLAIN


def _given_in_its_time(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    first = ask.days_of(frame["ooc_type"], FIRST_DAY_IN_LAW, date.min.replace(year=1900))
    last = ask.days_of(frame["ooc_type"], LAST_DAY_IN_LAW, date(9999, 12, 31))
    return frame["ooc_date"].between(first, last)


OUT_OF_COURT = Extract(
    name="out_of_court",
    number=57,
    source="cms",
    title="Out-of-court disposals",
    grain="one row per out-of-court disposal of a young person",
    columns=(
        Column(p.OOC_ID, 1, synonyms=("oocd id", "out of court disposal id", "oocd number")),
        Column(
            f.YPID,
            2,
            synonyms=("young person id", "client id", "person id", "case number", "raise id"),
            refers=("persons", "ypid"),
        ),
        Column(p.OOC_TYPE, 3, synonyms=("oocd type", "out of court disposal", "type of oocd")),
        Column(p.OOC_DATE, 4, synonyms=("oocd date", "date of oocd", "date of disposal")),
        Column(p.OOC_INTERVENTION, 5, synonyms=("oocd intervention", "yos intervention", "intervention offered")),
        Column(p.OOC_START, 6, nullable=True, synonyms=("oocd programme start", "oocd intervention start")),
        Column(p.OOC_END, 7, nullable=True, synonyms=("oocd programme end", "oocd intervention end")),
        Column(p.OOC_COMPLETED, 8, nullable=True, synonyms=("oocd completed", "oocd programme completed")),
        Column(
            f.RESIDENCE_ON_OUTCOME,
            9,
            required=False,
            nullable=True,
            about="Whether the young person lived in the service's area on the day; empty is read as yes.",
            synonyms=("local or other", "residence on disposal"),
        ),
        Column(f.EXTRACT_DATE, 10, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ooc_id",),
    required=False,
    rules=(
        Rule(
            "YJ-X-5701",
            "stop-row",
            "cross-field",
            ("ooc_end", "ooc_start"),
            "The programme ends before it starts.",
            "an end on or after the start, or no end",
            CASE_SYSTEM,
            ask.at_most("ooc_start", "ooc_end"),
        ),
        shared.not_after_extract(57, 2, "ooc_date", "stop-row"),
        Rule(
            "YJ-X-5703",
            "query",
            "cross-field",
            ("ooc_completed", "ooc_intervention"),
            "A programme is marked as completed where the service did not work with the young person.",
            "Yes only where there was an intervention",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.never_together("ooc_intervention", (False,), "ooc_completed", (True,)),
        ),
        Rule(
            "YJ-X-5704",
            "query",
            "cross-field",
            ("ooc_end", "ooc_completed"),
            "A programme is marked as completed and has no end; it counts as going on.",
            "an end wherever the programme was completed",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.only_where("ooc_completed", (True,), "ooc_end"),
        ),
        Rule(
            "YJ-X-5705",
            "query",
            "cross-field",
            ("ooc_date", "ooc_type"),
            "The disposal did not exist in law on that day.",
            "cautions from April 2013, reprimands and final warnings until then",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.by_context(("ooc_type", "ooc_date"), _given_in_its_time),
        ),
        Rule(
            "YJ-X-5706",
            "query",
            "within-file",
            ("ooc_type", "ypid", "ooc_date"),
            "The same disposal of the same day stands in a row above; it is counted once.",
            "one row per disposal, not one of the police's and one of the service's",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.first_of_its_kind(("ypid", "ooc_date", "ooc_type")),
        ),
        shared.not_before(57, 7, "ooc_start", "ooc_date"),
        shared.one_extract_date(57),
    ),
)
