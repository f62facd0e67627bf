"""The process that opens one workbook and hands its cells back as text; started by `read_workbook`, never imported.

It bounds its own memory, so that a hostile workbook ends this process and nothing else. It imports only the reader, and
`assets.raw.shown` for what the reader loses.
Protocol: one JSON line a sheet, {"sheet": name}, then one JSON list of texts for each of its rows, from row 1.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":  # started as a file of its own: the project need not be installed
    sys.path.append(str(Path(__file__).parents[2]))

from assets.raw.reading_process import DAMAGED_EXIT, OVERSIZED_EXIT, PROTECTED_EXIT, bound_process

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from assets.raw.shown import Shown

#: Above this a float no longer tells every whole number apart.
_WHOLE = 2**53
#: Excel shows a number to this many figures, however many it keeps.
_FIGURES = ".15g"
#: How the reader hands on a time of an ods workbook that is longer than a day.
_LONG_TIME = re.compile(r"PT(\d+)H(\d+)M([\d.]+)S")


def as_text(cell: object) -> str:
    """One cell as an officer would type it: whole numbers without ".0", dates in ISO, TRUE and FALSE."""
    if isinstance(cell, str):
        return _typed(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else format(cell, _FIGURES)
    if isinstance(cell, (time, timedelta)):
        return _clock(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return str(cell)


def _typed(text: str) -> str:
    """A text as it stands, unless it is a long time in the words of the file format."""
    match = _LONG_TIME.fullmatch(text) if text.startswith("PT") else None
    if match is None:
        return text
    return _clock(timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=float(match[3])))


def _clock(length: time | timedelta) -> str:
    """Hours, minutes and, where there are any, seconds, the hours not stopping at 24."""
    if isinstance(length, time):
        length = datetime.combine(date.min, length) - datetime.combine(date.min, time.min)
    seconds = abs(round(length.total_seconds()))
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    clock = f"{clock}:{seconds % 60:02d}" if seconds % 60 else clock
    return f"-{clock}" if length < timedelta() else clock


def send_sheet(name: str, sheet: CalamineSheet, shown: Shown, allowed: int) -> int:
    """Write one sheet's rows; returns how many more characters may be written."""
    out = sys.stdout.buffer
    out.write(json.dumps({"sheet": name}).encode() + b"\n")
    first = sheet.start[1] if sheet.start else 0
    rows = ([""] * first + [as_text(cell) for cell in row] for row in sheet.iter_rows())
    for texts in with_shown(rows, shown):
        line = json.dumps(texts, ensure_ascii=False).encode()
        allowed -= len(line)
        if allowed < 0:
            sys.exit(OVERSIZED_EXIT)
        out.write(line + b"\n")
    return allowed


def with_shown(rows: Iterable[list[str]], shown: Shown) -> Iterator[list[str]]:
    """The same rows, with error cells and percentages as the officer sees them."""
    texts = shown.by_row()
    for number, row in enumerate(rows):
        for column, change in texts.get(number, ()):
            row.extend([""] * (column + 1 - len(row)))
            row[column] = change(row[column])
        yield row


def main(path: str, memory: int, seconds: int, allowed: int) -> None:
    """Send every visible sheet of a workbook.

    Args:
        path: the workbook.
        memory: bytes of address space this process may take.
        seconds: processor time it may take.
        allowed: characters it may write.
    """
    bound_process(memory, seconds)
    from python_calamine import (  # noqa: PLC0415 - after memory is bounded
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    from assets.raw.shown import Shown, shown_in  # noqa: PLC0415 - after memory is bounded

    try:
        with CalamineWorkbook.from_path(path) as workbook:
            about = workbook.sheets_metadata
            shown = shown_in(path) or [Shown()] * len(about)
            for place, (one, seen) in enumerate(zip(about, shown, strict=True)):
                if one.typ == SheetTypeEnum.WorkSheet and one.visible == SheetVisibleEnum.Visible:
                    allowed = send_sheet(one.name, workbook.get_sheet_by_index(place), seen, allowed)
    except PasswordError:
        sys.exit(PROTECTED_EXIT)
    except MemoryError:
        sys.exit(OVERSIZED_EXIT)
    except (CalamineError, OSError, ValueError):
        sys.exit(DAMAGED_EXIT)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
