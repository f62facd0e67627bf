"""The plan's priorities, each by its milestones, with those that were not done by their day."""

from __future__ import annotations

from collections import Counter
from datetime import date

from assets.report.figures.lookup import number, records
from assets.report.inputs import ReturnInputs
from assets.report.wording.cells import day, text, whole
from assets.report.wording.faults_told import set_aside
from assets.report.wording.long_text import fitting
from schemas.pack import Block, Cell, Column, Link, Mark, Paragraph, Sheet, Table, Tone

Row = dict[str, object]
STATUS_TONES: dict[str, Tone] = {
    "Complete": "good",
    "On track": "good",
    "At risk": "warn",
    "Off track": "bad",
    "Not started": "neutral",
}
STATUS_SYMBOLS = {"Complete": "✔", "On track": "●", "At risk": "▲", "Off track": "◆", "Not started": "○"}
DONE = "Complete"
OVERDUE = Mark("◆ overdue", "bad")
COLUMNS = (
    Column("Priority", 10, "right"),
    Column("Year", 10),
    Column("What is to be done", 44),
    Column("Milestone", 36),
    Column("Owner", 22),
    Column("Due", 14),
    Column("Status", 16),
    Column("By its day", 13),
    Column("Progress", 44),
)
#: Columns of words, by the names of the extract.
_WIDTHS = {"priority_text": 44, "milestone": 36, "narrative": 44}


def priority_sheet(inputs: ReturnInputs) -> Sheet:
    """The plan's priorities, each by its milestones."""
    rows = sorted(records(inputs.priorities), key=_order)
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard")]
    if rows:
        blocks += [Paragraph(_statuses(rows), strong=True), Paragraph(_late(rows, inputs.quarter.end))]
        blocks += [Paragraph(words) for words in (*_numbers_missing(rows), *_aside(inputs))]
        body = tuple(_priority(row, inputs.quarter.end) for row in rows)
        blocks.append(Table("priorities", "The plan's priorities and milestones.", COLUMNS, body))
    else:
        blocks.append(Paragraph("No priorities were received for this quarter.", strong=True))
        blocks += [Paragraph(words) for words in _aside(inputs)]
    about = "The plan's numbered priorities with owner, milestone, due date, status and progress."
    return Sheet("Priorities", "Priorities", about, tuple(blocks))


def is_overdue(row: Row, end: date) -> bool:
    """Whether a milestone was not done by its day, as at the end of the quarter."""
    due = row["due"]
    return isinstance(due, date) and due <= end and row["status"] != DONE


def _order(row: Row) -> tuple[str, float, str, str]:
    return str(row["fy"]), number(row["priority_no"]) or 0, str(row["due"]), str(row["milestone"])


def _statuses(rows: list[Row]) -> str:
    counts = Counter(text(row["status"]) for row in rows)
    said = [f"{counts[status]} {status.lower()}" for status in STATUS_TONES if counts[status]]
    priorities = len({(row["fy"], row["priority_no"]) for row in rows})
    return f"Priorities: {priorities}. Milestones: {len(rows)}, of them {', '.join(said)}."


def _late(rows: list[Row], end: date) -> str:
    shown = f"{end.day} {end:%B %Y}"
    late = [row for row in rows if is_overdue(row, end)]
    if not late:
        return f"No milestone was overdue at {shown}."
    which = sorted({int(number(row["priority_no"]) or 0) for row in late})
    return f"Milestones overdue at {shown}: {len(late)}, of priority {', '.join(map(str, which))}."


def _numbers_missing(rows: list[Row]) -> list[str]:
    """Numbers of each plan, from 1 to its last, of which nothing was sent."""
    said = []
    for fy in sorted({str(row["fy"]) for row in rows}):
        sent = {int(number(row["priority_no"]) or 0) for row in rows if str(row["fy"]) == fy}
        missing = sorted(set(range(1, max(sent) + 1)) - sent)
        said += [f"Nothing was sent on these priorities of {fy}: {', '.join(map(str, missing))}."] if missing else []
    return said


def _aside(inputs: ReturnInputs) -> list[str]:
    return set_aside(inputs, "priorities", "the priorities", "missing from this return")


def _priority(row: Row, end: date) -> tuple[Cell, ...]:
    status = text(row["status"])
    words = {name: fitting(row[name], width) for name, width in _WIDTHS.items()}
    return (
        whole(row["priority_no"]),
        text(row["fy"]),
        words["priority_text"],
        words["milestone"],
        text(row["owner"]),
        day(row["due"]),
        Mark(f"{STATUS_SYMBOLS.get(status, '○')} {status}", STATUS_TONES.get(status, "neutral")),
        OVERDUE if is_overdue(row, end) else "Done" if status == DONE else "Not yet due",
        words["narrative"],
    )
