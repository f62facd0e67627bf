"""What a fault is about, as a fingerprint that stays the same while the record says the same.

What belongs here: which record a row is, which cells a rule reads, and the fingerprints of both. They do not depend on
file, row order or file form, so that a correction or an explanation given once holds for the next export too. What is
done with them is in `assets.core.mending`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import pandas as pd

from schemas.extract import Extract, Fault
from schemas.fault_lines import Place, places
from schemas.rules import rule

#: The day of the export is no fact of the record: it changes with every export.
EXPORT_DAY = "extract_date"
#: Columns that the rules across files read beside the one they point at.
_ALSO_READ: Mapping[str, tuple[str, ...]] = MappingProxyType({"YJ-R-0009": ("offence_date", "arrest_date")})
#: A column of another extract that a rule across files reads, and the key it is found by: (extract, key, column).
READ_ELSEWHERE: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {"YJ-R-0009": ("persons", "ypid", "date_of_birth")}
)


def digest(parts: Iterable[str]) -> str:
    """SHA-256 over texts, each told from the next so that "ab", "c" and "a", "bc" differ."""
    hashed = hashlib.sha256()
    for part in parts:
        text = part.encode("utf-8", "surrogatepass")
        hashed.update(len(text).to_bytes(8, "big") + text)
    return hashed.hexdigest()


def as_text(cells: pd.Series) -> pd.Series:
    """Cells as text, the same for the same value however it was typed; "" where there is none."""
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        texts = cells.dt.strftime("%Y-%m-%d")
    elif pd.api.types.is_float_dtype(cells.dtype):
        texts = cells.map(lambda number: f"{number:.15g}", na_action="ignore")
    else:
        texts = cells.astype("string").str.strip()
    return pd.Series(texts.astype("object").where(cells.notna(), ""))


def records_of(frame: pd.DataFrame, extract: Extract, wanted: pd.Index | None = None) -> pd.Series:
    """Fingerprint of the record that each row is: the extract's name and its key.

    A row whose key is empty, or stands there twice, is told by its place instead: file content, sheet and row.

    Args:
        frame: the rows, origin columns and key columns, text or typed.
        extract: what they are.
        wanted: index of the rows to tell (None: all); the others are looked at only for keys that stand there twice.

    Returns:
        One text for each row wanted, under its index.
    """
    chosen = frame.index if wanted is None else wanted
    keys = pd.DataFrame({name: as_text(frame[name]) for name in extract.key if name in frame}, index=frame.index)
    told = pd.Series(bool(extract.key) and len(keys.columns) == len(extract.key), index=frame.index)
    told &= (keys != "").all(axis=1) & ~keys.duplicated(keep=False)
    named = keys.loc[chosen].itertuples(index=False, name=None) if extract.key else ((),) * len(chosen)
    here = places(frame.loc[chosen])
    lines = [
        digest((extract.name, *key)) if by_key else digest((extract.name, "", place[0], place[1], str(place[2])))
        for key, place, by_key in zip(named, here, told.loc[chosen], strict=True)
    ]
    return pd.Series(lines, index=chosen, dtype="object")


def columns_read(code: str, column: str) -> tuple[str, ...]:
    """The columns of its own row that a rule's verdict depends on.

    Args:
        code: the rule's code.
        column: the column that the fault points at.
    """
    read = tuple(dict.fromkeys((*([column] if column else []), *rule(code).columns, *_ALSO_READ.get(code, ()))))
    return tuple(name for name in read if name != EXPORT_DAY) or read


@dataclass(frozen=True)
class Told:
    """The rows that faults are about.

    Attributes:
        typed: the typed rows.
        raw: the same rows as text, for cells that could not be read; None where there is none.
        extract: what they are.
        beside: for each code of `READ_ELSEWHERE`, what the other extract says, as text, by index of the typed rows.
    """

    typed: pd.DataFrame
    raw: pd.DataFrame | None
    extract: Extract
    beside: Mapping[str, pd.Series] | None = None


def with_facts(faults: Sequence[Fault], told: Told) -> tuple[Fault, ...]:
    """The faults with the fingerprint of what each is about; one that has it already keeps it.

    Args:
        faults: faults of one extract.
        told: its rows.
    """
    rows = [fault for fault in faults if fault.row is not None and not fault.fact]
    facts = dict(zip(map(_key, rows), _row_facts(rows, told), strict=True)) if rows else {}
    return tuple(
        fault if fault.fact else replace(fault, fact=facts.get(_key(fault)) or _whole(fault)) for fault in faults
    )


def _key(fault: Fault) -> tuple[str, Place, str]:
    """What tells one fault of a row from another."""
    return fault.code, (fault.file_sha256, fault.sheet, int(fault.row or 0)), fault.column


def _whole(fault: Fault) -> str:
    """Fingerprint of a fault that is of no one row: it stands while the file and what is said of it do."""
    row = "" if fault.row is None else str(fault.row)
    return digest((fault.code, fault.table, fault.file_sha256, fault.sheet, row, fault.column, fault.message))


def _row_facts(faults: Sequence[Fault], told: Told) -> Iterator[str]:
    """Fingerprint of each fault of a row, "" where the row is not among the typed ones (a row of totals)."""
    near = told.typed[told.typed["row"].isin({fault.row for fault in faults})]
    positions = dict(zip(places(near), near.index, strict=True))
    wanted = pd.Index(sorted({positions[place] for _, place, _ in map(_key, faults) if place in positions}))
    records = records_of(told.typed, told.extract, wanted).to_dict()
    texts = _Texts(told, wanted)
    for fault in faults:
        position = positions.get(_key(fault)[1])
        yield (
            ""
            if position is None
            else digest((fault.code, records[position], *texts.of(fault.code, fault.column, position)))
        )


class _Texts:
    """What the rules read of the rows wanted, each column made into text once."""

    def __init__(self, told: Told, wanted: pd.Index) -> None:
        self._told = told
        self._part = told.typed.loc[wanted]
        self._cells: dict[str, dict[Hashable, str]] = {}
        self._files: dict[tuple[str, ...], str] = {}

    def of(self, code: str, column: str, position: int) -> list[str]:
        """The texts that a rule's verdict on a row depends on."""
        names = columns_read(code, column)
        texts = [self._column(name).get(position, "") for name in names]
        if rule(code).stage == "within-file":
            texts.append(self._file(names))
        beside = (self._told.beside or {}).get(code)
        return texts if beside is None else [*texts, str(beside.get(position, ""))]

    def _column(self, name: str) -> dict[Hashable, str]:
        """One column's texts by position: as typed, or as the file has them where they could not be read."""
        if name not in self._cells:
            typed = as_text(self._part[name]) if name in self._part else pd.Series("", index=self._part.index)
            self._cells[name] = typed.where(typed.ne(""), self._as_written(name)).to_dict()
        return self._cells[name]

    def _as_written(self, name: str) -> pd.Series:
        """The column's cells as they stand in the file."""
        raw = self._told.raw
        if raw is None or name not in raw:
            return pd.Series("", index=self._part.index)
        near = raw[raw["row"].isin(self._part["row"])]
        texts = dict(zip(places(near), as_text(near[name]), strict=True))
        return pd.Series([texts.get(place, "") for place in places(self._part)], index=self._part.index)

    def _file(self, names: tuple[str, ...]) -> str:
        """A rule that compares rows reads the whole file: its columns' texts, whatever their order."""
        if names not in self._files:
            frame = self._told.typed[[name for name in names if name in self._told.typed]].drop_duplicates()
            lines = zip(*(as_text(frame[name]) for name in frame), strict=True)
            self._files[names] = digest(part for line in sorted(lines) for part in line)
        return self._files[names]
