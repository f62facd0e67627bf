"""Lines of an errors workbook that came back, judged one by one: a correction, an explanation, or why it is neither."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from assets.core.cell_references import SEPARATOR, RawCells
from assets.core.dates import read_date
from assets.raw.received import refresh_raw
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.mending import Correction, Explanation
from pipelines.platform.workplace import Workplace
from schemas import errors_rules as rules
from schemas.catalogue import EXTRACTS
from schemas.errors_book import MAKE_EMPTY
from schemas.rules import rule

LONGEST_NAME = 100
_SPACES = re.compile(r"\s+")


class UnusableError(Exception):
    """A line that cannot be used. Carries the code only: never a word of the line.

    Attributes:
        code: the rule's code in `schemas.errors_rules`.
        column: canonical name of the column it is about.
    """

    def __init__(self, code: str, column: str) -> None:
        super().__init__(code)
        self.code = code
        self.column = column


@dataclass(frozen=True)
class Line:
    """One line of the workbook.

    Attributes:
        sheet: its sheet, "" in a csv.
        row: its row, as Excel shows it.
        texts: its cells by canonical column name.
    """

    sheet: str
    row: int
    texts: dict[str, str]

    def get(self, column: str) -> str:
        """A cell without characters that do not show and without spaces at its ends; "" for nothing."""
        return plain(self.texts.get(column, ""))


@dataclass(frozen=True)
class Giver:
    """Who gave a workbook's lines, and when.

    Attributes:
        quarter: the quarter it was dropped for.
        name: the name on its first sheet, or the first one of its lines; "" for none.
        given_at: when it was received.
        sha256: its content.
    """

    quarter: Quarter
    name: str
    given_at: datetime
    sha256: str

    def of(self, line: Line) -> str:
        """Who gave a line.

        Raises:
            UnusableError: nobody says so.
        """
        name = (line.get("given_by") or self.name)[:LONGEST_NAME]
        if not name:
            raise UnusableError(rules.NO_NAME, "given_by")
        return name


def plain(text: str) -> str:
    """A text on one line, without control characters."""
    if text.isprintable():
        return _SPACES.sub(" ", text).strip()
    kept = (" " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in text)
    return _SPACES.sub(" ", "".join(kept)).strip()


class Standing:
    """What the quarter's tables say now: the cells and facts that lines may refer to.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
    """

    def __init__(self, place: Workplace, quarter: Quarter) -> None:
        self._place = place
        self._quarter = quarter
        self._cells: dict[str, RawCells] = {}

    @cached_property
    def queries(self) -> frozenset[tuple[str, str]]:
        """Code and fact of every query found when the quarter was last checked, or explained before."""
        faults = self._place.register.faults(self._quarter.slug)
        found = faults[faults["severity"].eq("query") & faults["fact"].ne("")]
        said = self._place.register.mending.explanations(self._quarter.slug)
        return frozenset(zip(found["code"], found["fact"], strict=True)) | {(one.code, one.fact) for one in said}

    def cells(self, name: str) -> RawCells:
        """The raw rows of an extract.

        Raises:
            UnusableError: there is no such extract.
        """
        extract = next((one for one in EXTRACTS if one.name == name), None)
        if extract is None:
            raise UnusableError(rules.UNKNOWN_REFERENCE, "extract")
        if name not in self._cells:
            self._cells[name] = RawCells(refresh_raw(self._place, self._quarter, extract).frame, extract)
        return self._cells[name]


def given_by_line(line: Line, giver: Giver, standing: Standing) -> Correction | Explanation | None:
    """What a line of the list of faults gives; None for one that nobody touched.

    Args:
        line: the line.
        giver: who filled it in.
        standing: what the quarter's tables say now.

    Raises:
        UnusableError: it cannot be used.
    """
    value, words, until = (line.get(name) for name in ("corrected_value", "explanation", "explained_until"))
    if not (value or words or until):
        return None
    if max(len(value), len(words)) > rules.LONGEST_TEXT:
        raise UnusableError(rules.TOO_LONG, "corrected_value" if len(value) > rules.LONGEST_TEXT else "explanation")
    if value:
        return _correction(line, giver, standing)
    if not words:
        raise UnusableError(rules.NOTHING_TO_DO, "corrected_value")
    return _explanation(line, giver, standing)


def _correction(line: Line, giver: Giver, standing: Standing) -> Correction:
    code, column, reference = (line.get(name) for name in ("fault_code", "column_name", "cell_reference"))
    if not reference:
        raise UnusableError(rules.NOT_CORRECTED_HERE, "corrected_value")
    cells, record = standing.cells(line.get("extract")), reference.partition(SEPARATOR)[0]
    position = cells.of_record(record)
    if position is None or not _severity(code):
        raise UnusableError(rules.UNKNOWN_REFERENCE, "cell_reference")
    if column not in cells.correctable(code):
        raise UnusableError(rules.NOT_CORRECTED_HERE, "column_name")
    if cells.reference(position, code) != reference:
        raise UnusableError(rules.NO_LONGER_STANDS, "corrected_value")
    old, new = cells.text(position, column), _new_value(line)
    if old == new:
        raise UnusableError(rules.NOTHING_TO_DO, "corrected_value")
    return Correction(
        quarter_slug=giver.quarter.slug,
        extract=line.get("extract"),
        record=record,
        column=column,
        old_value=old,
        new_value=new,
        why=line.get("explanation") or code,
        given_by=giver.of(line),
        given_at=giver.given_at,
        file_sha256=giver.sha256,
        file_row=line.row,
    )


def _new_value(line: Line) -> str:
    value = line.get("corrected_value")
    return "" if value.casefold() == MAKE_EMPTY else value


def _explanation(line: Line, giver: Giver, standing: Standing) -> Explanation:
    code, fact = line.get("fault_code"), line.get("fact_reference")
    if not _severity(code):
        raise UnusableError(rules.UNKNOWN_REFERENCE, "fault_code")
    if _severity(code) != "query":
        raise UnusableError(rules.NOT_A_QUERY, "explanation")
    if (code, fact) not in standing.queries:
        raise UnusableError(rules.NO_LONGER_STANDS, "explanation")
    return Explanation(
        quarter_slug=giver.quarter.slug,
        extract=line.get("extract"),
        code=code,
        fact=fact,
        explanation=line.get("explanation"),
        until=_until(line, giver.quarter),
        given_by=giver.of(line),
        given_at=giver.given_at,
        file_sha256=giver.sha256,
        file_row=line.row,
    )


def _until(line: Line, quarter: Quarter) -> date | None:
    """The day until which an explanation holds, None for as long as the fact stands."""
    text = line.get("explained_until")
    if not text:
        return None
    day = read_date(text).value
    if not isinstance(day, date) or day < quarter.end:
        raise UnusableError(rules.BAD_UNTIL, "explained_until")
    return day


def _severity(code: str) -> str:
    """What a rule does; "" where there is no such rule."""
    try:
        return rule(code).severity
    except KeyError:
        return ""
