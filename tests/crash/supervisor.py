"""Kills runs at random moments, looks at what is left, runs again, and holds the end against an undisturbed run.

A process is forked from a server that has loaded everything, so that a kill costs a moment. Half of the kills come from
outside after a random time, half as a random change of the disk is about to happen, where a crash does most harm.
"""

from __future__ import annotations

import multiprocessing
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic

from tests.crash.seen import content, left_over, published, wrong_with

ROUNDS = 2
#: Seconds after which a run that nobody kills counts as hanging.
PATIENCE = 300.0
#: Kills in a row before a run is let through.
IN_A_ROW = 3


@dataclass
class Report:
    """What came of it.

    Attributes:
        kills: processes that were killed in the middle of their work.
        ends: runs that were let through and looked at.
        wrong: what was wrong, a sentence each.
    """

    kills: int = 0
    ends: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Undisturbed:
    """What a run does that nobody kills.

    Attributes:
        seconds: how long each round takes.
        changes: how often each round changes the disk.
        files: every published file after each round.
        editions: how many editions a version has.
    """

    seconds: tuple[float, ...]
    changes: tuple[int, ...]
    files: tuple[dict[str, str], ...]
    editions: int


class Supervisor:
    """Runs and kills.

    Args:
        folder: where homes are made.
        seed: of the moments.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._random = random.Random(seed)  # noqa: S311 - moments, no secrets
        self._context: ForkServerContext = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.crash.work"])
        self.report = Report()

    def undisturbed(self) -> Undisturbed:
        """Each round run through, in a home of its own."""
        home = self._home("undisturbed")
        seconds, changes, files = [], [], []
        for number in range(ROUNDS):
            self._drop(home, number)
            begun = monotonic()
            self._through(home, number)
            seconds.append(monotonic() - begun)
            changes.append(int((home.parent / "changes").read_text(encoding="utf-8")))
            files.append(published(home))
        editions = len([name for name in files[0] if not name.endswith("manifest.json")])
        return Undisturbed(tuple(seconds), tuple(changes), tuple(files), editions)

    def kill(self, kills: int, known: Undisturbed) -> Report:
        """Kill so many runs; homes are begun anew as often as it takes.

        Args:
            kills: how many.
            known: what an undisturbed run does.
        """
        number = 0
        while self.report.kills < kills:
            home = self._home(f"home-{number}")
            for one in range(ROUNDS):
                self._round(home, one, known, kills)
            number += 1
        return self.report

    def _round(self, home: Path, number: int, known: Undisturbed, kills: int) -> None:
        """Some kills in a row, each looked at, then a run let through."""
        self._drop(home, number)
        dropped = {path.name: content(path) for path in sorted(home.glob("inbox/*/*"))}
        for _ in range(self._random.randint(1, IN_A_ROW)):
            if self.report.kills < kills:
                self.report.kills += self._killed(home, number, known)
                self.report.wrong += wrong_with(home, dropped, known.editions)
        self._through(home, number)
        self.report.ends += 1
        self.report.wrong += wrong_with(home, dropped, known.editions)
        self.report.wrong += [f"{name} was not swept away" for name in left_over(home)]
        if published(home) != known.files[number]:
            self.report.wrong.append(f"round {number} ended in other bytes than undisturbed")

    def _killed(self, home: Path, number: int, known: Undisturbed) -> bool:
        """Start a run and kill it; False where it had ended before."""
        by_clock = self._random.random() < 0.5
        last = 0 if by_clock else self._random.randint(1, known.changes[number])
        process = self._start(home, number, last)
        if by_clock:
            process.join(self._random.uniform(0, known.seconds[number]))
            process.kill()
        process.join(PATIENCE)
        return process.exitcode == -signal.SIGKILL

    def _through(self, home: Path, number: int) -> None:
        """A run that nobody kills.

        Raises:
            AssertionError: it does not end well.
        """
        process = self._start(home, number, 0)
        process.join(PATIENCE)
        assert process.exitcode == 0, "a run that nobody killed must go through"

    def _start(self, home: Path, number: int, last: int) -> BaseProcess:
        process = self._context.Process(target=_work, args=(home, number, last))
        process.start()
        return process

    def _drop(self, home: Path, number: int) -> None:
        process = self._context.Process(target=_drop, args=(home, number))
        process.start()
        process.join(PATIENCE)

    def _home(self, name: str) -> Path:
        home = self._folder / name / "home"
        home.mkdir(parents=True)
        return home


def _work(home: Path, number: int, last: int) -> None:
    from tests.crash.work import work_until  # noqa: PLC0415 - loaded by the server already, not by the supervisor

    work_until(home, number, last)


def _drop(home: Path, number: int) -> None:
    from tests.crash.work import drop  # noqa: PLC0415 - as above

    drop(home, number)


def supervise(folder: Path, seed: int, kills: int, tell: Callable[[str], object] = lambda _: None) -> Report:
    """Kill so many runs and say what came of it.

    Args:
        folder: an empty folder.
        seed: of the moments.
        kills: how many.
        tell: what to do with a line of progress.
    """
    supervisor = Supervisor(folder, seed)
    known = supervisor.undisturbed()
    tell(f"undisturbed: {known.seconds} seconds, {known.changes} changes of the disk, {known.editions} editions")
    return supervisor.kill(kills, known)
