"""The data tables: each table of the Board pack of every theme and every figure as plain text, in one archive.

What belongs here: the way from a pack to the files of the archive. No cell of them becomes a formula where a
spreadsheet opens it (`assets.report.plain_csv`), and the same pack always gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date

import pandas as pd

from assets.report.inputs import ReturnInputs
from assets.report.pack import build_whole
from assets.report.plain_csv import plain_csv, plain_rows
from assets.report.words import RESTRICTION
from schemas.pack import Amount, Cell, Link, Mark, Pack, Trend

#: The first time an archive can hold; all its files have it.
EPOCH = (1980, 1, 1, 0, 0, 0)
README, CONTENTS, ALL_FIGURES = "README.csv", "contents.csv", "all-figures.csv"
#: So that Excel, too, reads the texts as what they are.
ENCODING = "utf-8-sig"
ABOUT_ALL = (
    "Every computed figure of every theme: one row per measure, period, area, breakdown and category; "
    "breakdown all is the headline."
)
HOW = (
    (
        "How texts are kept safe",
        "A text that begins like a formula, or with an apostrophe, has an apostrophe before it: take one off.",
    ),
    ("Missing", "[x] not available, [z] not applicable, [low] rounds to nought; in all-figures.csv the cell is empty."),
    ("Numbers", "As they were computed, not rounded; percentages as numbers up to 100; money in pounds."),
    ("Days", "Year-month-day."),
    ("Characters", "UTF-8 with a byte-order mark; fields parted by commas, texts in quotation marks."),
)


def build_tables(inputs: ReturnInputs) -> Pack:
    """The pack whose tables the archive holds: the Board's, of every theme, without the sheet of every figure.

    Args:
        inputs: everything the return may read, with every measure.
    """
    return build_whole(inputs, figures=False)


def archive_bytes(pack: Pack, inputs: ReturnInputs) -> bytes:
    """The archive of a return's tables and figures, the same bytes for the same return.

    Args:
        pack: what `build_tables` gave.
        inputs: what it was built from, with every measure.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in sorted(_files(pack, inputs)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, text.encode(ENCODING))
    return held.getvalue()


def _files(pack: Pack, inputs: ReturnInputs) -> Iterator[tuple[str, str]]:
    """Name and text of every file."""
    tables = [(f"tables/{table.name}.csv", sheet, table) for sheet in pack.sheets for table in sheet.tables()]
    everything = all_figures(inputs)
    listed = [(name, sheet.title, table.about, len(table.rows)) for name, sheet, table in tables]
    listed.append((ALL_FIGURES, "None", ABOUT_ALL, len(everything)))
    yield README, plain_rows(("About", "Detail"), _about(pack, inputs))
    yield CONTENTS, plain_rows(("File", "Sheet of the return", "What it holds", "Rows"), sorted(listed))
    yield ALL_FIGURES, plain_csv(everything)
    for name, _, table in tables:
        headers = [column.header for column in table.columns]
        yield name, plain_rows(headers, (map(_plain, row) for row in table.rows))


def _about(pack: Pack, inputs: ReturnInputs) -> list[tuple[str, str]]:
    """What the archive is, how it is written, and where its figures come from."""
    return [
        ("Title", f"Data tables of: {pack.title}"),
        ("Quarter", f"{inputs.quarter.label}: {inputs.quarter.months}"),
        ("Edition", "Data tables of the Board pack (restricted)"),
        ("Restriction", RESTRICTION),
        ("Figures as at", inputs.as_of.isoformat()),
        ("Code version", inputs.code_version),
        ("Questions to", inputs.service.contact),
        ("Files", f"{CONTENTS} lists every file; {ALL_FIGURES} holds the figures of all themes."),
        *HOW,
    ]


def all_figures(inputs: ReturnInputs) -> pd.DataFrame:
    """Every figure with its measure, period and area in words, sorted by measure, period, area and category.

    Args:
        inputs: the return's inputs, with every measure.
    """
    titles = {one.id: one.title for one in inputs.measures}
    themes = {one.id: ", ".join(one.theme) for one in inputs.measures}
    periods = dict(zip(inputs.periods["period_id"].astype(str), inputs.periods["label"].astype(str), strict=True))
    areas = dict(zip(inputs.areas["area_code"].astype(str), inputs.areas["area_name"].astype(str), strict=True))
    keys = ["measure_id", "period_id", "area_code", "breakdown", "category"]
    frame = inputs.figures.sort_values(keys, kind="stable", ignore_index=True)
    measure, period, area = (frame[name].astype(str) for name in keys[:3])
    frame.insert(1, "measure", measure.map(titles))
    frame.insert(2, "theme", measure.map(themes))
    frame.insert(4, "period", period.map(periods))
    frame.insert(8, "area", area.map(areas))
    return frame


def _plain(cell: Cell) -> object:
    """A cell as a bare number, day or text."""
    if isinstance(cell, Amount):
        return int(cell.value) if float(cell.value).is_integer() else cell.value
    if isinstance(cell, Mark | Link):
        return cell.text
    if isinstance(cell, Trend):
        return cell.words
    return cell.isoformat() if isinstance(cell, date) else cell
