"""`python -m benchmarks.people`: linking records of made-up young people whose truth is known.

Processor seconds and memory of rules and likeness together (reading and writing apart), and how many of those held
twice were found. Each size is a process of its own.

Usage: python -m benchmarks.people [YOUNG PEOPLE ...]   (default 5000 50000)
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from assets.core.people.linking import Linked, link
from schemas.service import LinkRule
from tests.unit.core.people.made_up import Corpus, corpus, frame_of

SIZES = (5_000, 50_000)
SEED = 20150107


def main(sizes: tuple[int, ...]) -> None:
    """Measure and print, as a Markdown table."""
    print("| records | held twice | linked by rule | wrongly | proposed | found | right | processor s | peak MB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.people", "one", str(size)]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="")


def measure(size: int) -> None:
    """One size: link the corpus twice, since the first time imports splink, and print a line."""
    made = corpus(size, SEED)
    records = frame_of(made.records)
    link(records.head(2), (), LinkRule().propose_from)
    start = time.process_time()
    outcome = link(records, (), LinkRule().propose_from)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {len(records):,} | {score(made, outcome)} | {seconds:.1f} | {peak:,} |")


def score(made: Corpus, outcome: Linked) -> str:
    """What was found of what is true, as cells of the table."""
    truth = made.true_pairs()
    linked = set(zip(outcome.links["linked_id"], outcome.links["ypid"], strict=True))
    proposed = set(zip(outcome.proposals["ypid"], outcome.proposals["alias_ypid"], strict=True))
    found = len(truth & (linked | proposed)) / len(truth)
    right = len(truth & proposed) / len(proposed)
    numbers = f"{len(truth):,} | {len(linked):,} | {len(linked - truth):,} | {len(proposed):,}"
    return f"{numbers} | {found:.1%} | {right:.1%}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        measure(int(sys.argv[2]))
    else:
        main(tuple(int(argument) for argument in sys.argv[1:]) or SIZES)
