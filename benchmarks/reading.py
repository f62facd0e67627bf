"""`python -m benchmarks.reading`: one large case file received, read and judged, beside bare reads of the same file.

Each is a process of its own; seconds are of the work itself, imports apart, memory is the process's most. Bare reads
are pandas' own, once as text (which a file must be read as, for a faulty cell to be told), once with guessed types,
and a bare pandera schema of the same types, lists and key over the latter.

Usage: python -m benchmarks.reading [ROWS ...]   (default 50000 1000000)
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from sample.write import write_sample

EXTRACT = "outcomes"
QUARTER = "2014-15 Q3"
ROWS = (50_000, 1_000_000)
#: Every so many rows one cell is made faulty, in the file that is to give many errors.
FAULTY_EVERY = 5
WAYS = ("pandas-text", "pandas-typed", "pandera", "ours", "ours-faulty")


def main(sizes: tuple[int, ...]) -> None:
    """Measure and print, as a Markdown table."""
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| what | rows | wall s | rows a second | peak MB | times pandas as text |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            _measure(Path(folder), rows)


def _measure(folder: Path, rows: int) -> None:
    """Every way over one file; the file with many errors only in the smaller sizes, since nobody mends a million."""
    clean, faulty = folder / f"{rows}.csv", folder / f"{rows}-faulty.csv"
    write_file(clean, rows, faulty_every=0)
    write_file(faulty, rows, faulty_every=FAULTY_EVERY)
    bare = 0.0
    for way in WAYS:
        told = _one(way, faulty if way == "ours-faulty" else clean, folder / f"home-{rows}-{way}")
        bare = bare or told["seconds"]
        speed = rows / told["seconds"]
        times = told["seconds"] / bare
        print(f"| {way} | {rows:,} | {told['seconds']:.2f} | {speed:,.0f} | {told['peak']:.0f} | {times:.2f} |")


def _one(way: str, path: Path, home: Path) -> dict[str, float]:
    """Seconds and peak megabytes of one way, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.reading_way", way, str(path), str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{way} failed:\n{done.stderr[-3000:]}")
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def write_file(path: Path, rows: int, faulty_every: int) -> None:
    """A file of outcomes of so many rows: the sample's own, again and again under other ids.

    Args:
        path: where to.
        rows: how many.
        faulty_every: every so many rows the date becomes one that cannot be read; 0 for never.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = next(path for path in write_sample(Path(folder), QUARTER) if path.stem.endswith(EXTRACT))
        head, *body = source.read_text(encoding="utf-8-sig").splitlines()
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(head + "\r\n")
        for number, line in enumerate(islice(_endless(body), rows)):
            faulty = faulty_every and number % faulty_every == 0
            file.write((_spoilt(line) if faulty else line) + "\r\n")


def _endless(lines: list[str]) -> Iterator[str]:
    """The lines over and over, each round under ids of its own."""
    for copy in count():
        for line in lines:
            first, rest = line.split(",", 1)
            yield f"{first}-{copy},{rest}"


def _spoilt(line: str) -> str:
    """The line with a date that cannot be read."""
    cells = line.split(",")
    cells[2] = "31/02/2014"
    return ",".join(cells)


if __name__ == "__main__":
    main(tuple(int(word) for word in sys.argv[1:]) or ROWS)
