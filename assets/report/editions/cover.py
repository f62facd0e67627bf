"""The first sheet of a short or local edition: what it is, whom it is for, what is on which sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.report.inputs import ReturnInputs
from assets.report.sheets.changes import version_words
from assets.report.sheets.cover import used_shorthand
from assets.report.words import SHORTHAND
from schemas.pack import Block, Column, Heading, Link, Paragraph, Sheet, Table

#: Columns as wide as those of the Board's cover, so that the two print alike.
LEFT, RIGHT = 30, 100


def edition_cover(
    inputs: ReturnInputs, title: str, edition: str, said: Iterable[str], views: Sequence[Sheet], *, contents: bool
) -> Sheet:
    """The cover of an edition.

    Args:
        inputs: the return's inputs.
        title: title of the edition, with its quarter.
        edition: the edition's stamp, e.g. "Lead Member (restricted)".
        said: what a reader must know first, a paragraph each.
        views: the sheets it has.
        contents: list the sheets here, for an edition too short to have a contents sheet.
    """
    about = (Column("About this return", LEFT), Column("Detail", RIGHT))
    rows = (
        ("Service", inputs.service.name),
        ("Quarter", f"{inputs.quarter.label}: {inputs.quarter.months}"),
        ("Edition", edition),
        ("Version", version_words(inputs)),
        ("Figures as at", f"{inputs.as_of.day} {inputs.as_of:%B %Y}"),
        ("Questions to", inputs.service.contact),
    )
    blocks: list[Block] = [Paragraph(f"{inputs.quarter.months}. {edition}.", strong=True)]
    blocks += [Paragraph(words) for words in said]
    blocks.append(Table("cover_about", "What this return is.", about, rows))
    blocks += _contents(views) if contents else [Link("Go to the contents", "Contents")]
    return Sheet("Cover", title, "What this return is and what it holds.", (*blocks, *_shorthand(views)))


def _contents(views: Sequence[Sheet]) -> list[Block]:
    columns = (Column("Sheet", LEFT), Column("What it holds", RIGHT))
    rows = tuple((Link(sheet.title, sheet.name), sheet.about) for sheet in views)
    return [Heading("Contents"), Table("cover_contents", "Links to the sheets.", columns, rows)]


def _shorthand(views: Sequence[Sheet]) -> list[Block]:
    used = used_shorthand(views)
    rows = tuple((mark, meaning) for mark, meaning in SHORTHAND.items() if mark in used)
    if not rows:
        return []
    columns = (Column("Shorthand", LEFT), Column("Meaning", RIGHT))
    return [Heading("Shorthand in the tables"), Table("cover_shorthand", "Shorthand.", columns, rows)]
