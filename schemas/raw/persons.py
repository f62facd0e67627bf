"""The persons extract: who the service knows."""

from __future__ import annotations

from datetime import date

import pandas as pd

from schemas import fields as f
from schemas import predicates as ask
from schemas import shared_rules as shared
from schemas.codelists_case import AUTHORITY_OF_DISTRICT, ETHNICITY
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CASE_SYSTEM, CASE_SYSTEM_OR_EXPLAIN
from schemas.pnc import letter_holds


def _not_new_year(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    born = frame["date_of_birth"].dt
    new_year: pd.Series = born.month.eq(1) & born.day.eq(1)
    return ~new_year


def _letter_right(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    return frame["pnc_number"].map(letter_holds, na_action="ignore").astype("boolean")


PERSONS = Extract(
    name="persons",
    number=1,
    source="cms",
    title="Young people",
    grain="one row per young person known to the service, at any time since the history begins",
    columns=(
        Column(f.YPID, 1, synonyms=("young person id", "client id", "person id", "case number", "raise id")),
        Column(
            f.ORIGINATING_YOT_PERSON_ID,
            2,
            required=False,
            nullable=True,
            synonyms=("originating yot id", "originating yot person number", "home yot person id"),
        ),
        Column(
            f.PNC_NUMBER,
            3,
            required=False,
            nullable=True,
            synonyms=("pnc", "pnc id", "police national computer number"),
        ),
        Column(
            f.SURNAME,
            4,
            required=False,
            nullable=True,
            keep=False,
            about="The young person's family name. No figure needs it: it may be left out, and is never kept.",
            synonyms=("last name", "family name"),
        ),
        Column(
            f.FORENAME,
            5,
            required=False,
            nullable=True,
            keep=False,
            about="The young person's given name. No figure needs it: it may be left out, and is never kept.",
            synonyms=("first name", "given name", "forenames"),
        ),
        Column(f.DATE_OF_BIRTH, 6, synonyms=("dob", "birth date")),
        Column(f.SEX, 7, synonyms=("gender", "sex recorded")),
        # A child whose ethnicity is not recorded is still a child who is counted (measures.md C3).
        Column(f.ETHNICITY, 8, nullable=True, synonyms=("ethnic origin", "ethnicity code", "self defined ethnicity")),
        Column(f.ETHNICITY_GROUP, 9, required=False, nullable=True, synonyms=("ethnic group",)),
        Column(f.PREFERRED_LANGUAGE, 10, required=False, nullable=True, synonyms=("first language", "language")),
        Column(
            f.HOME_POSTCODE,
            11,
            required=False,
            nullable=True,
            keep=False,
            about="Postcode of the home address. No figure needs it once the district is given; it is never kept.",
            synonyms=("postcode", "address postcode"),
        ),
        Column(
            f.DISTRICT_CODE, 12, nullable=True, synonyms=("district", "district gss code", "lad code", "la district")
        ),
        Column(f.HOME_AUTHORITY, 13, synonyms=("home la", "local authority", "home local authority", "authority")),
        Column(f.LOCALITY, 14, required=False, nullable=True, synonyms=("locality team", "area team")),
        Column(f.LAC_FLAG, 15, required=False, nullable=True, synonyms=("lac", "looked after", "looked after child")),
        Column(f.DELETED, 16, synonyms=("is deleted", "deleted flag", "record deleted")),
        Column(f.EXTRACT_DATE, 17, synonyms=("date of extract", "extracted on", "report date", "run date")),
    ),
    key=("ypid",),
    rules=(
        Rule(
            "YJ-X-0101",
            "stop-row",
            "cross-field",
            ("date_of_birth", "extract_date"),
            "The date of birth is after the day the extract was taken.",
            "a date of birth before the extract date",
            CASE_SYSTEM,
            ask.at_most("date_of_birth", "extract_date"),
        ),
        Rule(
            "YJ-X-0102",
            "stop-row",
            "cross-field",
            ("date_of_birth",),
            "The date of birth is too early for any young person in the history.",
            "a date of birth from 1980 on",
            CASE_SYSTEM,
            ask.not_before_day("date_of_birth", date(1980, 1, 1)),
        ),
        Rule(
            "YJ-X-0103",
            "query",
            "cross-field",
            ("ethnicity_group", "ethnicity"),
            "The ethnic group is not the one the ethnicity belongs to.",
            "the group of the ethnicity, or an empty cell",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.maps_to("ethnicity", ETHNICITY.groups, "ethnicity_group"),
        ),
        Rule(
            "YJ-X-0104",
            "query",
            "cross-field",
            ("home_authority", "district_code"),
            "The home authority is not the one the district lies in.",
            "the authority of the district",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.maps_to("district_code", AUTHORITY_OF_DISTRICT, "home_authority"),
        ),
        Rule(
            "YJ-X-0105",
            "notice",
            "cross-field",
            ("date_of_birth",),
            "The date of birth is a 1 January, which often stands for one not known.",
            "the true date of birth",
            "Look at the record in the case-management system if there are many of these.",
            ask.by_context(("date_of_birth",), _not_new_year),
        ),
        Rule(
            "YJ-X-0106",
            "query",
            "cross-field",
            ("ethnicity",),
            "The ethnicity is not recorded; the child is counted under Information not obtainable.",
            "an ethnicity code",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.filled("ethnicity"),
        ),
        Rule(
            "YJ-X-0107",
            "query",
            "cross-field",
            ("pnc_number",),
            "The check letter of the PNC number is not the one its year and serial number give; it links nobody.",
            "the number as the police gave it, as 03/0123456L",
            CASE_SYSTEM_OR_EXPLAIN,
            ask.by_context(("pnc_number",), _letter_right),
        ),
        shared.one_extract_date(1),
    ),
)
