"""The words of commentary, risk register and priorities, held against the return's own figures (T-14, T-24, T-26).

What belongs here: which texts are looked at, and the table of what the figures do not bear out. It is a question to
whoever wrote the words; nothing is altered. The bands are in `assets.indicators.claims`.
"""

from __future__ import annotations

from collections.abc import Iterator

from assets.indicators.claims import SUBJECTS, Fact, contradicted
from assets.report.figures.lines import Line, line, line_at, unlike_target
from assets.report.figures.lookup import Book, records
from assets.report.inputs import ReturnInputs
from assets.report.wording.sentences import plain
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Heading, Table

WATCHED = frozenset(SUBJECTS.values())


def words_blocks(inputs: ReturnInputs, book: Book) -> list[Block]:
    """A table of claims that the figures do not bear out; nothing where there is none."""
    spoken_of = WATCHED | set(inputs.commentary["measure_id"].astype(str))
    facts = {measure.id: _facts(inputs, book, measure) for measure in inputs.measures if measure.id in spoken_of}
    rows: list[tuple[Cell, ...]] = [
        (where, found.measure_id or "None", found.said, found.why)
        for where, about, text in texts(inputs)
        for found in contradicted(text, facts, about)
    ]
    if not rows:
        return []
    columns = (
        Column("Where it stands", 14),
        Column("Measure", 24),
        Column("What it says", 34),
        Column("What the figures say", 44),
    )
    about = "Words of the commentary, the risk register and the priorities that the figures do not bear out."
    return [Heading("Words that the figures do not bear out"), Table("quality_words", about, columns, tuple(rows))]


def texts(inputs: ReturnInputs) -> Iterator[tuple[str, str, str]]:
    """The texts that are looked at: where each stands, the measure it is about where it need name none, its words.

    They are commentary, causes of risks, progress of priorities. A comment is about its measure; a cause is not.
    """
    for row in sorted(records(inputs.commentary), key=lambda row: str(row["measure_id"])):
        key = str(row["measure_id"])
        for name, about in (("comment", key), ("cause", "")):
            if row.get(name):
                yield f"{key}, {name}", about, str(row[name])
    for row in sorted(records(inputs.risks), key=lambda row: str(row["risk_id"])):
        if row.get("causes"):
            yield f"Risk {row['risk_id']}, causes", "", str(row["causes"])
    for row in sorted(records(inputs.priorities), key=lambda row: (str(row["priority_no"]), str(row["milestone"]))):
        if row.get("narrative"):
            yield f"Priority {row['priority_no']}, progress", "", str(row["narrative"])


def _facts(inputs: ReturnInputs, book: Book, measure: Measure) -> list[Fact]:
    """What the return knows of a measure: its headline period first, then its financial years, newest first."""
    head = line(inputs, book, measure)
    years = [line_at(inputs, book, measure, period) for period in reversed(book.periods_of(measure, "fy"))]
    return [_fact(book, found) for found in (head, *years) if found is not None and found.figure.value is not None]


def _fact(book: Book, found: Line) -> Fact:
    measure, then = found.measure, found.last.value if found.last else None
    target = None if unlike_target(measure, found.period) else book.target(measure, found.period)
    aim = target.value if target else None
    return Fact(
        fy=found.period.fy,
        now=found.figure.value or 0.0,
        then=then,
        target=aim,
        polarity=measure.polarity,
        chance=bool(found.direction and found.direction.chance),
        shown=(plain(found.figure.value, measure), plain(then, measure), plain(aim, measure)),
    )
