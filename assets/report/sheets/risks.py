"""The risk register: scores before and after, what changed since the register before, reviews that are overdue.

What is said of scales and scores belongs here; the register's own words are shown as they came.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pandas as pd

from assets.report.figures.lookup import number, records
from assets.report.inputs import ReturnInputs
from assets.report.wording.cells import NOT_AVAILABLE, day, text, whole
from assets.report.wording.faults_told import set_aside
from assets.report.wording.long_text import fitting
from schemas.pack import Block, Cell, Column, Heading, Link, Mark, Paragraph, Sheet, Table

Row = dict[str, object]
NOW = ("impact", "likelihood", "score")
AFTER = ("residual_impact", "residual_likelihood", "residual_score")
#: Whole days after which a risk is due for review where the register names no day.
REVIEW_DAYS = 365
OVERDUE, IN_TIME = Mark("◆ overdue", "bad"), "In time"
_DESCRIPTION, _REASONS = 44, 40
_REASON_COLUMNS = ("causes", "consequences", "controls", "actions")


def risk_sheet(inputs: ReturnInputs) -> Sheet:
    """The risk register: scores before and after further actions, owners, reviews, and what changed."""
    rows = newest_edition(inputs.risks)
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard")]
    if rows:
        scales = list(dict.fromkeys(text(row["scale"]) for row in rows))
        reading = f"Scale of the register: {'; '.join(scales)}. {_reading(scales)} [note risk]"
        blocks += [Paragraph(reading, strong=True), Paragraph(_movements(rows)), Paragraph(_reviews(rows, inputs))]
        blocks += [Paragraph(words) for words in (*_unscored(rows), *_aside(inputs))]
        blocks += [Heading("Scores before and after further actions [note score]"), _scores(rows, inputs)]
        blocks += _since(inputs, rows)
    else:
        blocks.append(Paragraph("No risk register was received for this quarter.", strong=True))
        blocks += [Paragraph(words) for words in _aside(inputs)]
    about = "Risks with their scores before and after further actions, owners, reviews, and what changed."
    return Sheet("Risk register", "Risk register", about, tuple(blocks))


def risk_reasons_sheet(inputs: ReturnInputs) -> Sheet | None:
    """What stands behind each risk; None without a register."""
    rows = newest_edition(inputs.risks)
    if not rows:
        return None
    about = "Causes, consequences, controls and further actions of each risk."
    return Sheet("Risk actions", "Risks: causes, controls and actions", about, (_reasons(rows),))


def newest_edition(register: pd.DataFrame) -> list[Row]:
    """The rows of the edition reviewed last, in the order of their numbers, as RSK-01 counts them."""
    rows = records(register)
    newest = max(((_reviewed(row), str(row["register_version"])) for row in rows), default=None)
    edition = newest[1] if newest else ""
    return sorted((row for row in rows if str(row["register_version"]) == edition), key=risk_order)


def risk_order(row: Row) -> tuple[tuple[bool, int, str], ...]:
    """Numbers as numbers: R2 before R10."""
    pieces = re.findall(r"\d+|\D+", str(row["risk_id"]))
    return tuple((piece.isdigit(), int(piece) if piece.isdigit() else 0, piece) for piece in pieces)


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


def movement(scale: str, score: float | None, later: float | None) -> Cell:
    """Whether a risk is safer at the later score, by the register's own scale."""
    if score is None or later is None:
        return NOT_AVAILABLE
    if score == later:
        return Mark("■ unchanged")
    lowest_is_worst = one_is_highest(scale)
    if lowest_is_worst is None:
        return "The scale does not say"
    arrow = "▲" if later > score else "▼"
    safer = (later > score) == lowest_is_worst
    return Mark(f"{arrow} safer", "good") if safer else Mark(f"{arrow} less safe", "bad")


def review_stands(row: Row, end: date) -> Cell:
    """Whether a risk's review is overdue at the end of the quarter: by its own day, else a year after the last."""
    reviewed, due = row.get("reviewed_date"), row.get("review_due")
    if not isinstance(reviewed, date):
        return NOT_AVAILABLE
    if isinstance(due, date):
        return OVERDUE if due <= end and reviewed < due else IN_TIME
    return OVERDUE if (end - reviewed).days > REVIEW_DAYS else IN_TIME


def _reviewed(row: Row) -> date:
    reviewed = row["reviewed_date"]
    return reviewed if isinstance(reviewed, date) else date.min


def _reading(scales: list[str]) -> str:
    if all(one_is_highest(scale) for scale in scales):
        return "1 is the highest risk, so a higher score is safer."
    return "Read each score by its own scale."


def _movements(rows: list[Row]) -> str:
    """How many risks further actions would make safer, in words."""
    cells = (movement(text(row["scale"]), number(row["score"]), number(row["residual_score"])) for row in rows)
    counts = Counter(cell.text[2:] for cell in cells if isinstance(cell, Mark))
    said = [f"{counts[word]} {word}" for word in ("safer", "unchanged", "less safe") if counts[word]]
    rest = len(rows) - sum(counts.values())
    said += [f"{rest} not known"] if rest else []
    return f"Risks in the register: {len(rows)}. With further actions: {', '.join(said)}."


def _reviews(rows: list[Row], inputs: ReturnInputs) -> str:
    end = inputs.quarter.end
    shown = f"{end.day} {end:%B %Y}"
    late = [str(row["risk_id"]) for row in rows if review_stands(row, end) == OVERDUE]
    return f"Reviews overdue at {shown}: {', '.join(late)}." if late else f"No review was overdue at {shown}."


def _unscored(rows: list[Row]) -> list[str]:
    missing = [str(row["risk_id"]) for row in rows if number(row["score"]) is None]
    return [f"Without a score: {', '.join(missing)}."] if missing else []


def _aside(inputs: ReturnInputs) -> list[str]:
    return set_aside(inputs, "risks", "the register", "missing from this return")


def _scores(rows: list[Row], inputs: ReturnInputs) -> Table:
    columns = (
        Column("Risk", 10),
        Column("Description", _DESCRIPTION),
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
        Column("Next review", 14),
        Column("Review stands", 13),
    )
    body = tuple(_score_row(row, inputs.quarter.end) for row in rows)
    return Table("risk_scores", "Risks with their scores.", columns, body)


def _score_row(row: Row, end: date) -> tuple[Cell, ...]:
    now, after = (tuple(number(row[name]) for name in names) for names in (NOW, AFTER))
    return (
        text(row["risk_id"]),
        fitting(row["description"], _DESCRIPTION),
        text(row["owner"]),
        *map(whole, now),
        fits(*now),
        *map(whole, after),
        fits(*after),
        movement(text(row["scale"]), now[2], after[2]),
        day(row["reviewed_date"]),
        day(row.get("review_due")),
        review_stands(row, end),
    )


def _since(inputs: ReturnInputs, rows: list[Row]) -> list[Block]:
    """What changed since the register of the quarter before; nothing where there was none."""
    before = {str(row["risk_id"]): row for row in newest_edition(inputs.papers.risks_before)}
    if not before:
        return []
    heading = Heading(f"Changes since the register of {inputs.papers.risks_quarter}")
    body = [_changed(row, before.get(str(row["risk_id"]))) for row in rows]
    gone = [_gone(row) for key, row in before.items() if key not in {str(row["risk_id"]) for row in rows}]
    found = [row for row in (*body, *gone) if row is not None]
    if not found:
        return [heading, Paragraph("No risk was added or taken off, and no score changed.")]
    columns = (
        Column("Risk", 10),
        Column("Description", _DESCRIPTION),
        Column("What changed", 20),
        Column("Score before", 9, "right"),
        Column("Score now", 11, "right"),
        Column("Residual score before", 8, "right"),
        Column("Residual score now", 12, "right"),
        Column("Since then", 16),
    )
    about = "Risks that are new, gone, or scored otherwise than in the register before."
    return [heading, Table("risk_changes", about, columns, tuple(found))]


def _changed(row: Row, before: Row | None) -> tuple[Cell, ...] | None:
    """The line of a risk that is new or scored otherwise; None for one that stands as it stood."""
    scores = (number(row["score"]), number(row["residual_score"]))
    name = (text(row["risk_id"]), fitting(row["description"], _DESCRIPTION))
    if before is None:
        return (*name, "New", NOT_AVAILABLE, whole(scores[0]), NOT_AVAILABLE, whole(scores[1]), NOT_AVAILABLE)
    then = (number(before["score"]), number(before["residual_score"]))
    if then == scores:
        return None
    cells = (whole(then[0]), whole(scores[0]), whole(then[1]), whole(scores[1]))
    if text(row["scale"]) != text(before["scale"]):
        return (*name, "Scored on another scale", *cells, "Not comparable")
    return (*name, "Scored otherwise", *cells, movement(text(row["scale"]), then[0], scores[0]))


def _gone(row: Row) -> tuple[Cell, ...]:
    name = (text(row["risk_id"]), fitting(row["description"], _DESCRIPTION))
    scores = (number(row["score"]), number(row["residual_score"]))
    return (*name, "Taken off", whole(scores[0]), NOT_AVAILABLE, whole(scores[1]), NOT_AVAILABLE, NOT_AVAILABLE)


def _reasons(rows: list[Row]) -> Table:
    columns = (
        Column("Risk", 10),
        Column("Causes", _REASONS),
        Column("Consequences", _REASONS),
        Column("Controls in place", _REASONS),
        Column("Further actions", _REASONS),
    )
    body = tuple((text(row["risk_id"]), *(fitting(row[name], _REASONS) for name in _REASON_COLUMNS)) for row in rows)
    return Table("risk_reasons", "What stands behind each risk.", columns, body)
