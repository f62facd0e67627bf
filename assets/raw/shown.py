"""What a cell shows beyond its value: error cells and percentages, which the parser of workbooks hands on as nothing.

An error cell (#N/A) would arrive empty, and 25% as 0.25, a hundredth of what the officer sees. So each kind of workbook
is asked once more which cells those are. Used only in the child process; how each kind is asked is in the modules
beside this one (`shown_xlsx`, `shown_xls`, `shown_ods`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

_NUMBER = re.compile(r"-?[0-9.]+(?:e[-+][0-9]+)?")
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.')


@dataclass(frozen=True, slots=True)
class Shown:
    """The cells of one sheet that show something else than their value, by row and column counted from 0.

    Attributes:
        errors: what an error cell shows.
        percentages: cells shown as a percentage.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    percentages: set[tuple[int, int]] = field(default_factory=set)

    def by_row(self) -> dict[int, list[tuple[int, Callable[[str], str]]]]:
        """For each row concerned, its columns and how the text of each is made what is shown."""
        changes: dict[int, list[tuple[int, Callable[[str], str]]]] = {}
        for row, column in sorted(self.percentages):
            changes.setdefault(row, []).append((column, percentage))
        for (row, column), said in sorted(self.errors.items()):
            changes.setdefault(row, []).append((column, partial(_instead, said)))
        return changes


def _instead(said: str, _: str) -> str:
    """What an error cell says, in place of the nothing it came as."""
    return said


def shown_in(path: str) -> Sequence[Shown]:
    """Those cells of every sheet of a workbook, sheets in the order of the workbook; nothing where no sheet has any.

    Args:
        path: a workbook that has been inspected.

    Raises:
        ValueError: the workbook is not built as its kind is.
        OSError: it cannot be read.
    """
    from zipfile import ZipFile, is_zipfile  # noqa: PLC0415 - an xls needs none of it

    from assets.raw.shown_ods import shown_in_ods  # noqa: PLC0415 - as above
    from assets.raw.shown_xls import shown_in_xls  # noqa: PLC0415 - each kind its own
    from assets.raw.shown_xlsx import shown_in_xlsx  # noqa: PLC0415 - as above

    if not is_zipfile(path):
        return shown_in_xls(path)
    with ZipFile(path) as archive:
        return shown_in_ods(archive) if "content.xml" in archive.namelist() else shown_in_xlsx(archive)


def is_percent(number_format: str) -> bool:
    """True for a number format that shows a hundred times the value, with the sign."""
    return "%" in _NOT_FORMAT.sub("", number_format)


def percentage(text: str) -> str:
    """A number as its percentage: "0.255" -> "25.5%"; any other text as it is."""
    return f"{(Decimal(text) * 100).normalize():f}%" if _NUMBER.fullmatch(text) else text
