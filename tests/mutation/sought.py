"""Faults put into clean rows at random places, and the lines that must be told for them, no more and no fewer.

What the faults are is in `tests.mutation.kinds`, how a file is judged in `tests.mutation.judged`.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from schemas.extract import Extract
from tests.fixtures.forms import Form, Written, write_form
from tests.mutation.clean import Row, clean_rows
from tests.mutation.judged import Line, lines_of
from tests.mutation.kinds import (
    CellFault,
    ColumnFault,
    RowsFault,
    cell_faults,
    column_faults,
    declared_faults,
    key_faults,
)

#: Told of a whole file or column whatever its rows say: what stands around the table, a column it can do without.
_OF_THE_FILE = ("YJ-S-0008", "YJ-F-0014", "YJ-F-0010", "YJ-F-0005", "YJ-F-0008", "YJ-C-")
#: Rows that can be spread over two sheets.
ENOUGH_TO_SPLIT = 8
#: Cells of the widest note that stands below a table.
WIDTH_OF_NOTES = 2


@dataclass
class Score:
    """What was sought in one extract.

    Attributes:
        kinds: codes of the rules broken.
        sought: lines that had to be told.
        files: files judged.
        missed: lines not told, with the form.
        alarms: lines told of sound rows, with the form.
    """

    kinds: set[str] = field(default_factory=set)
    sought: int = 0
    files: int = 0
    missed: list[tuple[str, Line]] = field(default_factory=list)
    alarms: list[tuple[str, Line]] = field(default_factory=list)


@dataclass(frozen=True)
class Seeker:
    """Seeks faults of one extract in files written below one folder."""

    extract: Extract
    folder: Path
    score: Score

    def seek(self, rows: Sequence[Row], form: Form, expected: Callable[[Written], Iterable[Line]]) -> None:
        """Write the rows, judge the file, and hold the lines told against those expected."""
        path = self.folder / f"file{self.score.files}.{form.kind}"
        form = _fitting(form, rows)
        written = write_form(rows, self.extract, path, form)
        told = [line for line in lines_of(path, self.extract, self.folder) if not _of_the_file(line)]
        wanted = sorted(expected(written))
        self.score.kinds |= {line.code for line in wanted}
        self.score.sought += len(wanted)
        self.score.files += 1
        self.score.missed += [(form.name, line) for line in _without(wanted, told)]
        self.score.alarms += [(form.name, line) for line in _without(told, wanted)]
        path.unlink()

    def seek_nothing(self, form: Form) -> None:
        """A clean file tells of nothing."""
        self.seek(clean_rows(self.extract), form, lambda _: [])

    def seek_cells(self, form: Form, chance: random.Random) -> None:
        """Every fault of a single cell, each in a row of its own, as many a file as it has rows to spare."""
        faults = list(cell_faults(self.extract, chance))
        rows = clean_rows(self.extract)
        share = max(1, len(rows) // 2)
        for start in range(0, len(faults), share):
            self._seek_cells(faults[start : start + share], form, chance)

    def _seek_cells(self, faults: Sequence[CellFault], form: Form, chance: random.Random) -> None:
        rows = clean_rows(self.extract)
        faults = [fault for fault in faults if fault.column in rows[0]]
        places = chance.sample(range(len(rows)), len(faults))
        for place, fault in zip(places, faults, strict=True):
            rows[place][fault.column] = fault.text

        def _expected(written: Written) -> Iterable[Line]:
            return [_line(written, place, one.code, one.column) for place, one in zip(places, faults, strict=True)]

        self.seek(rows, form, _expected)

    def seek_rows(self, form: Form, chance: random.Random) -> None:
        """Copies and shared keys, put in at random places below the row they are like."""
        for fault in key_faults(self.extract, clean_rows(self.extract), chance):
            rows = clean_rows(self.extract)
            place = chance.randint(len(rows) // 2, len(rows))
            first = next(n for n, row in enumerate(rows) if all(row[k] == fault.rows[0][k] for k in self.extract.key))
            place = max(place, first + 1)
            rows[place:place] = [dict(row) for row in fault.rows]
            self.seek(rows, form, self._at(place, fault))

    def seek_declared(self, forms: Sequence[Form], chance: random.Random, most: int) -> None:
        """Rules that the extract declares, each in a file of its own."""
        faults = list(declared_faults(self.extract))
        for fault in chance.sample(faults, min(most, len(faults))):
            form = chance.choice(forms)
            self.seek(fault.rows, form, self._at(len(fault.rows) - 1, fault))

    def _at(self, place: int, fault: RowsFault) -> Callable[[Written], Iterable[Line]]:
        lines = ((fault.code, fault.column), *fault.also)
        return lambda written: [_line(written, place, code, column) for code, column in lines]

    def seek_columns(self, forms: Sequence[Form], chance: random.Random, most: int) -> None:
        """Columns taken out, one a file: their line is told once a sheet and no row is."""
        rows = clean_rows(self.extract)
        faults = [fault for fault in column_faults(self.extract) if fault.column in rows[0]]
        for fault in chance.sample(faults, min(most, len(faults))):
            self._seek_column(fault, chance.choice(forms))

    def _seek_column(self, fault: ColumnFault, form: Form) -> None:
        rows = [{name: text for name, text in row.items() if name != fault.column} for row in clean_rows(self.extract)]
        path = self.folder / f"file{self.score.files}.{form.kind}"
        written = write_form(rows, self.extract, path, form)
        told = [line for line in lines_of(path, self.extract, self.folder) if line.code == fault.code or line.row]
        wanted = [Line(fault.code, sheet, 0, fault.column, "") for sheet in sorted(written.letters)]
        self.score.kinds.add(fault.code)
        self.score.sought += len(wanted)
        self.score.files += 1
        self.score.missed += [(form.name, line) for line in _without(wanted, told)]
        self.score.alarms += [(form.name, line) for line in _without(told, wanted)]
        path.unlink()


def _fitting(form: Form, rows: Sequence[Row]) -> Form:
    """The form, without what would make the table another: few rows over two sheets, notes as wide as the table."""
    wide = len(rows[0]) > WIDTH_OF_NOTES
    return replace(form, split=form.split and len(rows) >= ENOUGH_TO_SPLIT, notes=form.notes and wide)


def _of_the_file(line: Line) -> bool:
    return line.row == 0 and line.code.startswith(_OF_THE_FILE)


def _line(written: Written, place: int, code: str, column: str) -> Line:
    sheet, row = written.places[place]
    return Line(code, sheet, row, column, written.letters[sheet].get(column, ""))


def _without(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """Lines that are not among the others, each of the others standing for one."""
    left = list(others)
    missing = []
    for line in lines:
        if line in left:
            left.remove(line)
        else:
            missing.append(line)
    return missing


def clear(folder: Path) -> None:
    """Leave nothing in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
