"""The persons extract: who the service knows."""

from __future__ import annotations

from schemas import fields as f
from schemas.extract import Column, Extract

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
        Column(f.ETHNICITY, 8, synonyms=("ethnic origin", "ethnicity code", "self defined ethnicity")),
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
    measures=(
        "FTE-01",
        "FTE-02",
        "FTE-03",
        "FTE-04",
        "FTE-05",
        "REO-01",
        "REO-06",
        "REO-08",
        "CUS-01",
        "CUS-02",
        "CUS-03",
        "CUS-04",
        "REM-01",
        "REM-02",
        "EET-01",
        "EET-02",
        "ACC-01",
    ),
)
