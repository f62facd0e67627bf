"""How many rows of an extract differ between the files of two versions: added, removed, changed.

What belongs here: reading received files again (nothing but retention deletes them) and counting; only counts leave.
Rows are compared as they read, not as they are written, so the same rows in another form of file count as the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from assets.core.clean import to_types
from assets.core.parts import settle
from assets.raw.raw_tables import build_raw
from assets.raw.received import letters_of
from assets.raw.refusal import RefusedError
from assets.report.versions.causes import Count, RowsChanged
from assets.report.versions.made_of import MadeFile
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReceivedFile
from pipelines.platform.workplace import Workplace
from schemas.extract import ORIGIN, Extract
from schemas.facts import EXPORT_DAY

#: Columns of published statistics that say of when they are.
_PERIODS = ("release_date", "mid_year")


def counting(place: Workplace, quarter: Quarter, extracts: Sequence[Extract]) -> Count:
    """A function that counts the rows of an extract that differ between two sets of files.

    Args:
        place: the service's workplace.
        quarter: the data quarter; its files, and those of earlier ones that are in force, can be read again.
        extracts: every extract.
    """
    known = {extract.name: extract for extract in extracts}

    def count(name: str, old: tuple[MadeFile, ...], new: tuple[MadeFile, ...]) -> RowsChanged | None:
        """How the rows differ; None where a file can no longer be read."""
        if name not in known:
            return None
        try:
            before, now = (_rows(place, quarter, known[name], files) for files in (old, new))
        except (RefusedError, OSError):
            return None
        return rows_changed(before, now, known[name])

    return count


def rows_changed(before: pd.DataFrame, now: pd.DataFrame, extract: Extract) -> RowsChanged:
    """How the rows of two frames of one extract differ.

    Args:
        before: typed rows of the earlier files.
        now: typed rows of the newer ones.
        extract: what they are.

    Returns:
        Counts. A row is known by the extract's key; where it has none, or its key stands there twice, by all it says.
    """
    told = [_told(frame, extract) for frame in (before, now)]
    unclear = {known for one in told for known in one.loc[one.duplicated("known"), "known"]} if extract.key else None
    old, new = (_counted(one, unclear) for one in told)
    both = old.merge(new, how="outer", left_index=True, right_index=True, suffixes=("_old", "_new"))
    counts = both[["count_old", "count_new"]].fillna(0).astype("int64")
    more = counts["count_new"] - counts["count_old"]
    changed = counts.min(axis=1).gt(0) & both["said_old"].ne(both["said_new"])
    return RowsChanged(
        added=int(more.clip(lower=0).sum()),
        removed=int((-more).clip(lower=0).sum()),
        changed=int(changed.sum()),
        later=_is_later(before, now, extract),
    )


def _told(frame: pd.DataFrame, extract: Extract) -> pd.DataFrame:
    """Of each row the fingerprint of its key and of all it says; the day of the export is nothing it says."""
    says = [name for name in frame.columns if name not in {*ORIGIN, EXPORT_DAY}]
    told = {"known": frame[list(extract.key)], "said": frame[says]}
    return pd.DataFrame({name: _fingerprints(part) for name, part in told.items()})


def _fingerprints(frame: pd.DataFrame) -> npt.NDArray[np.uint64]:
    if frame.columns.empty:
        return np.zeros(len(frame), dtype=np.uint64)
    return np.asarray(pd.util.hash_pandas_object(frame.astype("string").fillna(""), index=False), dtype=np.uint64)


def _counted(told: pd.DataFrame, unclear: set[int] | None) -> pd.DataFrame:
    """How many rows there are of each, and what the first of them says.

    Args:
        told: as `_told` gives it.
        unclear: keys that stand there twice, whose rows are known by what they say; None: all are.
    """
    by_words = told["known"].isin(unclear) if unclear is not None else pd.Series(True, index=told.index)
    known = told["known"].mask(by_words, told["said"])
    alike = told.groupby(known)["said"]
    return pd.DataFrame({"said": alike.first(), "count": alike.size()})


def _is_later(before: pd.DataFrame, now: pd.DataFrame, extract: Extract) -> bool:
    """Whether the newer rows speak of a later day, or of later periods: told by the first column that says so."""
    days = [name for name in extract.key if name in now and pd.api.types.is_datetime64_any_dtype(now[name].dtype)]
    for name in (EXPORT_DAY, extract.newest_by, *_PERIODS, *days):
        if name in before and name in now and now[name].notna().any():
            return bool(before[name].isna().all() or now[name].max() > before[name].max())
    return False


def _rows(place: Workplace, quarter: Quarter, extract: Extract, files: tuple[MadeFile, ...]) -> pd.DataFrame:
    """The typed rows of some files that are in force among them."""
    known = {file.sha256: file for file in place.register.in_force(extract, quarter.slug)}
    wanted = [known.get(one.sha256, ReceivedFile(one.sha256, quarter.slug, one.file_name, 0)) for one in files]
    raw, headers = build_raw(wanted, extract, place.settings.received)
    if extract.arrives == "parts":
        raw = raw.loc[settle(raw, extract, wanted).in_force]
    typed, _ = to_types(raw, extract, letters_of(headers))
    return _newest_release(typed, extract) if extract.arrives == "releases" else typed


def _newest_release(typed: pd.DataFrame, extract: Extract) -> pd.DataFrame:
    """The rows of the release that covers the newest period, the last to arrive of several."""
    newest = typed.dropna(subset=[extract.newest_by]).groupby("file_sha256", sort=False)[extract.newest_by].max()
    if newest.empty:
        return typed
    return typed.loc[typed["file_sha256"].eq(newest.index[newest.eq(newest.max())][-1])]
