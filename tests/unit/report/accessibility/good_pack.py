"""A small return that keeps every point: each thing the checker looks at stands on it once."""

from __future__ import annotations

from datetime import date

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

QUARTERS = ("Apr to Jun", "Jul to Sep", "Oct to Dec")


def good_pack() -> Pack:
    """Cover, contents, a page with a chart, a page of ratings, notes and a plain table of figures."""
    views = (_measure(), _ratings(), _notes(), _figures())
    return Pack(
        title="Return of a small service",
        subject="Figures of a quarter",
        author="The performance team",
        as_of=date(2015, 1, 19),
        sheets=(_cover(), _contents(views), *views),
    )


def _cover() -> Sheet:
    legend = Table(
        "cover_shorthand",
        "What the shorthand means.",
        (Column("Shorthand", 20), Column("Meaning", 60)),
        (("[x]", "Not available."), ("[z]", "Not applicable.")),
    )
    blocks: tuple[Block, ...] = (Paragraph("October to December 2014."), Link("Go to the contents", "Contents"), legend)
    return Sheet("Cover", "Return of a quarter", "What this is.", blocks)


def _contents(views: tuple[Sheet, ...]) -> Sheet:
    rows = tuple((Link(f"Open {sheet.title}", sheet.name), sheet.about) for sheet in views)
    table = Table("contents_sheets", "Links to the sheets.", (Column("Sheet", 40), Column("What it holds", 50)), rows)
    return Sheet("Contents", "Contents of the return", "Links.", (table,))


def _measure() -> Sheet:
    rows = tuple((quarter, Amount(10.0 + step), Amount(11.0)) for step, quarter in enumerate(QUARTERS))
    table = Table(
        "entrants_quarters",
        "Entrants by quarter.",
        (Column("Quarter", 20), Column("Entrants", 14, "right"), Column("Target", 14, "right")),
        (*rows, ("Jan to Mar", "[x]", "[z]")),
    )
    chart = Chart(
        "entrants_chart",
        "Entrants by quarter",
        table.name,
        "Quarter",
        (Series("Entrants", "Entrants"), Series("Target", "Target", dashed=True)),
        0,
        2,
        "Number",
        "Line chart of entrants, from 10 to 12.",
    )
    blocks: tuple[Block, ...] = (
        Paragraph("Twelve entrants, two more than before.", strong=True),
        Heading("Quarter by quarter [note 1]"),
        table,
        chart,
    )
    return Sheet("Entrants", "Entrants of the quarter", "How many entered.", blocks)


def _ratings() -> Sheet:
    columns = (
        Column("Measure", 20),
        Column("Figure", 14, "right"),
        Column("Rating", 16),
        Column("Trend", 20),
        Column("Remark", 30),
    )
    rows: tuple[tuple[Cell, ...], ...] = (
        ("Entrants", Amount(12.0), Mark("● Green", "good"), _trend("Entrants"), "Fewer came than feared"),
        ("Orders", Amount(7.5, 1, "", "%"), Mark("◆ Red", "bad"), _trend("Target"), "Rests on few orders"),
        ("Places", Amount(3.0), Mark("▲ Amber", "warn"), _trend("Entrants"), "Told again in May"),
    )
    table = Table("ratings_all", "Ratings of the measures.", columns, rows, frozenset({2}))
    second = Table("ratings_why", "Why they are rated so.", (Column("Rule", 40),), (("Against the target",),))
    return Sheet("Ratings", "Ratings of the quarter", "How they stand.", (Heading("All measures"), table, second))


def _trend(column: str) -> Trend:
    return Trend("from ten to twelve", "entrants_quarters", column, 0, 2)


def _notes() -> Sheet:
    table = Table(
        "notes",
        "The notes.",
        (Column("Note", 14), Column("What it says", 60)),
        (("[note 1]", "Counted by day of outcome."),),
    )
    return Sheet("Notes", "Notes to the return", "Notes.", (table,), "data")


def _figures() -> Sheet:
    rows = tuple((f"Month {month}", Amount(100.0 + month), Amount(0.5, 2)) for month in range(1, 31))
    columns = (Column("Month", 20), Column("Number", 14, "right"), Column("Rate", 14, "right"))
    return Sheet(
        "Figures", "Figures by month", "Plain figures.", (Table("figures", "All figures.", columns, rows),), "data"
    )
