"""The sheets of a new version that say what differs from the last one, and why.

What belongs here: the words and tables. Which figures differ is found in `assets.report.versions.changed`, why in
`assets.report.versions.causes`. A first version has none of these sheets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assets.report.figures.lookup import number, records
from assets.report.inputs import ReturnInputs
from assets.report.versions.causes import Before, Cause, RowsChanged, causes_of, reason_of
from assets.report.versions.changed import changed_figures
from assets.report.wording.cells import HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, amount, text, whole
from assets.report.words import breakdown_words, category_words
from schemas.measure import Measure
from schemas.pack import Block, Cell, Column, Link, Paragraph, Sheet, Table

CHANGES = "Changes"
WHY = "Reasons for changes"
IN_FULL = "Changes in full"
#: Measures named one by one; of more it is said how many.
MOST_NAMED = 12
_CLASSES = (
    "Scheduled: a later extract or a newer release came. Correction: a file or a cell was put right. "
    "Method: rules, settings or program changed."
)
_SIDES = ("before", "now")
_DETAIL = (Column("Breakdown", 22), Column("Category", 24))


def changes_sheets(inputs: ReturnInputs) -> list[Sheet]:
    """What differs from the version before, why, and every changed figure; nothing for a first version."""
    if inputs.published is None:
        return []
    told = _Told.of(inputs)
    sheets = (_changes(told), _why(told), _in_full(told))
    return [sheet for sheet in sheets if sheet is not None]


def version_words(inputs: ReturnInputs) -> str:
    """Which version a return is and which one it replaces; a file cannot know of later ones, the command can."""
    before = inputs.before
    if before is None:
        return "Version 1. Of several versions the one with the highest number is current."
    day = f"{before.as_of.day} {before.as_of:%B %Y}"
    return (
        f"Version {before.version + 1}, replaces version {before.version} (figures as at {day}). "
        "Of several versions the one with the highest number is current."
    )


@dataclass(frozen=True)
class _Told:
    """What the sheets tell: the changed figures and what is known of their measures, periods, areas and causes."""

    inputs: ReturnInputs
    rows: Sequence[Mapping[str, object]]
    before: Before | None
    measures: Mapping[str, Measure]
    periods: Mapping[str, str]
    areas: Mapping[str, str]
    causes: Mapping[str, list[Cause]]

    @classmethod
    def of(cls, inputs: ReturnInputs) -> _Told:
        """Everything the sheets of a return tell."""
        rows = records(changed_figures(inputs))
        causes = inputs.before.causes if inputs.before else ()
        return cls(
            inputs=inputs,
            rows=rows,
            before=inputs.before,
            measures={measure.id: measure for measure in inputs.measures},
            periods={str(row["period_id"]): str(row["label"]) for row in records(inputs.periods)},
            areas={str(row["area_code"]): str(row["area_name"]) for row in records(inputs.areas)},
            causes={one: causes_of(one, causes) for one in sorted({str(row["measure_id"]) for row in rows})},
        )

    @property
    def replaced(self) -> str:
        """The version before, in words."""
        return f"version {self.before.version}" if self.before else "the last version"

    @property
    def is_restricted(self) -> bool:
        """Whether figures of this edition may be hidden: then counts of rows are too."""
        return "hidden" in self.inputs.figures


def _changes(told: _Told) -> Sheet:
    """The summary, and the changed headline figures."""
    rows = tuple(_row(told, row) for row in told.rows if row["headline"])
    about = f"Headline figures that differ from {told.replaced}, each with what it was, what it is and why."
    blocks: list[Block] = [Paragraph(words, strong=place == 0) for place, words in enumerate(_summary(told))]
    if told.before and told.before.causes:
        blocks.append(Link("Why they differ: which files, corrections or rules changed, and how many rows", WHY))
    if told.rows:
        blocks.append(Link("Every changed figure, areas and breakdowns too", IN_FULL))
    if rows:
        blocks.append(Table("changes", about, _columns(), rows))
    return Sheet(CHANGES, f"Changes since {told.replaced}", about, tuple(blocks), "data")


def _summary(told: _Told) -> list[str]:
    total, heads = len(told.rows), sum(bool(row["headline"]) for row in told.rows)
    first = version_words(told.inputs).split(". ")[0] + ". "
    if not total:
        return [f"{first}No figure differs from {told.replaced}; what changed is in words, lists or marks."]
    counts = Counter(reason_of(told.causes[str(row["measure_id"])]) for row in told.rows)
    reasons = ", ".join(f"{reason.lower()} {counts[reason]:,}" for reason in sorted(counts))
    of = f"{total:,} figure differs" if total == 1 else f"{total:,} figures differ"
    return [
        f"{first}{of} from {told.replaced}, {heads:,} of them headline figures.",
        f"By reason: {reasons}. {_CLASSES}",
    ]


def _columns() -> tuple[Column, ...]:
    """Columns of the changed headline figures: what fits a page."""
    return (
        Column("Measure", 11),
        Column("Name", 34),
        Column("Period", 28),
        Column("Area", 24),
        Column("Before", 12, "right"),
        Column("Now", 12, "right"),
        Column("Difference", 12, "right"),
        Column("Unit", 11),
        Column("What happened", 15),
        Column("Reason", 15),
    )


def _columns_in_full() -> tuple[Column, ...]:
    """Columns of every changed figure, with what it is made of and what changed it."""
    key, rest = _columns()[:4], _columns()[4:]
    parts = [f"{name} {side}" for name in ("Numerator", "Denominator") for side in _SIDES]
    return (*key, *_DETAIL, *rest, *(Column(header, 14, "right") for header in parts), Column("Because of", 60))


def _row(told: _Told, row: Mapping[str, object]) -> tuple[Cell, ...]:
    measure_id = str(row["measure_id"])
    measure = told.measures.get(measure_id)
    return (
        measure_id,
        measure.title if measure else NOT_AVAILABLE,
        told.periods.get(str(row["period_id"]), str(row["period_id"])),
        told.areas.get(str(row["area_code"]), str(row["area_code"])),
        *_values(row, measure.decimals if measure else 2),
        "£" if row["unit"] == "GBP" else text(row["unit"]),
        str(row["happened"]),
        reason_of(told.causes[measure_id]),
    )


def _row_in_full(told: _Told, row: Mapping[str, object]) -> tuple[Cell, ...]:
    measure = told.measures.get(str(row["measure_id"]))
    short = _row(told, row)
    causes = told.causes[str(row["measure_id"])]
    counted = measure is None or measure.denominator != "none"
    return (
        *short[:4],
        breakdown_words(str(row["breakdown"])),
        category_words(str(row["category"])),
        *short[4:],
        *(_part(row, "numerator", side) for side in _SIDES),
        *(_part(row, "denominator", side) if counted else NOT_APPLICABLE for side in _SIDES),
        " ".join(dict.fromkeys(cause.words for cause in causes)) or "Nothing that is known changed.",
    )


def _values(row: Mapping[str, object], decimals: int) -> tuple[Cell, Cell, Cell]:
    """What the figure was, is, and the difference of the two."""
    before, now = number(row["value_before"]), number(row["value_now"])
    apart = None if before is None or now is None else now - before
    hidden = bool(row["hidden_before"]) or bool(row["hidden_now"])
    difference = NOT_APPLICABLE if apart is None else amount(apart, "count", decimals, signed=True)
    return (
        _amount(before, decimals, hidden=bool(row["hidden_before"])),
        _amount(now, decimals, hidden=bool(row["hidden_now"])),
        HIDDEN if hidden else difference,
    )


def _part(row: Mapping[str, object], name: str, side: str) -> Cell:
    return _amount(number(row[f"{name}_{side}"]), 0, hidden=bool(row[f"hidden_{side}"]))


def _amount(value: float | None, decimals: int, *, hidden: bool) -> Cell:
    return HIDDEN if hidden else amount(value, "count", decimals)


def _why(told: _Told) -> Sheet | None:
    """What the new version was made of that the last one was not; None where nothing of it is known."""
    if told.before is None or not told.before.causes:
        return None
    columns = (
        Column("Reason", 14),
        Column("What changed", 70),
        Column("Rows added", 12, "right"),
        Column("Rows removed", 12, "right"),
        Column("Rows changed", 12, "right"),
        Column("Figures changed", 12, "right"),
        Column("Measures it touches", 60),
    )
    about = f"What this version was made of that {told.replaced} was not, with the rows that differ."
    figures = Counter(str(row["measure_id"]) for row in told.rows)
    rows = tuple(_cause_row(told, cause, figures) for cause in told.before.causes)
    words = "Rows are counted by comparing the files of both versions; a row is known by its key, never by its place."
    return Sheet(WHY, WHY, about, (Paragraph(words), Table("changes_why", about, columns, rows)), "data")


def _cause_row(told: _Told, cause: Cause, figures: Mapping[str, int]) -> tuple[Cell, ...]:
    mine = [one for one, causes in told.causes.items() if cause in causes]
    return (
        reason_of([cause]),
        cause.words,
        *_rows_cells(cause, hidden=told.is_restricted),
        whole(sum(figures[one] for one in mine)),
        _named(sorted(cause.measures & set(told.measures)) or ["Any, through the program or rules across files"]),
    )


def _rows_cells(cause: Cause, *, hidden: bool) -> tuple[Cell, Cell, Cell]:
    """Rows added, removed, changed; [z] where a cause is of no rows, [x] where they could not be counted."""
    if cause.reason == "method":
        return (NOT_APPLICABLE,) * 3
    if cause.rows is None:
        return (NOT_AVAILABLE,) * 3
    if hidden:
        return (HIDDEN,) * 3
    rows: RowsChanged = cause.rows
    return whole(rows.added), whole(rows.removed), whole(rows.changed)


def _named(ids: Sequence[str]) -> str:
    more = len(ids) - MOST_NAMED
    return ", ".join(ids[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _in_full(told: _Told) -> Sheet | None:
    """Every changed figure; None where none changed."""
    if not told.rows:
        return None
    rows = tuple(_row_in_full(told, row) for row in told.rows)
    about = f"Every figure that differs from {told.replaced}, the headline figures first."
    table = Table("changes_in_full", about, _columns_in_full(), rows)
    return Sheet(IN_FULL, IN_FULL, about, (table,), "data", printed=False)
