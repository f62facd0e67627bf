"""Names of dropped files and of their sheets, made fit to be shown: in messages, in workbooks, on screens.

Whoever drops a file chooses its name. A line break, an escape sequence or a mark that turns the writing round could
make a message say what it does not; a name that is no text at all cannot be kept in a table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

LONGEST_NAME = 120
NO_NAME = "(no name)"
_END_KEPT = 20
#: Stands for a character that cannot be shown.
_NOT_SHOWN = "\N{REPLACEMENT CHARACTER}"
_CUT = "\N{HORIZONTAL ELLIPSIS}"
#: Unicode's categories of controls, marks without a shape, halves of characters, private and unused ones, line ends.
_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def shown_name(name: str) -> str:
    """A name as it may be shown: on one line, written forwards, at most 120 characters, its beginning and end kept.

    Args:
        name: as the file system or the workbook gives it.
    """
    text = "".join(_shown(character) for character in name).strip()
    if len(text) > LONGEST_NAME:
        text = text[: LONGEST_NAME - _END_KEPT - 1] + _CUT + text[-_END_KEPT:]
    return text or NO_NAME


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return _NOT_SHOWN if category in _SHAPELESS else character


def shown_names(names: Sequence[str]) -> list[str]:
    """Names as they may be shown, those that would become the same told apart by a number."""
    shown: list[str] = []
    for name in map(shown_name, names):
        number = 1
        told_apart = name
        while told_apart in shown:
            number += 1
            told_apart = f"{name} ({number})"
        shown.append(told_apart)
    return shown
