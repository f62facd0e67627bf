"""One way of reading one file, measured in this process; started by `benchmarks.reading`.

Usage: python -m benchmarks.reading_way WAY FILE HOME   (prints seconds and peak megabytes as JSON)
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, prepare_folders
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from schemas.codelists import code_list

QUARTER = Quarter.from_label("2014-15 Q3")
OUTCOMES = extract("outcomes")
KIBIBYTES_A_MEGABYTE = 1024


def pandas_text(path: Path, _: Path) -> Callable[[], object]:
    """A bare read with every cell as text."""
    return lambda: pd.read_csv(path, dtype=str, keep_default_na=False)


def pandas_typed(path: Path, _: Path) -> Callable[[], object]:
    """A bare read with types as pandas guesses them."""
    return lambda: pd.read_csv(path)


def bare_pandera(path: Path, _: Path) -> Callable[[], object]:
    """A bare read, then one pandera schema with the extract's lists, types and key: what a plain project would do."""
    import pandera.pandas as pa  # noqa: PLC0415 - imports are not what is measured

    frame_of = pandas_typed(path, Path())
    names = list(pd.read_csv(path, nrows=0).columns)
    lists = {c.name: list(code_list(c.field.code_list).codes) for c in OUTCOMES.columns if c.field.code_list}
    checks = {
        name: pa.Column(checks=[pa.Check.isin(lists[canonical])], nullable=True, required=False)
        for canonical, name in zip([c.name for c in OUTCOMES.columns], names, strict=False)
        if canonical in lists
    }
    schema = pa.DataFrameSchema({names[0]: pa.Column(str, nullable=False), **checks}, unique=[names[0]])

    def _validate() -> None:
        try:
            schema.validate(frame_of(), lazy=True)  # type: ignore[arg-type]
        except pa.errors.SchemaErrors:
            return

    return _validate


def ours(path: Path, home: Path) -> Callable[[], object]:
    """Received, read, typed, judged, every fault registered, rows kept: the whole of one extract's step."""
    import pandera.pandas  # noqa: F401, PLC0415 - imports are not what is measured
    from pyarrow import compute, csv, parquet  # noqa: F401, PLC0415 - as above

    from assets.core.extracts import keep_extract  # noqa: PLC0415 - as above

    settings = Settings(home=home)
    prepare_folders(settings)
    place = Workplace(settings)
    place.register.verdicts(QUARTER.slug)
    shutil.copy(path, place.inbox(QUARTER) / path.name)
    return lambda: keep_extract(place, QUARTER, OUTCOMES)


WAYS: dict[str, Callable[[Path, Path], Callable[[], object]]] = {
    "pandas-text": pandas_text,
    "pandas-typed": pandas_typed,
    "pandera": bare_pandera,
    "ours": ours,
    "ours-faulty": ours,
}


def main(way: str, path: Path, home: Path) -> None:
    """Measure one way."""
    work = WAYS[way](path, home)
    started = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES_A_MEGABYTE
    del result
    print(json.dumps({"seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
