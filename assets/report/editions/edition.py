"""What an edition of the return is: its key, its title, its file, and how it is made.

Only the type belongs here; which editions there are stands in `assets.report.editions`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assets.report.inputs import ReturnInputs
from pipelines.platform.quarters import Quarter
from schemas.pack import Pack

WORKBOOK = "xlsx"
ARCHIVE = "zip"


def as_they_are(inputs: ReturnInputs) -> ReturnInputs:
    """The inputs of an edition that hides nothing."""
    return inputs


@dataclass(frozen=True)
class Edition:
    """One product of a version.

    Attributes:
        key: what the register calls it, e.g. "board".
        title: what officers call it.
        stem: first part of its file's name, before the quarter.
        build: its pack, from inputs that `prepare` gave.
        ending: of its file: `WORKBOOK`, or `ARCHIVE` for the pack's tables and all figures as separate texts.
        prepare: what is done to the inputs before the pack is built of them, e.g. small counts hidden.
        keeps_figures: the register keeps the figures of its inputs; False where they are those of another edition.
        may_be_withheld: where it is refused, the others are published without it.
        decides: its pack has a say in whether anything is new; False where it follows from that of another edition.
    """

    key: str
    title: str
    stem: str
    build: Callable[[ReturnInputs], Pack]
    ending: str = WORKBOOK
    prepare: Callable[[ReturnInputs], ReturnInputs] = as_they_are
    keeps_figures: bool = False
    may_be_withheld: bool = False
    decides: bool = True

    def file_name(self, quarter: Quarter) -> str:
        """Name of its file for a quarter, e.g. "board-return-2014-15-Q3.xlsx"."""
        return f"{self.stem}-{quarter.slug}.{self.ending}"
