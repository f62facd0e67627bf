"""The fields of published statistics: MOJ, YJB and ONS tables, each described once.

Only descriptions belong here: which extract has which field is in `schemas.raw`. All of it is published and open.
A few names stand for a different list of codes in another kind of table (`status`, `age_group`, `ethnicity_group`,
`sex`, `geography`): they are fields of their own here, with their own description.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.extract import Field

RELEASE_DATE = Field("release_date", "date", "Day the statistic was released.")
COHORT_START = Field("cohort_start", "date", "First day of the window that brings young people into the cohort.")
COHORT_END = Field("cohort_end", "date", "Last day of the window that brings young people into the cohort.")
GEOGRAPHY = Field("geography", "text", "Place the figure is for, by the name its publisher uses.")
N_COHORT = Field(
    "n_cohort", "integer", "Young people in the cohort (B2).", "young people", minimum=0, maximum=10_000_000
)
N_REOFFENDERS = Field(
    "n_reoffenders",
    "integer",
    "Cohort members with at least one proven reoffence in the follow-up year (B2).",
    "young people",
    minimum=0,
    maximum=10_000_000,
)
N_REOFFENCES = Field(
    "n_reoffences",
    "integer",
    "Proven reoffences of the cohort in the follow-up year (B2).",
    "offences",
    minimum=0,
    maximum=50_000_000,
)
RELEASE_STATUS = Field("status", "code", "Whether the figure is provisional or final.", code_list="release_status")
WINDOW_START = Field("window_start", "date", "First day of the period the figure is for.")
WINDOW_END = Field("window_end", "date", "Last day of the period the figure is for.")
FTE_COUNT = Field(
    "fte_count", "integer", "First-time entrants in the period (B3).", "young people", minimum=0, maximum=1_000_000
)
POPULATION = Field("population", "integer", "Residents aged 10 to 17.", "young people", minimum=0, maximum=20_000_000)
RATE_PER_100K = Field(
    "rate_per_100k",
    "number",
    "First-time entrants per 100,000 aged 10 to 17, as published.",
    "per 100,000",
    minimum=0,
    maximum=100_000,
)
CUSTODIAL_SENTENCES = Field(
    "custodial_sentences",
    "integer",
    "Custodial sentences in the period (B4).",
    "sentences",
    minimum=0,
    maximum=1_000_000,
)
RATE_PER_1000 = Field(
    "rate_per_1000",
    "number",
    "Custodial sentences per 1,000 aged 10 to 17 in the period, as published and not annualised (B4).",
    "per 1,000",
    minimum=0,
    maximum=1_000,
)
REOFFENDING_SERIES = Field(
    "measure",
    "code",
    "Which national series: the old one to 2014, or the new one on today's method (B2).",
    code_list="reoffending_series",
)
TEMPORAL_UNIT = Field("temporal_unit", "code", "Length of the cohort window.", code_list="temporal_unit")
REOFFENDING_AGE_GROUP = Field(
    "age_group", "code", "Adult, juvenile or all offenders.", code_list="reoffending_age_group"
)
STATISTIC = Field(
    "statistic",
    "code",
    "Which figure the value is. `frequency` in this file means reoffences per reoffender.",
    code_list="reoffending_statistic",
)
REOFFENDING_VALUE = Field(
    "value",
    "number",
    "The figure, as published.",
    "as `statistic` says: %, people, offences, or offences per reoffender",
    minimum=0,
)

MEASURE_ID = Field("measure_id", "id", "The measure, by its key in the measure book.", pattern=r"[A-Z]{2,3}-\d{2}")
COMPARATOR_GEOGRAPHY = Field("geography", "code", "Whose figure ours is set beside.", code_list="comparator_geography")
FOLLOW_UP_MONTHS = Field(
    "follow_up_months",
    "integer",
    "Months of follow-up behind a reoffending figure; empty where the measure has none (T-06).",
    "months",
    minimum=0,
    maximum=24,
)
VALUE = Field("value", "number", "The figure, in the unit of its measure.", "the unit of its measure")
UNIT = Field("unit", "code", "Unit the value is in.", code_list="unit")
SOURCE = Field("source", "text", "Publication, table or decision the figure was taken from.")
RELEASE = Field("release", "text", "Edition of the publication, so that restated series are told apart.")

AREA_CODE = Field("area_code", "id", "GSS code of the area.", pattern=r"[EWSNK]\d{8}|[A-Z]+-[A-Z0-9]+")
AREA_NAME = Field("area_name", "text", "Name of the area.")
MID_YEAR = Field(
    "mid_year", "integer", "Year of the mid-year (30 June) estimate.", "calendar year", minimum=1981, maximum=2100
)
POPULATION_SEX = Field("sex", "code", "Sex the estimate is for, or all.", code_list="population_sex")
AGE_FROM = Field("age_from", "integer", "Youngest age counted.", "years", minimum=0, maximum=120)
AGE_TO = Field("age_to", "integer", "Oldest age counted, inclusive.", "years", minimum=0, maximum=120)
POPULATION_ETHNICITY_GROUP = Field(
    "ethnicity_group",
    "code",
    "Ethnic group the estimate is for, or all.",
    code_list="population_ethnicity_group",
)
ESTIMATE = Field("estimate", "integer", "Residents on 30 June.", "people", minimum=0, maximum=100_000_000)
GEOGRAPHIC_LEVEL = Field("geographic_level", "code", "Kind of area the row is for.", code_list="geographic_level")
COUNTRY_CODE = Field("country_code", "text", "GSS code of the country.", pattern=r"[EWSNK]\d{8}")
COUNTRY_NAME = Field("country_name", "text", "Name of the country.")
REGION_CODE = Field("region_code", "text", "GSS code of the region.", pattern=r"[EWSNK]\d{8}")
REGION_NAME = Field("region_name", "text", "Name of the region.")
OLD_LA_CODE = Field("old_la_code", "text", "Three-figure local authority number.", pattern=r"\d{3}")
NEW_LA_CODE = Field("new_la_code", "text", "GSS code of the local authority.", pattern=r"[EWSNK]\d{8}")
LA_NAME = Field("la_name", "text", "Name of the local authority.")
ONS_AGE_GROUP = Field("age_group", "text", "Ages counted, in the publisher's words.")
GEOGRAPHY_TYPE = Field("geography_type", "text", "Kind of area, in the publisher's words.")
#: Youngest and oldest single year of age that the workbooks give; the oldest stands for all above it too.
AGES = range(91)
#: Residents by single year of age, by that age.
RESIDENTS: Mapping[int, Field] = MappingProxyType(
    {
        age: Field(
            f"age_{age}",
            "integer",
            f"Residents aged {age} on 30 June." if age < AGES[-1] else f"Residents aged {age} and over on 30 June.",
            "people",
            minimum=0,
            maximum=100_000_000,
        )
        for age in AGES
    }
)
ALL_AGES = Field("all_ages", "integer", "Residents of every age on 30 June.", "people", minimum=0)
ROW_NUMBER = Field("row_number", "text", "The publisher's own number of the row.")

LTLA_CODE = Field("ltla_code", "id", "GSS code of the district or unitary authority.", pattern=r"[EWSNK]\d{8}")
LTLA_NAME = Field("ltla_name", "text", "Name of the district or unitary authority.")
UTLA_CODE = Field("utla_code", "id", "GSS code of the county or unitary authority it is in.", pattern=r"[EWSNK]\d{8}")
UTLA_NAME = Field("utla_name", "text", "Name of the county or unitary authority it is in.")

LA_NUMBER = Field("la_number", "id", "Number the Department for Education gives the authority.", pattern=r"\d{3,4}")
LA_REGION = Field("region", "text", "Region of the authority, in the publisher's words.")
LA_TYPE = Field("la_type", "text", "Kind of authority, in the publisher's letters.")
#: The neighbours of an authority, by rank from the most alike.
NEIGHBOURS: Mapping[int, Field] = MappingProxyType(
    {
        rank: Field(
            f"neighbour_{rank}", "id", f"Number of the authority that is alike in rank {rank}.", pattern=r"\d{3,4}"
        )
        for rank in range(1, 11)
    }
)
#: How close each of them is.
CLOSENESS: Mapping[int, Field] = MappingProxyType(
    {
        rank: Field(f"closeness_{rank}", "text", f"How close neighbour {rank} is, in the publisher's words.")
        for rank in NEIGHBOURS
    }
)
REGION_NUMBER = Field("region_number", "id", "Number the publisher gives the region.")

CRIME_ID = Field("crime_id", "id", "Identifier of a crime; incidents of anti-social behaviour have none.")
MONTH = Field("month", "text", "Month of the incident.", pattern=r"\d{4}-(0[1-9]|1[0-2])")
REPORTED_BY = Field("reported_by", "text", "Police force that gave the record.")
FALLS_WITHIN = Field("falls_within", "text", "Police force in whose area the incident lies.")
LONGITUDE = Field("longitude", "text", "East or west, moved to the nearest of a list of points.")
LATITUDE = Field("latitude", "text", "North or south, moved to the nearest of a list of points.")
LOCATION = Field("location", "text", "Street or place the point stands for.")
LSOA_CODE = Field("lsoa_code", "id", "GSS code of the small area.", pattern=r"[EWSNK]\d{8}")
LSOA_NAME = Field("lsoa_name", "text", "District, then the number of the small area in it.", pattern=r".+ \d{3}[A-Z]")
CRIME_TYPE = Field("crime_type", "text", "What kind of crime or incident it is, in the publisher's words.")
LAST_OUTCOME = Field("last_outcome", "text", "What became of it last.")
CRIME_CONTEXT = Field("context", "text", "What else the force said of it.")

OFFENCE_CATEGORY = Field("offence_category", "id", "First part of the Home Office code.", pattern=r"\d{1,3}")
OFFENCE_SUB_CATEGORY = Field("offence_sub_category", "id", "Second part of the Home Office code.", pattern=r"\d{1,2}")
HO_CODE = Field("ho_code", "id", "Home Office offence code; its leading noughts matter.", pattern=r"\d{5}")
HO_GROUP = Field("offence_group", "text", "Group of offences, as the ministry publishes them.")
HO_CATEGORY = Field("category_description", "text", "What the first part of the code stands for.")
HO_OFFENCE = Field("offence_description", "text", "What the whole code stands for.")
ACTUARIAL_CATEGORY = Field("actuarial_category", "text", "Group of offences in risk scores.")

CJS_CODE = Field(
    "cjs_code",
    "id",
    "Offence code of the courts; several wordings may share one.",
    pattern=r"[A-Z]{2}[A-Z0-9]{2}\d{3}[A-Z]?",
)
CJS_OFFENCE = Field("offence_name", "text", "The offence in words.")
OFFENCE_TYPE = Field("offence_type", "text", "Mode of trial: two letters, then words.", pattern=r"[A-Z]{2} .+")
OFFENCE_CLASS = Field("offence_class", "text", "Class of the offence, A the gravest.", pattern=r"[A-K]")
SLIPSTREAMABLE = Field("slipstreamable", "yes_no", "Whether the offence may go by the quicker way.")
COURT_KIND = Field("court_kind", "code", "Kind of court.", code_list="court_kind")
COURT_NAME = Field("court_name", "text", "Name of the court.")
