"""The fields of the Department for Education's Local Authority Interactive Tool (LAIT), each described once.

Only descriptions belong here; fields that other published tables have too are in `schemas.fields_published`.
"""

from __future__ import annotations

from schemas.extract import Field

SERIES = Field("series", "code", "Which series of the tool, by its short description.", code_list="lait_series")
DATA_ITEM = Field("data_item", "text", "The series in words; the tool writes it beside its first rows only.")
YEARS = Field(
    "years",
    "text",
    "Year or years the value is for, in the tool's many spellings.",
    pattern=r"(?:19|20)\d{2}(?:[/-](?:\d{2}|(?:19|20)\d{2})(?:-\d{2}/\d{2})?)?(?: ?\(.{1,20}\))?",
)
TOOL_REGION = Field("region", "text", 'Region the authority is in; "NA" where the row is of a region or of England.')
MEASURE_CODE = Field("measure_code", "text", "Number of the series in the tool.")
TOPIC = Field("topic", "text", "Heading the tool shows the series under.")
SERIES_TITLE = Field("title", "text", "Name of the series.")
CHART_TITLE = Field("chart_title", "text", "Name of the series on its chart.")
TOOL_POLARITY = Field("polarity", "text", "Whether a high or a low value is the better one.")
UNIT_TEXT = Field("unit_text", "text", "What the values are, in the publisher's words.")
FUNDED = Field("state_funded", "text", "Whether the series is of state-funded schools.")
TABLE_NAME = Field("table_name", "text", "Table the publisher takes the series from.")
SERIES_ABOUT = Field("series_about", "text", "The series described.")
LAST_UPDATE = Field("last_update", "date", "Day the series was last renewed.")
NEXT_UPDATE = Field("next_update", "text", "When it will be renewed, as the publisher writes it.")
DATA_OWNER = Field("data_owner", "text", "Who supplies the series.")
METHODOLOGY = Field("methodology", "text", "How the series is made.")
HYPERLINKS = Field("hyperlinks", "text", "Where it is published.")
DECIMALS = Field("decimals", "text", "Decimals the tool shows.")
YEAR_TYPE = Field("year_type", "code", "Which kind of year the series has.", code_list="year_type")
NO_QUARTILE = Field("no_quartile", "text", "Whether the tool shows quartiles.")
