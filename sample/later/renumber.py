"""Numbers of the rows made later: the earlier ones with a seven put in, so that no two rows share one.

Only numbering belongs here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sample.case_rows import Row, Rows

_NUMBER = re.compile(r"^([A-Z]+)(\d.*)$", re.DOTALL)


def renumbered(rows: Iterable[Row], columns: Iterable[str]) -> Rows:
    """The rows with the numbers in these columns changed; empty cells stay empty."""
    names = tuple(columns)
    return [row | {name: later_number(row[name]) for name in names} for row in rows]


def later_number(number: str) -> str:
    """A number's later counterpart: OF00012 becomes OF700012."""
    return _NUMBER.sub(r"\g<1>7\g<2>", number)
