"""A run on a machine that refuses: from some change of the disk on, every further one fails as the system would say it.

It runs in a process of its own, because what listens to Python's changes of a disk can never be taken off again.
"""

from __future__ import annotations

import errno
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import dagster as dg

from pipelines.platform.gate import told_plainly
from tests.crash.work import changes_the_disk, work

#: How a process ends: it went through; it said the code expected; it said something else.
WENT_THROUGH, SAID_SO, SAID_ELSE = 0, 3, 5


def refuse(home: Path, number: int, first: int, refusal: int, code: str) -> None:
    """A run of which every change of the disk from the `first` on is refused; ends the process.

    Args:
        home: the home folder.
        number: which round.
        first: the first change that is refused.
        refusal: what the system says, e.g. `errno.ENOSPC`.
        code: the code that is to be told.
    """
    seen = 0

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if changes_the_disk(event, arguments):
            seen += 1
            if seen >= first:
                raise OSError(refusal, os.strerror(refusal))

    sys.addaudithook(listen)
    _end(lambda: work(home, number), code)


def fill(home: Path, number: int, most: int) -> None:
    """A run that may write no file longer than so many bytes, as on a disk that is full; ends the process.

    Args:
        home: the home folder.
        number: which round.
        most: the longest file, in bytes.
    """
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    _end(lambda: work(home, number), "BR-903")


def _end(run: Callable[[], None], code: str) -> None:
    try:
        with told_plainly():
            run()
    except dg.Failure as failure:
        said = failure.description or ""
    except dg.RetryRequested as retry:
        said = str(retry.__cause__)
    else:
        os._exit(WENT_THROUGH)
    print(said, file=sys.stderr, flush=True)  # noqa: T201 - shown where the test fails
    os._exit(SAID_SO if said.startswith(code) else SAID_ELSE)


FULL, CLOSED = errno.ENOSPC, errno.EACCES
