"""What a print gives away by itself, before anything is computed: turned shares, double negatives, sums, lost places.

Each check looks at one printed value or sum and says what is wrong in words with the arithmetic, or "" if nothing is.
Holding prints against computed figures is in `assets.report.printed.reconcile`.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, Decimal

from schemas.published import PrintedSum, PublishedFigure, places, rounds_to

_FALL = re.compile(r"\b(reduction|reduced|fall|fallen|decrease|drop)\b", re.IGNORECASE)
_MINUS = re.compile(r"[-\u2212]\s?\d")
_WHOLE = 100.0


def print_faults(figure: PublishedFigure) -> str:
    """Everything that the printed value itself shows to be wrong."""
    return "; ".join(filter(None, (turned_share(figure), word_and_minus(figure.printed))))


def turned_share(figure: PublishedFigure) -> str:
    """Denominator over numerator printed as numerator over denominator (T-13).

    A share above the whole cannot be; if the parts turned round give the printed share, they were turned.
    """
    top, below, share = figure.numerator, figure.denominator, figure.value
    if figure.unit != "%" or not top or not below or share is None or top <= below:
        return ""
    turned = _WHOLE * below / top
    if not rounds_to(turned, share):
        return f"{top}/{below} is no share"
    return f"printed the wrong way round: {top}/{below} = {_WHOLE * top / below:.1f}%; {below}/{top} = {turned:.1f}%"


def word_and_minus(printed: str) -> str:
    """A fall told twice, by a word and by a minus sign, which read together is a rise (T-04)."""
    if _FALL.search(printed) and _MINUS.search(printed):
        return "says both a minus and a fall, which together would be a rise"
    return ""


def cut_off(amount: float, printed: Decimal) -> bool:
    """Whether the print drops the last places of an amount instead of rounding them (T-18)."""
    kept = Decimal(repr(amount)).quantize(Decimal(1).scaleb(-places(printed)), rounding=ROUND_DOWN)
    return kept == printed and not rounds_to(amount, printed)


def sum_of_parts(printed: PrintedSum) -> tuple[Decimal, bool]:
    """What the printed parts come to, and whether that is the printed total (T-17, T-34)."""
    total = sum(printed.parts, Decimal(0))
    return total, total == printed.total
