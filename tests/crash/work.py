"""What the killed processes do: a small drop received, tables and verdicts kept, a small return published.

Every step is the product's own; only the drop and the figures are small, so that it takes a moment. It is loaded once
by the server that the processes are forked from.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from dataclasses import replace
from pathlib import Path

import alembic.command  # noqa: F401 - loaded before the fork, so that no process spends its time on it
import pandas as pd

from assets.raw.received import bring_in, sweep_unfinished
from assets.report.editions.publish import publish_inputs
from assets.report.inputs import ReturnInputs
from pipelines.platform.provenance import sha256_of
from pipelines.platform.register.records import Verdict
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from tests.unit.report.made import QUARTER, made_inputs

KEPT = ("FTE-01", "FIN-01", "EET-01")
DROPPED = ("finance_savings", "risks", "priorities")
TABLES = ("core_one", "core_two", "core_three")
#: What Python tells of as it happens, of all that changes a disk.
CHANGING = frozenset({"open", "os.mkdir", "os.remove", "os.rename", "os.chmod", "os.rmdir"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def changes_the_disk(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an event is a change of the disk below a home folder.

    Args:
        event: what Python calls it.
        arguments: what it says of it; the path first.
    """
    if event not in CHANGING or "home" not in Path(str(arguments[0])).parts:
        return False
    return event != "open" or bool(int(str(arguments[2])) & _WRITING)


def small(inputs: ReturnInputs) -> ReturnInputs:
    """A return of few measures in few editions."""
    return replace(
        inputs,
        service=inputs.service.model_copy(
            update={"editions": inputs.service.editions.model_copy(update={"areas": (), "publishable": False})}
        ),
        measures=tuple(one for one in inputs.measures if one.id in KEPT),
        figures=inputs.figures.loc[inputs.figures["measure_id"].isin(KEPT)],
    )


def corrected(inputs: ReturnInputs) -> ReturnInputs:
    """The same return with one first-time entrant more in the year to date."""
    figures = inputs.figures.copy()
    headline = figures["measure_id"].eq("FTE-01") & figures["period_id"].eq("2014-15-YTD-Q3")
    headline &= figures["area_code"].eq("YOS-LR") & figures["breakdown"].eq("all")
    figures.loc[headline, ["numerator", "value"]] += 1
    return replace(inputs, figures=figures)


FIRST = small(made_inputs())
#: The return as it is first made, then as it is after a correction.
ROUNDS = (FIRST, corrected(FIRST))


def drop(home: Path, number: int) -> None:
    """Put the files of a round into the inbox, as officers do; one of them is large and nothing we know."""
    inbox = Workplace(Settings(home=home)).inbox(QUARTER)
    for name in DROPPED:
        header = ",".join(one.name for one in extract(name).columns)
        (inbox / f"{name}-{number}.csv").write_text(f"{header}\n", encoding="utf-8", newline="\n")
    (inbox / f"photograph-{number}.bin").write_bytes(random.Random(number).randbytes(2**21))  # noqa: S311 - any bytes do


def work(home: Path, number: int) -> None:
    """One run: receive, keep tables and verdicts, publish.

    Args:
        home: the home folder.
        number: which round.
    """
    place = Workplace(Settings(home=home))
    with place.locks.alone(QUARTER):
        sweep_unfinished(place, QUARTER)
        bring_in(place, QUARTER)
        for rank, name in enumerate(TABLES):
            place.replace_tables(QUARTER, name, {name: pd.DataFrame({"n": range(2000 * (rank + 1) + number)})})
            mark = sha256_of(place.lake.path(name, QUARTER))
            place.register.record_verdict(Verdict(QUARTER.slug, name, passed=True, input_fingerprint=mark))
        publish_inputs(place, QUARTER, ROUNDS[number], ())
    place.register.close()


def work_until(home: Path, number: int, last: int) -> None:
    """As `work`, killed as the `last`-th change of the disk is about to happen.

    Args:
        home: the home folder.
        number: which round.
        last: which change; 0 for none.
    """
    seen = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if changes_the_disk(event, arguments):
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    work(home, number)
    (home.parent / "changes").write_text(str(seen), encoding="utf-8")
