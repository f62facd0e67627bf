"""What share of the mutants is noticed, and which survive without an excuse.

What belongs here: the list of mutants of every statement that a measure rests on, and the verdicts; those that cannot
show in any figure are told by `proofs` and by `equivalent.yaml`, each with its reason. `python -m
tests.sql_mutation.full` judges every one; the test judges a sample.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from tests.sql_mutation.bench import noticed
from tests.sql_mutation.benches import bench, bench_names
from tests.sql_mutation.mutants import Mutant, mutants
from tests.sql_mutation.proofs import is_proven

EXCUSES = Path(__file__).with_name("equivalent.yaml")


@dataclass(frozen=True)
class Excuse:
    """Mutants that no data can give away.

    Attributes:
        name: pattern of the statement's name.
        kind: pattern of what was done.
        was: pattern of the part that was changed.
        reason: why no figure can differ.
    """

    name: re.Pattern[str]
    kind: re.Pattern[str]
    was: re.Pattern[str]
    reason: str

    def covers(self, mutant: Mutant) -> bool:
        """Whether it speaks of this mutant."""
        return bool(
            self.name.fullmatch(mutant.name) and self.kind.fullmatch(mutant.kind) and self.was.search(mutant.was)
        )


@dataclass
class Score:
    """Verdicts on some mutants.

    Attributes:
        noticed: how many gave themselves away.
        survivors: those that did not, without those excused.
        excused: how many did not and are known to be equivalent.
        not_run: how many were no SQL that runs.
    """

    noticed: int = 0
    survivors: list[Mutant] = field(default_factory=list)
    excused: int = 0
    not_run: int = 0

    @property
    def judged(self) -> int:
        """Mutants that could be noticed."""
        return self.noticed + len(self.survivors)

    @property
    def share(self) -> float:
        """Share noticed of those that could be."""
        return self.noticed / self.judged if self.judged else 1.0


@cache
def excuses() -> tuple[Excuse, ...]:
    """The mutants that no data can give away."""
    listed = yaml.safe_load(EXCUSES.read_text(encoding="utf-8"))["equivalent"]
    return tuple(
        Excuse(re.compile(one.get("name", ".*")), re.compile(one["kind"]), re.compile(one["was"]), one["reason"])
        for one in listed
    )


@cache
def homes() -> dict[str, list[str]]:
    """Statement -> the benches it stands on."""
    found: dict[str, list[str]] = {}
    for name in bench_names():
        for part in bench(name).parts:
            found.setdefault(part, []).append(name)
    return found


def mutants_of(home: str) -> list[Mutant]:
    """Every mutant of the statements whose first bench this is."""
    return [
        mutant
        for part in bench(home).parts.values()
        if homes()[part.name][0] == home
        for mutant in mutants(part.name, part.body)
    ]


def sampled(every: list[Mutant], number: int) -> list[Mutant]:
    """So many of them, the same every time."""
    chance = random.Random(number)  # noqa: S311 - nothing is kept secret with it
    return every if len(every) <= number else [every[at] for at in sorted(chance.sample(range(len(every)), number))]


def judged(some: list[Mutant]) -> Score:
    """The verdicts on some mutants; one that another domain's worlds notice is noticed."""
    score = Score()
    for mutant in some:
        verdict = _verdict(mutant)
        if verdict is None:
            score.not_run += 1
        elif verdict:
            score.noticed += 1
        elif is_proven(mutant) or any(excuse.covers(mutant) for excuse in excuses()):
            score.excused += 1
        else:
            score.survivors.append(mutant)
    return score


def _verdict(mutant: Mutant) -> bool | None:
    """Noticed, not noticed, or None for no SQL that runs."""
    verdict: bool | None = None
    for home in homes()[mutant.name]:
        verdict = noticed(bench(home), mutant)
        if verdict is not False:
            return verdict
    return verdict
