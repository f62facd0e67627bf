"""What a file's content is: which extracts its sheets hold, or why it cannot be received. Its name plays no part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assets.raw.data_rows import are_data
from assets.raw.header import Recognition
from assets.raw.opened import Opened, opened
from assets.raw.refusal import SHEETS_LEFT_OUT, UNKNOWN, RefusedError
from schemas.errors_book import ERRORS_SHEETS
from schemas.extract import Extract
from schemas.rules import file_fault


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in a file.

    Attributes:
        extracts: names of the extracts its sheets hold, in the order of the catalogue; none: refused.
        code: why it is refused, or what is to be noted of a file that is accepted.
        message: the same in words, and what to do; holds no cell of the file.
        sheet_count: sheets that hold anything.
        row_count: data rows below the headers.
    """

    extracts: tuple[str, ...] = ()
    code: str | None = None
    message: str | None = None
    sheet_count: int = 0
    row_count: int = 0


@lru_cache(maxsize=256)
def judge(path: Path, extracts: tuple[Extract, ...]) -> Judgement:
    """Judge a stored file, once a process: its content never changes.

    Args:
        path: the file in the store.
        extracts: every extract it could be.
    """
    try:
        return _judge_sheets(opened(path, extracts), extracts)
    except RefusedError as refusal:
        return _refusal(refusal.code, None, 0)


def _judge_sheets(matches: Opened, extracts: Sequence[Extract]) -> Judgement:
    """Accept the sheets that hold an extract; refuse a file that has none."""
    good = [(sheet, match) for sheet, match in matches if match is not None and match.is_near]
    if not good:
        closest = max((match for _, match in matches if match), key=lambda match: match.merit, default=None)
        return _refusal(UNKNOWN, _named(closest, extracts), len(matches), closest)
    names = {match.extract for _, match in good}
    held = tuple(extract for extract in extracts if extract.name in names)
    told = {sheet.name for sheet, _ in good}
    code, message = _left_out([sheet.name for sheet, _ in matches if sheet.name not in told], held)
    return Judgement(
        extracts=tuple(extract.name for extract in held),
        code=code,
        message=message,
        sheet_count=len(matches),
        row_count=sum(int(are_data(sheet, match).sum()) for sheet, match in good),
    )


def _left_out(sheets: Sequence[str], held: Sequence[Extract]) -> tuple[str | None, str | None]:
    """Code and words of the sheets that hold nothing of ours; none where there are none, or the workbook is our own.

    They are named only where everything the file holds is open: somebody may have named a sheet after a child.
    """
    if not sheets or any(extract in ERRORS_SHEETS for extract in held):
        return None, None
    fault = file_fault(SHEETS_LEFT_OUT)
    is_open = all(column.field.sensitivity == "open" for extract in held for column in extract.columns)
    which = ", ".join(name.strip() for name in sheets) if is_open else f"{len(sheets)}"
    return fault.code, f"{fault.message} Sheets: {which}. {fault.fix}"


def _named(match: Recognition | None, extracts: Sequence[Extract]) -> Extract | None:
    """The extract a match is of."""
    return next((extract for extract in extracts if match and extract.name == match.extract), None)


def _refusal(code: str, extract: Extract | None, sheet_count: int, match: Recognition | None = None) -> Judgement:
    """A refusal in the catalogue's words, with the columns that the nearest extract would still need."""
    fault = file_fault(code, extract)
    words = [fault.message, f"Expected: {fault.expected}."]
    if match is not None and match.missing:
        words.append(f"Not found: {', '.join(match.missing)}.")
    return Judgement(code=code, message=" ".join([*words, fault.fix]), sheet_count=sheet_count)
