"""Writes the made-up world's extracts into a folder, as files an officer would drop.

Only writing belongs here. The same call writes the same bytes on any day and machine.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime, time
from pathlib import Path

from sample.case_rows import Rows
from sample.dates import EXTRACT_DAY
from sample.dirt import Tables
from sample.headers import RAISE, header_of
from sample.naming import other_people
from sample.people import COPY
from sample.quarters import GOLDEN, extract_day
from sample.seen import tables_of
from sample.world import CASE_EXTRACTS

QUARTER = GOLDEN
#: Kept in workbooks by finance officers and the Board's clerk.
WORKBOOKS = ("finance_budget", "finance_actual", "finance_savings", "risks", "priorities", "targets", "commentary")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_sample(folder: Path, quarter_label: str = QUARTER, scale: int = 1) -> list[Path]:
    """Write every extract of the sample service into the folder.

    Args:
        folder: where to; made if it is not there.
        quarter_label: the quarter of the extracts, one of `sample.quarters.QUARTERS`.
        scale: how many times the case system's rows are written, each time under other ids.

    Returns:
        The files, in the order of their extracts; a log not yet begun has no file.

    Raises:
        ValueError: a quarter that the sample does not have, or a scale below 1.
    """
    tables = {name: rows for name, rows in tables_of(quarter_label).items() if rows}
    return write_tables(folder, tables, scale, extract_day(quarter_label))


def write_tables(folder: Path, tables: Tables, scale: int = 1, made: date = EXTRACT_DAY) -> list[Path]:
    """Write tables already made, one file an extract; see `write_sample`.

    Raises:
        ValueError: a scale below 1.
    """
    if scale < 1:
        raise ValueError("The scale is a whole number from 1.")
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder, extract, rows, scale, made) for extract, rows in tables.items()]


def _write(folder: Path, extract: str, rows: Rows, scale: int, made: date) -> Path:
    if extract in WORKBOOKS:
        return _write_workbook(folder / f"{extract}.xlsx", extract, rows, made)
    name = f"RAISE_{extract}.csv" if extract in RAISE else f"{extract}.csv"
    return _write_csv(folder / name, extract, rows, scale if extract in CASE_EXTRACTS else 1)


def _write_csv(path: Path, extract: str, rows: Rows, scale: int) -> Path:
    """A csv as Windows programs save it, with a byte-order mark where a report wrote it."""
    head = io.StringIO()
    csv.writer(head, lineterminator="\r\n").writerow(header_of(extract, column) for column in rows[0])
    text = _laid_out(rows)
    with path.open("w", encoding="utf-8-sig" if extract in RAISE else "utf-8", newline="") as file:
        file.write(head.getvalue())
        for copy in range(scale):
            if copy and extract == "persons":
                text = _laid_out(other_people(rows, copy))
            file.write(text.replace(COPY, f"x{copy}" if copy else ""))
    return path


def _laid_out(rows: Rows) -> str:
    """Rows as the lines of a csv."""
    body = io.StringIO()
    csv.writer(body, lineterminator="\r\n").writerows(row.values() for row in rows)
    return body.getvalue()


def _write_workbook(path: Path, extract: str, rows: Rows, made: date) -> Path:
    # Heavy, and only wanted here.
    import xlsxwriter  # noqa: PLC0415

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.combine(made, time(9), tzinfo=UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet(extract.replace("_", " ").capitalize())
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, list(rows[0]), book.add_format({"bold": True}))
    for place, row in enumerate(rows, start=1):
        for column, value in enumerate(row.values()):
            if _DAY.fullmatch(value):
                sheet.write_datetime(place, column, date.fromisoformat(value), day)
            elif _NUMBER.fullmatch(value):
                sheet.write_number(place, column, float(value))
            else:
                sheet.write_string(place, column, value)
    book.close()
    return path
