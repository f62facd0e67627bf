"""The process that receives the corpus, each file in an inbox of its own beside a healthy one, and says what it took.

Started by the tests: its processor time and memory are then its own. Times are of the processor, with the reading
processes counted in, so that a busy machine changes nothing; memory is the most that was held at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from assets.raw.receive import receive_inbox
from assets.raw.store import stored_path
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ACCEPTED
from pipelines.platform.register.store import Register
from schemas.catalogue import EXTRACTS
from tests.fixtures.files import HEARING, HEARINGS_HEADER, as_csv, write_text
from tests.hostile.complete import CORPUS, Hostile

QUARTER = Quarter.from_label("2014-15 Q3")
_KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one file.

    Attributes:
        name: its name in the corpus.
        code: why it was refused; None: received.
        seconds: processor time of receiving it.
        megabytes: the most memory that receiving it held at once, above what was held before.
        is_kept: its bytes are in the store under their SHA-256, and it lies in the inbox unchanged.
        healthy: the healthy file beside it was received.
    """

    name: str
    code: str | None
    seconds: float
    megabytes: float
    is_kept: bool
    healthy: bool


def main(home: Path) -> list[Told]:
    """Receive every file of the corpus, one after the other, in this one process."""
    register = Register(f"sqlite:///{home / 'register.sqlite'}")
    register.migrate()
    return [receive_one(home, place, one, register) for place, one in enumerate(CORPUS.values())]


def receive_one(home: Path, place: int, one: Hostile, register: Register) -> Told:
    """Receive one file, measured."""
    inbox = home / f"inbox-{place}"
    inbox.mkdir()
    path = inbox / one.name
    one.make(path)
    healthy = write_text(inbox / "zz healthy.csv", as_csv([HEARINGS_HEADER, (f"A{place}", *HEARING[1:])]))
    digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in (path, healthy)]
    before, held = _seconds(), _forget_peak()
    found = {file.sha256: file for file in receive_inbox(inbox, home / "received", QUARTER, register, EXTRACTS)}
    told = Told(
        name=one.name,
        code=found[digests[0]].code,
        seconds=_seconds() - before,
        megabytes=_peak() - held,
        is_kept=[_digest(stored_path(home / "received", digests[0])), _digest(path)] == [digests[0]] * 2,
        healthy=found[digests[1]].status == ACCEPTED,
    )
    path.unlink()
    return told


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _seconds() -> float:
    """Processor time of this process and of the reading processes that have ended."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _forget_peak() -> float:
    """Begin to measure the peak of memory anew, where the system can (Linux); returns what is held now."""
    marks = Path("/proc/self/clear_refs")
    if os.access(marks, os.W_OK):
        marks.write_text("5", encoding="ascii")
    return _peak()


def _peak() -> float:
    """The most memory held since, in megabytes."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTE
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / _KILOBYTE


if __name__ == "__main__":
    results = [asdict(told) for told in main(Path(sys.argv[1]))]
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _KILOBYTE
    sys.stdout.write(json.dumps({"told": results, "reader_megabytes": children}))
