"""Two records side by side: whether their names are alike, what they agree on in words, and a pair as a value."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Method = Literal["pnc", "origin", "name+dob", "manual"]

#: Names whose letters agree to less than this share are other names; a slip of the pen leaves more.
ALIKE = 0.7
#: A name cut short ("Alex" of "Alexander") keeps this many letters at least.
_SHORTEST = 3


class Record(NamedTuple):
    """One record as `assets.core.people.records` folds it; "" where nothing is known."""

    ypid: str
    origin_id: str
    pnc: str
    born: str
    sex: str
    surname: str
    forename: str
    postcode: str


@dataclass(frozen=True, order=True, slots=True)
class Pair:
    """Two records that are, or may be, of one young person; the smaller id always first.

    Attributes:
        ypid: the smaller id.
        alias_ypid: the other.
        method: how they were found.
    """

    ypid: str
    alias_ypid: str
    method: Method


def pair_of(left: str, right: str, method: Method) -> Pair:
    """The pair, whichever of the two is named first."""
    return Pair(min(left, right), max(left, right), method)


def alike(left: str, right: str) -> bool:
    """Whether two folded names may be one, mistyped or cut short; nothing is like no name."""
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=lambda name: (len(name), name))
    if len(shorter) >= _SHORTEST and longer.startswith(shorter):
        return True
    return SequenceMatcher(None, shorter, longer, autojunk=False).ratio() >= ALIKE


def clearly_two(left: Record, right: Record) -> bool:
    """Whether the descriptions contradict each other: another sex, or clearly another name.

    A surname may change, and does where children move between families; so it is asked only where no forename is known.
    """
    if left.sex and right.sex and left.sex != right.sex:
        return True
    if left.forename and right.forename:
        return not alike(left.forename, right.forename)
    return bool(left.surname and right.surname) and not alike(left.surname, right.surname)


def agreement(left: Record, right: Record) -> str:
    """What two records agree on, nearly agree on and differ in, in words: no name, number or date is in them."""
    same: list[str] = []
    close: list[str] = []
    differ: list[str] = []
    for word, mine, theirs in _compared(left, right):
        if mine and theirs:
            near = alike(mine, theirs) if word in _NAMES else word == _BORN and near_dates(mine, theirs)
            (same if mine == theirs else close if near else differ).append(word)
    parts = (("", same), ("close: ", close), ("differs: ", differ))
    return "; ".join(label + ", ".join(words) for label, words in parts if words)


_BORN = "date of birth"
_NAMES = frozenset({"surname", "forename"})


def _compared(left: Record, right: Record) -> tuple[tuple[str, str, str], ...]:
    return (
        ("PNC number", left.pnc, right.pnc),
        ("surname", left.surname, right.surname),
        ("forename", left.forename, right.forename),
        (_BORN, left.born, right.born),
        ("postcode", left.postcode, right.postcode),
        ("sex", left.sex, right.sex),
    )


def near_dates(left: str, right: str) -> bool:
    """Whether two dates (YYYY-MM-DD) differ by one figure, or by day and month changed about."""
    if sum(a != b for a, b in zip(left, right, strict=True)) == 1:
        return True
    return left[:4] == right[:4] and left[5:7] == right[8:] and left[8:] == right[5:7]
