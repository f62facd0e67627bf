"""One command run as a whole process: how long it took and how much memory it held at most."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

KIBIBYTES_A_MEGABYTE = 1024


@dataclass(frozen=True)
class Cost:
    """What one process cost.

    Attributes:
        wall: seconds from start to end.
        cpu: seconds of processor time, children included.
        peak: megabytes of memory at most, in the largest single process.
        code: its exit code.
    """

    wall: float
    cpu: float
    peak: float
    code: int


def cost_of(command: Sequence[str], environment: Mapping[str, str], log: Path) -> Cost:
    """Run a command to its end and take the operating system's own account of it.

    Args:
        command: the words of the command.
        environment: variables beside those of this process.
        log: where its output goes.
    """
    with log.open("ab") as stream:
        started = time.perf_counter()
        child = subprocess.Popen(command, env={**os.environ, **environment}, stdout=stream, stderr=stream)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIBIBYTES_A_MEGABYTE, child.returncode)
