"""Statistical process control: is a quarter out of the ordinary for this measure's own run of quarters?

What belongs here: the XmR chart (individuals and moving range) and the three signals read from it. Which series has
one is decided in `assets.report`: only windows that do not overlap, twelve of them without a gap.

p- and u-charts are not used: their limits take every difference between quarters for chance of the count alone, and
cry out wherever bases are large; the XmR chart takes the ordinary variation from the series itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Final, Literal

#: Mean range of two normal draws in standard deviations (d2 for n = 2).
D2: Final = 1.128
#: Limits lie so many standard deviations from the mean.
SIGMAS: Final = 3
#: Points a chart needs before it may say anything.
LEAST_POINTS: Final = 12
#: Points in a row on one side of the mean, and rising or falling, that are no longer ordinary.
RUN: Final = 8
CLIMB: Final = 6

Kind = Literal["outside the limits", "on one side of the mean", "rising", "falling"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What an XmR chart draws beside its points.

    Attributes:
        mean: mean of the points.
        low: lower limit, mean less three standard deviations as the moving ranges give them.
        high: upper limit.
    """

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Signal:
    """Points that are out of the ordinary.

    Attributes:
        kind: which rule they break.
        first: position of the first of them.
        last: position of the last.
    """

    kind: Kind
    first: int
    last: int


def limits(points: Sequence[float]) -> Limits:
    """Mean and limits of an individuals chart: mean ± 3 x mean moving range / 1.128.

    Raises:
        ValueError: fewer than two points have no moving range.
    """
    if len(points) < 2:  # noqa: PLR2004 - a range takes two
        raise ValueError("A control chart needs two points or more.")
    mean = fmean(points)
    reach = SIGMAS * fmean(abs(later - earlier) for earlier, later in pairwise(points)) / D2
    return Limits(mean, mean - reach, mean + reach)


def signals(points: Sequence[float]) -> list[Signal]:
    """What is out of the ordinary in a series, oldest first; nothing where it has fewer than twelve points."""
    if len(points) < LEAST_POINTS:
        return []
    drawn = limits(points)
    outside = [not drawn.low <= point <= drawn.high for point in points]
    found = [Signal("outside the limits", place, place) for place, is_out in enumerate(outside) if is_out]
    sides = [_sign(point - drawn.mean) for point in points]
    found += [Signal("on one side of the mean", first, last) for first, last, _ in _stretches(sides, RUN)]
    steps = [_sign(later - earlier) for earlier, later in pairwise(points)]
    # So many points rising are one step fewer, and the last step ends on the point after it.
    found += [
        Signal("rising" if sign > 0 else "falling", first, last + 1)
        for first, last, sign in _stretches(steps, CLIMB - 1)
    ]
    return sorted(found, key=lambda signal: (signal.first, signal.last, signal.kind))


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _stretches(signs: Sequence[int], least: int) -> list[tuple[int, int, int]]:
    """First place, last place and sign of each unbroken stretch of one sign that is long enough; nought breaks it."""
    found: list[tuple[int, int, int]] = []
    first = 0
    for place in range(1, len(signs) + 1):
        if place == len(signs) or signs[place] != signs[first]:
            if signs[first] and place - first >= least:
                found.append((first, place - 1, signs[first]))
            first = place
    return found
