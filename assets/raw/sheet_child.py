"""The process that opens one workbook and hands its cells back as text; started by `read_workbook`, never imported.

It bounds its own memory, so that a hostile workbook ends this process and nothing else. It imports only the reader.
Protocol: one JSON line a sheet, {"sheet": name}, then one JSON list of texts for each of its rows, from row 1.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

DAMAGED_EXIT = 3
PROTECTED_EXIT = 4
OVERSIZED_EXIT = 5

#: Above this a float no longer tells every whole number apart.
_WHOLE = 2**53


def as_text(cell: object) -> str:
    """One cell as an officer would type it: whole numbers without ".0", dates in ISO, TRUE and FALSE."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, timedelta):
        return _duration(cell)
    return cell.isoformat() if isinstance(cell, (date, time)) else str(cell)


def _duration(length: timedelta) -> str:
    """Hours, minutes and seconds, the hours not stopping at 24."""
    seconds = round(length.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def bound_memory(size: int) -> None:
    """Hold this process to `size` bytes of address space, where the system can do that."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def send_sheet(name: str, sheet: CalamineSheet, allowed: int) -> int:
    """Write one sheet's rows; returns how many more characters may be written."""
    out = sys.stdout.buffer
    out.write(json.dumps({"sheet": name}).encode() + b"\n")
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        line = json.dumps(before + [as_text(cell) for cell in row], ensure_ascii=False).encode()
        allowed -= len(line)
        if allowed < 0:
            sys.exit(OVERSIZED_EXIT)
        out.write(line + b"\n")
    return allowed


def main(path: str, memory: int, allowed: int) -> None:
    """Send every visible sheet of the workbook at `path`."""
    bound_memory(memory)
    from python_calamine import (  # noqa: PLC0415 - after memory is bounded
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        with CalamineWorkbook.from_path(path) as workbook:
            for about in workbook.sheets_metadata:
                if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible:
                    allowed = send_sheet(about.name, workbook.get_sheet_by_name(about.name), allowed)
    except PasswordError:
        sys.exit(PROTECTED_EXIT)
    except (CalamineError, OSError, MemoryError, ValueError):
        sys.exit(DAMAGED_EXIT)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
