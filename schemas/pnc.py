"""PNC numbers: which check letter year and serial number bear, and how two spellings of one number are found alike.

The rule, as the Criminal Justice Hub's data standard has it: two figures of the year and the serial number filled up to
seven figures are read as one number and divided by 23; the remainder chooses the letter, 1 is A, 2 is B and so on
without I, O and S, and nought is Z.
"""

from __future__ import annotations

import re

#: Letter by remainder; I, O and S are left out because they look like 1, 0 and 5.
LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_NUMBER = re.compile(r"(?:\d{2})?(\d{2})/(\d{1,7})([A-Z])")


def check_letter(year: int, serial: int) -> str:
    """The check letter of a PNC number.

    Args:
        year: year of the record; its last two figures count.
        serial: serial number within the year, up to seven figures.
    """
    return LETTERS[(year % 100 * 10_000_000 + serial) % len(LETTERS)]


def letter_holds(text: str) -> bool:
    """Whether a number written as 03/123456L or 2003/0123456L bears its own check letter."""
    parts = _NUMBER.fullmatch(text)
    return parts is not None and check_letter(int(parts[1]), int(parts[2])) == parts[3]


def canonical(text: str) -> str:
    """The one spelling of a valid number, for comparing only: 2003/0123456L and 03/123456L give the same.

    Returns:
        Two figures of the year, seven of the serial number and the letter; "" for a number that is not valid, and for
        serial number nought, which stands for none known.
    """
    parts = _NUMBER.fullmatch(text)
    if parts is None or not int(parts[2]) or not letter_holds(text):
        return ""
    return f"{parts[1]}/{int(parts[2]):07d}{parts[3]}"
