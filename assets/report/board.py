"""The Board's own tables: risk register and priorities."""

from __future__ import annotations

import re

from assets.report.cells import NOT_AVAILABLE, day, text, whole
from assets.report.inputs import ReturnInputs
from assets.report.lookup import number, records
from schemas.pack import Block, Cell, Column, Heading, Link, Mark, Paragraph, Sheet, Table, Tone

Row = dict[str, object]
STATUS_TONES: dict[str, Tone] = {
    "Complete": "good",
    "On track": "good",
    "At risk": "warn",
    "Off track": "bad",
    "Not started": "neutral",
}
STATUS_SYMBOLS = {"Complete": "✔", "On track": "●", "At risk": "▲", "Off track": "◆", "Not started": "○"}


def risk_sheet(inputs: ReturnInputs) -> Sheet:
    """The risk register: scores before and after further actions, and what stands behind each risk."""
    rows = sorted(records(inputs.risks), key=lambda row: str(row["risk_id"]))
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard")]
    if rows:
        scales = list(dict.fromkeys(text(row["scale"]) for row in rows))
        blocks.append(
            Paragraph(f"Scale of the register: {'; '.join(scales)}. {_reading(scales)} [note risk]", strong=True)
        )
        blocks += [Heading("Scores before and after further actions [note score]"), _scores(rows)]
    else:
        blocks.append(Paragraph("No risk register was received for this quarter.", strong=True))
    about = "Risks with their scores before and after further actions, owners and dates of review."
    return Sheet("Risk register", "Risk register", about, tuple(blocks))


def risk_reasons_sheet(inputs: ReturnInputs) -> Sheet | None:
    """What stands behind each risk; None without a register."""
    rows = sorted(records(inputs.risks), key=lambda row: str(row["risk_id"]))
    if not rows:
        return None
    about = "Causes, consequences, controls and further actions of each risk."
    return Sheet("Risk actions", "Risks: causes, controls and actions", about, (_reasons(rows),))


def priority_sheet(inputs: ReturnInputs) -> Sheet:
    """The plan's priorities, each by its milestones."""
    rows = sorted(records(inputs.priorities), key=lambda row: (number(row["priority_no"]) or 0, str(row["milestone"])))
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard")]
    if rows:
        columns = (
            Column("Priority", 10, "right"),
            Column("Year", 10),
            Column("What is to be done", 50),
            Column("Milestone", 36),
            Column("Owner", 22),
            Column("Due", 14),
            Column("Status", 16),
            Column("Progress", 44),
        )
        blocks.append(
            Table("priorities", "The plan's priorities and milestones.", columns, tuple(map(_priority, rows)))
        )
    else:
        blocks.append(Paragraph("No priorities were received for this quarter.", strong=True))
    about = "The plan's numbered priorities with owner, milestone, due date, status and progress."
    return Sheet("Priorities", "Priorities", about, tuple(blocks))


def fits(impact: float | None, likelihood: float | None, score: float | None) -> str:
    """Which rule a printed score fits: sum, product, both or neither (T-21)."""
    if impact is None or likelihood is None or score is None:
        return NOT_AVAILABLE
    named = {"sum": impact + likelihood, "product": impact * likelihood}
    found = [name for name, value in named.items() if value == score]
    return " and ".join(found).capitalize() or "Neither"


def one_is_highest(scale: str) -> bool | None:
    """Whether 1 is the highest risk on a scale; None where the scale does not say."""
    found = re.search(r"(\d+)\D*high", scale.casefold())
    return found[1] == "1" if found else None


def movement(scale: str, score: float | None, residual: float | None) -> Cell:
    """Whether further actions make a risk safer, by the register's own scale."""
    if score is None or residual is None:
        return NOT_AVAILABLE
    if score == residual:
        return Mark("■ unchanged")
    lowest_is_worst = one_is_highest(scale)
    if lowest_is_worst is None:
        return "The scale does not say"
    arrow = "▲" if residual > score else "▼"
    safer = (residual > score) == lowest_is_worst
    return Mark(f"{arrow} safer", "good") if safer else Mark(f"{arrow} less safe", "bad")


def _reading(scales: list[str]) -> str:
    if all(one_is_highest(scale) for scale in scales):
        return "1 is the highest risk, so a higher score is safer."
    return "Read each score by its own scale."


def _scores(rows: list[Row]) -> Table:
    columns = (
        Column("Risk", 10),
        Column("Description", 44),
        Column("Owner", 20),
        Column("Impact", 9, "right"),
        Column("Likelihood", 11, "right"),
        Column("Score", 8, "right"),
        Column("Score fits", 12),
        Column("Residual impact", 10, "right"),
        Column("Residual likelihood", 11, "right"),
        Column("Residual score", 10, "right"),
        Column("Residual score fits", 12),
        Column("With further actions", 16),
        Column("Reviewed", 14),
    )
    return Table("risk_scores", "Risks with their scores.", columns, tuple(map(_score_row, rows)))


def _score_row(row: Row) -> tuple[Cell, ...]:
    now = tuple(number(row[name]) for name in ("impact", "likelihood", "score"))
    after = tuple(number(row[name]) for name in ("residual_impact", "residual_likelihood", "residual_score"))
    return (
        text(row["risk_id"]),
        text(row["description"]),
        text(row["owner"]),
        *map(whole, now),
        fits(*now),
        *map(whole, after),
        fits(*after),
        movement(text(row["scale"]), now[2], after[2]),
        day(row["reviewed_date"]),
    )


def _reasons(rows: list[Row]) -> Table:
    columns = (
        Column("Risk", 10),
        Column("Causes", 44),
        Column("Consequences", 40),
        Column("Controls in place", 40),
        Column("Further actions", 40),
    )
    body = tuple(
        (text(row["risk_id"]), *(text(row[name]) for name in ("causes", "consequences", "controls", "actions")))
        for row in rows
    )
    return Table("risk_reasons", "What stands behind each risk.", columns, body)


def _priority(row: Row) -> tuple[Cell, ...]:
    status = text(row["status"])
    symbol = STATUS_SYMBOLS.get(status, "○")
    return (
        whole(row["priority_no"]),
        text(row["fy"]),
        text(row["priority_text"]),
        text(row["milestone"]),
        text(row["owner"]),
        day(row["due"]),
        Mark(f"{symbol} {status}", STATUS_TONES.get(status, "neutral")),
        text(row["narrative"]),
    )
