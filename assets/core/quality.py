"""How good an extract's cells are: filled, valid, consistent, in time, counted by column. Counts only, never a cell.

What belongs here: the counting. What each side means, and when data is in time, is in `schemas.quality`; where the
counts are kept, in `pipelines.platform.register.quality`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipelines.platform.quarters import Quarter
from pipelines.platform.register.quality import QualityCount
from schemas.extract import Column, Extract, Fault, Kind
from schemas.quality import POSTED_WITHIN_DAYS, REFERENCES, RHYTHMS, TAKEN_WITHIN_DAYS, Side

PLACE = ["file_sha256", "sheet", "row"]
#: Letters of the codes of cells that cannot be read, or are outside their list, range or pattern.
OF_CELLS = frozenset("TD")
#: Letters of the codes that hold cells, rows or records of one file to each other.
OF_ROWS = frozenset("XK")
#: Letter of the codes that hold files to each other.
OF_FILES = frozenset("R")
#: Severities that say that something is wrong.
WRONG = frozenset({"stop-file", "stop-row", "query"})
#: Month and day of a mid-year estimate, and of the end of a financial year.
MID_YEAR, YEAR_END = (6, 30), (3, 31)
#: Other years are faults of the cell, told elsewhere.
YEARS = (1900, 2200)
#: Days by which an amount may be posted before its period ends: any.
LONG_BEFORE = 100_000
_NOWHERE: npt.NDArray[np.intp] = np.array([], dtype="intp")


#: Positions of rows, by the column at whose cell a fault points in them.
_PointedAt = Mapping[str, npt.NDArray[np.intp]]


@dataclass(frozen=True)
class _Cells:
    """An extract's rows as text and as read, with the cells that faults point at."""

    texts: pd.DataFrame
    typed: pd.DataFrame
    invalid: _PointedAt
    odd: _PointedAt

    def filled(self, column: str) -> npt.NDArray[np.bool_]:
        """Rows of which the file says something in the column, readable or not."""
        if column not in self.texts:
            return np.zeros(len(self.typed), dtype=bool)
        read = self.typed[column].notna().to_numpy(dtype=bool, copy=True)
        read[self.invalid.get(column, _NOWHERE)] = True
        return read & self.texts[column].notna().to_numpy(dtype=bool)


def quality_counts(
    raw: pd.DataFrame, typed: pd.DataFrame, faults: Sequence[Fault], extract: Extract, quarter: Quarter
) -> tuple[QualityCount, ...]:
    """Every side of every kept column of an extract.

    Args:
        raw: the rows as text, corrections in force applied.
        typed: the same rows as read, totals left out, before the contract empties what is outside its domain.
        faults: every fault found in them.
        extract: what they are.
        quarter: the quarter they were sent for.
    """
    cells = _cells(raw, typed, faults)
    counts = [count for column in extract.columns if column.keep for count in _of_column(cells, column, extract)]
    return (*counts, *_timeliness(typed, extract, quarter))


def references_counts(consistency: pd.DataFrame, faults: pd.DataFrame) -> tuple[QualityCount, ...]:
    """How many filled cells the rules across files point at, beyond those that rules of one file point at already.

    Args:
        consistency: the counts of side "consistency" of the quarter, columns extract, column, good, total.
        faults: every fault of the quarter, as the register gives them.
    """
    wrong = faults[_are_wrong(faults) & faults["row"].notna()]
    letters = wrong["code"].str[3]
    across = _cells_of(wrong[letters.isin(OF_FILES)])
    # A cell that a rule of its own file points at has been counted there.
    new = across[~across.isin(_cells_of(wrong[letters.isin(OF_ROWS)]))]
    numbers = Counter(zip(new.get_level_values("table"), new.get_level_values("column"), strict=True))
    return tuple(
        QualityCount(extract, column, REFERENCES, max(0, int(total) - numbers[extract, column]), int(total))
        for extract, column, total in consistency[["extract", "column", "total"]].itertuples(index=False)
    )


def table_of(counts: Sequence[QualityCount]) -> list[dict[str, str]]:
    """One line a column for Dagster's page: how many per cent are complete, valid and consistent."""
    shares = {(count.column, count.side): count for count in counts}
    names = list(dict.fromkeys(count.column for count in counts))
    sides: tuple[Side, ...] = ("completeness", "validity", "consistency")
    return [
        {"field": name} | {f"{side} %": share_of(shares.get((name, side))) for side in sides}
        for name in names
        if (name, "completeness") in shares
    ]


def share_of(count: QualityCount | None) -> str:
    """A count as per cent, "none" where there was nothing to count."""
    return "none" if count is None or not count.total else f"{rounded_down(count.good, count.total):.1f}"


def rounded_down(good: int, total: int) -> float:
    """Per cent to one place, rounded down, so that 100.0 means every one."""
    return 1000 * good // total / 10


def _cells(raw: pd.DataFrame, typed: pd.DataFrame, faults: Sequence[Fault]) -> _Cells:
    texts = raw.reset_index(drop=True) if len(raw) == len(typed) else _alike(raw, typed)
    typed = typed.reset_index(drop=True)
    lines = pd.DataFrame(
        [(f.file_sha256, f.sheet, f.row, f.column, f.code[3:4]) for f in faults if _is_wrong(f)],
        columns=[*PLACE, "column", "letter"],
    )
    if lines.empty:
        return _Cells(texts, typed, {}, {})
    placed = _placed(lines, typed)
    whole = _whole_columns(lines[lines["row"].isna() & lines["letter"].isin(OF_CELLS)], typed, texts)
    invalid = pd.concat([placed[placed["letter"].isin(OF_CELLS)], whole], ignore_index=True)
    return _Cells(texts, typed, _by_column(invalid), _by_column(placed[placed["letter"].isin(OF_ROWS)]))


def _by_column(faults: pd.DataFrame) -> _PointedAt:
    """Each row's position once for each column that is pointed at in it."""
    return {str(name): np.unique(found.to_numpy("intp")) for name, found in faults.groupby("column")["position"]}


def _alike(raw: pd.DataFrame, typed: pd.DataFrame) -> pd.DataFrame:
    """The rows as text that were read, in the order in which they were read."""
    wanted = pd.MultiIndex.from_frame(_place(typed))
    return raw.set_index(pd.MultiIndex.from_frame(_place(raw))).loc[wanted].reset_index(drop=True)


def _place(frame: pd.DataFrame) -> pd.DataFrame:
    """File, sheet and row, the sheet of a csv as an empty text."""
    sheets = frame["sheet"].astype("str").fillna("")
    return pd.DataFrame(
        {"file_sha256": frame["file_sha256"].astype("str"), "sheet": sheets, "row": frame["row"].astype("int64")}
    )


def _placed(lines: pd.DataFrame, typed: pd.DataFrame) -> pd.DataFrame:
    """The lines of single cells, with the position of their row."""
    single = lines[lines["row"].notna()].astype({"file_sha256": "str", "sheet": "str", "row": "int64"})
    near = typed[typed["row"].isin(single["row"])]
    positions = _place(near).assign(position=near.index)
    return single.merge(positions, on=PLACE)[["column", "letter", "position"]]


def _whole_columns(lines: pd.DataFrame, typed: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """A line that speaks of a whole column stands for every cell of it that says something."""
    found = []
    for sha256, sheet, column in lines[["file_sha256", "sheet", "column"]].astype("str").to_numpy():
        here = typed["file_sha256"].eq(sha256) & typed["sheet"].fillna("").eq(sheet)
        said = texts[column].notna() if column in texts else pd.Series(False, index=typed.index)
        positions = typed.index[here.fillna(False).astype(bool) & said]
        found.append(pd.DataFrame({"column": column, "letter": "T", "position": positions}))
    return pd.concat(found) if found else pd.DataFrame({"column": [], "letter": [], "position": []})


def _is_wrong(fault: Fault) -> bool:
    """A fault that stands: no notice, and no query that has been explained."""
    return fault.severity in WRONG and not fault.explained


def _are_wrong(faults: pd.DataFrame) -> pd.Series[bool]:
    """The same of many."""
    return faults["severity"].isin(WRONG) & faults["explained"].fillna("").eq("")


def _of_column(cells: _Cells, column: Column, extract: Extract) -> Iterator[QualityCount]:
    filled = cells.filled(column.name)
    total = int(filled.sum())
    invalid, odd = (int(filled[at.get(column.name, _NOWHERE)].sum()) for at in (cells.invalid, cells.odd))
    yield QualityCount(extract.name, column.name, "completeness", total, len(filled))
    yield QualityCount(extract.name, column.name, "validity", total - invalid, total)
    yield QualityCount(extract.name, column.name, "consistency", total - odd, total)


def _cells_of(faults: pd.DataFrame) -> pd.MultiIndex:
    """Each cell pointed at, once: extract, column, file, sheet, row."""
    columns = faults[["table", "column", *PLACE]].drop_duplicates()
    return pd.MultiIndex.from_frame(columns)


def _timeliness(typed: pd.DataFrame, extract: Extract, quarter: Quarter) -> Iterator[QualityCount]:
    """The columns that tell when something was taken, posted or released."""
    kinds = {column.name: column.field.kind for column in extract.columns if column.keep}
    rhythm = RHYTHMS.get(extract.name)
    if "extract_date" in kinds:
        taken = typed["extract_date"] - pd.Timestamp(quarter.end)
        yield _within(extract, "extract_date", taken, (0, TAKEN_WITHIN_DAYS))
    if {"posted_date", "fy", "period"} <= kinds.keys():
        posted = typed["posted_date"] - _period_end(typed)
        yield _within(extract, "posted_date", posted, (-LONG_BEFORE, POSTED_WITHIN_DAYS))
    if rhythm is not None and rhythm.column in kinds:
        newest = _newest(typed[rhythm.column], kinds[rhythm.column])
        if newest is not None:
            fresh = newest + pd.DateOffset(months=rhythm.months) >= pd.Timestamp(quarter.end)
            yield QualityCount(extract.name, rhythm.column, "timeliness", int(fresh), 1)


def _within(extract: Extract, column: str, delay: pd.Series, days: tuple[int, int]) -> QualityCount:
    """Rows whose delay is known, and those of them within the days allowed."""
    known = delay.dropna().dt.days
    return QualityCount(extract.name, column, "timeliness", int(known.between(*days).sum()), len(known))


def _period_end(typed: pd.DataFrame) -> pd.Series:
    """Last day of each row's accounting period: period 1 of 2014-15 is April 2014."""
    start = pd.to_numeric(typed["fy"].str[:4], errors="coerce")
    months = start * 12 + typed["period"].astype("Float64") + 2
    parts = pd.DataFrame({"year": months // 12, "month": months % 12 + 1, "day": 1})
    return pd.to_datetime(parts, errors="coerce") + pd.offsets.MonthEnd(0)


def _newest(cells: pd.Series, kind: Kind) -> pd.Timestamp | None:
    """The newest day that a column speaks of: a year stands for its 30 June, a financial year for its 31 March."""
    if kind == "date":
        return None if cells.isna().all() else pd.Timestamp(cells.max())
    years = pd.to_numeric(cells if kind == "integer" else cells.str[:4], errors="coerce")
    known = years[years.between(*YEARS)]
    if known.empty:
        return None
    newest = int(known.max())
    return pd.Timestamp(date(newest, *MID_YEAR) if kind == "integer" else date(newest + 1, *YEAR_END))
