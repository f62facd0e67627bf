"""Rating a figure red, amber or green against its target, as a word and a symbol with the rule beside them (B9).

The service's tolerance is a per cent *of the target*, not points: 5% of a 5% custody target is 0.25 points. A target
may bring a tolerance of its own, in the measure's unit. A baseline is not a target (T-05), and nothing is rated on a
small base (B8).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from typing import Literal

import pandas as pd

from assets.indicators.caution import Z_95, is_small
from schemas.measure import Polarity
from schemas.service import RagRule

Word = Literal["green", "amber", "red", "grey", "not rated"]

SYMBOLS: dict[Word, str] = {"green": "●", "amber": "▲", "red": "◆", "grey": "○", "not rated": "□"}

#: Kinds of target a figure may be rated against, the service's own first; baselines and tolerances are none (T-05).
RATEABLE = ("local", "target", "national")


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating with its reason.

    Attributes:
        word: the colour as a word, so that nobody needs to see it.
        symbol: its symbol, a different shape for each.
        rule: the rule that gave it, in words.
    """

    word: Word
    symbol: str
    rule: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a measure is held against in a year.

    Attributes:
        value: in the measure's unit.
        kind: local, target or national.
        source: who set it.
        tolerance: how far off still counts as amber, in the measure's unit, where the target brings its own.
    """

    value: float
    kind: str
    source: str
    tolerance: float | None = None


def target_for(targets: pd.DataFrame, measure_id: str, fy: str) -> Target | None:
    """The target of a measure in a financial year: the service's own before the set one before the national.

    Args:
        targets: `core_targets`, one row per measure, year and kind.
        measure_id: the measure.
        fy: the year the figure reports in, e.g. "2014-15".
    """
    mine = targets.loc[(targets["measure_id"] == measure_id) & (targets["fy"] == fy)]
    by_kind = {str(kind): (float(value), str(source)) for kind, value, source in _rows(mine)}
    tolerance = by_kind["tolerance"][0] if "tolerance" in by_kind else None
    for kind in RATEABLE:
        if kind in by_kind:
            return Target(by_kind[kind][0], kind, by_kind[kind][1], tolerance)
    return None


def _rows(targets: pd.DataFrame) -> list[tuple[object, float, object]]:
    """Kind, value and source of the targets that have a value."""
    known = targets.dropna(subset=["value"])
    return list(zip(known["kind"], known["value"], known["source"], strict=True))


def rate(
    value: float | None,
    target: Target | None,
    polarity: Polarity,
    base: float | None,
    rule: RagRule,
) -> Rating:
    """The rating of a figure against its target.

    Args:
        value: the figure, unrounded; None gives grey.
        target: its target; none, or nought, gives grey.
        polarity: which way is better.
        base: the number the figure rests on (`assets.indicators.caution.base`).
        rule: the service's tolerance and least base.
    """
    if target is None or target.value == 0 or pd.isna(target.value):
        return _rating("grey", "no target")
    if value is None or pd.isna(value):
        return _rating("grey", "no figure")
    if polarity == "context":
        return _rating("grey", "shown for context")
    if is_small(base, rule.minimum_base):
        return not_rated(rule)
    return _judged(_short(value, target.value, polarity), target, rule)


def not_rated(rule: RagRule) -> Rating:
    """The rating of a figure on a small base."""
    return _rating("not rated", f"base under {rule.minimum_base}")


def _short(value: float, target: float, polarity: Polarity) -> Decimal:
    """By how much a figure falls short of its target the wanted way round; nought or less when it meets it.

    Quirk: reckoned in decimals, so that 5.25 against 5 falls short by exactly a quarter.
    """
    figure, aim = Decimal(repr(float(value))), Decimal(repr(float(target)))
    return aim - figure if polarity == "higher is better" else figure - aim


def _judged(short: Decimal, target: Target, rule: RagRule) -> Rating:
    """Green when met, amber when missed by up to the tolerance, red beyond."""
    if short <= 0:
        return _rating("green", "meets the target")
    if target.tolerance is None:
        allowed = abs(Decimal(repr(target.value))) * Decimal(repr(rule.amber_within_percent)) / 100
        limit = f"{rule.amber_within_percent:g}% of the target"
    else:
        allowed, limit = Decimal(repr(target.tolerance)), f"its tolerance of {target.tolerance:g}"
    if short <= allowed:
        return _rating("amber", f"misses the target by no more than {limit}")
    return _rating("red", f"misses the target by more than {limit}")


def rate_year_on_year(now: float | None, then: float | None, polarity: Polarity, rule: RagRule) -> Rating:
    """The rating of a count whose aim is a change on the same period last year, with no number set (FTE-01; B9).

    Green when it moved the wanted way; amber when it did not, by no more than chance would make of two counts
    (1.96 √(now + then), for counts of rare events); red beyond.
    """
    if now is None or then is None or pd.isna(now) or pd.isna(then):
        return _rating("grey", "no figure for the same period last year")
    if polarity == "context":
        return _rating("grey", "shown for context")
    if is_small(min(now, then), rule.minimum_base):
        return not_rated(rule)
    wanted, short = ("an increase", then - now) if polarity == "higher is better" else ("a reduction", now - then)
    if short < 0:
        return _rating("green", f"{wanted} on the same period last year")
    if short <= Z_95 * sqrt(now + then):
        return _rating("amber", f"no {wanted.split()[1]} on the same period last year, within chance variation")
    return _rating("red", f"no {wanted.split()[1]} on the same period last year, beyond chance variation")


def _rating(word: Word, rule: str) -> Rating:
    return Rating(word, SYMBOLS[word], f"{word} ({rule})" if word == "not rated" else rule)
