"""The offences extract: what young people were dealt with for."""

from __future__ import annotations

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.extract import Column, Extract, Rule
from schemas.mending import CASE_SYSTEM, CASE_SYSTEM_OR_EXPLAIN

OFFENCES = Extract(
    name="offences",
    number=2,
    source="cms",
    title="Offences",
    grain="one row per offence of a young person",
    columns=(
        Column(f.OFFENCE_ID, 1, synonyms=("offence number", "offence ref", "offence reference")),
        Column(f.YPID, 2, synonyms=("young person id", "client id", "person id", "case number", "raise id")),
        Column(f.OFFENCE_DATE, 3, synonyms=("date of offence", "offence start date", "offence committed date")),
        Column(f.ARREST_DATE, 4, required=False, nullable=True, synonyms=("date of arrest",)),
        Column(f.CHARGE_DATE, 5, required=False, nullable=True, synonyms=("date of charge", "date charged")),
        Column(
            f.FIRST_HEARING_DATE,
            6,
            required=False,
            nullable=True,
            synonyms=("date of first hearing", "first court date"),
        ),
        Column(f.CJS_CODE, 7, required=False, nullable=True, synonyms=("cjs offence code", "offence code")),
        Column(f.OFFENCE_DESCRIPTION, 8, required=False, nullable=True, synonyms=("offence description", "offence")),
        Column(f.YJB_CATEGORY, 9, synonyms=("yjb offence category", "offence category", "yjb offence type")),
        Column(f.SERIOUSNESS, 10, synonyms=("gravity", "gravity score", "seriousness score", "yjb gravity")),
        Column(f.KNIFE, 11, required=False, nullable=True, synonyms=("knife crime", "knife flag", "bladed article")),
        Column(
            f.OFFENCE_POSTCODE,
            12,
            required=False,
            nullable=True,
            keep=False,
            about="Postcode where the offence was committed. No figure needs it; it is never kept.",
            synonyms=("postcode of offence",),
        ),
        Column(
            f.AGE_AT_ARREST_OR_OFFENCE, 13, synonyms=("age at offence", "age at arrest", "age on arrest or offence")
        ),
        Column(f.AGE_AT_FIRST_HEARING, 14, nullable=True, synonyms=("age first hearing", "age on first hearing")),
        Column(
            f.BREACH_OF_PROGRAMME_ID,
            15,
            required=False,
            nullable=True,
            synonyms=("breach programme id", "breach of order id"),
        ),
        Column(f.EXTRACT_DATE, 16, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("offence_id",),
    rules=(
        Rule(
            "YJ-X-0201",
            "stop-row",
            "cross-field",
            ("age_at_arrest_or_offence",),
            "The young person was under 10 or over 17, as the case system counts it (B3).",
            "an age from 10 to 17 years",
            CASE_SYSTEM,
            ask.within("age_at_arrest_or_offence", 10, 17),
        ),
        shared.not_before(2, 2, "arrest_date", "offence_date"),
        shared.not_before(2, 3, "charge_date", "offence_date"),
        shared.not_before(2, 4, "first_hearing_date", "offence_date"),
        Rule(
            "YJ-X-0205",
            "query",
            "cross-field",
            ("age_at_first_hearing", "age_at_arrest_or_offence"),
            "The age at the first hearing is less than the age at arrest or offence.",
            "an age at the first hearing that is no less",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.at_most("age_at_arrest_or_offence", "age_at_first_hearing"),
        ),
        shared.not_after_extract(2, 6, "offence_date", "stop-row"),
        shared.one_extract_date(2),
    ),
)
