"""Faults as an officer wants them first: counted by rule, worst first, in one sentence.

No cell of a record is ever quoted here; the places are file, sheet, row and column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipelines.platform.gate import FaultCount
from schemas.extract import Fault

SEVERITIES = ("stop-file", "stop-row", "query", "notice")
#: Where a fault is that is of no one file.
WHOLE_DROP = "the whole drop"


def place_of(fault: Fault) -> str:
    """Where a fault is, e.g. "persons.csv, row 17, column E (date_of_birth)"."""
    parts = [fault.file_name] if fault.file_name else []
    if fault.sheet:
        parts.append(f"sheet {fault.sheet}")
    if fault.row is not None:
        parts.append(f"row {fault.row}")
    if fault.column:
        letter = f"{fault.column_letter} " if fault.column_letter else ""
        parts.append(f"column {letter}({fault.column})")
    return ", ".join(parts) or WHOLE_DROP


def count_faults(faults: Sequence[Fault]) -> tuple[FaultCount, ...]:
    """One entry a rule, worst severity first, then by code; `where` is the first place."""
    first: dict[str, Fault] = {}
    numbers: dict[str, int] = {}
    for fault in faults:
        first.setdefault(fault.code, fault)
        numbers[fault.code] = numbers.get(fault.code, 0) + 1
    ordered = sorted(first.values(), key=lambda fault: (SEVERITIES.index(fault.severity), fault.code))
    return tuple(FaultCount(f.code, f.severity, place_of(f), f.message, f.fix, numbers[f.code]) for f in ordered)


def sentence_for(
    title: str, label: str, counts: Mapping[str, int], faults: Sequence[FaultCount], *, stops: bool
) -> str:
    """The headline of a step: what is wrong and what to do, or what was kept.

    Args:
        title: the extract in officers' words.
        label: the quarter's label.
        counts: rows received, kept and stopped.
        faults: counted faults, worst first.
        stops: True when nothing was kept.
    """
    if stops:
        worst = faults[0]
        again = "Then press Re-execute, From failure, or run the quarter again."
        if worst.where == WHOLE_DROP:
            return f"{worst.code}: {title}, {label}: {worst.message} {worst.fix} {again}"
        where = f"{worst.message.rstrip('.')} ({worst.where}; {_times(worst.count)})."
        return f"{worst.code}: {title}, {label}: {where} {worst.fix} {again} Nothing was kept from this file."
    stopped = counts["rows_stopped"]
    aside = f" {stopped} set aside, with the reason of each." if stopped else ""
    return f"{title}, {label}: {counts['rows_kept']} of {counts['rows_received']} rows kept.{aside}"


def _times(count: int) -> str:
    """How many places, in words."""
    return "1 place" if count == 1 else f"{count} places"
