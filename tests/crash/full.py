"""Two hundred kills: python -m tests.crash.full [SEED]. Some minutes; code 1 if anything is wrong."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import monotonic

from tests.crash.supervisor import supervise

KILLS = 200


def main(seed: int) -> int:
    """Kill two hundred runs and say what came of it."""
    begun = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = supervise(Path(folder), seed, KILLS, print)
    sys.stdout.write(
        f"Seed {seed}: {report.kills} kills, {report.ends} runs let through after them, "
        f"{len(report.wrong)} things wrong, {monotonic() - begun:.0f} seconds.\n"
    )
    for sentence in report.wrong:
        sys.stdout.write(f"- {sentence}\n")
    return int(bool(report.wrong))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20261122))
