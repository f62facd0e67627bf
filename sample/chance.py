"""Chance that can be repeated: seeded streams of random numbers and the few ways the world draws from them.

Only drawing belongs here. Each part of the world has its own stream, so that changing one part leaves the others alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

Item = TypeVar("Item")

SEED = 20150116


def stream(part: str, seed: int = SEED) -> random.Random:
    """A stream of random numbers for one part of the world."""
    return random.Random(f"{seed}:{part}")  # noqa: S311 - a made-up world wants repeatable numbers, not secret ones


def pick(rng: random.Random, weights: Mapping[Item, float]) -> Item:
    """One of the keys, as often as its weight says."""
    return rng.choices(list(weights), list(weights.values()))[0]


def sample_by_weight(
    rng: random.Random, items: Sequence[Item], count: int, weight: Callable[[Item], float]
) -> list[Item]:
    """Distinct items, heavier ones more often, in the order of `items`.

    Raises:
        ValueError: fewer items than asked for.
    """
    if len(items) < count:
        raise ValueError(f"{count} wanted, {len(items)} there")
    keyed = sorted(range(len(items)), key=lambda place: -(rng.random() ** (1 / weight(items[place]))))
    return [items[place] for place in sorted(keyed[:count])]


def day_between(rng: random.Random, first: date, last: date) -> date:
    """Any day from first to last, both included.

    Raises:
        ValueError: last is before first.
    """
    return first + timedelta(days=rng.randint(0, (last - first).days))


def weekday_between(rng: random.Random, first: date, last: date) -> date:
    """A Monday to Friday from first to last; first itself where there is none."""
    for _ in range(50):
        day = day_between(rng, first, last)
        if day.weekday() < 5:  # noqa: PLR2004 - Saturday is 5
            return day
    return first
