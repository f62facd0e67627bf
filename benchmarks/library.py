"""How fast the returns library answers with forty quarters of three versions: `python -m benchmarks.library`.

The figures of each version are fewer than a real one has (about 42,000), for making them takes long; only the page that
says what changed reads them, and only the first time it is asked. `--figures` sets how many.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

import pandas as pd
from starlette.testclient import TestClient

from pipelines.library.app import create_app
from pipelines.platform.library_settings import LibrarySettings
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import FIGURE_COLUMNS, ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace

QUARTERS, VERSIONS, BUDGET_MS = 40, 3, 50.0
EDITIONS = ("board", "data-tables", "publishable", "rutland")
FIRST = Quarter.from_label("2012-13 Q1")


def main() -> None:
    """Make the library, ask each kind of page, print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=int, default=500, help="figures of each version")
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is asked")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(Settings(home=Path(folder), library=LibrarySettings()))
        quarters = [FIRST.shift(number) for number in range(QUARTERS)]
        for quarter in quarters:
            for number in range(1, VERSIONS + 1):
                publish(place, quarter, number, given.figures)
        client = TestClient(create_app(place, {}, {}), base_url="http://127.0.0.1", client=("127.0.0.1", 1))
        for name, paths in asked(quarters).items():
            report(name, client, paths, given.rounds)
        place.register.close()


def asked(quarters: list[Quarter]) -> dict[str, list[str]]:
    """The addresses of each kind."""
    slugs = [quarter.slug for quarter in quarters]
    return {
        "list of quarters": ["/returns"] * QUARTERS,
        "a quarter": [f"/returns/{slug}" for slug in slugs],
        "what changed, first time": [f"/returns/{slug}/v3" for slug in slugs],
        "what changed": [f"/returns/{slug}/v3" for slug in slugs],
        "download of 700 kB": [f"/returns/{slug}/v3/board" for slug in slugs],
    }


def report(name: str, client: TestClient, paths: list[str], rounds: int) -> None:
    """Ask each address and print the middle and the slow end."""
    times, work = [], []
    for path in paths * (1 if "first" in name else rounds):
        began, busy = time.perf_counter(), time.process_time()
        answer = client.get(path)
        times.append(1000 * (time.perf_counter() - began))
        work.append(1000 * (time.process_time() - busy))
        if answer.status_code != 200:  # noqa: PLR2004 - as every browser calls it
            raise SystemExit(f"{path}: {answer.status_code}")
    slow, slow_work = (statistics.quantiles(one, n=20)[-1] for one in (times, work))
    word = "within" if slow < BUDGET_MS else "OVER"
    middle = f"median {statistics.median(times):6.1f} ms   p95 {slow:6.1f} ms   {word} {BUDGET_MS:.0f} ms"
    print(f"{name:26} {middle}   processor p95 {slow_work:6.1f} ms")


def publish(place: Workplace, quarter: Quarter, number: int, count: int) -> None:
    """One version with its editions, as a run leaves it."""
    folder = place.settings.returns / quarter.slug / f"v{number}"
    folder.mkdir(parents=True)
    products = []
    for edition in EDITIONS:
        content = f"{edition} {quarter.slug} {number}".encode() * 25_000
        name = f"{edition}-return-{quarter.slug}.xlsx"
        (folder / name).write_bytes(content)
        digest = sha256(content).hexdigest()
        version = ReturnVersion(quarter.slug, edition, number, name, digest, f"{number:064d}", date(2015, 1, 16))
        products.append((version, figures(number, count if edition == EDITIONS[0] else 0)))
    place.register.publish_all(products)


def figures(number: int, count: int) -> pd.DataFrame:
    """So many figures of a hundred measures; one in fifty differs from version to version."""
    rows = pd.RangeIndex(count)
    columns: dict[str, object] = {
        "measure_id": [f"M-{row % 100:02d}" for row in rows],
        "period_id": [f"p{row // 100}" for row in rows],
        "period_start": pd.NaT,
        "period_end": pd.NaT,
        "area_code": "YOS-LR",
        "breakdown": "all",
        "category": "all",
        "numerator": 1.0,
        "denominator": 2.0,
        "value": [float(number) if row % 50 == 0 else 0.0 for row in rows],
        "unit": "%",
    }
    return pd.DataFrame(columns, index=rows)[list(FIGURE_COLUMNS)]


if __name__ == "__main__":
    main()
