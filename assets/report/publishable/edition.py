"""The publishable edition as a pack: the sheets it has, its own cover, and what it leaves out.

What belongs here: choosing and joining sheets. Its figures come ready from `assets.report.publishable.inputs`; nothing
here knows a number that is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assets.report.editions.cover import edition_cover
from assets.report.figures.lookup import Book
from assets.report.figures.pages import in_order, pages
from assets.report.inputs import PUBLISHABLE, ReturnInputs
from assets.report.publishable.audit import told_by_pack
from assets.report.publishable.inputs import RULES, publishable_inputs, require_untold
from assets.report.sheets.cover import contents_sheet, notes_sheet, numbered, referred, theme_words
from assets.report.sheets.finance import finance_sheet
from assets.report.sheets.measure_page import measure_sheet
from assets.report.sheets.reference import definition_sheet, figures_sheet
from assets.report.sheets.scorecard import detail_sheet, scorecard_sheet
from assets.report.sheets.without_figures import with_figures
from schemas.pack import Amount, Block, Cell, Column, Link, Pack, Paragraph, Sheet, Table

TITLE = "Youth justice figures"
STAMP = "Publishable edition"
#: Columns of the Board's own papers; without them the tables have nothing to say there.
BOARDS_OWN = frozenset({"Data quality", "Owner's commentary", "Provenance"})
HIDDEN_WORDS = (
    f"Counts of one to {RULES.threshold - 1} are hidden, and so is whatever would tell them: shares and rates, totals, "
    "years of which the quarters are known, counts shown in earlier editions. A hidden number is shown as [c]. It may "
    "be small, or be needed to keep a small one hidden. Noughts are shown."
)
LEFT_OUT_WORDS = (
    "The Board's own papers (risks, priorities, commentary, data quality) are left out, and so is any table of which "
    "more than half would be hidden: a figure of such a table shows as [x]. The sheet Not shown here says how many "
    "figures of each measure are here and how many are hidden."
)


def build_publishable(inputs: ReturnInputs) -> Pack:
    """The publishable edition of a quarter, ready to be drawn.

    Args:
        inputs: what `publishable_inputs` gave; the Board's own inputs are hidden first.

    Raises:
        ReturnRefused: a hidden number stands in the pack, or could be worked out from what was shown before.
    """
    shown = inputs if inputs.edition == PUBLISHABLE else publishable_inputs(inputs)
    shown = replace(shown, measures=with_figures(shown))
    views = _views(shown)
    keys = referred(views)
    views = _without_dead_links([*(numbered(sheet, keys) for sheet in views), *_backs(shown, keys)])
    title = f"{TITLE}, {shown.quarter.label}"
    cover = edition_cover(shown, title, STAMP, (HIDDEN_WORDS, LEFT_OUT_WORDS), views, contents=False)
    pack = Pack(
        title=f"{title}, {shown.service.name}",
        subject=f"Youth justice figures for {shown.quarter.months}, small counts hidden",
        author=shown.service.contact,
        as_of=shown.as_of,
        sheets=(cover, contents_sheet(views, theme_words(shown)), *views),
        keywords="youth justice, published figures",
    )
    require_untold(shown, told_by_pack(pack, shown))
    return pack


def _views(inputs: ReturnInputs) -> list[Sheet]:
    """The sheets made for reading."""
    book = Book(inputs)
    sheets = (
        scorecard_sheet(inputs, book),
        detail_sheet(inputs, book),
        *(measure_sheet(inputs, book, lead, derived) for lead, derived in pages(inputs.measures)),
        finance_sheet(inputs, book),
    )
    return [sheet for sheet in sheets if sheet is not None]


def _backs(inputs: ReturnInputs, keys: list[str]) -> list[Sheet]:
    """The sheets to look things up in."""
    notes = notes_sheet(keys, inputs.service.rag.minimum_base)
    return [
        *([not_shown_sheet(inputs), definition_sheet(inputs)] if inputs.measures else []),
        *([notes] if notes else []),
        figures_sheet(inputs),
    ]


def not_shown_sheet(inputs: ReturnInputs) -> Sheet:
    """How many figures of each measure are here, and how many of them are hidden."""
    here, gone = inputs.figures.groupby("measure_id").size(), inputs.figures.groupby("measure_id")["hidden"].sum()
    rows = tuple(
        _count_row(one.id, one.title, int(here[one.id]), int(gone[one.id])) for one in in_order(inputs.measures)
    )
    columns = (
        Column("Measure", 11),
        Column("Name", 60),
        Column("Figures here", 14, "right"),
        Column("Figures hidden", 14, "right"),
    )
    about = "How many figures of each measure this edition has, and how many of them are hidden."
    said = Paragraph(
        "Tables of which more than half would be hidden, tables by two things at once, and hours by group are not here."
    )
    blocks: tuple[Block, ...] = (Link("Back to the scorecard", "Scorecard"), said)
    return Sheet("Not shown here", "Not shown here", about, (*blocks, Table("not_shown", about, columns, rows)))


def _without_dead_links(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without links to sheets that this edition has not."""
    names = {sheet.name for sheet in sheets} | {"Cover", "Contents"}
    return [replace(sheet, blocks=tuple(_living(sheet.blocks, names))) for sheet in sheets]


def _living(blocks: Iterable[Block], names: set[str]) -> Iterable[Block]:
    for block in blocks:
        if isinstance(block, Table):
            yield _public(replace(block, rows=tuple(tuple(_cell(cell, names) for cell in row) for row in block.rows)))
        elif not isinstance(block, Link) or block.sheet in names:
            yield block


def _public(table: Table) -> Table:
    """The table without what is the Board's own, which would stand here as if nothing had been said."""
    kept = [at for at, column in enumerate(table.columns) if column.header not in BOARDS_OWN]
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)


def _cell(cell: Cell, names: set[str]) -> Cell:
    return cell.text if isinstance(cell, Link) and cell.sheet not in names else cell


def _count_row(measure_id: str, title: str, here: int, gone: int) -> tuple[Cell, ...]:
    return measure_id, title, Amount(float(here)), Amount(float(gone))
