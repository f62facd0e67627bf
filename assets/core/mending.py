"""What officers did about an extract's faults, applied: cells corrected before they are read, queries explained.

The raw table stays as the file was; corrections are laid over it at every run, so the same list gives the same table.
How they come in is in `assets.core.taking`; what a fact is, in `schemas.facts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from assets.core.columns import absent_column, clean_column
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.mending import Correction, Explanation
from pipelines.platform.workplace import Workplace
from schemas.errors_rules import CORRECTED
from schemas.extract import ORIGIN, Extract, Fault
from schemas.facts import READ_ELSEWHERE, Told, as_text, digest, records_of, with_facts
from schemas.rules import file_fault


@dataclass(frozen=True)
class InForce:
    """What officers gave for one extract that holds in one quarter, in the order given."""

    corrections: tuple[Correction, ...]
    explanations: tuple[Explanation, ...]

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """What a table's fingerprint says of them: nothing where there are none, the same for the same words."""
        cells = [digest((one.record, one.column, one.old_value, one.new_value)) for one in self.corrections]
        return (*cells, *(digest((one.code, one.fact, one.explanation)) for one in self.explanations))


def in_force(place: Workplace, quarter: Quarter, extract_name: str) -> InForce:
    """Corrections and explanations of an extract that hold in a quarter.

    An explanation holds until its day; what is asked is the end of the quarter, never the clock.
    """
    mending = place.register.mending
    said = mending.explanations(quarter.slug, extract_name)
    holding = tuple(one for one in said if one.until is None or one.until >= quarter.end)
    return InForce(tuple(mending.corrections(quarter.slug, extract_name)), holding)


def keys_of(raw: pd.DataFrame, extract: Extract) -> pd.DataFrame:
    """Where each raw row stands, and its key as it reads: the same record in every form of the file."""
    columns = {name: raw[name] for name in ORIGIN}
    for name in extract.key:
        about = extract.column(name).field
        cleaned = clean_column(raw[name], about) if name in raw else absent_column(raw.index, about)
        columns[name] = cleaned.cells
    return pd.DataFrame(columns, index=raw.index)


@dataclass(frozen=True)
class Corrected:
    """A raw table with the corrections laid over it.

    Attributes:
        frame: the rows; those of the raw table are left as they were.
        applied: the corrections that changed a cell.
        spent: corrections whose record is gone, or whose cell no longer says the old value.
        cells: how many cells were changed, by content of the file.
    """

    frame: pd.DataFrame
    applied: tuple[Correction, ...] = ()
    spent: tuple[Correction, ...] = ()
    cells: Mapping[str, int] = field(default_factory=dict)


def corrected(raw: pd.DataFrame, extract: Extract, corrections: Sequence[Correction]) -> Corrected:
    """The raw rows as officers corrected them.

    Args:
        raw: the raw rows, as the files have them.
        extract: what they are.
        corrections: those in force, one word on a cell.
    """
    if not corrections:
        return Corrected(raw)
    frame = raw.reset_index(drop=True)
    records = records_of(keys_of(frame, extract), extract)
    places = dict(zip(records, records.index, strict=True))
    names = sorted({one.column for one in corrections} & set(frame.columns))
    texts = {name: as_text(frame[name]).to_dict() for name in names}
    applied = tuple(one for one in corrections if _stands(one, places, texts))
    spent = tuple(one for one in corrections if not _stands(one, places, texts))
    files = Counter(frame.loc[[places[one.record] for one in applied], "file_sha256"].astype(str))
    return Corrected(_laid_over(frame, applied, places), applied, spent, files)


def _stands(one: Correction, places: Mapping[str, int], texts: Mapping[str, Mapping[Hashable, str]]) -> bool:
    """Whether the record is there and its cell still says the old value."""
    place = places.get(one.record)
    return place is not None and texts.get(one.column, {}).get(place) == one.old_value


def _laid_over(frame: pd.DataFrame, applied: Sequence[Correction], places: Mapping[str, int]) -> pd.DataFrame:
    """A frame of its own with the new values in place."""
    changed: dict[str, dict[int, str | None]] = {}
    for one in applied:
        changed.setdefault(one.column, {})[places[one.record]] = one.new_value or None
    cells = {name: frame[name].copy() for name in changed}
    for name, values in changed.items():
        cells[name].loc[list(values)] = list(values.values())
    return frame.assign(**cells)


def correction_notices(done: Corrected, extract: Extract, names: Mapping[str, str]) -> tuple[Fault, ...]:
    """One notice a file with how many of its cells were corrected, and by how many people.

    Args:
        done: the corrections applied.
        extract: of which extract.
        names: file name by content.
    """
    people = len({one.given_by for one in done.applied})
    by = "1 person" if people == 1 else f"{people} people"
    lines = [
        file_fault(CORRECTED, extract, file_name=names.get(sha, ""), file_sha256=sha) for sha in sorted(done.cells)
    ]
    return tuple(
        replace(line, message=f"{line.message} Cells: {done.cells[line.file_sha256]:,}, by {by}.") for line in lines
    )


def explained(faults: Iterable[Fault], explanations: Sequence[Explanation]) -> tuple[Fault, ...]:
    """The faults with the explanation that stands for each: that of the same rule and fact, the newest of several."""
    said = {(one.code, one.fact): one.explanation for one in explanations}
    if not said:
        return tuple(faults)
    return tuple(
        replace(fault, explained=said[fault.code, fault.fact])
        if fault.severity == "query" and (fault.code, fault.fact) in said
        else fault
        for fault in faults
    )


def across_with_facts(place: Workplace, quarter: Quarter, faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Faults across files, in their order, each with its fact and the explanation that stands for it.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        faults: faults of any extracts, found by the rules across files.
    """
    done: dict[int, Fault] = {}
    for name in sorted({fault.table for fault in faults}):
        here = [number for number, fault in enumerate(faults) if fault.table == name]
        told = _told_across(place, quarter, name)
        mine = with_facts([faults[number] for number in here], told) if told else [faults[number] for number in here]
        done |= dict(zip(here, explained(mine, in_force(place, quarter, name).explanations), strict=True))
    return tuple(done[number] for number in range(len(faults)))


def _told_across(place: Workplace, quarter: Quarter, name: str) -> Told | None:
    """The rows of an extract as the rules across files read them; None for a table that is no extract."""
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - only faults across files need all extracts

    extract = next((one for one in EXTRACTS if one.name == name), None)
    if extract is None or not place.lake.has(extract.core_table, quarter):
        return None
    rows = place.lake.read(extract.core_table, quarter)
    beside = {code: _beside(place, quarter, rows, *where) for code, where in READ_ELSEWHERE.items() if where[1] in rows}
    return Told(rows, None, extract, beside)


def _beside(place: Workplace, quarter: Quarter, rows: pd.DataFrame, other: str, key: str, column: str) -> pd.Series:
    """What the other extract says of each row's key, as text."""
    found = place.lake.read(f"core_{other}", quarter).drop_duplicates(key)
    texts = dict(zip(found[key].astype(str), as_text(found[column]), strict=True))
    return rows[key].astype(str).map(texts).fillna("")
