"""Cells that judge: change, direction, rating. Each holds the word; its tone only repeats it.

A change that chance explains keeps its word and loses its tone.
"""

from __future__ import annotations

from assets.indicators.direction import Direction, Verdict
from assets.indicators.rag import Rating
from assets.indicators.rag import Word as RatingWord
from assets.report.figures.lines import Line, is_change
from assets.report.figures.lookup import Figure
from assets.report.wording.cells import HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, amount
from assets.report.wording.sentences import RATINGS
from schemas.pack import Cell, Mark, Tone

VERDICT_TONES: dict[Verdict, Tone] = {"better": "good", "worse": "bad"}
RATING_TONES: dict[RatingWord, Tone] = {"green": "good", "amber": "warn", "red": "bad"}
PERCENT_DECIMALS = 1


def change_cell(line: Line) -> Cell:
    """The change on the same period last year: points between shares, else per cent of the earlier figure (T-07)."""
    moved = line.moved
    if is_change(line.measure):
        return NOT_APPLICABLE
    if moved is None:
        return _missing(line.figure, line.last)
    if moved.unit == "pp":
        return amount(moved.amount, "pp", line.measure.decimals, signed=True)
    if moved.relative_percent is None:
        return NOT_APPLICABLE
    return amount(moved.relative_percent, "%", PERCENT_DECIMALS, signed=True)


def direction_cell(line: Line) -> Cell:
    """Arrow, movement and verdict, e.g. "▲ up, worse"; the verdict alone where the figure is itself a change."""
    if line.direction is None:
        return _missing(line.figure, line.last)
    if is_change(line.measure):
        verdict = line.direction.verdict
        words = "Context only" if verdict == "context" else verdict[0].upper() + verdict[1:]
        return Mark(words, VERDICT_TONES.get(verdict, "neutral"))
    return _direction(line.direction)


def short_cell(line: Line) -> Cell:
    """The same since the quarter before; [z] for measures without quarters."""
    if "quarter" not in line.measure.basis or is_change(line.measure):
        return NOT_APPLICABLE
    return _direction(line.short) if line.short else _missing(line.quarter, line.previous)


def _missing(*figures: Figure | None) -> Cell:
    """[c] where one of the figures is hidden, else [x]."""
    return HIDDEN if any(figure is not None and figure.hidden for figure in figures) else NOT_AVAILABLE


def _direction(found: Direction) -> Mark:
    return Mark(found.text, "neutral" if found.chance else VERDICT_TONES.get(found.verdict, "neutral"))


def rating_cell(rating: Rating) -> Cell:
    """Symbol and word of a rating, e.g. "● Green"."""
    return Mark(f"{rating.symbol} {RATINGS[rating.word]}", RATING_TONES.get(rating.word, "neutral"))
