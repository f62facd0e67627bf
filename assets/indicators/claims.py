"""Words set against numbers: what a text claims of a measure, and what its figures say to that.

What belongs here: finding claims (T-04, T-14, T-24, T-26) and judging them by bands. No text is ever altered. A claim
is judged only where its part of the sentence names a measure, so that a general remark is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.measure import Polarity

#: Words a text uses of a measure -> the measure; of two that fit the upper one holds.
SUBJECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        r"first[- ]time entrants?|\bFTEs?\b": "FTE-01",
        r"re-?offending|re-?offences?": "REO-01",
        r"\bremands?\b": "REM-01",
        r"\bcustody\b|\bcustodial\b": "CUS-01",
        r"\bE(?:ET|TE)\b|education, training": "EET-01",
        r"\baccommodation\b": "ACC-01",
        r"victim satisfaction|satisfied victims?": "VIC-02",
        r"\bvictims?\b": "VIC-01",
        r"substance misuse assessments?": "SM-01",
        r"\bparenting\b": "PAR-01",
    }
)
#: A change called slight is of at most so many per cent of the earlier figure; one called large is of more.
SLIGHT_PERCENT: Final = 5.0
#: "Very close to", and "close to", are within so many per cent of the target.
VERY_CLOSE_PERCENT: Final = 2.0
CLOSE_PERCENT: Final = 5.0

_UP = r"increas(?:es?|ed|ing)|ris(?:es?|en|ing)|rose|grown|growth"
_DOWN = r"decreas(?:es?|ed|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped)?|reduction|reduced|declin(?:es?|ed|ing)"
_SLIGHT = r"slight(?:ly)?|marginal(?:ly)?"
_LARGE = r"significant(?:ly)?|sharp(?:ly)?|substantial(?:ly)?"
_ABOVE = r"exceed(?:s|ed|ing)?|above|ahead of|over the"
_BELOW = r"below|under the"
#: A minus before a number; the one in a year, as 2009-10, stands after a figure and is none.
_SIGNED = r"(?<![\d/])[-\u2212]\s?\d[\d.,]*\s?%?"
_MINUS = re.compile(rf"{_SIGNED}\s+(?:{_UP}|{_DOWN})|(?:{_UP}|{_DOWN})\s+of\s+{_SIGNED}", re.IGNORECASE)
#: A clause ends at a full stop, a semicolon or a "but"; a point inside a number ends nothing.
_CLAUSES = re.compile(r"[;\n]|\.(?!\d)|\bbut\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:20)?(?P<first>\d{2})[/-](?:20)?(?P<second>\d{2})\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """What the return knows of a measure in one period.

    Attributes:
        fy: financial year the period reports in, e.g. "2014-15".
        now: the figure.
        then: the figure of the same period last year; None where there is none.
        target: the target of that year; None where there is none.
        polarity: which way is better.
        chance: whether chance alone explains the change.
        shown: the figures as the pack shows them: now, then, target.
    """

    fy: str
    now: float
    then: float | None
    target: float | None
    polarity: Polarity
    chance: bool
    shown: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim that the figures do not bear out.

    Attributes:
        said: the clause, as written.
        measure_id: the measure it speaks of; "" where no figure is needed to see it.
        why: what the figures say.
    """

    said: str
    measure_id: str
    why: str


def contradicted(text: str, facts: Mapping[str, Sequence[Fact]], about: str = "") -> list[Finding]:
    """The claims of a text that its measures' figures do not bear out, in the order of the text.

    Args:
        text: what was written.
        facts: by measure id, the headline period first.
        about: the measure that clauses speak of which name none; "" to leave them alone.
    """
    found: list[Finding] = []
    for clause in (part.strip() for part in _CLAUSES.split(text)):
        if _MINUS.search(clause):
            found.append(Finding(clause, "", "A minus beside a word for a rise or a fall says the opposite (T-04)."))
        measure_id = subject(clause) or about
        fact = _fact(clause, facts.get(measure_id, ()))
        if fact is not None:
            found += [Finding(clause, measure_id, why) for why in (*_moves(clause, fact), *_aims(clause, fact))]
    return found


def subject(clause: str) -> str:
    """The measure a clause speaks of; "" where it names none."""
    named = (measure for words, measure in SUBJECTS.items() if re.search(words, clause, re.IGNORECASE))
    return next(named, "")


def _fact(clause: str, facts: Sequence[Fact]) -> Fact | None:
    """The fact of the year that the clause names, else the headline's."""
    year = _YEAR.search(clause)
    if year is None or (int(year["first"]) + 1) % 100 != int(year["second"]):
        return next(iter(facts), None)
    return next((fact for fact in facts if fact.fy == f"20{year['first']}-{year['second']}"), None)


def _moves(clause: str, fact: Fact) -> Iterator[str]:
    """What a clause says of a change, against the change (T-14, T-24)."""
    up, down = _has(_UP, clause), _has(_DOWN, clause)
    if fact.then is None or up == down:
        return
    moved = fact.now - fact.then
    figures = f"{fact.shown[0]} after {fact.shown[1]}"
    if moved == 0 or (moved > 0) != up:
        yield f"It says a {'rise' if up else 'fall'}; the figure is {figures}: {_moved(moved)}."
        return
    percent = 100 * abs(moved) / abs(fact.then) if fact.then else float("inf")
    if _has(_SLIGHT, clause) and percent > SLIGHT_PERCENT:
        yield f"It says slight; the figure is {figures}, {percent:.1f}% of the earlier one."
    if _has(_LARGE, clause) and fact.chance:
        yield f"It says significant; the figure is {figures}, within chance variation."


def _moved(moved: float) -> str:
    return "no change" if moved == 0 else "a rise" if moved > 0 else "a fall"


def _aims(clause: str, fact: Fact) -> Iterator[str]:
    """What a clause says of a target, against the target (T-14, T-26)."""
    if not fact.target or not _has("target", clause):
        return
    figures = f"{fact.shown[0]} against {fact.shown[2]}"
    misses = fact.now < fact.target if fact.polarity == "higher is better" else fact.now > fact.target
    percent = 100 * abs(fact.now - fact.target) / abs(fact.target)
    band = VERY_CLOSE_PERCENT if _has(r"very close", clause) else CLOSE_PERCENT
    if _has(r"\bclose", clause) and misses and percent > band:
        yield f"It says close to the target; the figure is {figures}, {percent:.1f}% of the target off."
    elif _has(_ABOVE, clause) and fact.now < fact.target:
        yield f"It says above; the figure is {figures}, below it, which is {'worse' if misses else 'better'}."
    elif _has(_BELOW, clause) and fact.now > fact.target:
        yield f"It says below; the figure is {figures}, above it, which is {'worse' if misses else 'better'}."


def _has(words: str, clause: str) -> bool:
    return re.search(rf"\b(?:{words})", clause, re.IGNORECASE) is not None
