"""Text that stays text in a workbook: whatever it looks like, it is never markup, and it always fits a cell.

What begins like a formula or an address is kept from becoming one by the options the workbooks are opened with; here
is what XlsxWriter has no option for.
"""

from __future__ import annotations

import re

#: Excel's own limit; XlsxWriter leaves a longer text out without a word.
LONGEST_CELL = 32_767
_CUT = "\N{HORIZONTAL ELLIPSIS}"
#: Halves of characters and the two that are none: no XML may hold them.
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
#: XlsxWriter takes a text that begins and ends like this for markup of its own and writes it as it stands.
_MARKUP = ("<r>", "</r>")


def plain(text: str) -> str:
    """The text as it may be written into a cell.

    Args:
        text: any text.

    Returns:
        The same text; with a space after it where it would be taken for markup, cut where it is longer than a cell,
        and with the sign for an unknown character in place of what no workbook can hold.
    """
    text = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - 1] + _CUT
    return f"{text} " if text.startswith(_MARKUP[0]) and text.endswith(_MARKUP[1]) else text
