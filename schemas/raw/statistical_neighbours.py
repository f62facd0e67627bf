"""The DfE workbook of statistical neighbours, received exactly as published: ten neighbours across each row."""

from __future__ import annotations

import pandas as pd

from schemas import fields_published as p
from schemas import predicates as ask
from schemas.extract import CheckContext, Column, Extract, Rule
from schemas.mending import DFE_FILE

_NAMES = tuple(field.name for field in p.NEIGHBOURS.values())


def _neighbour_column(rank: int) -> Column:
    """The column of one rank; below the first an authority may have none."""
    words = (f"SN{rank}", f"statistical neighbour {rank}", f"nearest neighbour {rank}")
    return Column(p.NEIGHBOURS[rank], 3 + rank, nullable=rank > 1, synonyms=words)


def _closeness_column(rank: int) -> Column:
    """How close a neighbour is: known, so that nobody is told of it, and not kept. Often headed alike for each rank."""
    same = ("SNP", "closeness of neighbour") if rank == 1 else ()
    return Column(
        p.CLOSENESS[rank], 13 + rank, required=False, nullable=True, keep=False, synonyms=(f"SNP{rank}", *same)
    )


def _no_neighbour_of_itself(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    others = pd.concat([frame[name].ne(frame["la_number"]).fillna(value=True) for name in _NAMES], axis=1)
    return others.all(axis=1)


def _each_neighbour_once(frame: pd.DataFrame, _: CheckContext) -> pd.Series:
    named = frame[list(_NAMES)].melt(ignore_index=False, value_name="neighbour").dropna(subset=["neighbour"])
    again = named.assign(authority=named.index).duplicated(["authority", "neighbour"])
    repeated = set(named.index[again])
    return pd.Series([position not in repeated for position in frame.index], index=frame.index)


STATISTICAL_NEIGHBOURS = Extract(
    name="statistical_neighbours",
    number=27,
    source="dfe",
    title="DfE statistical neighbours",
    grain="one row per authority",
    columns=(
        Column(p.LA_NUMBER, 1, synonyms=("LA num", "LA no", "LA code")),
        Column(p.LA_NAME, 2, synonyms=("local authority", "local authority name")),
        Column(p.LA_REGION, 3, required=False, nullable=True, synonyms=("GOReg", "government office region")),
        *(_neighbour_column(rank) for rank in p.NEIGHBOURS),
        *(_closeness_column(rank) for rank in p.NEIGHBOURS),
        Column(p.REGION_NUMBER, 24, required=False, nullable=True, keep=False, synonyms=("GOInd",)),
    ),
    key=("la_number",),
    rules=(
        Rule(
            "YJ-X-2701",
            "query",
            "cross-field",
            ("la_number", *_NAMES),
            "An authority is named as its own neighbour.",
            "ten other authorities",
            DFE_FILE,
            ask.by_context(("la_number",), _no_neighbour_of_itself),
        ),
        Rule(
            "YJ-X-2702",
            "query",
            "cross-field",
            _NAMES,
            "The same neighbour is named twice for one authority.",
            "each neighbour once",
            DFE_FILE,
            ask.by_context(("la_number",), _each_neighbour_once),
        ),
    ),
    snapshot=False,
    required=False,
)
