"""Rating a figure red, amber or green against its target, as a word and a symbol with the rule beside them (B9).

Which of the councils' rules tells amber from red is the service's choice (`schemas.service.RagRule`). A tolerance in
per cent is one *of the target*, not points: 5% of a 5% custody target is 0.25 points. A target may bring a tolerance
of its own, in the measure's unit. A baseline is not a target (T-05), and nothing is rated on a small base (B8).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal

import pandas as pd

from assets.indicators.caution import is_small
from assets.indicators.chance import LEVEL
from assets.indicators.exact import binomial_test
from assets.indicators.intervals import is_count
from schemas.measure import Polarity
from schemas.service import RagName, RagRule

Word = Literal["green", "amber", "red", "grey", "not rated"]

SYMBOLS: dict[Word, str] = {"green": "●", "amber": "▲", "red": "◆", "grey": "○", "not rated": "□"}

#: Kinds of target a figure may be rated against, the service's own first; baselines and tolerances are none (T-05).
RATEABLE = ("local", "target", "national")
#: Tolerances that belong to a council's rule, in per cent of the target (measures.md B9).
DERBYSHIRE: Final = 5.0
HAVERING: Final = 10.0


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
        set_for: the first year it was set for, where it holds longer than that year; else "".
    """

    value: float
    kind: str
    source: str
    tolerance: float | None = None
    set_for: str = ""


def target_for(targets: pd.DataFrame, measure_id: str, fy: str) -> Target | None:
    """The target of a measure in a financial year: the service's own before the set one before the national.

    A target holds for its year only, unless it says until when (`fy_to`); of two that hold the later set one counts.

    Args:
        targets: `core_targets`, one row per measure, first year and kind.
        measure_id: the measure.
        fy: the year the figure reports in, e.g. "2014-15".
    """
    last = targets["fy"] if "fy_to" not in targets else targets["fy_to"].fillna(targets["fy"])
    holds = (targets["measure_id"] == measure_id) & (targets["fy"] <= fy) & (last >= fy)
    mine = targets.loc[holds].dropna(subset=["value"]).sort_values("fy", kind="stable")
    columns = (mine[name] for name in ("kind", "value", "source", "fy"))
    by_kind = {
        str(kind): (float(value), str(source), str(year)) for kind, value, source, year in zip(*columns, strict=True)
    }
    for kind in RATEABLE:
        if kind in by_kind:
            value, source, year = by_kind[kind]
            tolerance = by_kind["tolerance"][0] if "tolerance" in by_kind else None
            return Target(value, kind, source, tolerance, "" if year == fy else year)
    return None


def rate(
    value: float | None,
    target: Target | None,
    polarity: Polarity,
    base: float | None,
    rule: RagRule,
    last: float | None = None,
) -> Rating:
    """The rating of a figure against its target.

    Args:
        value: the figure, unrounded; None gives grey.
        target: its target; none, or nought, gives grey.
        polarity: which way is better.
        base: the number the figure rests on (`assets.indicators.caution.base`).
        rule: the service's rule for the measure, and least base.
        last: the figure of the same period last year, unrounded, where there is one.
    """
    if target is None or target.value == 0 or pd.isna(target.value):
        return _rating("grey", "no target")
    if value is None or pd.isna(value):
        return _rating("grey", "no figure")
    if polarity == "context":
        return _rating("grey", "shown for context")
    if is_small(base, rule.minimum_base):
        return not_rated(rule)
    worse = None if last is None or pd.isna(last) else _short(value, last, polarity) > 0
    return _against(_Miss(_short(value, target.value, polarity), target.value, worse), target, rule)


def not_rated(rule: RagRule) -> Rating:
    """The rating of a figure on a small base."""
    return _rating("not rated", f"base under {rule.minimum_base}")


def _short(value: float, target: float, polarity: Polarity) -> Decimal:
    """By how much a figure falls short of its target the wanted way round; nought or less when it meets it.

    Quirk: reckoned in decimals, so that 5.25 against 5 falls short by exactly a quarter.
    """
    figure, aim = Decimal(repr(float(value))), Decimal(repr(float(target)))
    return aim - figure if polarity == "higher is better" else figure - aim


@dataclass(frozen=True, slots=True)
class _Miss:
    """How a figure stands to its target.

    Attributes:
        short: by how much it falls short of it the wanted way round; nought or less where it does not.
        target: the target.
        worse: whether it is worse than last year's; None where that is not known.
    """

    short: Decimal
    target: float
    worse: bool | None

    def percent(self, percent: float) -> Decimal:
        """So many per cent of the target, in the measure's unit."""
        return abs(Decimal(repr(self.target))) * Decimal(repr(percent)) / 100


def _against(miss: _Miss, target: Target, rule: RagRule) -> Rating:
    """Green when met; else by the target's own tolerance, else by the service's rule."""
    if miss.short <= 0:
        return _rating("green", "meets the target")
    if target.tolerance is not None:
        return _judged(miss.short, Decimal(repr(target.tolerance)), f"its tolerance of {target.tolerance:g}")
    return _RULES[rule.rule](miss, rule)


def _judged(short: Decimal, allowed: Decimal, limit: str) -> Rating:
    """Amber when missed by up to the tolerance, red beyond."""
    if short <= allowed:
        return _rating("amber", f"misses the target by no more than {limit}")
    return _rating("red", f"misses the target by more than {limit}")


def _within(miss: _Miss, percent: float) -> Rating:
    return _judged(miss.short, miss.percent(percent), f"{percent:g}% of the target")


def _by_percent(miss: _Miss, rule: RagRule) -> Rating:
    return _within(miss, rule.amber_within_percent)


def _by_derbyshire(miss: _Miss, _: RagRule) -> Rating:
    return _within(miss, DERBYSHIRE)


def _by_points(miss: _Miss, rule: RagRule) -> Rating:
    return _judged(miss.short, Decimal(repr(rule.amber_within_points)), f"{rule.amber_within_points:g} points")


def _by_havering(miss: _Miss, _: RagRule) -> Rating:
    """Green within a tenth; beyond it amber unless it is worse than the same period last year, or that is not known."""
    limit = f"{HAVERING:g}% of the target"
    if miss.short <= miss.percent(HAVERING):
        return _rating("green", f"within {limit}")
    if miss.worse is False:
        return _rating("amber", f"misses the target by more than {limit}, no worse than the same period last year")
    known = "worse than the same period last year" if miss.worse else "no figure for the same period last year"
    return _rating("red", f"misses the target by more than {limit}, {known}")


_RULES: Final[Mapping[RagName, Callable[[_Miss, RagRule], Rating]]] = MappingProxyType(
    {
        "target percent": _by_percent,
        "derbyshire": _by_derbyshire,
        "havering": _by_havering,
        "points": _by_points,
    }
)


def rate_year_on_year(now: float | None, then: float | None, polarity: Polarity, rule: RagRule) -> Rating:
    """The rating of a count whose aim is a change on the same period last year, with no number set (FTE-01; B9).

    Green when it moved the wanted way; amber when it did not, by no more than chance would make of two counts (the
    exact binomial test of two Poisson counts at the 5% level); red beyond.
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
    if is_count(now) and is_count(then) and binomial_test(int(now), int(now + then), 0.5) > LEVEL:
        return _rating("amber", f"no {wanted.split()[1]} on the same period last year, within chance variation")
    return _rating("red", f"no {wanted.split()[1]} on the same period last year, beyond chance variation")


def _rating(word: Word, rule: str) -> Rating:
    return Rating(word, SYMBOLS[word], f"{word} ({rule})" if word == "not rated" else rule)
