"""`board-returns run`: one quarter through the real Dagster job, in this process, with progress.

The run is stored like any other, so the Dagster pages show it.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from rich.console import Console

from assets.report.mending.errors_file import newest_errors
from assets.report.versions.manifest import withheld_in
from pipelines.cli.headline import headline_table
from pipelines.cli.progress import Progress
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings, dagster_environment, load_settings, prepare_folders
from pipelines.platform.workplace import Workplace
from schemas.errors_rules import ERRORS_WORKBOOK

if TYPE_CHECKING:
    from dagster import DagsterInstance, ExecuteInProcessResult


@dataclass(frozen=True)
class RunReport:
    """How a run ended.

    Attributes:
        success: every step went through.
        failures: the sentence of each failed step, in order.
    """

    success: bool
    failures: tuple[str, ...]


def open_instance(settings: Settings) -> DagsterInstance:
    """Dagster's instance as `dagster.yaml` configures it, storing below the home folder."""
    from dagster import DagsterInstance  # noqa: PLC0415 - slow to import, and not every command needs it

    os.environ.update(dagster_environment(settings))
    prepare_folders(settings)
    return DagsterInstance.from_config(os.environ["DAGSTER_HOME"])


def execute(settings: Settings, quarter: Quarter, console: Console) -> RunReport:
    """Run the job `quarterly_return` for a quarter.

    Args:
        settings: the installation's settings.
        quarter: which quarter.
        console: where progress goes.
    """
    with console.status("Loading the pipeline ..."):
        instance = open_instance(settings)
        from pipelines.definitions import build_defs  # noqa: PLC0415 - as above
        from pipelines.jobs import QUARTERLY_RETURN  # noqa: PLC0415 - as above

        job = build_defs(settings=settings).resolve_job_def(QUARTERLY_RETURN)
    with instance:
        run_id = str(uuid.uuid4())
        with Progress(console, steps=len(job.graph.node_dict)) as progress:
            instance.add_event_listener(run_id, progress.hear)
            result = job.execute_in_process(
                partition_key=quarter.key,
                instance=instance,
                run_id=run_id,
                raise_on_error=False,
                tags={"quarter": quarter.label},
                run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
            )
        return RunReport(result.success, _failures(result))


def _failures(result: ExecuteInProcessResult) -> tuple[str, ...]:
    """The sentence of each failed step; no stack trace."""
    sentences = []
    for event in result.all_events:
        if event.is_step_failure:
            data = event.step_failure_data
            described = data.user_failure_data.description if data.user_failure_data else None
            sentences.append(described or f"{event.step_key} failed; its page in Dagster says more.")
    return tuple(sentences)


def plain_console() -> Console:
    """The terminal, or a page of 110 letters a line where there is none."""
    console = Console()
    return console if console.is_terminal else Console(width=110)


def make_return(quarter: Quarter, settings: Settings | None = None) -> int:
    """Run one quarter and say what came of it.

    Returns:
        0 when the return lies ready, 1 when something is red.

    Raises:
        BoardReturnsError: the quarter cannot be run: it has not closed, or lies before the service's history.
    """
    settings = settings or load_settings()
    place = Workplace(settings)
    require_runnable(quarter, place.service.history_from, datetime.now(UTC).date())
    console = plain_console()
    report = execute(settings, quarter, console)
    _tell_unused_files(console, quarter, place)
    _tell_errors_workbook(console, quarter, place)
    if not report.success:
        return _tell_failures(console, quarter, report, place)
    return _tell_success(console, quarter, place)


def require_runnable(quarter: Quarter, history_from: date, today: date) -> None:
    """Refuse a quarter that is not over, or that lies before the service's history.

    Args:
        quarter: the quarter asked for.
        history_from: first day of the service's case history.
        today: the day on which it is asked for.

    Raises:
        BoardReturnsError: no return can be made of it.
    """
    newest, first = Quarter.containing(today).previous, Quarter.containing(history_from)
    if quarter > newest:
        raise BoardReturnsError(
            "YJ-P-0005",
            f"{quarter.label} is not over before {quarter.until:%d/%m/%Y}.",
            f"Run a quarter that has closed; the newest is {newest.label}.",
        )
    if quarter < first:
        raise BoardReturnsError(
            "YJ-P-0006",
            f"{quarter.label} lies before the service's history, which begins on {history_from:%d/%m/%Y}.",
            f"Run a quarter from {first.label} on.",
        )


def _tell_unused_files(console: Console, quarter: Quarter, place: Workplace) -> None:
    """One line for each dropped file that was not used, with its code, why, and what to do."""
    faults = place.register.faults(quarter.slug)
    unused = faults["table"].eq("") & faults["row"].isna() & faults["severity"].ne("notice")
    for fault in faults[unused].itertuples(index=False):
        console.print(f"- {fault.file_name}: {fault.code}: {fault.message}", markup=False, highlight=False)


def _tell_errors_workbook(console: Console, quarter: Quarter, place: Workplace) -> None:
    """Where the errors workbook lies, and how many lines of the one that came back could not be used."""
    faults = place.register.faults(quarter.slug)
    unused = int(faults["table"].eq(ERRORS_WORKBOOK).sum())
    if unused:
        console.print(f"- {unused} lines of the errors workbook could not be used; the new one says which and why.")
    path = newest_errors(place, quarter)
    if path is not None:
        console.print("What was found, to be corrected or explained:")
        console.print(str(path), soft_wrap=True, highlight=False, markup=False)


def _tell_failures(console: Console, quarter: Quarter, report: RunReport, place: Workplace) -> int:
    """Each failed step's sentence, on a line of its own, and where files are dropped."""
    console.print(f"[bold red]The return of {quarter.label} was not made.[/]")
    for sentence in told_once(report.failures, quarter):
        console.print(f"- {sentence}", markup=False, highlight=False)
    console.print(f"Files of {quarter.label} go to this folder; then run the same command again:")
    console.print(str(place.inbox(quarter)), soft_wrap=True, highlight=False, markup=False)
    return 1


def told_once(sentences: Sequence[str], quarter: Quarter) -> list[str]:
    """Sentences that say the same of several extracts as one that names them all, in the order they came.

    Args:
        sentences: one per failed step, "CODE: Extract, quarter: what is wrong. What to do."
        quarter: the quarter they are about.
    """
    names: dict[tuple[str, str], list[str]] = {}
    for sentence in sentences:
        head, between, said = sentence.partition(f", {quarter.label}: ")
        code, colon, name = head.partition(": ")
        names.setdefault((code, said) if between and colon else (sentence, ""), []).append(name)
    return [
        f"{code}: {', '.join(listed)}, {quarter.label}: {said}" if said else code
        for (code, said), listed in names.items()
    ]


def _tell_success(console: Console, quarter: Quarter, place: Workplace) -> int:
    """The headline figures and where the workbook is."""
    version = place.register.latest(quarter.slug)
    if version is None:
        return 1
    console.print(headline_table(place, quarter))
    path = place.returns(quarter) / f"v{version.version}" / version.file_name
    console.print(f"Version {version.version} of the return of {quarter.label}:")
    console.print(str(path), soft_wrap=True, highlight=False, markup=False)
    for reason in withheld_in(place, quarter, version).values():
        console.print(f"- {reason}", markup=False, highlight=False)
    return 0
