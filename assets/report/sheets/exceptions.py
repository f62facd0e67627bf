"""The exceptions: measures off their aim or out of the ordinary, each with what its owner says of it.

The words come from the commentary workbook alone; where none were given, the page says so. Which rating and signal a
measure has is decided elsewhere (`assets.report.figures.lines`, `assets.report.sheets.control`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assets.indicators.rag import Word
from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book
from assets.report.figures.pages import headline_measures, sheet_of
from assets.report.inputs import ReturnInputs
from assets.report.sheets.control import signal_cell
from assets.report.wording.cells import NOT_APPLICABLE, amount, value_cell
from assets.report.wording.commentary import NO_ACTION, NO_CAUSE, NO_DATE, NO_OWNER, Comment, comment_of
from assets.report.wording.faults_told import set_aside
from assets.report.wording.judged import rating_cell
from assets.report.wording.long_text import fitting
from assets.report.wording.sentences import RATINGS
from schemas.pack import Amount, Block, Cell, Column, Heading, Link, Mark, Paragraph, Sheet, Table

NAME = "Exceptions"
#: Ratings that call for a cause, worst first.
OFF_AIM: tuple[Word, ...] = ("red", "amber")
WORST_FIRST: tuple[Word, ...] = (*OFF_AIM, "green", "grey", "not rated")
SIGNAL = "Out of the ordinary"
DONE = "Complete"
_CAUSE, _ACTION = 34, 34
COLUMNS = (
    Column("Measure", 28),
    Column("Page", 9),
    Column("Period", 16),
    Column("Value", 9, "right"),
    Column("Target", 9, "right"),
    Column("Rating", 11),
    Column("Quarterly signal", 14),
    Column("Cause", _CAUSE),
    Column("Action", _ACTION),
    Column("Owner", 17),
    Column("By when", 14),
    Column("Action stands", 12),
)


@dataclass(frozen=True, slots=True)
class Exceptional:
    """One measure that calls for words.

    Attributes:
        head: its line.
        signal: what its newest quarter is out of the ordinary in, as the scorecard shows it.
        said: what was said of it; None where nothing was.
    """

    head: Line
    signal: Cell
    said: Comment | None


def exceptions_sheet(inputs: ReturnInputs, book: Book) -> Sheet | None:
    """Every measure that is red, amber or out of the ordinary; None where the return has no measure."""
    heads = [head for measure in headline_measures(inputs.measures) if (head := line(inputs, book, measure))]
    if not heads:
        return None
    found = exceptional(inputs, book, heads)
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard"), Paragraph(_told(found), strong=True)]
    blocks += [Paragraph(words) for words in (*_without_cause(found), *_unplaced(inputs), *_aside(inputs))]
    blocks += [Heading("How many measures have which rating"), _counts(heads, found)]
    if found:
        blocks.append(Heading("Measures off their aim or out of the ordinary"))
        blocks.append(_table(inputs, found))
    about = "Measures that are red, amber or out of the ordinary, each with cause, action, owner and date."
    return Sheet(NAME, f"Exceptions, {inputs.quarter.months}", about, tuple(blocks))


def exceptional(inputs: ReturnInputs, book: Book, heads: Sequence[Line]) -> list[Exceptional]:
    """The lines that call for words: red, then amber, then those with a signal alone, each in the order of the pack."""
    signals = {head.measure.id: signal_cell(inputs, book, head.measure) for head in heads}
    off = [head for word in OFF_AIM for head in heads if head.rating.word == word]
    odd = [head for head in heads if head not in off and _is_signal(signals[head.measure.id])]
    return [Exceptional(head, signals[head.measure.id], comment_of(inputs, head.measure.id)) for head in (*off, *odd)]


def _is_signal(cell: Cell) -> bool:
    return isinstance(cell, Mark)


def _told(found: Sequence[Exceptional]) -> str:
    if not found:
        return "No measure is off its aim or out of the ordinary."
    off, odd = (
        sum(one.head.rating.word in OFF_AIM for one in found),
        sum(one.head.rating.word not in OFF_AIM for one in found),
    )
    return f"Measures off their aim: {off}. Others whose newest quarter is out of the ordinary: {odd}."


def _without_cause(found: Sequence[Exceptional]) -> list[str]:
    """Which red measures nobody accounts for."""
    silent = [
        one.head.measure.id for one in found if one.head.rating.word == "red" and not (one.said and one.said.cause)
    ]
    return [f"{NO_CAUSE.rstrip('.')} for these red measures: {', '.join(silent)}."] if silent else []


def _unplaced(inputs: ReturnInputs) -> list[str]:
    """Words for measures that stand on no page of this return, by key."""
    shown = {measure.id for measure in inputs.measures}
    keys = sorted(key for key in inputs.commentary["measure_id"].astype(str) if key not in shown)
    given = [key for key in keys if comment_of(inputs, key)]
    return (
        [f"Words were also given for measures that have no page in this return: {', '.join(given)}."] if given else []
    )


def _aside(inputs: ReturnInputs) -> list[str]:
    return set_aside(inputs, "commentary", "the commentary", "missing from this return")


def _counts(heads: Sequence[Line], found: Sequence[Exceptional]) -> Table:
    counts = Counter(head.rating.word for head in heads)
    rows: list[tuple[Cell, ...]] = [(RATINGS[word], Amount(counts[word])) for word in WORST_FIRST]
    rows.append((SIGNAL, Amount(sum(_is_signal(one.signal) for one in found))))
    columns = (Column("Rating or signal", 28), Column("Measures", 9, "right"))
    about = "How many headline measures have which rating, and how many are out of the ordinary."
    return Table("exception_counts", about, columns, tuple(rows))


def _table(inputs: ReturnInputs, found: Sequence[Exceptional]) -> Table:
    about = "Measures off their aim or out of the ordinary, with what their owners say."
    return Table("exceptions", about, COLUMNS, tuple(_row(inputs, one) for one in found))


def _row(inputs: ReturnInputs, one: Exceptional) -> tuple[Cell, ...]:
    head, said = one.head, one.said or Comment()
    sheet = sheet_of(head.measure, inputs.measures)
    target = head.target
    return (
        head.measure.title,
        Link(sheet, sheet),
        head.period.label,
        value_cell(head.figure, head.measure),
        amount(target.value, head.measure.unit, head.measure.decimals) if target else NOT_APPLICABLE,
        rating_cell(head.rating),
        one.signal,
        fitting(said.cause or said.comment or NO_CAUSE, _CAUSE),
        fitting(said.action or NO_ACTION, _ACTION),
        said.owner or NO_OWNER,
        said.due or NO_DATE,
        _stands(inputs, said),
    )


def _stands(inputs: ReturnInputs, said: Comment) -> Cell:
    """How the action stands, as at the quarter's end."""
    if said.due is not None and said.due <= inputs.quarter.end and said.status != DONE:
        return Mark("◆ Overdue", "bad")
    return said.status or NOT_APPLICABLE
