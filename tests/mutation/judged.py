"""One file dropped alone, and every line that is told of it: the way from inbox to register, without Dagster."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from assets.core.extracts import keep_extract
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, prepare_folders
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

QUARTER = Quarter.from_label("2014-15 Q3")


@dataclass(frozen=True, order=True)
class Line:
    """One line of the list of faults, by what an officer finds the cell with.

    Attributes:
        code: the rule's code.
        sheet: the sheet, "" for a csv.
        row: the row as Excel shows it; 0 for a whole file or column.
        column: the column's name.
        letter: the column's letter.
    """

    code: str
    sheet: str
    row: int
    column: str
    letter: str


@cache
def _empty_home() -> Path:
    """A home whose register has its tables: making them anew for each file would take most of the time."""
    home = Path(mkdtemp(prefix="mutation-")) / "home"
    place = _place(home)
    place.register.received(QUARTER.slug)
    place.register.close()
    return home


def _place(home: Path) -> Workplace:
    settings = Settings(home=home)
    prepare_folders(settings)
    return Workplace(settings)


def lines_of(path: Path, extract: Extract, folder: Path) -> list[Line]:
    """Every line told of one file.

    Args:
        path: the file.
        extract: what it is.
        folder: an empty folder to work in.
    """
    shutil.copytree(_empty_home(), folder / "home")
    place = _place(folder / "home")
    shutil.copy(path, place.inbox(QUARTER) / path.name)
    keep_extract(place, QUARTER, extract)
    faults = place.register.faults(QUARTER.slug)
    place.register.close()
    shutil.rmtree(folder / "home")
    mine = faults[faults["table"].isin([extract.name, ""])]
    rows = mine["row"].fillna(0).astype(int)
    columns = zip(mine["code"], mine["sheet"], rows, mine["column"], mine["column_letter"], strict=True)
    return sorted(Line(str(c), str(s or ""), int(r), str(n or ""), str(x or "")) for c, s, r, n, x in columns)
