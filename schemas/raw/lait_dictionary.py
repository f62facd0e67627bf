"""The data dictionary of DfE's Local Authority Interactive Tool: what its series are, and in which unit."""

from __future__ import annotations

from schemas import fields_lait as lait
from schemas.extract import Column, Extract
from schemas.raw.lait_series import WANTED

LAIT_DICTIONARY = Extract(
    name="lait_dictionary",
    number=25,
    source="dfe",
    title="DfE Local Authority Interactive Tool, data dictionary",
    grain="one row per series",
    columns=(
        Column(lait.SERIES, 1, synonyms=("measure short",)),
        Column(lait.SERIES_TITLE, 2, synonyms=("measure",)),
        Column(lait.UNIT_TEXT, 3, nullable=True, synonyms=("y axis name",)),
        Column(lait.YEAR_TYPE, 4, nullable=True),
        Column(lait.TOPIC, 5, nullable=True),
        Column(lait.TOOL_POLARITY, 6, required=False, nullable=True),
        Column(
            lait.LAST_UPDATE,
            7,
            required=False,
            nullable=True,
            about="Day the series was last renewed; the file has it as Excel's serial number.",
        ),
        Column(lait.NEXT_UPDATE, 8, required=False, nullable=True),
        Column(
            lait.DATA_OWNER,
            9,
            required=False,
            nullable=True,
            synonyms=("data owner do supplier and contact details",),
        ),
        Column(lait.MEASURE_CODE, 10, required=False, nullable=True, keep=False),
        Column(lait.CHART_TITLE, 11, required=False, nullable=True, keep=False),
        Column(lait.FUNDED, 12, required=False, nullable=True, keep=False, synonyms=("state funded flag",)),
        Column(lait.TABLE_NAME, 13, required=False, nullable=True, keep=False, synonyms=("table status",)),
        Column(lait.SERIES_ABOUT, 14, required=False, nullable=True, keep=False, synonyms=("description",)),
        Column(lait.METHODOLOGY, 15, required=False, nullable=True, keep=False),
        Column(lait.HYPERLINKS, 16, required=False, nullable=True, keep=False),
        Column(lait.DECIMALS, 17, required=False, nullable=True, keep=False, synonyms=("dps",)),
        Column(lait.NO_QUARTILE, 18, required=False, nullable=True, keep=False),
    ),
    key=("series",),
    snapshot=False,
    required=False,
    arrives="releases",
    newest_by="last_update",
    only=WANTED,
)
