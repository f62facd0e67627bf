"""Builds a quarter's return as data: which sheets there are, and in which order."""

from __future__ import annotations

from dataclasses import replace

from assets.report.board import priority_sheet, risk_reasons_sheet, risk_sheet
from assets.report.cover import contents_sheet, cover_sheet, notes_sheet, numbered, referred, title
from assets.report.finance import finance_sheet
from assets.report.inputs import ReturnInputs
from assets.report.lookup import Book
from assets.report.measure_page import measure_sheet
from assets.report.pages import pages
from assets.report.quality import quality_sheets
from assets.report.reference import changes_sheet, definition_sheet, figures_sheet, provenance_sheet
from assets.report.scorecard import detail_sheet, scorecard_sheet
from assets.report.without_figures import with_figures, without_sheet
from schemas.pack import Pack, Sheet


def build_pack(inputs: ReturnInputs) -> Pack:
    """The return of a quarter, ready to be drawn.

    Args:
        inputs: everything the return may read.

    Returns:
        The pack; the same for the same inputs.
    """
    silent = without_sheet(inputs)
    views = _views(replace(inputs, measures=with_figures(inputs)))
    keys = referred(views)
    views = [numbered(sheet, keys) for sheet in views]
    views += [silent] if silent else []
    views += _backs(inputs, keys)
    sheets = [cover_sheet(inputs, views), contents_sheet(views), *views]
    return Pack(
        title=f"{title(inputs)}, {inputs.service.name}",
        subject=f"Youth justice figures for {inputs.quarter.months}",
        author=inputs.service.contact,
        as_of=inputs.as_of,
        sheets=tuple(sheets),
        keywords="youth justice, management board, quarterly return",
    )


def _views(inputs: ReturnInputs) -> list[Sheet]:
    """The sheets made for reading, whose headings refer to notes."""
    book = Book(inputs)
    sheets = (
        scorecard_sheet(inputs, book),
        detail_sheet(inputs, book),
        *(measure_sheet(inputs, book, lead, derived) for lead, derived in pages(inputs.measures)),
        finance_sheet(inputs, book),
        risk_sheet(inputs),
        risk_reasons_sheet(inputs),
        priority_sheet(inputs),
        *quality_sheets(inputs, book),
    )
    return [sheet for sheet in sheets if sheet is not None]


def _backs(inputs: ReturnInputs, keys: list[str]) -> list[Sheet]:
    """The sheets to look things up in."""
    sheets = (
        definition_sheet(inputs),
        notes_sheet(keys, inputs.service.rag.minimum_base),
        changes_sheet(inputs),
        provenance_sheet(inputs),
        figures_sheet(inputs),
    )
    return [sheet for sheet in sheets if sheet is not None]
