"""Code lists of published statistics, finance and Board papers (measures.md C1)."""

from __future__ import annotations

from schemas.codelist import CodeList
from schemas.codelists_case import ETHNICITY_GROUP

RELEASE_STATUS = CodeList(
    "release_status",
    "measures.md C1",
    {"provisional": "May still be restated", "final": "Final"},
    synonyms={"p": "provisional", "prov": "provisional", "f": "final", "confirmed": "final", "revised": "final"},
)
REOFFENDING_SERIES = CodeList(
    "reoffending_series",
    "MOJ proven reoffending statistics, tidy csv",
    {"old": "Method and data source to the October 2017 change", "new": "Method from October 2017"},
)
TEMPORAL_UNIT = CodeList(
    "temporal_unit",
    "MOJ proven reoffending statistics, tidy csv",
    {"annual": "Twelve-month cohort", "3-monthly": "Three-month cohort"},
    synonyms={"quarterly": "3-monthly"},
)
REOFFENDING_AGE_GROUP = CodeList(
    "reoffending_age_group",
    "MOJ proven reoffending statistics, tidy csv",
    {"Adult": "Aged 18 and over", "Juvenile": "Aged 10 to 17", "All": "All ages"},
)
REOFFENDING_STATISTIC = CodeList(
    "reoffending_statistic",
    "MOJ proven reoffending statistics, tidy csv",
    {
        "binary": "Per cent of the cohort who reoffended",
        "frequency": "Reoffences per reoffender",
        "reoffences": "Number of reoffences",
        "reoffenders": "Number of reoffenders",
        "cohort": "Offenders in the cohort",
        "adjusted": "Per cent who reoffended, adjusted for the cohort's make-up",
        "OGRS4": "Predicted per cent who would reoffend (OGRS4 score)",
    },
)
COMPARATOR_GEOGRAPHY = CodeList(
    "comparator_geography",
    "measures.md C1",
    {
        "Regional": "East Midlands",
        "Family group": "Youth offending teams the YJB holds most alike",
        "National": "England and Wales",
        "Statistical neighbours": "Authorities most alike by their make-up",
    },
    synonyms={
        "Region": "Regional", "East Midlands": "Regional", "Family": "Family group", "YOT family": "Family group",
        "England and Wales": "National", "England & Wales": "National", "England": "National",
        "SN": "Statistical neighbours", "Statistical neighbour": "Statistical neighbours",
    },
)  # fmt: skip
UNIT = CodeList(
    "unit",
    "the units a measure may have (schemas.measure)",
    {
        "count": "A number of things",
        "%": "Per cent",
        "pp": "Percentage points",
        "ratio": "So many of one for each of another",
        "per 100": "For each 100 young people, as frequencies of re-offending were once published (T-33)",
        "per 1,000": "For each 1,000 young people",
        "GBP": "Pounds sterling",
        "score": "A score on a scale",
        "hours": "Hours",
        "FTE": "Posts in full-time equivalents",
    },
    synonyms={
        "percent": "%", "per cent": "%", "percentage": "%", "percentage points": "pp", "number": "count", "n": "count",
        "rate per 100": "per 100", "per 1000": "per 1,000", "rate per 1,000": "per 1,000", "£": "GBP", "pounds": "GBP",
    },
)  # fmt: skip
POPULATION_SEX = CodeList(
    "population_sex",
    "ONS mid-year estimates",
    {"All": "Both sexes", "Male": "Male", "Female": "Female"},
    synonyms={
        "Persons": "All",
        "Total": "All",
        "Both": "All",
        "M": "Male",
        "Males": "Male",
        "F": "Female",
        "Females": "Female",
    },
)
POPULATION_ETHNICITY_GROUP = CodeList(
    "population_ethnicity_group",
    "ONS; measures.md B7, C2",
    {"All": "Every group", **ETHNICITY_GROUP.codes},
    synonyms={**ETHNICITY_GROUP.synonyms, "Total": "All", "All groups": "All"},
)
GEOGRAPHIC_LEVEL = CodeList(
    "geographic_level",
    "DfE open data standard, as in the ONS 2012-2024 csv",
    {"National": "Country", "Regional": "Region", "Local authority": "Upper-tier or unitary authority"},
)
BUDGET_STREAM = CodeList(
    "budget_stream",
    "Youth Justice Plans 2011-12 and 2015-16, budget tables",
    {"pooled": "Pooled budget of the partner agencies", "additional": "Additional funding"},
)
BUDGET_KIND = CodeList(
    "budget_kind",
    "Youth Justice Plans 2011-12 and 2015-16, budget tables",
    {
        "staffing": "Staff lent to the service",
        "in kind": "Payment in kind",
        "delegated": "Delegated funds",
        "grant": "Grant",
    },
    synonyms={"Payments in kind": "in kind", "Other delegated funds": "delegated", "Staffing costs": "staffing"},
)
SAVING_STATUS = CodeList(
    "saving_status",
    "house list, in the words of medium-term financial strategies",
    {
        "Planned": "Not begun",
        "On track": "Will be achieved in the year",
        "At risk": "May not be achieved in the year",
        "Achieved": "Achieved in full",
        "Not achieved": "Will not be achieved in the year",
    },
    synonyms={"Green": "On track", "Amber": "At risk", "Red": "Not achieved", "Delivered": "Achieved"},
)
MILESTONE_STATUS = CodeList(
    "milestone_status",
    "house list",
    {
        "Not started": "Not begun",
        "On track": "Will be done by its date",
        "At risk": "May be late",
        "Off track": "Late, or will be",
        "Complete": "Done",
    },
    synonyms={"Green": "On track", "Amber": "At risk", "Red": "Off track", "Completed": "Complete", "Done": "Complete"},
)
TARGET_KIND = CodeList(
    "target_kind",
    "measures.md T-05",
    {
        "target": "What the service is to reach",
        "baseline": "Figure that change is counted from",
        "tolerance": "How far off the target still counts as amber, in the measure's unit",
        "local": "Locally set target, where there is a national one beside it",
        "national": "Nationally set target",
    },
    synonyms={"local target": "local", "national target": "national"},
)
COURT_KIND = CodeList(
    "court_kind",
    "CJS list of courts",
    {"A": "High Court, Court of Protection, Family or County Court", "B": "Magistrates' court", "C": "Crown Court"},
)

LISTS = (
    RELEASE_STATUS, REOFFENDING_SERIES, TEMPORAL_UNIT, REOFFENDING_AGE_GROUP, REOFFENDING_STATISTIC,
    COMPARATOR_GEOGRAPHY, UNIT, POPULATION_SEX, POPULATION_ETHNICITY_GROUP, GEOGRAPHIC_LEVEL, BUDGET_STREAM,
    BUDGET_KIND, SAVING_STATUS, MILESTONE_STATUS, TARGET_KIND,
    COURT_KIND,
)  # fmt: skip
