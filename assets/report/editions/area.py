"""A return of one area's own: its figures on the same pages as the Board's, and its framework first.

What belongs here: narrowing the inputs to the area, and the sheets that only such a return has. Any area of the
service can have one (`editions` of its `service.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from assets.report.editions.cover import edition_cover
from assets.report.editions.framework import framework_sheet
from assets.report.figures.lookup import ALL, Book
from assets.report.figures.pages import FAMILY_SHEETS, in_order, pages
from assets.report.inputs import ReturnInputs
from assets.report.sheets.changes import changes_sheets
from assets.report.sheets.cover import contents_sheet, notes_sheet, numbered, referred
from assets.report.sheets.measure_page import measure_sheet
from assets.report.sheets.reference import definition_sheet, figures_sheet
from assets.report.sheets.scorecard import detail_sheet, scorecard_sheet
from assets.report.sheets.way_back import provenance_sheets, with_way_back
from assets.report.sheets.without_figures import reason
from schemas.measure import Measure
from schemas.pack import Column, Link, Pack, Paragraph, Sheet, Table
from schemas.service import Area, AreaEdition

#: Units of figures that an area and its service can be held against each other by.
SHARES = frozenset({"%", "ratio", "per 1,000"})
WHOLE_ONLY = "Counted for the whole service only, not for its areas."
NOTHING_HERE = "Nothing of it was counted here in any period shown."
RESTRICTION = (
    "Restricted: counts of a small area are small enough to point at a child. "
    "For the area's community-safety partners named by the service; not for publication."
)
TARGETS = (
    "Targets that are shares or rates are those of the whole service. A count of the area has no target of its own: "
    "it is rated against the same period last year."
)


def build_area(inputs: ReturnInputs, edition: AreaEdition) -> Pack:
    """The return of one area, ready to be drawn.

    Args:
        inputs: everything the return may read, with every measure.
        edition: which area, and the framework it answers to.
    """
    area = next(one for one in inputs.service.areas if one.code == edition.area)
    shown = of_area(inputs, area)
    views = _views(shown, area, edition)
    keys = referred(views)
    views = with_way_back([numbered(sheet, keys) for sheet in views], shown)
    views += [sheet for sheet in (_without(inputs, shown, area), *_backs(shown, keys)) if sheet is not None]
    title = f"{area.name} return, {inputs.quarter.label}"
    cover = edition_cover(inputs, title, f"{area.name} (restricted)", (RESTRICTION, TARGETS), views, contents=False)
    return Pack(
        title=f"{title}, {inputs.service.name}",
        subject=f"Youth justice figures of {area.name} for {inputs.quarter.months}",
        author=inputs.service.contact,
        as_of=inputs.as_of,
        sheets=(cover, contents_sheet(views), *views),
        keywords=f"youth justice, {area.name}, community safety",
    )


def of_area(inputs: ReturnInputs, area: Area) -> ReturnInputs:
    """The inputs narrowed to an area and the districts in it; measures without a figure there are left out.

    Targets of counts are left out with them, since they were set for the whole service; shares of the whole service
    become comparators.
    """
    places = {area.code, *area.districts}
    figures = _at(inputs.figures, places)
    known = figures.loc[figures["area_code"].eq(area.code) & figures[["numerator", "value"]].notna().any(axis=1)]
    counted = set(known["measure_id"].astype(str))
    measures = tuple(one for one in inputs.measures if one.id in counted and one.family not in FAMILY_SHEETS)
    ids = {one.id for one in measures}
    return replace(
        inputs,
        measures=measures,
        figures=figures.loc[figures["measure_id"].isin(ids)],
        areas=inputs.areas.loc[inputs.areas["area_code"].isin(places)],
        targets=_of(inputs.targets, (one for one in measures if one.unit in SHARES)),
        comparators=pd.concat([inputs.comparators, _whole_service(inputs, measures)], ignore_index=True),
        told=None if inputs.told is None else _of(_at(inputs.told, places), measures),
        published=None if inputs.published is None else _of(_at(inputs.published, places), measures),
    )


def _at(figures: pd.DataFrame, places: set[str]) -> pd.DataFrame:
    return figures.loc[figures["area_code"].isin(places)]


def _of(frame: pd.DataFrame, measures: Iterable[Measure]) -> pd.DataFrame:
    return frame.loc[frame["measure_id"].isin({one.id for one in measures})]


def _whole_service(inputs: ReturnInputs, measures: Sequence[Measure]) -> pd.DataFrame:
    """The whole service's shares and rates of the periods shown first, as comparators."""
    bases = {one.id: one.basis[0] for one in measures if one.unit in SHARES}
    periods = inputs.periods.loc[inputs.periods["is_current"].astype(bool)]
    mine = inputs.figures.loc[
        inputs.figures["area_code"].eq(inputs.service.code)
        & inputs.figures["breakdown"].eq(ALL)
        & inputs.figures["measure_id"].isin(list(bases))
        & inputs.figures["value"].notna()
    ]
    dated = mine[["measure_id", "period_id", "value", "unit"]].astype({"period_id": "string"}).merge(
        periods.astype({"period_id": "string"}), on="period_id", how="inner"
    )  # fmt: skip
    headline = dated.loc[dated["basis"].astype(str).eq(dated["measure_id"].astype(str).map(bases))]
    told = headline.rename(columns={"period_start": "window_start", "period_end": "window_end"}).assign(
        geography=inputs.service.name, source="this return", status="final"
    )
    return told.reindex(columns=inputs.comparators.columns).astype(inputs.comparators.dtypes.to_dict())


def _views(inputs: ReturnInputs, area: Area, edition: AreaEdition) -> list[Sheet]:
    """The sheets made for reading: the area's framework, its scorecard, a page a measure."""
    book = Book(inputs)
    sheets = (
        framework_sheet(inputs, book, area, edition),
        scorecard_sheet(inputs, book),
        detail_sheet(inputs, book),
        *(measure_sheet(inputs, book, lead, derived) for lead, derived in pages(inputs.measures)),
    )
    return [sheet for sheet in sheets if sheet is not None]


def _backs(inputs: ReturnInputs, keys: list[str]) -> list[Sheet | None]:
    """The sheets to look things up in."""
    return [
        definition_sheet(inputs) if inputs.measures else None,
        notes_sheet(keys, inputs.service.rag.minimum_base),
        *changes_sheets(inputs),
        *provenance_sheets(inputs),
        figures_sheet(inputs),
    ]


def _without(inputs: ReturnInputs, shown: ReturnInputs, area: Area) -> Sheet | None:
    """Every measure that has no figure of the area, with the reason of each; None where there is none."""
    present = {one.id for one in shown.measures}
    absent = [one for one in in_order(inputs.measures) if one.id not in present]
    if not absent:
        return None
    columns = (Column("Measure", 11), Column("Name", 60), Column("Why there is no figure", 70))
    rows = tuple((one.id, one.title, _why(inputs, one, area)) for one in absent)
    about = f"Measures that have no figure of {area.name}, and why."
    blocks = (
        Link("Back to the scorecard", "Scorecard"),
        Paragraph(f"{len(absent)} of {len(inputs.measures)} measures have no figure of {area.name}."),
        Table("without_figure", about, columns, rows),
    )
    return Sheet("Without a figure", f"Measures without a figure of {area.name}", about, blocks)


def _why(inputs: ReturnInputs, measure: Measure, area: Area) -> str:
    """Why a measure has no figure of the area: it has none at all, none of areas, or nothing to count here."""
    mine = inputs.figures.loc[inputs.figures["measure_id"].eq(measure.id)]
    if mine.empty:
        return reason(inputs, measure)
    return NOTHING_HERE if mine["area_code"].eq(area.code).any() and measure.family not in FAMILY_SHEETS else WHOLE_ONLY
