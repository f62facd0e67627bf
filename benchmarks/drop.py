"""How long from a drop to the errors workbook, with everything that lies between: `python -m benchmarks.drop`.

The pages and their daemon are started as officers have them. The files of the sample's quarter are dropped; then one
of them spoiled, then mended, and so on. What counts is the time from the last file's copying until the workbook lies
in the folder that tells of everything: the sensor's two looks, the run's start, the checks of each file and those
across files.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pandas as pd

from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from sample.write import write_sample
from schemas.catalogue import recognise
from tests.browser.serving import free_port, served, until

QUARTER = Quarter.from_label("2014-15 Q3")
BUDGET_S, PATIENCE_S = 30.0, 900.0
SPOILED = "persons"


def main() -> int:
    """Drop and wait, as often as asked, and print the times.

    Returns:
        0; 1 where one of them is above the budget.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=4, help="drops after the first one")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        export, home = Path(folder) / "export", Path(folder) / "home"
        export.mkdir()
        write_sample(export, QUARTER.label)
        port = free_port()
        with served("ui", home, port, "/server_info", BOARD_RETURNS_UI_PORT=str(port)):
            times = list(dropped(Workplace(Settings(home=home)), export, given.rounds))
    print(f"longest {max(times):.1f} s, budget {BUDGET_S:.0f} s")
    return int(max(times) > BUDGET_S)


def dropped(place: Workplace, export: Path, rounds: int) -> Iterator[float]:
    """Seconds from each drop to its last workbook: all files first, then one file spoiled and mended by turns."""
    right = persons_of(export)
    inbox = place.inbox(QUARTER)
    for path in sorted(export.iterdir()):
        if path != right:
            shutil.copy(path, inbox / path.name)
    for number in range(rounds + 1):
        copied(right, inbox / right.name, spoiled=number % 2 == 1)
        begun = time.time()
        until(partial(all_ended, place, number + 1), PATIENCE_S, "no check came to its end")
        seconds = told(place) - begun
        print(f"{'all files' if number == 0 else 'one file'}: {seconds:.1f} s", flush=True)
        yield seconds


def persons_of(export: Path) -> Path:
    """The file of the young people, known by its headers."""
    for path in sorted(export.glob("*.csv")):
        header = path.read_text(encoding="utf-8", errors="replace").splitlines()[0].split(",")
        if [one.name for one in recognise(header)] == [SPOILED]:
            return path
    raise SystemExit("The sample has no plain file of young people.")


def copied(source: Path, target: Path, *, spoiled: bool) -> None:
    """Copy the file, without its first column where it is to be spoiled."""
    frame = pd.read_csv(source, dtype=str, keep_default_na=False)
    (frame.iloc[:, 1:] if spoiled else frame).to_csv(target, index=False)


def told(place: Workplace) -> float:
    """When the newest errors workbook was written."""
    return max(path.stat().st_mtime for path in place.settings.errors.glob("errors-*.xlsx"))


def all_ended(place: Workplace, checks: int) -> bool:
    """Whether so many checks have been run, each to its end."""
    path = place.settings.dagster_storage / "history" / "runs.db"
    if not path.is_file():
        return False
    with closing(sqlite3.connect(path, timeout=60)) as connection:
        ended = connection.execute("SELECT status IN ('SUCCESS', 'FAILURE') FROM runs").fetchall()
    return len(ended) == checks and all(one for (one,) in ended)


if __name__ == "__main__":
    raise SystemExit(main())
