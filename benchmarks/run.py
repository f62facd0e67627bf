"""`make bench`: the demo quarter as a whole process and per step, its growth, and a bare Dagster process beside it.

Usage: python -m benchmarks.run [SCALE ...]   (default 1 10 100; each scale is that many times the sample's rows)
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.process import Cost, cost_of
from pipelines.definitions import build_defs
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, dagster_environment, prepare_folders
from sample.write import write_sample

QUARTER = Quarter.from_label("2014-15 Q3")
RUNS = 3
SCALES = (1, 10, 100)


def main(scales: tuple[int, ...]) -> None:
    """Measure and print, as Markdown tables."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
        print("| what | rows | wall s | cpu s | peak MB | times bare |\n| --- | ---: | ---: | ---: | ---: | ---: |")
        count = len(build_defs(settings=Settings(home=root)).resolve_asset_graph().get_all_asset_keys())
        bare = _median([_bare(root / f"bare{number}", count) for number in range(RUNS)])
        _print(f"bare Dagster, {count} empty assets", 0, bare, bare)
        for scale in scales:
            _measure_scale(root, scale, bare)


def _measure_scale(root: Path, scale: int, bare: Cost) -> None:
    """The quarter at one scale: whole process, then its steps."""
    drop = root / f"drop{scale}"
    drop.mkdir()
    write_sample(drop, QUARTER.label, scale=scale)
    rows = sum(sum(1 for _ in path.open("rb")) for path in drop.glob("*.csv"))
    runs = RUNS if scale == 1 else 1
    homes = [_home(root / f"home{scale}-{number}", drop) for number in range(runs)]
    _print(f"the quarter, {scale} x", rows, _median([_quarter(home) for home in homes]), bare)
    _print_steps(homes[-1])
    for home in homes:
        shutil.rmtree(home.home)


def _home(folder: Path, drop: Path) -> Settings:
    """A fresh home folder whose inbox holds the drop."""
    settings = Settings(home=folder)
    prepare_folders(settings)
    shutil.copytree(drop, settings.inbox / QUARTER.slug)
    return settings


def _quarter(settings: Settings) -> Cost:
    """The quarter, run as an officer runs it."""
    command = [sys.executable, "-m", "pipelines.cli", "run", "--quarter", QUARTER.label]
    return _checked(cost_of(command, dagster_environment(settings), settings.home / "bench.log"), settings.home)


def _bare(folder: Path, count: int) -> Cost:
    """The bare process."""
    settings = Settings(home=folder)
    prepare_folders(settings)
    command = [sys.executable, "-m", "benchmarks.bare", str(count)]
    return _checked(cost_of(command, dagster_environment(settings), folder / "bench.log"), folder)


def _checked(cost: Cost, home: Path) -> Cost:
    """The cost, if the process ended well."""
    if cost.code:
        sys.exit(f"a measured process failed:\n{(home / 'bench.log').read_text()[-3000:]}")
    return cost


def _median(costs: list[Cost]) -> Cost:
    """The cost whose wall time is the median one."""
    middle = statistics.median_low(cost.wall for cost in costs)
    return next(cost for cost in costs if cost.wall == middle)


def _print(what: str, rows: int, cost: Cost, bare: Cost) -> None:
    """One line of the table."""
    print(f"| {what} | {rows:,} | {cost.wall:.1f} | {cost.cpu:.1f} | {cost.peak:.0f} | {cost.wall / bare.wall:.2f} |")


def _print_steps(settings: Settings) -> None:
    """Seconds by step of the run that was measured, the longest first."""
    import dagster as dg  # noqa: PLC0415 - after the environment is set

    os.environ.update(dagster_environment(settings))
    with dg.DagsterInstance.from_config(os.environ["DAGSTER_HOME"]) as instance:
        run = instance.get_runs(limit=1)[0]
        steps = instance.get_run_step_stats(run.run_id)
    timed = [(step.end_time - step.start_time, step.step_key) for step in steps if step.end_time and step.start_time]
    for seconds, step in sorted(timed, reverse=True)[:8]:
        print(f"| &nbsp;&nbsp;step {step} | | {seconds:.2f} | | | |")


if __name__ == "__main__":
    main(tuple(int(word) for word in sys.argv[1:]) or SCALES)
