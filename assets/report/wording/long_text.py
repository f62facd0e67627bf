"""Texts that are longer than a cell can show: cut at the end of a line, and said so.

A row of a sheet is at most 409 points high, so a longer text would be cut off without a word. Only cells of tables
need this; a paragraph takes as many rows as it has lines.
"""

from __future__ import annotations

from assets.report.wording.cells import text
from assets.report.workbook.layout import PADDING
from assets.report.workbook.widths import lines

#: Lines of the workbook's type that fit a row of the greatest height, less one for the words that say so.
MOST_LINES = 24
CUT = "\N{HORIZONTAL ELLIPSIS} (cut here; the whole text is in the workbook that was sent)"


def fitting(value: object, width: int) -> str:
    """A text as a cell of a column can show it.

    Args:
        value: the text; [x] where it is missing.
        width: the column's width in characters.

    Returns:
        The text, or its first lines and a word that it was cut.
    """
    words = text(value)
    broken = lines(words, width - PADDING)
    if len(broken) <= MOST_LINES:
        return words
    room = MOST_LINES - len(lines(CUT, width - PADDING))
    return f"{' '.join(broken[:room]).rstrip()}{CUT}"
