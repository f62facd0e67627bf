"""The scorecard: one line a headline measure, and beside it what stands behind each line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book
from assets.report.figures.pages import headline_measures, sheet_of
from assets.report.figures.themes import STANDINGS, Standing, standing, theme
from assets.report.inputs import ReturnInputs
from assets.report.quality.marks import Marks
from assets.report.sheets.control import signal_cell
from assets.report.sheets.series import trend_cell
from assets.report.sheets.way_back import provenance_mark
from assets.report.wording import sentences
from assets.report.wording.cells import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    amount,
    denominator_cell,
    numerator_cell,
    value_cell,
)
from assets.report.wording.commentary import comment_words
from assets.report.wording.judged import change_cell, direction_cell, rating_cell, short_cell
from assets.report.wording.long_text import fitting
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Heading, Link, Paragraph, Sheet, Table

#: Heading, name of the table and what it is of, by what its measures are to the pack.
PARTS: Mapping[Standing, tuple[str, str, str]] = MappingProxyType(
    {
        "core": (
            "Every meeting [note rating] [note small] [note points] [note chance] [note control]",
            "scorecard",
            "every meeting",
        ),
        "theme": ("This quarter's theme: {theme}", "scorecard_theme", "this quarter's theme"),
        "other": ("Other themes of the year", "scorecard_other", "the other themes of the year"),
    }
)
COLUMNS = (
    Column("Page", 10),
    Column("Measure", 30),
    Column("Better when", 9),
    Column("Period", 20),
    Column("Numerator", 12, "right"),
    Column("Denominator", 14, "right"),
    Column("Value", 10, "right"),
    Column("Unit", 12),
    Column("Target", 9, "right"),
    Column("Same period last year", 10, "right"),
    Column("Change", 10, "right"),
    Column("Direction on last year", 16),
    Column("This quarter", 10, "right"),
    Column("Previous quarter", 10, "right"),
    Column("Direction on last quarter", 16),
    Column("Rating", 12),
    Column("Trend", 20),
    Column("Quarterly signal", 15),
    Column("Caution", 13),
    Column("Data quality", 13),
)
#: Width of the column of the owner's words.
COMMENTARY = 44
DETAIL_COLUMNS = (
    Column("Measure", 28),
    Column("Why it matters", 34),
    Column("Rating and its rule", 34),
    Column("Target and its source", 26),
    Column("Comparators, each with its period", 38),
    Column("What to know before leaning on it", 44),
    Column("Data quality", 22),
    Column("Owner's commentary", COMMENTARY),
    Column("Provenance", 18),
)


def scorecard_sheet(inputs: ReturnInputs, book: Book) -> Sheet:
    """The scorecard itself: what every meeting sees, then this quarter's theme."""
    lines = [(measure, line(inputs, book, measure)) for measure in headline_measures(inputs.measures)]
    blocks: list[Block] = [Paragraph(summary([head for _, head in lines if head is not None]), strong=True)]
    marks = Marks(inputs)
    for part in STANDINGS:
        mine = [(measure, head) for measure, head in lines if standing(inputs, measure) == part]
        blocks += _section(inputs, book, marks, part, mine) if mine else []
    if lines:
        more = "Reasons, rules, comparators and cautions of each line: Scorecard detail"
        blocks.append(Link(more, "Scorecard detail"))
    about = "One line for each headline measure: figure, target, last year, direction, rating, trend."
    return Sheet("Scorecard", f"Scorecard, {inputs.quarter.months}", about, tuple(blocks))


def _section(
    inputs: ReturnInputs, book: Book, marks: Marks, part: Standing, lines: Sequence[tuple[Measure, Line | None]]
) -> list[Block]:
    """One part's heading, what misses its aim, and its lines; the notes are referred to where they come first."""
    heading, name, about = PARTS[part]
    found = [head for _, head in lines if head is not None]
    rows = tuple((*_row(inputs, book, measure, head), marks.short(measure.id)) for measure, head in lines)
    return [
        Heading(heading.format(theme=theme(inputs))),
        *[Paragraph(words) for words in exceptions(found)],
        Table(name, f"Headline measures of {about}, a row each.", COLUMNS, rows),
    ]


def detail_sheet(inputs: ReturnInputs, book: Book) -> Sheet | None:
    """What stands behind each line of the scorecard; None where it has no line."""
    if not headline_measures(inputs.measures):
        return None
    marks = Marks(inputs)
    rows = tuple(
        (
            *_detail_row(measure, line(inputs, book, measure)),
            marks.of(measure.id),
            fitting(comment_words(inputs, measure.id), COMMENTARY),
            provenance_mark(inputs, measure.id),
        )
        for measure in headline_measures(inputs.measures)
    )
    table = Table("scorecard_detail", "What stands behind each line of the scorecard.", DETAIL_COLUMNS, rows)
    about = "Behind each line of the scorecard: why it matters, rating, comparators, cautions, its owner's words."
    return Sheet("Scorecard detail", "Scorecard detail", about, (Heading("Behind each line [note comparators]"), table))


def summary(lines: list[Line]) -> str:
    """How many lines have which rating, in words."""
    if not lines:
        return "No measure has a figure in this return."
    counts = Counter(head.rating.word for head in lines)
    said = [f"{counts[word]} {name.lower()}" for word, name in sentences.RATINGS.items() if counts[word]]
    measures = "1 headline measure" if len(lines) == 1 else f"{len(lines)} headline measures"
    return f"Of {measures}: {', '.join(said)}."


def exceptions(lines: list[Line]) -> list[str]:
    """One sentence for each measure that misses its aim, red before amber (B11: exception reporting)."""
    ordered = [head for word in ("red", "amber") for head in lines if head.rating.word == word]
    return [
        f"{sentences.RATINGS[head.rating.word]}: {head.measure.title}. {sentences.headline(head)}" for head in ordered
    ]


def _row(inputs: ReturnInputs, book: Book, measure: Measure, head: Line | None) -> tuple[Cell, ...]:
    sheet = sheet_of(measure, inputs.measures)
    name = (Link(sheet, sheet), measure.title)
    better = sentences.BETTER_WHEN[measure.polarity]
    if head is None:
        return (*name, better, *_without_headline(book, measure))
    return (
        *name,
        better,
        head.period.label,
        numerator_cell(head.figure, measure),
        denominator_cell(head.figure, measure),
        value_cell(head.figure, measure),
        f"{_unit(measure)}{sentences.length(head).replace(' over', ' in')}",
        _target(head),
        value_cell(head.last, measure),
        change_cell(head),
        direction_cell(head),
        *_quarters(head),
        short_cell(head),
        rating_cell(head.rating),
        trend_cell(book, measure),
        signal_cell(inputs, book, measure),
        _caution(head),
    )


def _without_headline(book: Book, measure: Measure) -> tuple[Cell, ...]:
    """The cells of a measure that has no figure of all: given by group only, which its page shows, or not at all."""
    period = book.newest_part(measure)
    when, why = (f"By group, {period.label}", NOT_APPLICABLE) if period else (NOT_AVAILABLE, NOT_AVAILABLE)
    return (when, *[why] * 3, _unit(measure), *[why] * 11)


def _unit(measure: Measure) -> str:
    return "£" if measure.unit == "GBP" else measure.unit


def _target(head: Line) -> Cell:
    if head.target is None:
        return NOT_APPLICABLE
    return amount(head.target.value, head.measure.unit, head.measure.decimals)


def _quarters(head: Line) -> tuple[Cell, Cell]:
    if "quarter" not in head.measure.basis:
        return NOT_APPLICABLE, NOT_APPLICABLE
    return value_cell(head.quarter, head.measure), value_cell(head.previous, head.measure)


def _caution(head: Line) -> str:
    kinds = {"Small numbers": "Small numbers", "Provisional": "Provisional", "The base": "Base changed"}
    said = [short for start, short in kinds.items() if any(words.startswith(start) for words in head.cautions)]
    return ", ".join(said) or "None"


def _detail_row(measure: Measure, head: Line | None) -> tuple[Cell, ...]:
    name = f"{measure.id} {measure.title}"
    if head is None:
        return (name, measure.why.strip(), *[NOT_AVAILABLE] * 4)
    target = f"{sentences.plain(head.target.value, measure)}: {head.target.source}" if head.target else NOT_APPLICABLE
    others = "\n".join(sentences.comparator(one, measure) for one in head.comparators)
    rule = head.rating.rule
    return (
        name,
        measure.why.strip(),
        f"{sentences.RATINGS[head.rating.word]}: {rule.removeprefix('not rated (').removesuffix(')')}",
        target,
        others or NOT_AVAILABLE,
        "\n".join(head.cautions) or "Nothing to add",
    )
