"""Holds what earlier plans printed against what is computed, and says of each value how the two stand.

What belongs here: finding the computed figure of a printed one, and the verdict. What a print shows to be wrong by
itself is in `assets.report.printed.print_checks`; the printed values are the
service's data (`services/<name>/published`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd

from assets.report.printed.print_checks import cut_off, print_faults, sum_of_parts
from schemas.measure import Measure
from schemas.published import (
    PrintedSum,
    PublishedDocument,
    PublishedFigure,
    places,
    rounds_to,
    worked_out,
)

Outcome = Literal["agrees", "differs by rounding", "wrong in print", "differs", "not computed"]
#: In the order in which a summary lists them.
OUTCOMES: tuple[Outcome, ...] = ("agrees", "differs by rounding", "wrong in print", "not computed", "differs")
#: Units whose values are rounded when printed; a count that is one out is another count.
ROUNDED_UNITS = frozenset({"%", "pp", "ratio", "per 1,000"})
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One printed value beside ours.

    Attributes:
        printed: the entry, or the sum, as the document has it.
        outcome: how the two stand.
        computed: our value; None where there is none.
        by: where our value comes from: "figures", "comparators", "targets", "arithmetic".
        note: the arithmetic and the reasons, in words.
    """

    printed: PublishedFigure | PrintedSum
    outcome: Outcome
    computed: float | None
    by: str
    note: str


@dataclass(frozen=True)
class Computed:
    """Everything of ours that a printed value can be held against.

    Attributes:
        figures: every figure, as `assets.report.collect.all_figures` gives them.
        periods: the period spine.
        comparators: core_comparators.
        targets: core_targets.
        measures: every measure there is.
        service: code of the service's own area.
    """

    figures: pd.DataFrame
    periods: pd.DataFrame
    comparators: pd.DataFrame
    targets: pd.DataFrame
    measures: Sequence[Measure]
    service: str

    @cached_property
    def by_key(self) -> Mapping[tuple[str, ...], Mapping[str, object]]:
        """The figures by measure, period, area, breakdown and category."""
        keys = ("measure_id", "period_id", "area_code", "breakdown", "category")
        return {tuple(str(row[key]) for key in keys): _named(row) for row in self.figures.to_dict("records")}

    @cached_property
    def windows(self) -> Mapping[str, tuple[pd.Timestamp, pd.Timestamp]]:
        """First and last day of each period."""
        rows = self.periods.to_dict("records")
        return {str(row["period_id"]): (row["period_start"], row["period_end"]) for row in rows}


def _named(row: Mapping[object, object]) -> dict[str, object]:
    return {str(name): cell for name, cell in row.items()}


def reconcile(documents: Sequence[PublishedDocument], ours: Computed) -> list[Reconciled]:
    """Every printed value and sum with its verdict, in the order of the documents."""
    return [one for document in documents for one in _document(document, ours)]


def _document(document: PublishedDocument, ours: Computed) -> Iterator[Reconciled]:
    yield from (_judged(printed, ours) for printed in document.figures)
    yield from map(_sum, document.sums)


def _sum(printed: PrintedSum) -> Reconciled:
    """A printed sum against its own parts."""
    total, holds = sum_of_parts(printed)
    note = f"{' + '.join(f'{part:,}' for part in printed.parts)} = {total:,}"
    return Reconciled(printed, "agrees" if holds else "wrong in print", float(total), "arithmetic", note)


def _judged(printed: PublishedFigure, ours: Computed) -> Reconciled:
    """One printed value with its verdict."""
    computed, by = _ours(printed, ours)
    if computed is None:
        return _not_computed(printed, ours)
    return _against(printed, computed, by)


def _ours(printed: PublishedFigure, ours: Computed) -> tuple[float | None, str]:
    """Our value of what is printed, and where it comes from."""
    if printed.kind == "words":
        return (worked_out(printed.arithmetic), "arithmetic") if printed.arithmetic else (None, "")
    if printed.kind == "comparator":
        return _comparator(printed, ours), "comparators"
    if printed.kind == "target":
        return _target(printed, ours.targets), "targets"
    return _figure(printed, ours), "figures"


def _figure(printed: PublishedFigure, ours: Computed) -> float | None:
    """The part of our figure that is printed."""
    area = printed.area or ours.service
    row = ours.by_key.get((printed.measure, printed.period, area, printed.breakdown, printed.category), {})
    return _number(row.get(printed.part))


def _comparator(printed: PublishedFigure, ours: Computed) -> float | None:
    """The value of a comparator for the same measure, place and window."""
    first, last = ours.windows.get(printed.period, (None, None))
    rows = ours.comparators
    rows = rows[(rows["measure_id"] == printed.measure) & (rows["geography"] == printed.place)]
    rows = rows[(rows["window_start"] == first) & (rows["window_end"] == last)]
    return _number(rows["value"].iloc[0]) if len(rows) else None


def _target(printed: PublishedFigure, targets: pd.DataFrame) -> float | None:
    """The value of a target or baseline of that year."""
    rows = targets[(targets["measure_id"] == printed.measure) & (targets["fy"] == printed.period)]
    rows = rows[rows["kind"] == printed.place]
    return _number(rows["value"].iloc[0]) if len(rows) else None


def _number(cell: object) -> float | None:
    return None if cell is None or pd.isna(cell) else float(cell)  # type: ignore[arg-type, call-overload]


def _against(printed: PublishedFigure, computed: float, by: str) -> Reconciled:
    """The verdict on a value that we have one of our own for."""
    faults = print_faults(printed)
    told = [_arithmetic(printed), faults, printed.why]
    note = "; ".join(filter(None, told))
    if printed.verdict:
        proved = _stands_corrected(printed, computed)
        return Reconciled(printed, "wrong in print" if proved else "differs", computed, by, note)
    outcome, reason = _compared(printed, computed)
    if outcome != "differs" and faults:
        return Reconciled(printed, "wrong in print", computed, by, note)
    return Reconciled(printed, outcome, computed, by, "; ".join(filter(None, (reason, note))))


def _stands_corrected(printed: PublishedFigure, computed: float) -> bool:
    """Whether our own value is the one that the arithmetic corrects the print to."""
    return printed.correct is None or rounds_to(computed, printed.correct)


def _compared(printed: PublishedFigure, computed: float) -> tuple[Outcome, str]:
    """How our value stands to a printed one that is not known to be wrong, with the reason."""
    if printed.value is None:
        return "not computed", "no number is printed"
    if rounds_to(computed, printed.value):
        return "agrees", ""
    if printed.unit not in ROUNDED_UNITS:
        return "differs", ""
    if cut_off(computed, printed.value):
        return "differs by rounding", "cut off, not rounded"
    near = abs(computed - float(printed.value)) <= 10.0 ** -places(printed.value) + _HAIR
    return ("differs by rounding", "within one unit of the last place") if near else ("differs", "")


def _arithmetic(printed: PublishedFigure) -> str:
    """The entry's sum with its result."""
    if not printed.arithmetic:
        return ""
    result = worked_out(printed.arithmetic)
    return f"{printed.arithmetic} = {result:,.{max(2, places(printed.correct or printed.value or 0))}f}"  # type: ignore[arg-type]


def _not_computed(printed: PublishedFigure, ours: Computed) -> Reconciled:
    """A value that we have none of our own for, with the reason; its own arithmetic may still prove it wrong."""
    note = "; ".join(filter(None, (_arithmetic(printed), _reason(printed, ours), printed.why)))
    outcome: Outcome = "wrong in print" if printed.verdict and printed.arithmetic else "not computed"
    return Reconciled(printed, outcome, None, "", note)


def _reason(printed: PublishedFigure, ours: Computed) -> str:
    """Why there is no figure of ours."""
    if printed.kind == "words":
        return "" if printed.why else "printed in words only"
    if printed.kind != "figure":
        return f"no {printed.kind} of that name and period was received"
    if printed.measure not in {measure.id for measure in ours.measures}:
        return "no measure of that id"
    if printed.period not in ours.windows:
        return "before the history that is held, or a period that is not reported"
    if printed.measure not in set(ours.figures["measure_id"]):
        return "its extract was not received"
    return "its record begins later, or no such heading"
