"""The page of one core measure: what it says, its series, where, who, elsewhere, and how it is counted."""

from __future__ import annotations

from assets.report.figures.comparison import Comparator, all_comparators
from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book, Figure, Period, records
from assets.report.inputs import ReturnInputs
from assets.report.sheets.control import control_blocks
from assets.report.sheets.overrepresentation import over_representation
from assets.report.sheets.restated import restated_blocks
from assets.report.sheets.series import group_blocks, groups, part_cells, part_columns, slug, value_header
from assets.report.wording import sentences
from assets.report.wording.cells import amount, denominator_cell, numerator_cell, value_cell
from assets.report.wording.commentary import comment_of, comment_words
from assets.report.wording.judged import change_cell, direction_cell, rating_cell
from assets.report.words import LEVELS, OF_PEOPLE, breakdown_words, category_words
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Heading, Link, Paragraph, Sheet, Table


def measure_sheet(inputs: ReturnInputs, book: Book, lead: Measure, derived: tuple[Measure, ...]) -> Sheet:
    """The page of a measure and of those derived from it.

    Args:
        inputs: the return's inputs.
        book: its figures.
        lead: the measure the page is about.
        derived: measures that stand on the same page.
    """
    head = line(inputs, book, lead)
    blocks: list[Block] = [Link("Back to the scorecard", "Scorecard")]
    if head is None:
        blocks.append(Paragraph("No figure is available for this measure in this quarter's files.", strong=True))
    else:
        blocks += _message(inputs, head)
        for group in groups(book, lead):
            blocks += group_blocks(inputs, book, group)
        blocks += control_blocks(inputs, book, lead)
        blocks += restated_blocks(book, lead)
        blocks += _areas(inputs, book, head)
        blocks += _parts(book, head)
        blocks += _elsewhere(book, head)
    blocks += over_representation(book, derived)
    blocks += _derived(inputs, book, lead, derived)
    blocks += _derived_parts(inputs, book, lead, derived)
    blocks += _definitions((lead, *derived))
    return Sheet(lead.id, f"{lead.id} {lead.title}", lead.why.strip(), tuple(blocks))


def _message(inputs: ReturnInputs, head: Line) -> list[Block]:
    """What the page says before its tables: the figure, its rating, how sure and how old it is, its owner's words."""
    said = [Paragraph(sentences.headline(head), strong=True), Paragraph(sentences.rating(head))]
    further = (sentences.on_last_quarter(head), sentences.sure(head), sentences.against(head))
    said += [Paragraph(words) for words in further if words]
    said += [Paragraph(f"Caution. {words}") for words in head.cautions]
    said += [Paragraph(f"Commentary. {words}") for words in _commentary(inputs, head.measure)]
    return [
        *said,
        Paragraph(f"How late. {sentences.lag(head.period, inputs.quarter.end)}"),
        Paragraph(f"Why it matters. {head.measure.why.strip()}"),
    ]


def _commentary(inputs: ReturnInputs, measure: Measure) -> list[str]:
    """The owner's words, a paragraph each; that there are none stands on the exceptions, where some were wanted."""
    if comment_of(inputs, measure.id) is None:
        return []
    return comment_words(inputs, measure.id).split("\n")


def _areas(inputs: ReturnInputs, book: Book, head: Line) -> list[Block]:
    rows = [
        _area_row(head, row, book.figure(head.measure, head.period, str(row["area_code"])), _last(book, head, row))
        for row in records(inputs.areas.sort_values("sort", kind="stable"))
        if book.figure(head.measure, head.period, str(row["area_code"])) is not None
    ]
    if len(rows) < 2:  # noqa: PLR2004 - the service alone is no table of areas
        return []
    table = Table(
        f"{slug(head.measure)}_areas",
        f"{head.measure.title} by area, {head.period.label}.",
        (
            Column("Area", 30),
            Column("Kind of area", 18),
            *part_columns(head.measure),
            Column(value_header(head.measure), 13, "right"),
            Column("Same period last year", 19, "right"),
        ),
        tuple(rows),
    )
    return [Heading(f"Where: {head.period.label} [note areas]"), table]


def _last(book: Book, head: Line, row: dict[str, object]) -> Figure | None:
    return book.figure(head.measure, head.last_period, str(row["area_code"])) if head.last_period else None


def _area_row(head: Line, row: dict[str, object], now: Figure | None, then: Figure | None) -> tuple[Cell, ...]:
    measure = head.measure
    return (
        str(row["area_name"]),
        LEVELS[str(row["area_level"])],
        *part_cells(measure, now),
        value_cell(now, measure),
        value_cell(then, measure),
    )


def _parts(book: Book, head: Line) -> list[Block]:
    rows = [
        _part_row(head.measure, breakdown, category, figure)
        for breakdown, category, figure in book.parts(head.measure, head.period)
        if breakdown in OF_PEOPLE or figure.denominator != 0
    ]
    if not rows:
        return []
    table = Table(
        f"{slug(head.measure)}_who",
        f"{head.measure.title} by group of young people, {head.period.label}.",
        (
            Column("Breakdown", 30),
            Column("Category", 18),
            *part_columns(head.measure),
            Column(value_header(head.measure), 13, "right"),
        ),
        tuple(rows),
    )
    people = any(breakdown in OF_PEOPLE for breakdown, _, _ in book.parts(head.measure, head.period))
    return [Heading(f"{'Who' if people else 'In parts'}: {head.period.label} [note small]"), table]


def _said_as(measure: Measure, breakdown: str) -> Measure:
    """The measure as the rows of a breakdown are said: in the unit of amounts, where they are amounts, not shares."""
    unit = measure.amounts.get(breakdown)
    return measure if unit is None else measure.model_copy(update={"unit": unit, "decimals": 0, "denominator": "none"})


def _part_row(measure: Measure, breakdown: str, category: str, figure: Figure | None) -> tuple[Cell, ...]:
    return (
        breakdown_words(breakdown),
        category_words(category),
        *part_cells(measure, figure),
        value_cell(figure, _said_as(measure, breakdown)),
    )


def _elsewhere(book: Book, head: Line) -> list[Block]:
    listed = all_comparators(book.comparators, head.measure, head.period)
    if not listed:
        return []
    table = Table(
        f"{slug(head.measure)}_elsewhere",
        f"{head.measure.title} elsewhere, each with its own period and source.",
        (
            Column("Comparator", 30),
            Column("Period", 18),
            Column("Follow-up (months)", 14, "right"),
            Column("Value", 14, "right"),
            Column("Status", 13),
            Column("Comparable with ours", 19),
            Column("Published by", 20),
        ),
        tuple(_comparator_row(head.measure, head.period, one) for one in listed),
    )
    return [Heading("Elsewhere [note comparators]"), table]


def _comparator_row(measure: Measure, period: Period, one: Comparator) -> tuple[Cell, ...]:
    follow_up = "[z]" if period.follow_up_months == 0 and not one.follow_up else "[x]"
    value = amount(one.value, measure.unit, measure.decimals) if one.unit == measure.unit else f"{one.value} {one.unit}"
    return (
        one.geography,
        sentences.span(one.start, one.end),
        amount(float(one.follow_up), "count", 0) if one.follow_up else follow_up,
        value,
        one.status[0].upper() + one.status[1:],
        f"No: {one.unlike}" if one.unlike else "Yes",
        one.source,
    )


def _derived(inputs: ReturnInputs, book: Book, lead: Measure, derived: tuple[Measure, ...]) -> list[Block]:
    if not derived:
        return []
    table = Table(
        f"{slug(lead)}_derived",
        f"Other measures of the page of {lead.title}, each at its headline period.",
        (
            Column("Measure", 30),
            Column("Period", 18),
            Column("Numerator", 14, "right"),
            Column("Denominator", 14, "right"),
            Column("Value", 13, "right"),
            Column("Same period last year", 19, "right"),
            Column("Change", 16, "right"),
            Column("Direction", 17),
            Column("Rating", 13),
        ),
        tuple(row for measure in derived for row in _derived_rows(inputs, book, measure)),
    )
    return [Heading("Other measures of this page [note points]"), table]


def _derived_rows(inputs: ReturnInputs, book: Book, measure: Measure) -> list[tuple[Cell, ...]]:
    name = f"{measure.id} {measure.title}"
    head = line(inputs, book, measure)
    if head is not None:
        return [_derived_row(name, head)]
    period = book.newest_part(measure)
    parts = book.parts(measure, period) if period else []
    return [_part_of_derived(measure, period, part) for part in parts if period] or [(name, *["[x]"] * 8)]


def _part_of_derived(measure: Measure, period: Period, part: tuple[str, str, Figure]) -> tuple[Cell, ...]:
    """The row of a derived measure that is given by category only."""
    breakdown, category, figure = part
    said = _said_as(measure, breakdown)
    of = f", {breakdown}" if breakdown in measure.amounts else ""
    return (
        f"{measure.id} {measure.title}: {category_words(category)}{of}",
        _in_short(period),
        numerator_cell(figure, measure),
        denominator_cell(figure, said),
        value_cell(figure, said),
        *["[z]"] * 4,
    )


def _derived_parts(inputs: ReturnInputs, book: Book, lead: Measure, derived: tuple[Measure, ...]) -> list[Block]:
    """What the other measures are made of, e.g. how orders ended; who the children are is said of the lead alone."""
    rows = [
        _derived_part(head.measure, breakdown, category, figure)
        for measure in derived
        if (head := line(inputs, book, measure)) is not None
        for breakdown, category, figure in book.parts(measure, head.period)
        if breakdown not in OF_PEOPLE and figure.denominator != 0
    ]
    if not rows:
        return []
    table = Table(
        f"{slug(lead)}_derived_parts",
        f"What the other measures of the page of {lead.title} are made of.",
        (
            Column("Measure", 30),
            Column("Breakdown", 18),
            Column("Category", 18),
            Column("Numerator", 14, "right"),
            Column("Denominator", 14, "right"),
            Column("Value", 13, "right"),
        ),
        tuple(rows),
    )
    return [Heading("What they are made of [note small]"), table]


def _derived_part(measure: Measure, breakdown: str, category: str, figure: Figure | None) -> tuple[Cell, ...]:
    said = _said_as(measure, breakdown)
    return (
        f"{measure.id} {measure.title}",
        breakdown_words(breakdown),
        category_words(category),
        numerator_cell(figure, measure),
        denominator_cell(figure, said),
        value_cell(figure, said),
    )


def _derived_row(name: str, head: Line) -> tuple[Cell, ...]:
    measure = head.measure
    return (
        name,
        _in_short(head.period),
        numerator_cell(head.figure, measure),
        denominator_cell(head.figure, measure),
        value_cell(head.figure, measure),
        value_cell(head.last, measure),
        change_cell(head),
        direction_cell(head),
        rating_cell(head.rating),
    )


def _in_short(period: Period) -> str:
    short = sentences.short_label(period)
    return f"{short}, {period.follow_up_months} months" if period.follow_up_months else short


def _definitions(measures: tuple[Measure, ...]) -> list[Block]:
    blocks: list[Block] = [Heading("How it is counted [note sources]")]
    for measure in measures:
        blocks.append(Paragraph(f"{measure.id} {measure.title}", strong=True))
        blocks.append(
            Paragraph(
                f"{measure.definition.strip().rstrip('.')}. Numerator: {measure.numerator}. "
                f"Denominator: {measure.denominator}. Counted by {measure.counting_unit}. "
                f"Figures from: {measure.data_source}. Rule: {measure.source.replace('measures.md', 'measure book')}."
            )
        )
    return blocks
