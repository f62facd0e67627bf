"""The sheet of what was found: faults by code, published values that look odd, repairs, rules that did not run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assets.report.figures.lookup import Book, number, records
from assets.report.inputs import ReturnInputs
from assets.report.quality.fields import BACK
from assets.report.wording.cells import text, whole
from assets.report.wording.words_checked import words_blocks
from assets.report.words import without_keys
from schemas.pack import Amount, Block, Cell, Column, Heading, Mark, Paragraph, Sheet, Table, Tone
from schemas.rules import all_rules

Row = Mapping[str, object]
#: Severity -> its symbol, word, tone and place in the order of the sheet.
SEVERITIES: dict[str, tuple[str, Tone]] = {
    "stop-file": ("◆ File stopped", "bad"),
    "stop-row": ("▲ Row stopped", "warn"),
    "query": ("○ Query", "neutral"),
    "notice": ("■ Notice", "neutral"),
}
#: Beginnings of the codes that have a table of their own.
REPAIR, WATCH = "YJ-S-", "YJ-W-"
#: Most measures that a line names one by one.
NAMED = 12
#: How a line about many cells says how many.
CELLS = re.compile(r" Cells: ([\d,]+)[^.]*\.")


def faults_sheet(inputs: ReturnInputs, book: Book) -> Sheet:
    """Faults by code, watch findings on figures and on words, repairs and rules not run."""
    lines = sorted(records(inputs.faults), key=_order)
    faults = [row for row in lines if not str(row["code"]).startswith((REPAIR, WATCH))]
    watched = [row for row in lines if str(row["code"]).startswith(WATCH)]
    repairs = [row for row in lines if str(row["code"]).startswith(REPAIR)]
    blocks: list[Block] = [BACK]
    blocks += _part("Faults found, by code [note faults]", "quality_faults", faults, "No fault was found in any file.")
    if watched:
        blocks += _part("Published values that look odd", "quality_watch", watched, "")
    blocks += words_blocks(inputs, book)
    if repairs:
        blocks += [Heading("Safe repairs, each from a closed list; none of them guesses"), _repairs(repairs)]
    blocks += _not_run(records(inputs.quality.not_run))
    about = "Faults by code with the measures they touch, repairs made, and rules that could not be judged."
    return Sheet("Faults", "Faults found", about, tuple(blocks))


def _order(row: Row) -> tuple[int, str, str]:
    severities = list(SEVERITIES)
    severity = str(row["severity"])
    place = severities.index(severity) if severity in severities else len(severities)
    return place, str(row["code"]), str(row["table"])


def _part(title: str, name: str, rows: Sequence[Row], nothing: str) -> list[Block]:
    return [Heading(title), _faults(name, rows)] if rows else [Paragraph(nothing)]


def _faults(name: str, rows: Sequence[Row]) -> Table:
    columns = (
        Column("Code", 14),
        Column("Table", 24),
        Column("Times", 10, "right"),
        Column("Explained", 12, "right"),
        Column("What it did", 18),
        Column("Measures touched", 30),
        Column("What is wrong", 44),
        Column("What to do", 44),
    )
    return Table(name, "Faults by code, with counts.", columns, tuple(map(_fault, rows)))


def _fault(row: Row) -> tuple[Cell, ...]:
    words, tone = SEVERITIES.get(str(row["severity"]), (str(row["severity"]), "neutral"))
    return (
        text(row["code"]),
        text(row["table"]) if row["table"] else "No one table",
        whole(row["count"]),
        whole(row.get("explained", 0)),
        Mark(words, tone),
        measures_touched(str(row["measures"] or "")),
        without_keys(text(row["message"])),
        text(row["fix"]),
    )


def measures_touched(ids: str) -> str:
    """The measures a fault touches: each by its id, or where they are many their number and their families."""
    listed = [one for one in ids.split(", ") if one]
    if len(listed) <= NAMED:
        return ", ".join(listed) or "None in this return"
    families = sorted({one.split("-")[0] for one in listed})
    return f"{len(listed)} measures, of {', '.join(families)}"


def _repairs(rows: Sequence[Row]) -> Table:
    """One row a repair: what was done, in how many cells, of which tables."""
    words = {one.code: one.message for one in all_rules()}
    cells: dict[str, int] = {}
    tables: dict[str, set[str]] = {}
    for row in rows:
        code = str(row["code"])
        cells[code] = cells.get(code, 0) + _cells_in(row)
        tables.setdefault(code, set()).add(str(row["table"]))
    columns = (
        Column("Code", 14),
        Column("Tables", 24),
        Column("Cells or places", 10, "right"),
        Column("What was done", 12),
    )
    body = tuple(
        (code, ", ".join(sorted(tables[code])), Amount(cells[code]), words.get(code, "A repair."))
        for code in sorted(cells)
    )
    return Table("quality_repairs", "Safe repairs by kind, with how many cells.", columns, body)


def _cells_in(row: Row) -> int:
    """How many cells a line speaks of: as many as it says, else one each time."""
    said = CELLS.search(str(row["message"]))
    times = int(number(row["count"]) or 0)
    return times * int(said[1].replace(",", "")) if said else times


def _not_run(rows: Sequence[Row]) -> list[Block]:
    heading = Heading("Rules that could not be judged")
    if not rows:
        return [heading, Paragraph("Every rule was judged.")]
    columns = (
        Column("Rules of", 14),
        Column("Why", 24),
        Column("How many", 10, "right"),
        Column("Codes", 12),
    )
    body = tuple((text(row["step"]), text(row["why"]), whole(row["rules"]), text(row["codes"])) for row in rows)
    return [heading, Table("quality_not_run", "Rules that could not be judged, and why.", columns, body)]
