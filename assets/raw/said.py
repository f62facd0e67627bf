"""What a sheet says once for all its rows: in its name, or in the rows above its header.

Which columns may be said so, and in which words, is in `schemas.raw` (`Column.said`); here is only the looking.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from schemas.extract import Extract


def said_above(extract: Extract, found: Collection[str], above: Sequence[str]) -> dict[str, str]:
    """The values of columns that no header means, where the texts above agree on one.

    Args:
        extract: the extract.
        found: names of its columns that a header means: these are never looked for.
        above: the sheet's name, and every cell above the header.

    Returns:
        Column name -> what is said. A column that is said in two ways is left out: which holds cannot be told.
    """
    wanted = {column.name: column.said for column in extract.columns if column.said and column.name not in found}
    answers = {name: _answers(pattern, above) for name, pattern in wanted.items()}
    return {name: texts[0] for name, texts in answers.items() if len({text.casefold() for text in texts}) == 1}


def _answers(pattern: str, above: Sequence[str]) -> list[str]:
    """Whatever the pattern's group finds, in order."""
    return [match[1].strip() for text in above for match in _compiled(pattern).finditer(text)]


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
