"""One service's workplace with hearings alone: checked, its errors workbook opened, filled in and dropped back.

Nothing here is a test.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pandas as pd

from assets.core.extracts import keep_extract
from assets.report.mending.errors_file import write_errors
from pipelines.platform.gate import Outcome
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, prepare_folders
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from tests.contracts.rows import good_row
from tests.fixtures.sheets import Grid, write_csv, write_ods, write_xls, write_xlsx

QUARTER = Quarter.from_label("2014-15 Q3")
HEARINGS = extract("hearings")
UNREADABLE, LATE = "YJ-T-0403", "YJ-X-0402"
OFFICER = "A Officer"
Rows = list[list[str]]
Row = dict[str, str]


@dataclass
class Opened:
    """An errors workbook as an officer sees it: text and dates as text, sheet by sheet."""

    sheets: dict[str, Rows] = field(default_factory=dict)

    def lines(self, sheet: str = "Faults") -> list[Row]:
        """The rows of a list by header."""
        header, *rows = self.sheets[sheet]
        return [dict(zip(header, row, strict=True)) for row in rows if any(row)]

    def fill(self, which: Callable[[Row], bool], cells: Mapping[str, str], sheet: str = "Faults") -> int:
        """Write cells into the rows that are meant; how many they were."""
        header, *rows = self.sheets[sheet]
        meant = [row for row in rows if any(row) and which(dict(zip(header, row, strict=True)))]
        for row in meant:
            for name, text in cells.items():
                row[header.index(name)] = text
        return len(meant)

    def sign(self, name: str = OFFICER) -> None:
        """Write the officer's name where it belongs."""
        self.sheets["Summary"][4][0] = name


class Bench:
    """A workplace of its own.

    Args:
        home: its folder.
    """

    def __init__(self, home: Path) -> None:
        self.place = Workplace(Settings(home=home))
        prepare_folders(self.place.settings)

    def drop_hearings(self, rows: Sequence[Mapping[str, object]], name: str = "hearings.csv") -> Path:
        """Put a csv of hearings into the inbox."""
        path = self.place.inbox(QUARTER) / name
        columns = [column.name for column in HEARINGS.columns]
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows({name: row[name] for name in columns} for row in rows)
        return path

    def check(self) -> Outcome:
        """Check the hearings and write the errors workbook, as a run does."""
        outcome = keep_extract(self.place, QUARTER, HEARINGS)
        write_errors(self.place, QUARTER)
        return outcome

    def open(self) -> Opened:
        """The errors workbook."""
        book = openpyxl.load_workbook(write_errors(self.place, QUARTER), read_only=True)
        sheets = {sheet.title: [list(map(_text, row)) for row in sheet.iter_rows(values_only=True)] for sheet in book}
        book.close()
        return Opened(sheets)

    def drop(self, opened: Opened, form: str = "xlsx", name: str = "errors back") -> None:
        """Save what an officer filled in and put it into the inbox; of a csv, the list of faults alone."""
        path = self.place.settings.home / f"{name}.{form}"
        grids = [Grid(sheet, rows) for sheet, rows in opened.sheets.items()]
        if form == "csv":
            faults = next(grid for grid in grids if grid.name == "Faults")
            write_csv(path, faults, "utf-8-sig", ",")
        else:
            {"xlsx": write_xlsx, "ods": write_ods, "xls": write_xls}[form](path, grids)
        shutil.move(path, self.place.inbox(QUARTER) / path.name)

    def faults(self) -> pd.DataFrame:
        """Every fault that the register holds."""
        return self.place.register.faults(QUARTER.slug)

    def unused(self) -> list[tuple[str, int]]:
        """Code and row of the lines of the errors workbook that could not be used."""
        faults = self.faults()
        mine = faults[faults["table"].eq("errors_workbook")]
        return [(str(code), int(row)) for code, row in zip(mine["code"], mine["row"], strict=True)]


def _text(cell: object) -> str:
    """A cell as an officer reads it."""
    if cell is None:
        return ""
    return f"{cell:%d/%m/%Y}" if hasattr(cell, "strftime") else str(cell)


def hearings(number: int, **changed: str) -> list[dict[str, object]]:
    """Sound hearings, each with an id of its own; some cells changed in all of them."""
    row = {**good_row(HEARINGS), "psr_served": "2014-06-03", "psr_due": "2014-06-03"}
    return [{**row, "hearing_id": f"H{place}", **changed} for place in range(1, number + 1)]
