"""Every mutant of every statement: `python -m tests.sql_mutation.full [BENCH ...]`. Prints survivors and the share."""

from __future__ import annotations

import sys

from tests.sql_mutation.benches import bench_names
from tests.sql_mutation.score import Score, judged, mutants_of


def main(names: list[str]) -> None:
    """Judge the mutants of these benches, or of all."""
    total = Score()
    for name in names or bench_names():
        score = judged(mutants_of(name))
        for mutant in score.survivors:
            say(f"  {mutant.told}")
        say(told(name, score))
        total.noticed += score.noticed
        total.survivors += score.survivors
        total.excused += score.excused
        total.not_run += score.not_run
    say(told("all", total))


def say(line: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(name: str, score: Score) -> str:
    """One line on a score."""
    return (
        f"{name}: {score.noticed} of {score.judged} wrong statements noticed ({100 * score.share:.1f}%), "
        f"{score.excused} equivalent, {score.not_run} no SQL"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
