"""The fields of published statistics: MOJ, YJB and ONS tables, each described once.

Only descriptions belong here: which extract has which field is in `schemas.raw`. All of it is published and open.
A few names stand for a different list of codes in another kind of table (`status`, `age_group`, `ethnicity_group`,
`sex`, `geography`): they are fields of their own here, with their own description.
"""

from __future__ import annotations

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
