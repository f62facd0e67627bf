"""The Home Office offence codes with the groups they are published in, received as their keeper sends them."""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import CODES_FILE


def _made_of_its_parts(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    made = frame["offence_category"].str.zfill(3) + frame["offence_sub_category"].str.zfill(2)
    return frame["ho_code"].eq(made)


HO_OFFENCE_CODES = Extract(
    name="ho_offence_codes",
    number=29,
    source="ho",
    title="Home Office offence codes",
    grain="one row per Home Office offence code",
    columns=(
        Column(p.OFFENCE_CATEGORY, 1, synonyms=("category", "offence class")),
        Column(p.OFFENCE_SUB_CATEGORY, 2, synonyms=("sub_category", "offence sub class")),
        Column(p.HO_CODE, 3, synonyms=("ho_code_id", "home office code", "home office offence code")),
        Column(p.HO_GROUP, 4, synonyms=("parent_group_description", "group")),
        Column(p.HO_CATEGORY, 5, synonyms=("class description",)),
        Column(p.HO_OFFENCE, 6, synonyms=("sub_category_description", "sub class description")),
        Column(p.ACTUARIAL_CATEGORY, 7, required=False, nullable=True),
    ),
    key=("ho_code",),
    rules=(
        Rule(
            "YJ-X-2901",
            "stop-row",
            "cross-field",
            ("ho_code", "offence_category", "offence_sub_category"),
            "The code is not its category in three figures and its sub-category in two.",
            "category 46 and sub-category 0 as 04600",
            CODES_FILE,
            ask.by_context(("ho_code", "offence_category", "offence_sub_category"), _made_of_its_parts),
        ),
    ),
    snapshot=False,
    required=False,
)
