"""The data-quality sheet: what was received, what was left out and why, and which measures that touches."""

from __future__ import annotations

from assets.report.cells import text, whole
from assets.report.inputs import ReturnInputs
from assets.report.lookup import number, records
from schemas.pack import Amount, Block, Cell, Column, Heading, Link, Mark, Paragraph, Sheet, Table, Tone

#: Severity -> its symbol, word, tone and place in the order of the sheet.
SEVERITIES: dict[str, tuple[str, Tone]] = {
    "stop-file": ("◆ File stopped", "bad"),
    "stop-row": ("▲ Row stopped", "warn"),
    "query": ("○ Query", "neutral"),
    "notice": ("■ Notice", "neutral"),
}


#: Shares below this would show as nought.
LEAST_SHARE = 0.05


def quality_sheet(inputs: ReturnInputs) -> Sheet:
    """Rows received, kept and stopped, and faults by code."""
    rows = sorted(records(inputs.rows), key=lambda row: (str(row["table"]), str(row["file_name"])))
    faults = sorted(records(inputs.faults), key=_order)
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard"), Paragraph(said(rows), strong=True)]
    if faults:
        blocks += [Heading("Faults found, by code [note faults]"), _faults(faults)]
    else:
        blocks.append(Paragraph("No fault was found in any file."))
    if rows:
        blocks += [Heading("Rows by table and file"), _rows(rows)]
    about = "Rows received, kept and stopped, faults by code, and the measures they touch."
    return Sheet("Data quality", "Data quality", about, tuple(blocks))


def said(rows: list[dict[str, object]]) -> str:
    """Rows received, kept and stopped, in one sentence."""
    received, kept, stopped = (
        int(sum(number(row[name]) or 0 for row in rows)) for name in ("received", "kept", "stopped")
    )
    if not received:
        return "No rows were received."
    share = 100 * stopped / received
    shown = "less than 0.1%" if 0 < share < LEAST_SHARE else f"{share:.1f}%"
    return (
        f"{received:,} rows were received; {kept:,} were kept and {stopped:,} stopped "
        f"({shown}). Stopped rows are in no figure of this return."
    )


def _order(row: dict[str, object]) -> tuple[int, str, str]:
    severities = list(SEVERITIES)
    severity = str(row["severity"])
    place = severities.index(severity) if severity in severities else len(severities)
    return place, str(row["code"]), str(row["table"])


def _faults(faults: list[dict[str, object]]) -> Table:
    columns = (
        Column("Code", 24),
        Column("Table", 34),
        Column("Times", 12, "right"),
        Column("What it did", 18),
        Column("Measures touched", 30),
        Column("What is wrong", 44),
        Column("What to do", 44),
    )
    return Table("quality_faults", "Faults by code, with counts.", columns, tuple(map(_fault, faults)))


def _fault(row: dict[str, object]) -> tuple[Cell, ...]:
    words, tone = SEVERITIES.get(str(row["severity"]), (str(row["severity"]), "neutral"))
    return (
        text(row["code"]),
        text(row["table"]),
        whole(row["count"]),
        Mark(words, tone),
        text(row["measures"]) if text(row["measures"]) != "[x]" else "None",
        text(row["message"]),
        text(row["fix"]),
    )


def _rows(rows: list[dict[str, object]]) -> Table:
    columns = (
        Column("Name of the table", 24),
        Column("File name", 34),
        Column("Rows received", 12, "right"),
        Column("Rows kept", 18, "right"),
        Column("Rows stopped", 14, "right"),
    )
    body: list[tuple[Cell, ...]] = [
        (text(row["table"]), text(row["file_name"]), whole(row["received"]), whole(row["kept"]), whole(row["stopped"]))
        for row in rows
    ]
    sums = (Amount(sum(number(row[name]) or 0 for row in rows)) for name in ("received", "kept", "stopped"))
    body.append(("Total", f"{len(rows)} files", *sums))
    return Table("quality_rows", "Rows by table and file.", columns, tuple(body), frozenset({len(rows)}))
