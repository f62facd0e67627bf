"""All products of a quarter's return, from figures that lie ready: seconds and megabytes of each and of all.

Usage: python -m benchmarks.products [QUARTER ...]   (default 2014-15 Q3 and 2015-16 Q1 of the sample)

The quarter is run once; then its products are made again in another process, as the return's step makes them: packs
built, drawn, checked for accessibility, small counts hidden and the hiding audited. What finding the pattern of hidden
counts takes (optimiser and attacker) is told apart, since it has an aim of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assets.report.collect import collect
from assets.report.editions.making import Products
from benchmarks.process import KIBIBYTES_A_MEGABYTE
from pipelines.groups import book
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import PROJECT_ROOT, Settings, dagster_environment, prepare_folders
from pipelines.platform.workplace import Workplace
from sample.write import write_sample

QUARTERS = ("2014-15 Q3", "2015-16 Q1")
#: Seconds of all products without the pattern, of the pattern alone, megabytes at most (issue 5, "Speed").
AIM_SECONDS, AIM_PATTERN, AIM_MEGABYTES = 15, 60, 500

HIDING = "hiding"
#: Seconds below which nothing was done.
NOTHING = 0.05


def main(labels: tuple[str, ...]) -> None:
    """Measure and print, as a Markdown table."""
    print(f"Aims: {AIM_SECONDS} s without hiding, {AIM_PATTERN} s of hiding, {AIM_MEGABYTES} MB.\n")
    print("| quarter | product | s |\n| --- | --- | ---: |")
    for label in labels:
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(home=Path(folder) / "home")
            _run(settings, Quarter.from_label(label))
            cost = _measured(settings.home, label)
        for name, seconds in cost.items():
            if name != "peak":
                print(f"| {label} | {name} | {seconds:.1f} |", flush=True)
        print(f"| {label} | megabytes at most | {cost['peak']:.0f} |", flush=True)


def _run(settings: Settings, quarter: Quarter) -> None:
    """The quarter once, so that its figures lie ready."""
    prepare_folders(settings)
    write_sample(Workplace(settings).inbox(quarter), quarter.label)
    command = [sys.executable, "-m", "pipelines.cli", "run", "--quarter", quarter.label]
    _checked(subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT_ROOT,
                            env={**os.environ, **dagster_environment(settings)}))  # fmt: skip


def _measured(home: Path, label: str) -> dict[str, float]:
    """The products made again in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.products", "--work", str(home), label]
    done = _checked(subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT_ROOT))
    cost: dict[str, float] = json.loads(done.stdout)
    return cost


def _checked(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    """What a process ended with, if it ended well."""
    if done.returncode:
        sys.exit(f"the measured process failed:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
    return done


def work(home: Path, label: str) -> dict[str, float]:
    """Make every product once and tell what each took."""
    place, quarter, contents = Workplace(Settings(home=home)), Quarter.from_label(label), book()
    began = time.perf_counter()
    products = Products(collect(place, quarter, contents.extracts, contents.measures))
    seconds = {"collecting the inputs": time.perf_counter() - began}
    with tempfile.TemporaryDirectory() as folder:
        for edition in products.editions:
            began = time.perf_counter()
            products.prepared(edition)
            seconds[f"{edition.key}, {HIDING}"] = time.perf_counter() - began
            began = time.perf_counter()
            products.write(edition, Path(folder))
            seconds[edition.key] = time.perf_counter() - began
    hidden = sum(took for name, took in seconds.items() if name.endswith(HIDING))
    seconds[f"all products without {HIDING}"] = sum(seconds.values()) - hidden
    import resource  # noqa: PLC0415 - not on every system

    told = {name: took for name, took in seconds.items() if not (name.endswith(f", {HIDING}") and took < NOTHING)}
    return {**told, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES_A_MEGABYTE}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        print(json.dumps(work(Path(sys.argv[2]), sys.argv[3])))
    else:
        main(tuple(sys.argv[1:]) or QUARTERS)
