"""Code lists of the Department for Education's Local Authority Interactive Tool (LAIT)."""

from __future__ import annotations

from schemas.codelist import CodeList

#: The series that bear on youth justice; the tool's several hundred others are not laid out.
LAIT_SERIES = CodeList(
    "lait_series",
    "DfE, Local Authority Interactive Tool, data dictionary",
    {
        "FirstYJS": "First-time entrants to the youth justice system per 100,000 aged 10 to 17",
        "ReoffYO": "Young offenders aged 10 to 14 who reoffend, %",
        "ReoffYO15-17": "Young offenders aged 15 to 17 who reoffend, %",
        "YJS_Caution-Sentence10-17_YO": "Children cautioned or sentenced, rate of those aged 10 to 17",
        "16-17 NEET": "Aged 16 and 17 not in education, employment or training, %",
        "16-17_not known_NEET": "Aged 16 and 17 not in education, employment or training or not known, %",
        "CareLeaversNEET": "Care leavers not in education, employment or training, %",
        "LAC_Convictions": "Looked-after children convicted or cautioned, %",
        "YouthJusticeFinance": "Gross expenditure on youth justice",
    },
    synonyms={"ReoffYO10-14": "ReoffYO", "FTE_YJS": "FirstYJS"},
)
#: Years of a series, as the dictionary names them.
YEAR_TYPE = CodeList(
    "year_type",
    "DfE, Local Authority Interactive Tool, data dictionary",
    {
        "Calendar Year": "January to December",
        "Financial Year": "April to March",
        "Academic Year": "September to August",
        "Annual (end of Sept)": "As at or to the end of September",
        "Annual - January": "As at January",
        "Annual": "A year, its bounds not stated",
    },
)

LISTS = (LAIT_SERIES, YEAR_TYPE)
