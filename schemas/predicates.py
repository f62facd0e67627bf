"""What a rule can ask of a frame: small makers of `holds`, each true for every row that keeps the rule.

A row whose cells are missing keeps every rule but `filled`: an empty cell is judged once, not again by each rule that
reads it. No maker ever reads more than the columns it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from schemas.extract import CheckContext, Holds


def _plain(answer: pd.Series) -> pd.Series[bool]:
    """An answer as plain booleans, with unknown counted as kept."""
    return answer if answer.dtype == bool else answer.astype("boolean").fillna(True).astype(bool)


def _unless_missing(frame: pd.DataFrame, columns: Sequence[str], answer: pd.Series) -> pd.Series[bool]:
    """The answer where every column is there, kept elsewhere."""
    kept = _plain(answer)
    for name in columns:
        kept = kept | frame[name].isna()
    return kept


def filled(column: str) -> Holds:
    """The cell is not empty."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return frame[column].notna()

    return _holds


def one_of(column: str, codes: Collection[str]) -> Holds:
    """The cell is one of the codes, spelt exactly."""
    allowed = frozenset(codes)

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return frame[column].isin(allowed) | frame[column].isna()

    return _holds


def matches(column: str, pattern: str) -> Holds:
    """The whole cell matches the pattern."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return _unless_missing(frame, (column,), frame[column].str.fullmatch(pattern))

    return _holds


def no_longer(column: str, most: int) -> Holds:
    """The text has no more characters than that."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return _unless_missing(frame, (column,), frame[column].str.len() <= most)

    return _holds


def within(column: str, least: float | None, most: float | None) -> Holds:
    """The number is neither below the least nor above the most."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        low = float("-inf") if least is None else least
        high = float("inf") if most is None else most
        return _unless_missing(frame, (column,), frame[column].between(low, high))

    return _holds


def first_of_its_kind(columns: Sequence[str]) -> Holds:
    """No row above has the same cells in these columns (two empty cells are the same)."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        names = [name for name in columns if name in frame.columns]
        kept = pd.Series(True, index=frame.index)
        # Rows that differ in the first column differ: as a rule it is an id, and few rows are left to compare.
        alike = frame.loc[frame.duplicated(subset=names[:1], keep=False), names] if names else frame
        kept.loc[alike.index[alike.duplicated()]] = False
        return kept

    return _holds


def at_most(smaller: str, larger: str) -> Holds:
    """One column is no greater (or no later) than the other."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return _unless_missing(frame, (smaller, larger), frame[smaller] <= frame[larger])

    return _holds


def not_before_day(column: str, first: date) -> Holds:
    """The date is not before a fixed day."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return _unless_missing(frame, (column,), frame[column] >= pd.Timestamp(first))

    return _holds


def together(left: str, right: str) -> Holds:
    """Either both cells are filled or neither is."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return frame[left].isna() == frame[right].isna()

    return _holds


def only_where(column: str, codes: Collection[object], needs: str) -> Holds:
    """Where a column has one of the codes (or answers), another is filled."""
    chosen = list(codes)

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return ~_isin(frame[column], chosen) | frame[needs].notna()

    return _holds


def never_together(column: str, codes: Collection[object], other: str, others: Collection[object]) -> Holds:
    """No row has one of the codes in a column and one of the others in another."""
    chosen, barred = frozenset(codes), list(others)

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return ~(_isin(frame[column], list(chosen)) & _isin(frame[other], barred))

    return _holds


def maps_to(column: str, mapping: Mapping[str, object], other: str) -> Holds:
    """The other column is what the mapping makes of the first; codes outside the mapping are not judged."""

    def _judge(code: object, found: object) -> bool:
        due = mapping.get(str(code))
        return due is None or found == due

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return _by_pair(frame[column], frame[other], _judge)

    return _holds


def lacks_words(columns: Sequence[str], pattern: str) -> Holds:
    """No column holds the words, in any case."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        found = [frame[name].str.contains(pattern, case=False, regex=True) for name in columns if name in frame]
        return ~pd.concat(found, axis=1).astype("boolean").fillna(False).any(axis=1).astype(bool)

    return _holds


def not_in(column: str, codes: Collection[object]) -> Holds:
    """The cell is none of the codes."""
    barred = list(codes)

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        return ~_isin(frame[column], barred)

    return _holds


def same_in_file(column: str) -> Holds:
    """The cell is the one that most rows of its file have (the earliest of equals)."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        usual = frame.groupby("file_sha256")[column].transform(_most_common)
        return _unless_missing(frame, (column,), frame[column] == usual)

    return _holds


def same_within(group: Sequence[str], column: str) -> Holds:
    """Rows alike in the group's columns have the same cell as the first of them."""

    def _holds(frame: pd.DataFrame, _: CheckContext) -> pd.Series[bool]:
        first = frame.groupby(list(group), dropna=False)[column].transform("first")
        return _unless_missing(frame, (column,), frame[column] == first)

    return _holds


def by_context(columns: Sequence[str], ask: Callable[[pd.DataFrame, CheckContext], pd.Series]) -> Holds:
    """A question of its own over these columns, with missing cells kept."""

    def _holds(frame: pd.DataFrame, context: CheckContext) -> pd.Series[bool]:
        return _unless_missing(frame, columns, ask(frame, context))

    return _holds


def days_of(series: pd.Series, days: Mapping[str, date], otherwise: date) -> pd.Series:
    """The day that each code stands for, each distinct code looked up once.

    Args:
        series: codes.
        days: code -> day.
        otherwise: the day of every other code, and of an empty cell.
    """
    which, codes = pd.factorize(series)
    # An empty cell is numbered -1, and so takes the last.
    known = np.array([*(days.get(str(code), otherwise) for code in codes), otherwise], dtype="datetime64[us]")
    return pd.Series(known[which], index=series.index)


def _by_pair(left: pd.Series, right: pd.Series, judge: Callable[[object, object], bool]) -> pd.Series[bool]:
    """The answer for each pair of cells, asked once of each distinct pair; a pair with an empty cell is kept."""
    lefts, left_texts = pd.factorize(left)
    rights, right_texts = pd.factorize(right)
    pairs, places = np.unique(lefts * (len(right_texts) + 1) + rights, return_inverse=True)
    both = (lefts >= 0) & (rights >= 0)
    asked = {int(pair): divmod(int(pair), len(right_texts) + 1) for pair in np.unique(pairs[np.unique(places[both])])}
    answers = {pair: judge(left_texts[one], right_texts[other]) for pair, (one, other) in asked.items()}
    kept = np.array([answers.get(int(pair), True) for pair in pairs], dtype=bool)[places]
    return pd.Series(kept | ~both, index=left.index)


def _isin(series: pd.Series, values: Sequence[object]) -> pd.Series[bool]:
    return series.isin(list(values)).astype("boolean").fillna(False).astype(bool)


def _most_common(series: pd.Series) -> object:
    common = series.mode()
    return common.iloc[0] if len(common) else pd.NaT
