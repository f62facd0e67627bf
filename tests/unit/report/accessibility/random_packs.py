"""Small good returns of any shape: as many sheets, tables, charts, notes and kinds of cells as chance gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from schemas.pack import (
    Amount,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Link,
    Mark,
    Pack,
    Paragraph,
    Series,
    Sheet,
    Table,
    Trend,
)

PLACES = ("Blaby", "Charnwood", "Harborough", "Hinckley and Bosworth", "Melton", "Oadby and Wigston")
MARKS = (Mark("● Green", "good"), Mark("▲ Amber", "warn"), Mark("◆ Red", "bad"), Mark("○ Grey", "neutral"))
AFFIXES = (("", ""), ("", "%"), ("", " pp"), ("£", ""), ("", " hours"))
REMARK = (
    "The panel met twice, and asked for the parents' view before it closed the plan. It looks at this again in spring, "
    "when the new contract with the provider has been in force for half a year, and then says what it found."
)


def random_pack(seed: int) -> Pack:
    """A good return; the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - shapes of tests, no secrets
    pages = [_page(chance, number) for number in range(1, chance.randint(2, 5))]
    notes = [note for page in pages for note in range(1, 9) if f"[note {note}]" in str(page.blocks)]
    behind = [*pages, *([_notes(sorted(set(notes)))] if notes else []), _plain(chance)]
    return Pack(
        title=f"Return {seed}",
        subject="Figures of a quarter",
        author="The performance team",
        as_of=date(2015, 1, 1 + seed % 28),
        sheets=(_cover(behind), _contents(behind), *behind),
    )


def _cover(sheets: list[Sheet]) -> Sheet:
    used = {cell for sheet in sheets for table in sheet.tables() for row in table.rows for cell in row}
    legend = tuple((mark, f"What {word} means.") for mark, word in _SHORTHAND.items() if mark in used)
    columns = (Column("Shorthand", 20), Column("Meaning", 60))
    blocks: tuple[Block, ...] = (Paragraph("A quarter."), Link("Go to the contents", "Contents"))
    if legend:
        blocks = (*blocks, Table("cover_shorthand", "What the shorthand means.", columns, legend))
    return Sheet("Cover", "A return", "What this is.", blocks)


_SHORTHAND = {"[x]": "not available", "[z]": "not applicable", "[low]": "low", "[c]": "confidential"}


def _contents(sheets: list[Sheet]) -> Sheet:
    rows = tuple((Link(sheet.title, sheet.name), sheet.about) for sheet in sheets)
    columns = (Column("Sheet", 40), Column("What it holds", 60))
    return Sheet("Contents", "Contents", "Links.", (Table("contents", "Links to the sheets.", columns, rows),))


def _notes(numbers: list[int]) -> Sheet:
    rows = tuple((f"[note {number}]", f"Words of the note numbered {number}.") for number in numbers)
    table = Table("notes", "The notes.", (Column("Note", 14), Column("What it says", 60)), rows)
    return Sheet("Notes", "Notes", "Notes of the return.", (table,), "data")


def _plain(chance: Random) -> Sheet:
    rows = tuple((f"Month {row}", _amount(chance), _amount(chance)) for row in range(1, chance.randint(2, 60)))
    columns = (Column("Month", 20), Column("Count", 18, "right"), Column("Rate", 18, "right"))
    return Sheet("Figures", "Figures", "Every figure.", (Table("figures", "Every figure.", columns, rows),), "data")


def _page(chance: Random, number: int) -> Sheet:
    blocks: list[Block] = [
        Link("Back to the contents", "Contents"),
        Paragraph(REMARK[: chance.randint(20, 200)], strong=True),
    ]
    for position in range(1, chance.randint(2, 5)):
        # Notes are numbered as they come; a page refers to the note of its own number.
        note = f" [note {number}]" if number == 1 or position == 1 else ""
        blocks += [
            Heading(f"Part {position} of page {number}{note}"),
            *_figures(chance, f"page{number}_part{position}"),
        ]
    return Sheet(f"PAG-{number:02d}", f"Page {number} of the return", "One measure.", tuple(blocks))


def _figures(chance: Random, name: str) -> list[Block]:
    rows = chance.randint(2, 24)
    columns = (
        Column("Period", 20),
        Column("Number", 16, "right"),
        Column("Target", 16, "right"),
        Column("Word", 22),
        Column("Trend", 24),
        Column("Remark", 40),
    )
    table = Table(name, f"Figures of {name}.", columns, tuple(_row(chance, name, row) for row in range(rows)))
    if chance.random() < 0.5:
        return [replace(table, totals=frozenset({rows - 1}))]
    series = tuple(Series(text, text, kind=chance.choice(("line", "column"))) for text in ("Number", "Target"))
    chart = Chart(name, "Figures", name, "Period", series, 0, 1, "Number", f"Chart of the figures of {name}.")
    return [table, chart]


def _row(chance: Random, name: str, row: int) -> tuple[Cell, ...]:
    shorthand = chance.choice(tuple(_SHORTHAND))
    return (
        f"{chance.choice(PLACES)} {row}",
        _amount(chance),
        # The first rows are drawn, so they hold figures.
        _amount(chance) if row < 2 or chance.random() < 0.7 else shorthand,
        chance.choice(MARKS),
        Trend("from one to two", name, "Number", 0, 1),
        chance.choice((REMARK, "None", date(2015, 3, 31))),
    )


def _amount(chance: Random) -> Amount:
    prefix, suffix = chance.choice(AFFIXES)
    value = chance.choice((0.0, 3.0, 47.25, -12.5, 98765.4, 0.04))
    return Amount(value, chance.randint(0, 2), prefix, suffix, chance.random() < 0.3)
