"""What the checker found: the point, the place and what to do; never what a cell says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assets.report.accessibility.points import POINTS
from schemas.pack import SheetKind

Weight = Literal["as the point", "desirable"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach.

    Attributes:
        point: number of the point.
        sheet: name of the sheet; empty for the whole workbook.
        cell: address of the cell or range; empty for the whole sheet.
        what: what is wrong and what to do; never a cell's own text, which may be of a child.
        weight: "desirable" where officers' own words are concerned, which must never hold a return up.
    """

    point: str
    sheet: str
    cell: str
    what: str
    weight: Weight = "as the point"

    @property
    def essential(self) -> bool:
        """True when it refuses the return."""
        return POINTS[self.point].essential and self.weight == "as the point"

    def __str__(self) -> str:
        place = " ".join(part for part in (self.sheet, self.cell) if part) or "workbook"
        return f"Point {self.point}, {place}: {self.what}"


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one workbook.

    Attributes:
        essential: breaches that refuse the return.
        desirable: breaches that are told and do not.
        allowed: what sheets made for reading may do and data sheets may not.
    """

    essential: tuple[Finding, ...]
    desirable: tuple[Finding, ...]
    allowed: tuple[Finding, ...]


def sorted_out(found: Iterable[Finding], kinds: dict[str, SheetKind]) -> Findings:
    """Findings by what follows from them, in the order they were made.

    Args:
        found: the findings.
        kinds: name of each sheet, and what kind it is.
    """
    allowed, essential, desirable = [], [], []
    for finding in dict.fromkeys(found):
        if POINTS[finding.point].on_board_sheets and kinds.get(finding.sheet) == "board":
            allowed.append(finding)
        elif finding.essential:
            essential.append(finding)
        else:
            desirable.append(finding)
    return Findings(tuple(essential), tuple(desirable), tuple(allowed))
