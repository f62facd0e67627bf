"""The processes that read one dropped file each: how they are started and bounded, and what their end means.

A parser that a file makes run away or die takes nothing else with it. The programs themselves are `sheet_child` and
`parquet_child`; this module is read by both sides, so it imports nothing heavy.
"""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path

from assets.raw.limits import MEGABYTE, Limits
from assets.raw.refusal import DAMAGED, OVERSIZED, PROTECTED, UNSUPPORTED, RefusedError

DAMAGED_EXIT = 3
PROTECTED_EXIT = 4
OVERSIZED_EXIT = 5
UNSUPPORTED_EXIT = 6
_CODES = {PROTECTED_EXIT: PROTECTED, OVERSIZED_EXIT: OVERSIZED, UNSUPPORTED_EXIT: UNSUPPORTED}


def read_in_child(program: Path, path: Path, memory: int, limits: Limits, *numbers: int) -> bytes:
    """Let a process of its own read a file; nothing it complains of is kept.

    Args:
        program: the module it runs.
        path: the file it reads.
        memory: address space it may take, in bytes (POSIX only).
        limits: the time it may take: more for a larger file.
        numbers: what else the program must be told.

    Returns:
        What it wrote.

    Raises:
        RefusedError: it could not read the file, or would have taken too much time or memory.
    """
    size = path.stat().st_size / MEGABYTE
    seconds = math.ceil(limits.child_processor_seconds + limits.child_processor_seconds_a_megabyte * size)
    bounds = (memory, seconds, *numbers)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module; the path is one argument, no shell
            [sys.executable, "-P", str(program), str(path), *map(str, bounds)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.child_seconds + limits.child_seconds_a_megabyte * size,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(OVERSIZED) from None
    if done.returncode < 0:  # ended by the system: out of time or memory, or the parser gave up on a size
        raise RefusedError(OVERSIZED)
    if done.returncode:
        raise RefusedError(_CODES.get(done.returncode, DAMAGED))
    return done.stdout


def bound_process(memory: int, seconds: int) -> None:
    """Hold this process to its bounds, where the system can do that; a crash leaves no image of its memory.

    Args:
        memory: bytes of address space.
        seconds: processor time.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
