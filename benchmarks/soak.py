"""Ten years in one go: `python -m benchmarks.soak [--quarters 40] [--restatements 3]`.

Each quarter is run through the real job, then restated with a corrected file, then the night's retention is done as of
the day on which the next one closes. What is kept for good (returns, published figures, audit events) grows with each
version; everything else must not grow once the retention's months have passed. The drop is small: what is looked at are
the stores. A run takes about half a minute, so forty quarters take hours; fewer show the same.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.console import Console

from pipelines.cli.run import execute, open_instance
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from pipelines.retention.plan import plan_of
from pipelines.retention.purge import purge
from schemas.catalogue import EXTRACTS, extract
from schemas.extract import Extract

FIRST = Quarter.from_label("2012-13 Q1")
#: What stays of the lake and of the inbox: figures of nobody, and what others publish, which later quarters read.
AGGREGATES, PUBLICATIONS = "aggregates", "publications"
#: Stores by what may happen to them: those of the second kind are bound by retention.
FOR_GOOD = ("returns", "register.db", "audit-heads.txt", "logs", AGGREGATES, PUBLICATIONS)
BOUND = ("inbox", "received", "lake", "errors", "dagster")
#: A store may be so much larger than it was when retention began to bind, before it counts as growing.
SLACK = 1.10


def main() -> int:
    """Run the years, print the size of each store after each, say whether anything grew that may not.

    Returns:
        0; 1 where a bound store grew.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quarters", type=int, default=40)
    parser.add_argument("--restatements", type=int, default=3)
    parser.add_argument("--months", type=int, default=36, help="after so many a quarter's working data go whole")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder) / "home")
        place = Workplace(settings)
        months = {"working_data_months": given.months, "kept_whole_months": given.months, "runs_months": given.months}
        retention = place.service.retention.model_copy(update=months)
        place.service = place.service.model_copy(update={"retention": retention})
        sizes = list(_years(place, given.quarters, given.restatements))
        place.register.close()
    return _told(sizes, given.months)


def _years(place: Workplace, quarters: int, restatements: int) -> Iterator[dict[str, int]]:
    """Bytes of each store after each quarter."""
    print("quarter     ", *(f"{name:>14}" for name in (*BOUND, *FOR_GOOD)))
    for number in range(quarters):
        quarter = FIRST.shift(number)
        for version in range(restatements + 1):
            _drop(place, quarter, version)
            report = execute(place.settings, quarter, Console(file=io.StringIO()))
            if not report.success:
                raise SystemExit("; ".join(report.failures))
        with open_instance(place.settings) as instance:
            purge(place, plan_of(place, quarter.shift(1).end), instance)
        sizes = _sizes(place.settings.home)
        print(f"{quarter.label:12}", *(f"{sizes[name]:14,}" for name in (*BOUND, *FOR_GOOD)), flush=True)
        yield sizes


def _drop(place: Workplace, quarter: Quarter, version: int) -> None:
    """The required files with headers alone but for one young person, and a budget that each version corrects."""
    for one in EXTRACTS:
        if one.required:
            _write(place, quarter, one, {})
    day = quarter.end.isoformat()
    person = {"ypid": "SOAK1", "date_of_birth": "2000-02-03", "sex": "1", "ethnicity": "A1", "home_authority": "LEIC"}
    _write(place, quarter, extract("persons"), person | {"deleted": "No", "extract_date": day})
    budget = {"fy": quarter.fy, "agency": "police", "line": "Contribution", "stream": "pooled", "kind": "delegated"}
    _write(place, quarter, extract("finance_budget"), budget | {"budget": str(1000 + version)})


def _write(place: Workplace, quarter: Quarter, one: Extract, row: Mapping[str, str]) -> None:
    """A file of one extract with its headers and at most one row."""
    names = [column.name for column in one.columns]
    lines = [names, *([[row.get(name, "") for name in names]] if row else [])]
    text = "".join(f"{','.join(cells)}\n" for cells in lines)
    (place.inbox(quarter) / f"{one.name}.csv").write_text(text, encoding="utf-8")


def _sizes(home: Path) -> dict[str, int]:
    """Bytes of each store, what stays of lake and inbox apart."""
    published = {f"{one.name}.csv" for one in EXTRACTS if not one.snapshot}
    sizes = {name: _bytes(home / name) for name in (*BOUND, *FOR_GOOD)}
    sizes[AGGREGATES] = sum(_bytes(path) for path in (home / "lake").glob("ind_*"))
    sizes[PUBLICATIONS] = sum(_bytes(path) for path in (home / "inbox").glob("*/*") if path.name in published)
    sizes["lake"] -= sizes[AGGREGATES]
    sizes["inbox"] -= sizes[PUBLICATIONS]
    return sizes


def _bytes(path: Path) -> int:
    """What a file or folder takes."""
    if path.is_file():
        return path.stat().st_size
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())


def _told(sizes: list[dict[str, int]], months: int) -> int:
    """Whether a bound store grew after retention had begun to bind."""
    begins = months // 3 + 1
    if len(sizes) < begins + 2:
        print(f"Retention binds after {begins} quarters; run at least {begins + 2} to see whether anything grows.")
        return 0
    first, last = sizes[begins], sizes[-1]
    grown = [name for name in BOUND if last[name] > first[name] * SLACK]
    print("Grown beyond retention:", ", ".join(grown) or "nothing")
    return int(bool(grown))


if __name__ == "__main__":
    raise SystemExit(main())
