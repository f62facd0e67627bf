"""Builds a quarter's return as data: which sheets there are, in which parts, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assets.report.figures.lookup import Book
from assets.report.figures.pages import pages
from assets.report.figures.themes import STANDINGS, standing, themed
from assets.report.inputs import ReturnInputs
from assets.report.quality.first_page import quality_sheets
from assets.report.sheets.changes import changes_sheets
from assets.report.sheets.cover import contents_sheet, cover_sheet, notes_sheet, numbered, referred, theme_words, title
from assets.report.sheets.exceptions import exceptions_sheet
from assets.report.sheets.finance import finance_sheet
from assets.report.sheets.measure_page import measure_sheet
from assets.report.sheets.priorities import priority_sheet
from assets.report.sheets.reference import definition_sheet, figures_sheet
from assets.report.sheets.risks import risk_reasons_sheet, risk_sheet
from assets.report.sheets.scorecard import detail_sheet, scorecard_sheet
from assets.report.sheets.way_back import provenance_sheets, with_way_back
from assets.report.sheets.without_figures import with_figures, without_sheet
from schemas.measure import Measure
from schemas.pack import Pack, Sheet

#: The parts of the return, as the contents name them; the theme's own stands after the first.
EVERY_MEETING = "Every meeting"
THIS_THEME = "This quarter's theme"
OTHER_THEMES = "Other themes of the year"
PAPERS = "Board papers"
QUALITY = "Data quality"
LOOK_UP = "To look up"


def build_pack(inputs: ReturnInputs) -> Pack:
    """The return of a quarter, ready to be drawn: what every meeting sees, and the quarter's theme.

    Args:
        inputs: everything the return may read, with every measure.

    Returns:
        The pack; the same for the same inputs.
    """
    return build_whole(themed(inputs))


def build_whole(inputs: ReturnInputs, *, figures: bool = True) -> Pack:
    """The same of every measure of the inputs, whatever its theme (data tables).

    Args:
        inputs: everything the return may read.
        figures: with the long sheet of every headline figure.
    """
    silent = _part(LOOK_UP, [without_sheet(inputs)])
    views = _views(replace(inputs, measures=with_figures(inputs)))
    keys = referred(views)
    views = with_way_back([numbered(sheet, keys) for sheet in views], inputs)
    views += [*silent, *_part(LOOK_UP, _backs(inputs, keys, figures=figures))]
    return Pack(
        title=f"{title(inputs)}, {inputs.service.name}",
        subject=f"Youth justice figures for {inputs.quarter.months}",
        author=inputs.service.contact,
        as_of=inputs.as_of,
        sheets=(cover_sheet(inputs, views), contents_sheet(views, theme_words(inputs)), *views),
        keywords="youth justice, management board, quarterly return",
    )


def _views(inputs: ReturnInputs) -> list[Sheet]:
    """The sheets made for reading, whose headings refer to notes."""
    book = Book(inputs)
    return [
        *_part(
            EVERY_MEETING,
            [scorecard_sheet(inputs, book), exceptions_sheet(inputs, book), detail_sheet(inputs, book)],
        ),
        *_measure_sheets(inputs, book),
        *_part(PAPERS, _papers(inputs, book)),
        *_part(QUALITY, quality_sheets(inputs, book)),
    ]


def _measure_sheets(inputs: ReturnInputs, book: Book) -> list[Sheet]:
    """A page a measure: those of every meeting, then the theme's."""
    parts = {"core": EVERY_MEETING, "theme": THIS_THEME, "other": OTHER_THEMES}
    return [
        replace(measure_sheet(inputs, book, lead, derived), part=parts[standing(inputs, lead)])
        for lead, derived in sorted(pages(inputs.measures), key=lambda page: _place(inputs, page[0]))
    ]


def _place(inputs: ReturnInputs, lead: Measure) -> int:
    """What every meeting sees first, the quarter's own theme next."""
    return STANDINGS.index(standing(inputs, lead))


def _papers(inputs: ReturnInputs, book: Book) -> list[Sheet | None]:
    """The papers that every Board has before it: money, risks, priorities."""
    return [finance_sheet(inputs, book), risk_sheet(inputs), risk_reasons_sheet(inputs), priority_sheet(inputs)]


def _backs(inputs: ReturnInputs, keys: list[str], *, figures: bool) -> list[Sheet | None]:
    """The sheets to look things up in."""
    return [
        definition_sheet(inputs),
        notes_sheet(keys, inputs.service.rag.minimum_base),
        *changes_sheets(inputs),
        *provenance_sheets(inputs),
        figures_sheet(inputs) if figures else None,
    ]


def _part(name: str, sheets: Iterable[Sheet | None]) -> list[Sheet]:
    """The sheets that there are, as one part of the return."""
    return [replace(sheet, part=name) for sheet in sheets if sheet is not None]
