"""The first sheets: cover with how to read the pack, and contents with links. And the notes, numbered as they come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assets.report.figures.themes import next_theme, theme
from assets.report.inputs import ReturnInputs, theme_number
from assets.report.sheets.changes import version_words
from assets.report.words import EDITION, NOTES, READING, RESTRICTION, SHORTHAND
from schemas.pack import Block, Cell, Column, Heading, Link, Paragraph, Sheet, Table
from schemas.quality import POSTED_WITHIN_DAYS, TAKEN_WITHIN_DAYS

REFERENCE = re.compile(r"\[note ([a-z_]+)\]")


def cover_sheet(inputs: ReturnInputs, sheets: Iterable[Sheet]) -> Sheet:
    """Title, quarter, edition, theme, contact, how to read, and the shorthand that the sheets use."""
    rows = (
        ("Service", inputs.service.name),
        ("Quarter", f"{inputs.quarter.label}: {inputs.quarter.months}"),
        ("Edition", EDITION),
        ("Version", version_words(inputs)),
        ("Figures as at", f"{inputs.as_of.day} {inputs.as_of:%B %Y}"),
        ("Theme of the quarter", theme(inputs)),
        ("Questions to", inputs.service.contact),
    )
    columns = (Column("About this return", 30), Column("Detail", 100))
    reading = (Column("Words and symbols", 30), Column("What they mean", 100))
    blocks: list[Block] = [
        Paragraph(f"{inputs.quarter.months}. {EDITION}.", strong=True),
        Paragraph(RESTRICTION),
        Table("cover_about", "What this return is.", columns, rows),
        Link("Go to the contents", "Contents"),
        Heading("How to read it"),
        Table("cover_reading", "Words and symbols of the return.", reading, READING),
    ]
    legend = tuple((mark, meaning) for mark, meaning in SHORTHAND.items() if mark in used_shorthand(sheets))
    if legend:
        shorthand = (Column("Shorthand", 30), Column("Meaning", 100))
        blocks += [Heading("Shorthand in the tables"), Table("cover_shorthand", "Shorthand.", shorthand, legend)]
    return Sheet("Cover", title(inputs), "What this return is and how to read it.", tuple(blocks))


def title(inputs: ReturnInputs) -> str:
    """Title of the whole return."""
    return f"Management Board return, {inputs.quarter.label}"


def contents_sheet(sheets: Iterable[Sheet], said: Iterable[str] = ()) -> Sheet:
    """A link to every sheet with what it holds, by parts of the return where the sheets have any.

    Args:
        sheets: the sheets, in order.
        said: sentences above the links.
    """
    listed = list(sheets)
    columns: tuple[Column, ...] = (Column("Part", 24), Column("Sheet", 84), Column("What it holds", 100))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (sheet.part, Link(sheet.title, sheet.name), sheet.about) for sheet in listed
    )
    if not all(sheet.part for sheet in listed):
        columns, rows = columns[1:], tuple(row[1:] for row in rows)
    table = Table("contents", "Links to the sheets.", columns, rows)
    blocks: list[Block] = [*(Paragraph(words, strong=True) for words in said), table]
    return Sheet("Contents", "Contents", "Links to every sheet of this return.", tuple(blocks))


def theme_words(inputs: ReturnInputs) -> list[str]:
    """What this quarter's theme is, and what the next will be."""
    number, name = next_theme(inputs)
    return [
        f"Theme of this quarter: {theme_number(inputs)}, {theme(inputs)}.",
        f"Theme of the next quarter, {inputs.quarter.next.months}: {number}, {name}.",
    ]


def notes_sheet(keys: list[str], minimum_base: int) -> Sheet | None:
    """The notes, in the order the sheets refer to them; None where none is referred to."""
    if not keys:
        return None
    rows = tuple(
        (
            f"[note {position}]",
            NOTES[key].format(minimum=minimum_base, taken=TAKEN_WITHIN_DAYS, posted=POSTED_WITHIN_DAYS),
        )
        for position, key in enumerate(keys, start=1)
    )
    columns = (Column("Note", 14), Column("What it says", 120))
    about = "Notes that headings of the other sheets refer to."
    return Sheet("Notes", "Notes", about, (Table("notes", about, columns, rows),), "data")


def referred(sheets: Iterable[Sheet]) -> list[str]:
    """Keys of the notes that the sheets refer to, in the order they first come."""
    texts = [block.text for sheet in sheets for block in sheet.blocks if isinstance(block, Heading | Paragraph)]
    return list(dict.fromkeys(key for words in texts for key in REFERENCE.findall(words)))


def numbered(sheet: Sheet, keys: list[str]) -> Sheet:
    """The sheet with its notes referred to by number."""
    places = {key: position for position, key in enumerate(keys, start=1)}

    def named(match: re.Match[str]) -> str:
        """The reference with its number."""
        return f"[note {places[match[1]]}]"

    blocks = tuple(
        replace(block, text=REFERENCE.sub(named, block.text)) if isinstance(block, Heading | Paragraph) else block
        for block in sheet.blocks
    )
    return replace(sheet, blocks=blocks)


def used_shorthand(sheets: Iterable[Sheet]) -> set[str]:
    """Shorthand that stands in any table of the sheets."""
    cells = (cell for sheet in sheets for table in sheet.tables() for row in table.rows for cell in row)
    return {cell for cell in cells if isinstance(cell, str) and cell in SHORTHAND}
