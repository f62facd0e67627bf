"""The Lead Member's progress report: the return in a few pages, each quarter since April 2015.

What belongs here: which of the return's lines the Lead Member sees, and in what order: the three national indicators,
the other measures of every meeting, exceptions, money and priorities in short.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assets.report.editions.cover import edition_cover
from assets.report.editions.short_lines import short_table
from assets.report.figures.lines import Line, line
from assets.report.figures.lookup import Book, number, records
from assets.report.figures.pages import CORE, FAMILY_SHEETS, headline_measures
from assets.report.inputs import ReturnInputs
from assets.report.sheets.cover import notes_sheet, numbered, referred
from assets.report.sheets.priorities import STATUS_SYMBOLS, STATUS_TONES
from assets.report.sheets.scorecard import exceptions, summary
from assets.report.sheets.without_figures import with_figures
from assets.report.wording import sentences
from assets.report.wording.cells import day, text, whole
from schemas.measure import Measure
from schemas.pack import Amount, Block, Cell, Column, Heading, Mark, Pack, Paragraph, Sheet, Table

TITLE = "Lead Member progress report"
STAMP = "Lead Member (restricted)"
RESTRICTION = (
    "Restricted: some counts are small enough to point at a child. "
    "For the Lead Member for children's services and officers; not for publication."
)
SHORT = "The whole return of the quarter, with its definitions and sources, is the Board pack of the same version."
#: The three indicators of the Ministry of Justice, by the families that hold them.
NATIONAL = {"fte": "First-time entrants", "reo": "Reoffending", "cus": "Use of custody"}
#: State of a milestone that is behind us.
COMPLETE = "Complete"

Row = dict[str, object]


def build_lead_member(inputs: ReturnInputs) -> Pack:
    """The progress report of a quarter, ready to be drawn.

    Args:
        inputs: everything the return may read, with every measure.
    """
    shown = replace(inputs, measures=tuple(one for one in with_figures(inputs) if CORE in one.theme))
    views = _views(shown, Book(shown))
    keys = referred(views)
    notes = notes_sheet(keys, inputs.service.rag.minimum_base)
    views = [numbered(sheet, keys) for sheet in views] + ([notes] if notes else [])
    title = f"{TITLE}, {inputs.quarter.label}"
    cover = edition_cover(inputs, title, STAMP, (RESTRICTION, SHORT), views, contents=True)
    return Pack(
        title=f"{title}, {inputs.service.name}",
        subject=f"Youth justice in short for {inputs.quarter.months}",
        author=inputs.service.contact,
        as_of=inputs.as_of,
        sheets=(cover, *views),
        keywords="youth justice, Lead Member, progress report",
    )


def _views(inputs: ReturnInputs, book: Book) -> list[Sheet]:
    """The sheets in order; each fits on a page, so that the whole report stays short."""
    found = [(one, line(inputs, book, one)) for one in headline_measures(inputs.measures)]
    lines = [head for _, head in found if head is not None]
    measures = [measure for measure, head in found if head is not None]
    return [
        _national(inputs, book, lines),
        _others(inputs, book, measures),
        _exceptions(lines),
        _priorities(records(inputs.priorities)),
    ]


def _national(inputs: ReturnInputs, book: Book, lines: Sequence[Line]) -> Sheet:
    """The three national indicators in words and figures."""
    blocks: list[Block] = [Paragraph(summary(list(lines)), strong=True)]
    for family, name in NATIONAL.items():
        mine = [head for head in lines if head.measure.family == family]
        said = [f"{head.measure.title}. {sentences.headline(head)}" for head in mine]
        blocks += [Heading(name), *(Paragraph(words) for words in said or ["No figure is available this quarter."])]
    national = [head.measure for head in lines if head.measure.family in NATIONAL]
    blocks += _table(inputs, book, "The national indicators in figures", ("lead_national", national))
    about = "The three national indicators in words and figures."
    return Sheet("Progress", f"Progress, {inputs.quarter.months}", about, tuple(blocks))


def _others(inputs: ReturnInputs, book: Book, measures: Sequence[Measure]) -> Sheet:
    """The other measures of every meeting, and money in short."""
    others = [one for one in measures if one.family not in {*NATIONAL, *FAMILY_SHEETS}]
    finance = [one for one in inputs.measures if one.family == "fin"]
    blocks = _table(inputs, book, "Measures of every meeting", ("lead_core", others))
    blocks += _table(inputs, book, "Money in short", ("lead_finance", finance))
    about = "The other measures of every meeting, and budget and spend in a few rows."
    silent = Paragraph("No other measure has a figure this quarter.")
    return Sheet("Other measures", "Other measures and money", about, tuple(blocks or [silent]))


def _table(inputs: ReturnInputs, book: Book, words: str, named: tuple[str, Sequence[Measure]]) -> list[Block]:
    name, measures = named
    table = short_table(inputs, book, name, f"{words}, a row each.", measures)
    return [Heading(words), table] if table else []


def _exceptions(lines: Sequence[Line]) -> Sheet:
    """What misses its aim, red before amber."""
    said = exceptions(list(lines)) or ["No measure of every meeting misses its aim."]
    about = "Measures that miss their aim, in words."
    return Sheet("Exceptions", "Exceptions", about, tuple(Paragraph(words) for words in said))


def _priorities(rows: list[Row]) -> Sheet:
    """Each priority of the plan with its next milestone."""
    about = "Each priority of the plan with its next milestone."
    if not rows:
        said = Paragraph("No priorities were received for this quarter.", strong=True)
        return Sheet("Priorities", "Priorities", about, (said,))
    columns = (
        Column("Priority", 10, "right"),
        Column("What is to be done", 62),
        Column("Next milestone", 36),
        Column("Due", 14),
        Column("Status", 15),
        Column("Milestones complete", 12, "right"),
        Column("Milestones in all", 12, "right"),
    )
    numbers = sorted({number(row["priority_no"]) or 0.0 for row in rows})
    body = tuple(_priority([row for row in rows if (number(row["priority_no"]) or 0.0) == one]) for one in numbers)
    return Sheet("Priorities", "Priorities", about, (Table("lead_priorities", about, columns, body),))


def _priority(rows: list[Row]) -> tuple[Cell, ...]:
    """A priority by its next milestone: the first that is due and not complete, else the last."""
    ordered = sorted(rows, key=lambda row: (str(row["due"]), text(row["milestone"])))
    open_ones = [row for row in ordered if text(row["status"]) != COMPLETE]
    told = open_ones[0] if open_ones else ordered[-1]
    status = text(told["status"])
    return (
        whole(told["priority_no"]),
        text(told["priority_text"]),
        text(told["milestone"]),
        day(told["due"]),
        Mark(f"{STATUS_SYMBOLS.get(status, '○')} {status}", STATUS_TONES.get(status, "neutral")),
        Amount(float(len(rows) - len(open_ones))),
        Amount(float(len(rows))),
    )
