"""Direction of travel: whether a change is better or worse, from the measure's polarity and the change's sign.

"Above", "ahead" and "exceeds" never decide anything here (T-26). Small bases are not tested (B8).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assets.indicators.caution import is_small
from assets.indicators.change import Change, word
from schemas.measure import Polarity

Verdict = Literal["better", "worse", "no change", "not tested", "context"]
Movement = Literal["up", "down", "level"]

ARROWS: dict[Movement, str] = {"up": "▲", "down": "▼", "level": "■"}
MOVEMENTS: dict[str, Movement] = {"increase": "up", "decrease": "down", "no change": "level"}


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a figure went, and whether that is better.

    Attributes:
        movement: up, down or level, from the sign.
        verdict: better or worse by polarity; "not tested" on a small base; "context" where neither is better.
        chance: whether chance alone explains the change; the verdict stands, and this is said beside it.
    """

    movement: Movement
    verdict: Verdict
    chance: bool = False

    @property
    def arrow(self) -> str:
        """The movement as a symbol."""
        return ARROWS[self.movement]

    @property
    def text(self) -> str:
        """Arrow, movement and verdict in one: "▲ up, worse"; the verdict is left out where there is none."""
        if self.verdict == "no change":
            return f"{self.arrow} no change"
        ending = "" if self.verdict == "context" else f", {self.verdict}"
        return f"{self.arrow} {self.movement}{ending}{'; within chance' if self.chance else ''}"


def direction(
    moved: Change | None,
    polarity: Polarity,
    bases: tuple[float | None, ...] = (),
    minimum_base: int = 10,
    *,
    chance: bool = False,
) -> Direction | None:
    """The direction of a change.

    Args:
        moved: the change; None gives no direction.
        polarity: which way is better.
        bases: bases of the two figures (`assets.indicators.caution.base`); any below the minimum is not tested.
        minimum_base: least base that is judged (B8).
        chance: whether chance alone explains the change (`assets.indicators.chance`).
    """
    if moved is None:
        return None
    movement = MOVEMENTS[word(moved)]
    if any(is_small(base, minimum_base) for base in bases):
        return Direction(movement, "not tested")
    return Direction(movement, _verdict(movement, polarity), chance=chance and movement != "level")


def _verdict(movement: Movement, polarity: Polarity) -> Verdict:
    if movement == "level":
        return "no change"
    if polarity == "context":
        return "context"
    wanted: Movement = "up" if polarity == "higher is better" else "down"
    return "better" if movement == wanted else "worse"
