"""Rows planted at the end of a healthy file, with the place a fault line must name, counted by hand."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from assets.raw.header import recognise
from assets.raw.read_grid import read_grid
from schemas.catalogue import EXTRACTS, extract
from tests.pipeline.drops import file_of, rows_of


@dataclass(frozen=True)
class Place:
    """Where a planted row stands.

    Attributes:
        file_name: the file.
        sheet: the sheet, "" in a csv.
        row: the row Excel shows: one more than the rows that stood there before, the header being the first.
    """

    file_name: str
    sheet: str
    row: int


def plant(inbox: Path, name: str, changes: dict[str, str]) -> Place:
    """Append a copy of the first data row of an extract's csv with some cells changed.

    Args:
        inbox: the quarter's inbox.
        name: the extract.
        changes: canonical column name -> the cell's text.
    """
    path = file_of(inbox, name)
    known = recognise(read_grid(path)[0], EXTRACTS)
    assert known is not None
    rows = rows_of(path)
    row = list(rows[1])
    for column, text in changes.items():
        row[known.columns[column]] = text
    with path.open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerow(row)
    return Place(path.name, "", len(rows) + 1)


def plant_in_sheet(path: Path, name: str, changes: dict[str, str | float]) -> Place:
    """Append a copy of the first data row of an extract's workbook with some cells changed.

    Args:
        path: the workbook, one sheet, headers as the canonical names.
        name: the extract.
        changes: canonical column name -> the cell.
    """
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    headers = [cell.value for cell in sheet[1]]
    assert {column.name for column in extract(name).columns} >= set(headers)
    row = sheet.max_row + 1
    for position, header in enumerate(headers, start=1):
        sheet.cell(row, position, changes.get(str(header), sheet.cell(2, position).value))
    title = sheet.title
    book.save(path)
    return Place(path.name, title, row)
