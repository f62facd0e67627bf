"""All measures of one quarter: the SQL over the sample, over 1,000,000 outcomes of 50 services, and the growth between.

Usage: python -m benchmarks.measures [OUTCOMES ...]   (default: the sample, then 10,000 100,000 300,000 1,000,000)

What is timed is the SQL, as the pipeline runs it: the shared core tables in the order in which they read each other,
then every measure, in one process: the sample with one thread, as the pipeline does it, more rows with two. The rows
are the sample's, as many times as needed, under other ids; each copy belongs to one of 50 services with districts of
its own. Growth is drawn to `docs/growth.png`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from assets.core.extracts import keep_extract
from assets.core.person_links import LINKS, link_people
from assets.core.referral_matches import match_referrals
from benchmarks.many_services import SERVICES, multiply
from benchmarks.process import KIBIBYTES_A_MEGABYTE
from pipelines.groups import book
from pipelines.platform.context import VIEWS, context_tables
from pipelines.platform.engines import DuckDBEngine
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import load_service
from pipelines.platform.settings import PROJECT_ROOT, Settings
from pipelines.platform.workplace import Workplace
from sample.write import write_sample

QUARTER = Quarter.from_label("2014-15 Q3")
OUTCOMES = (10_000, 100_000, 300_000, 1_000_000)
THREADS = 2
GROWTH = PROJECT_ROOT / "docs" / "growth.png"
#: The longest statements that are named.
NAMED = 6
#: What is told of all statements together.
TOTALS = frozenset({"seconds", "measures", "peak"})
#: Seconds and megabytes that a million outcomes may take (issue 4, "Speed").
AIM_SECONDS, AIM_MEGABYTES = 60, 2048


def main(wanted: tuple[int, ...]) -> None:
    """Measure and print, as a Markdown table; draw the growth."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        prepared = prepare(root / "sample")
        print("| outcomes | services | SQL s | of it measures | peak MB | longest statements |")
        print("| ---: | ---: | ---: | ---: | ---: | --- |")
        _print(_rows(prepared), 1, measured(prepared, 1))
        points = []
        for outcomes in wanted:
            grown = root / f"grown{outcomes}"
            multiply(prepared, grown, outcomes)
            points.append((outcomes, measured(grown, SERVICES)))
            _print(outcomes, SERVICES, points[-1][1])
            for path in grown.glob("*.parquet"):
                path.unlink()
    if len(points) > 1:
        draw([(outcomes, cost["seconds"], cost["peak"]) for outcomes, cost in points])


def prepare(folder: Path) -> Path:
    """The sample's extracts as core tables, one Parquet file each, before any SQL."""
    place = Workplace(Settings(home=folder / "home"))
    write_sample(place.inbox(QUARTER))
    contents = book()
    for extract in contents.extracts:
        keep_extract(place, QUARTER, extract)
    link_people(place, QUARTER)
    match_referrals(place, QUARTER)
    made = {statement.name for statement in contents.linked}
    read = {str(name) for one in contents.linked for name in one.header["reads"]}
    read |= {name for item in contents.measures for name in item.measure.reads} | {LINKS}
    tables = folder / "tables"
    tables.mkdir()
    for name in sorted(read - made - VIEWS):
        (tables / f"{name}.parquet").hardlink_to(place.lake.existing(name, QUARTER))
    place.register.close()
    return tables


def _rows(tables: Path) -> int:
    import pyarrow.parquet as pq  # noqa: PLC0415 - only here

    return int(pq.read_metadata(tables / "core_outcomes.parquet").num_rows)


def measured(tables: Path, services: int) -> dict[str, float]:
    """The SQL over these tables in a process of its own: seconds, megabytes at most, seconds by statement."""
    command = [sys.executable, "-m", "benchmarks.measures", "--work", str(tables), str(services)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT_ROOT)
    if done.returncode:
        sys.exit(f"the measured process failed:\n{done.stderr[-3000:]}")
    cost: dict[str, float] = json.loads(done.stdout)
    return cost


def work(tables: Path, services: int) -> dict[str, float]:
    """Run every statement once, as the pipeline does, and tell what it took."""
    contents = book()
    seconds: dict[str, float] = {}
    engine = DuckDBEngine(threads=1 if services == 1 else THREADS)
    with engine.session({**_files(tables), **_views(services)}) as session:
        for statement in contents.linked:
            started = time.perf_counter()
            session.add(statement.name, session.query(statement.body))
            seconds[statement.name] = time.perf_counter() - started
        for item in contents.measures:
            started = time.perf_counter()
            session.query(item.statement.body)
            seconds[item.measure.id] = time.perf_counter() - started
    import resource  # noqa: PLC0415 - not on every system

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES_A_MEGABYTE
    of_measures = sum(seconds[item.measure.id] for item in contents.measures)
    return {"seconds": sum(seconds.values()), "measures": of_measures, "peak": peak, **seconds}


def _files(tables: Path) -> dict[str, Path | pd.DataFrame]:
    return {path.stem: path for path in sorted(tables.glob("*.parquet"))}


def _views(services: int) -> dict[str, Path | pd.DataFrame]:
    """The context views; the areas of each service under codes of its own."""
    views = context_tables(QUARTER, load_service("leicestershire_rutland"), VIEWS)
    areas = views["areas"]
    copies = [areas]
    for number in range(1, services):
        mark = f"/{number}"
        copies.append(areas.assign(district_code=areas["district_code"] + mark, area_code=areas["area_code"] + mark))
    return {**views, "areas": pd.concat(copies, ignore_index=True)}


def _print(outcomes: int, services: int, cost: dict[str, float]) -> None:
    """One line of the table."""
    longest = sorted(((took, name) for name, took in cost.items() if name not in TOTALS), reverse=True)
    named = ", ".join(f"{name} {took:.2f}" for took, name in longest[:NAMED])
    totals = f"{cost['seconds']:.1f} | {cost['measures']:.1f} | {cost['peak']:.0f}"
    print(f"| {outcomes:,} | {services} | {totals} | {named} |", flush=True)


def draw(points: list[tuple[int, float, float]]) -> None:
    """Seconds and memory against rows, with the aims of the largest."""
    import matplotlib as mpl  # noqa: PLC0415 - for developers only

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 - after its backend is chosen

    rows = [outcomes for outcomes, _, _ in points]
    figure, sides = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    drawn = (("seconds of SQL", 1, AIM_SECONDS), ("megabytes at most", 2, AIM_MEGABYTES))
    for side, (label, place, aim) in zip(sides, drawn, strict=True):
        side.plot(rows, [point[place] for point in points], marker="o", color="#12436d")
        side.axhline(aim, linestyle="--", color="#a285d1", label=f"aim at 1,000,000: {aim:,}")
        side.set(xscale="log", yscale="log", xlabel="outcomes", ylabel=label)
        side.grid(visible=True, which="major", alpha=0.3)
        side.legend(loc="upper left", fontsize="small")
    figure.suptitle(f"All measures of a quarter, 50 services, {os.cpu_count()} cores")
    figure.savefig(GROWTH, dpi=110, metadata={"Software": None})
    plt.close(figure)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        print(json.dumps(work(Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        main(tuple(int(word) for word in sys.argv[1:]) or OUTCOMES)
