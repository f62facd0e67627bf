"""Progress of a run, one line on a terminal and one line a step elsewhere."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

if TYPE_CHECKING:
    from dagster import EventLogEntry
    from rich.console import Console

#: What officers call each kind of step.
WORDS = {"receive": "Receiving the drop", "link": "Linking the extracts", "out_board_return": "Making the return"}


class Progress:
    """Hears Dagster's events of one run and shows how far it has come.

    Args:
        console: where to show it.
        steps: how many steps the run has.
    """

    def __init__(self, console: Console, steps: int) -> None:
        self._console = console
        self._bar = Bar(
            TextColumn("{task.description:<34}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("Starting", total=steps)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def hear(self, entry: EventLogEntry) -> None:
        """Take in one event of the run."""
        event = entry.dagster_event
        if event is None or event.step_key is None:
            return
        if event.is_step_start:
            self._bar.update(self._task, description=words_for(event.step_key))
        elif event.is_step_success or event.is_step_failure or event.is_step_skipped:
            self._bar.advance(self._task)
            if not self._console.is_terminal:
                mark = "done" if event.is_step_success else "red" if event.is_step_failure else "not run"
                self._console.print(f"  {words_for(event.step_key)}: {mark}", highlight=False)


def words_for(step: str) -> str:
    """A step in officers' words."""
    if step in WORDS:
        return WORDS[step]
    if step.startswith("core_"):
        return f"Checking {step.removeprefix('core_').replace('_', ' ')}"
    return f"Computing {step.removeprefix('measure_').upper()}"
