"""Files that make one table together, a part each (a month, say): which rows of which file are in force.

A newer file of a part takes the place of an older one; of two that came in one pass neither can be chosen. What names
a part is in `schemas.raw` (`Extract.part`): its cells are read here, as text, before anything is cleaned.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from assets.raw.received import RawTable
from assets.raw.store import contents_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import WITHDRAWN, ReceivedFile
from pipelines.platform.workplace import Workplace
from schemas.codelists import code_list
from schemas.extract import Extract, Fault, Field
from schemas.file_rules import NEWER_FILE, TWO_AT_ONCE
from schemas.folding import fold_code
from schemas.rules import file_fault

#: Stands between the cells of a part's name; in no cell of a published file.
_BETWEEN = "\x1f"


@dataclass(frozen=True)
class Settled:
    """Rows of parts, settled.

    Attributes:
        in_force: which rows are of the newest file of their part (all are, where that cannot be told).
        superseded: files some of whose rows are not.
        undecided: files that came in one pass and hold the same part.
    """

    in_force: pd.Series[bool]
    superseded: frozenset[str]
    undecided: frozenset[str]


def settle(frame: pd.DataFrame, extract: Extract, files: Sequence[ReceivedFile]) -> Settled:
    """Which rows of the files stand.

    Args:
        frame: their raw rows.
        extract: what they are: one that arrives in parts.
        files: the files.
    """
    passes = {file.sha256: (file.quarter_slug, file.batch) for file in files}
    part = part_names(frame, extract)
    holders = pd.DataFrame({"part": part, "file": frame["file_sha256"]}).dropna().drop_duplicates()
    newest = {str(name): max(passes[sha] for sha in held) for name, held in holders.groupby("part")["file"]}
    rank = {each: place for place, each in enumerate(sorted(set(passes.values())))}
    due = part.map({name: rank[each] for name, each in newest.items()})
    mine = frame["file_sha256"].map({sha: rank[each] for sha, each in passes.items()})
    in_force = (due.isna() | due.eq(mine)).astype(bool)
    return Settled(
        in_force=in_force,
        superseded=frozenset(frame.loc[~in_force, "file_sha256"].astype(str)),
        undecided=_at_once(holders, passes, newest),
    )


def _at_once(
    holders: pd.DataFrame, passes: Mapping[str, tuple[str, int]], newest: Mapping[str, tuple[str, int]]
) -> frozenset[str]:
    """Files that hold a part which another file of the same pass, the newest, holds too."""
    found: set[str] = set()
    for name, held in holders.groupby("part")["file"]:
        last = {str(sha) for sha in held if passes[sha] == newest[str(name)]}
        found |= last if len(last) > 1 else set()
    return frozenset(found)


def part_names(frame: pd.DataFrame, extract: Extract) -> pd.Series[str]:
    """The part each row is of, as one text; missing where a cell of it is empty or not there."""
    if not set(extract.part) <= set(frame.columns):
        return pd.Series(None, index=frame.index, dtype="str")
    cells = [_as_read(frame[name], extract.column(name).field) for name in extract.part]
    names = cells[0]
    for more in cells[1:]:
        names = names + _BETWEEN + more
    return names


def _as_read(cells: pd.Series[str], about: Field) -> pd.Series[str]:
    """Cells in the one spelling that two files are compared in: the code, or the text without case and spacing."""
    codes = code_list(about.code_list).lookup() if about.code_list else {}
    spellings = {text: codes.get(fold_code(text), fold_code(text)) for text in map(str, cells.dropna().unique())}
    return cells.map(spellings)


def without_superseded(table: RawTable, extract: Extract, quarter: Quarter) -> tuple[RawTable, tuple[Fault, ...]]:
    """The table without rows that a newer file has in their place, and what is to be said of the files.

    Args:
        table: the raw rows of every file received.
        extract: what they are; one that does not arrive in parts is left as it is.
        quarter: the data quarter.
    """
    if extract.arrives != "parts":
        return table, ()
    settled = settle(table.frame, extract, table.files)
    frame = table.frame[settled.in_force].reset_index(drop=True)
    out = settled.superseded - set(frame["file_sha256"])
    headers = table.headers[~table.headers["file_sha256"].isin(out)].reset_index(drop=True)
    told = (*_told(NEWER_FILE, settled.superseded, table), *_told(TWO_AT_ONCE, settled.undecided, table))
    faults = tuple(
        file_fault(code, extract, quarter_label=quarter.label, file_name=file.file_name, file_sha256=file.sha256)
        for code, file in told
    )
    return replace(table, frame=frame, headers=headers), faults


def _told(code: str, hashes: Collection[str], table: RawTable) -> list[tuple[str, ReceivedFile]]:
    return [(code, file) for file in table.files if file.sha256 in hashes]


def taken_out(place: Workplace, quarter: Quarter, extract: Extract, table: RawTable) -> bool:
    """Note as withdrawn the undecided files that an officer has taken out of the folder, where others were left in.

    Returns:
        True when one was taken out, so that the extract must be read again.
    """
    if extract.arrives != "parts":
        return False
    undecided = settle(table.frame, extract, table.files).undecided
    lying = contents_of(place.inbox(quarter))
    leaving = [file for file in table.files if file.sha256 in undecided - lying]
    if not leaving or not undecided & lying:
        return False
    for file in leaving:
        place.register.receive(replace(file, status=WITHDRAWN))
    return True
