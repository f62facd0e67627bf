"""What an earlier plan or report printed: its figures as data, so that they can be held against what is computed.

One entry is one printed value with its place. The arithmetic that shows an error in print is data too: a sum of plain
numbers that a program works out, never a sentence that somebody has to believe.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

#: What a printed value is of: our own figure, somebody else's beside it, a target, or words that no measure counts.
PrintedKind = Literal["figure", "comparator", "target", "words"]
#: Which part of a computed figure the print gives.
Part = Literal["value", "numerator", "denominator"]

Entry = TypeVar("Entry", bound=BaseModel)
_SIGNS: Final[Mapping[type[ast.operator], Callable[[float, float], float]]] = MappingProxyType(
    {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
)


class PublishedFigure(BaseModel):
    """One printed value.

    Attributes:
        row: line of the measure book's A2 that lists it.
        measure: id of the measure.
        kind: what it is of.
        what: what the print says it is, in few words, where measure and period do not say it.
        period: id of the period, or the print's own words where we have none.
        area: code of the area; "" for the service.
        place: whose figure a comparator is, e.g. "National"; kind of a target.
        breakdown: as in the computed figures.
        category: as in the computed figures.
        part: which part of the figure the value is.
        printed: as printed, with its words and signs.
        value: the number it says, to the places it prints; a fall has a minus.
        unit: unit of the value.
        numerator: numerator, if printed.
        denominator: denominator, if printed.
        source: short name of the document; given by the document.
        section: heading under which it stands (headings are cited: section numbers differ within a document, T-28).
        verdict: "wrong in print" where the print contradicts itself or its own counts.
        correct: the value by the arithmetic, where the print is wrong.
        arithmetic: the sum that shows it, in numbers and + - * / only.
        why: what else there is to say; why we do not compute it.
        trap: trap of the measure book, e.g. "T-02".
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    row: int = Field(ge=1)
    measure: str
    kind: PrintedKind = "figure"
    what: str = ""
    period: str
    area: str = ""
    place: str = ""
    breakdown: str = "all"
    category: str = "all"
    part: Part = "value"
    printed: str
    value: Decimal | None = None
    unit: str
    numerator: int | None = None
    denominator: int | None = None
    source: str = ""
    section: str
    verdict: Literal["", "wrong in print"] = ""
    correct: Decimal | None = None
    arithmetic: str = ""
    why: str = ""
    trap: str = ""

    @model_validator(mode="after")
    def _a_wrong_print_says_how(self) -> PublishedFigure:
        """A verdict needs the sum or the reason, and its sum must come to the value said to be correct."""
        if self.verdict and not (self.arithmetic or self.why):
            raise ValueError("a value that is wrong in print needs its arithmetic or a reason")
        if self.arithmetic and self.correct is not None and not rounds_to(worked_out(self.arithmetic), self.correct):
            raise ValueError("the arithmetic does not come to the correct value")
        return self


class PrintedSum(BaseModel):
    """Numbers that a document adds up.

    Attributes:
        row: line of the measure book's A2.
        measure: the measure they belong to.
        what: what is added up.
        parts: the parts, as printed.
        total: the total, as printed.
        source: short name of the document; given by the document.
        section: heading under which they stand.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    row: int = Field(ge=1)
    measure: str
    what: str
    parts: tuple[Decimal, ...]
    total: Decimal
    source: str = ""
    section: str


class PublishedDocument(BaseModel):
    """Everything that one document printed.

    Attributes:
        source: short name, e.g. "D11".
        title: its title.
        figures: its values.
        sums: its sums.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    title: str
    figures: tuple[PublishedFigure, ...] = ()
    sums: tuple[PrintedSum, ...] = ()

    @model_validator(mode="after")
    def _every_entry_names_the_document(self) -> PublishedDocument:
        """The document's name is written once in its file and stands on each of its entries."""
        object.__setattr__(self, "figures", tuple(self._named(one) for one in self.figures))
        object.__setattr__(self, "sums", tuple(self._named(one) for one in self.sums))
        return self

    def _named(self, entry: Entry) -> Entry:
        return entry.model_copy(update={"source": self.source})


def places(printed: Decimal) -> int:
    """Places after the point that a number is printed to."""
    exponent = printed.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounds_to(amount: float, printed: Decimal) -> bool:
    """Whether an amount rounds to what is printed: half a unit in the last place, and a hair for binary fractions."""
    return abs(amount - float(printed)) <= 0.5 * 10.0 ** -places(printed) + 1e-9


def worked_out(arithmetic: str) -> float:
    """The result of a sum of plain numbers.

    Raises:
        ValueError: it holds anything but numbers, brackets and + - * /, or divides by nought.
    """
    try:
        return _worked_out(ast.parse(arithmetic, mode="eval").body)
    except (SyntaxError, ZeroDivisionError):
        raise ValueError("the arithmetic cannot be worked out") from None


def _worked_out(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_worked_out(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return _SIGNS[type(node.op)](_worked_out(node.left), _worked_out(node.right))
    raise ValueError("only numbers and + - * / are reckoned")
