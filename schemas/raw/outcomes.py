"""The outcomes extract: what the police or a court decided on an offence."""

from __future__ import annotations

from datetime import date

import pandas as pd

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.codelists_outcomes import FIRST_DAY_IN_LAW, LAST_DAY_IN_LAW, LEGAL_OUTCOME, SUBSTANTIVE
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CASE_SYSTEM_OR_EXPLAIN


def _in_law(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    first = ask.days_of(frame["legal_outcome"], FIRST_DAY_IN_LAW, date(1900, 1, 1))
    last = ask.days_of(frame["legal_outcome"], LAST_DAY_IN_LAW, date(2200, 1, 1))
    return frame["outcome_date"].between(first, last)


OUTCOMES = Extract(
    name="outcomes",
    number=3,
    source="cms",
    title="Outcomes",
    grain="one row per outcome of an offence",
    columns=(
        Column(f.OUTCOME_ID, 1, synonyms=("outcome number", "outcome ref", "disposal id")),
        Column(f.OFFENCE_ID, 2, synonyms=("offence number", "offence ref", "offence reference")),
        Column(f.OUTCOME_DATE, 3, synonyms=("date of outcome", "disposal date", "sentence date", "result date")),
        Column(
            f.OUTCOME_END_DATE, 4, required=False, nullable=True, synonyms=("date outcome ended", "disposal end date")
        ),
        Column(f.CMS_OUTCOME, 5, synonyms=("outcome", "outcome text", "outcome description", "disposal")),
        Column(f.LEGAL_OUTCOME, 6, synonyms=("legal outcome type", "legal disposal", "outcome code", "yjb outcome")),
        Column(f.OUTCOME_GROUP, 7, synonyms=("legal outcome group", "outcome tier", "disposal group", "tier")),
        Column(f.IS_SUBSTANTIVE, 8, synonyms=("substantive", "substantive outcome", "substantive flag")),
        Column(f.MAIN_OR_OTHER, 9, synonyms=("main outcome", "main other")),
        Column(f.RESIDENCE_ON_OUTCOME, 10, synonyms=("residence", "local or other", "residence on outcome date")),
        Column(f.APPEAL_STATUS, 11, nullable=True, synonyms=("appeal", "outcome appeal status")),
        Column(
            f.SENTENCING_OCCASION_ID, 12, required=False, nullable=True, synonyms=("occasion id", "sentencing occasion")
        ),
        Column(f.TERM_DAYS, 13, required=False, nullable=True, synonyms=("days",)),
        Column(f.TERM_WEEKS, 14, required=False, nullable=True, synonyms=("weeks",)),
        Column(f.TERM_MONTHS, 15, required=False, nullable=True, synonyms=("months",)),
        Column(f.TERM_YEARS, 16, required=False, nullable=True, synonyms=("years",)),
        Column(f.TERM_HOURS, 17, required=False, nullable=True, synonyms=("hours",)),
        Column(f.REQUIREMENTS, 18, required=False, nullable=True, synonyms=("order requirements", "yro requirements")),
        Column(
            f.ETE_HOURS_ON_OUTCOME, 19, required=False, nullable=True, synonyms=("ete hours", "ete hours at outcome")
        ),
        Column(
            f.CARE_STATUS_ON_OUTCOME,
            20,
            required=False,
            nullable=True,
            synonyms=("care status", "care status at outcome"),
        ),
        Column(f.EXTRACT_DATE, 21, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("outcome_id",),
    rules=(
        shared.not_before(3, 1, "outcome_end_date", "outcome_date"),
        Rule(
            "YJ-X-0302",
            "query",
            "cross-field",
            ("outcome_group", "legal_outcome"),
            "The outcome group is not the one the legal outcome belongs to.",
            "the group of the legal outcome, as the data dictionary lists it",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.maps_to("legal_outcome", LEGAL_OUTCOME.groups, "outcome_group"),
        ),
        Rule(
            "YJ-X-0303",
            "query",
            "cross-field",
            ("is_substantive", "legal_outcome"),
            "Whether the outcome is substantive disagrees with the legal outcome.",
            "Yes for cautions, reprimands, final warnings and convictions; No for diversion",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.maps_to("legal_outcome", SUBSTANTIVE, "is_substantive"),
        ),
        shared.not_after_extract(3, 4, "outcome_date", "stop-row"),
        Rule(
            "YJ-X-0305",
            "query",
            "cross-field",
            ("legal_outcome",),
            "The legal outcome is not known or of no group; figures rest on the outcome group alone.",
            "the outcome in law",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.not_in("legal_outcome", ("NOT_KNOWN", "OTHER")),
        ),
        Rule(
            "YJ-X-0306",
            "query",
            "cross-field",
            ("legal_outcome", "outcome_date"),
            "The outcome did not exist in law on its date.",
            "reprimands and final warnings to April 2013, youth cautions from April 2013, youth rehabilitation orders "
            "from 30 November 2009",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.by_context(("legal_outcome", "outcome_date"), _in_law),
        ),
        shared.one_extract_date(3),
    ),
)
