"""Random small packs: nothing leaks to a reader who tries every world, nothing is hidden in vain, order is nothing."""

from __future__ import annotations

import random
from itertools import product

import pytest

from assets.report.disclosure.attacker import audit
from assets.report.disclosure.cells import CannotProtect, Problem, same, total
from assets.report.disclosure.optimiser import Effort
from assets.report.disclosure.primary import Rules
from assets.report.disclosure.protect import protect
from tests.unit.report.disclosure.made import joined, leaks, line, patterns, problem, shuffled, table

RULES = Rules()
PACKS = 500


def count(chance: random.Random) -> int:
    """Mostly small, as in a pack by area and quarter."""
    return chance.choice((0, 0, 1, 1, 2, 3, 4, 5, 6, 8, 12, 20))


def two_way(chance: random.Random) -> Problem:
    rows, columns = chance.randint(2, 3), chance.randint(2, 3)
    return table([[count(chance) for _ in range(columns)] for _ in range(rows)])


def hierarchy(chance: random.Random) -> Problem:
    """Districts in two counties, counties in all; the same districts again as urban and rural."""
    names = "abcdef"[: chance.randint(4, 6)]
    counts = {name: count(chance) for name in names}
    sums = {"north": names[:2], "south": names[2:], "urban": names[::2], "rural": names[1::2]}
    totals = {name: sum(counts[one] for one in parts) for name, parts in sums.items()}
    relations = [total(name, parts) for name, parts in sums.items()]
    relations += [total("all", ("north", "south")), total("all", ("urban", "rural"))]
    return problem({**counts, **totals, "all": sum(counts.values())}, relations)


def quarters(chance: random.Random) -> Problem:
    """Three quarters of two areas and both, and the year to date of each; now and then a quarter is out already."""
    counts = {f"{area}{q}": count(chance) for area, q in product("ab", (1, 2, 3))}
    relations = []
    for q in (1, 2, 3):
        counts[f"t{q}"] = counts[f"a{q}"] + counts[f"b{q}"]
        relations.append(total(f"t{q}", (f"a{q}", f"b{q}")))
    for area in "abt":
        counts[f"{area}y"] = sum(counts[f"{area}{q}"] for q in (1, 2, 3))
        relations.append(total(f"{area}y", [f"{area}{q}" for q in (1, 2, 3)]))
    return problem(counts, relations, chance.choice(((), (), ("t1",))))


def linked(chance: random.Random) -> Problem:
    """A table whose first row's total stands in another table as well."""
    first = table([[count(chance) for _ in range(2)] for _ in range(2)])
    whole = first.by_id["r0ct"].count
    part = chance.randint(0, whole)
    second = line("again", {"x": part, "y": whole - part}, known=False)
    return joined(first, second, relations=[same("r0ct", "again")])


KINDS = (two_way, hierarchy, quarters, linked)


def pack(seed: int) -> Problem:
    chance = random.Random(seed)  # noqa: S311 - no secret
    return KINDS[seed % len(KINDS)](chance)


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=[kind.__name__ for kind in KINDS])
def test_no_count_of_a_random_pack_can_be_worked_out_by_trying_every_world(kind: int) -> None:
    """125 packs of each kind, 500 in all. A refusal is only taken where hiding everything leaks as well."""
    held = 0
    for seed in range(kind, PACKS, len(KINDS)):
        made = pack(seed)
        try:
            hidden = protect(made).hidden
        except CannotProtect:
            assert leaks(made, {cell.id for cell in made.cells if cell.hideable}, RULES), f"pack {seed}"
            continue
        assert leaks(made, hidden, RULES) == [], f"pack {seed}"
        held += bool(hidden)
    assert held > 100


def small(seed: int) -> Problem:
    """At most eight cells that can be hidden, so that every pattern can be tried."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    parts = {name: count(chance) for name in "abc"}
    sums = {"ab": parts["a"] + parts["b"], "bc": parts["b"] + parts["c"]}
    relations = [total("ab", "ab"), total("bc", "bc"), total("all", "abc")]
    return problem({**parts, **sums, "all": sum(parts.values())}, relations)


def cost(made: Problem, hidden: frozenset[str]) -> int:
    return sum(made.by_id[name].weight for name in hidden)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_cheaper_would_do(seed: int) -> None:
    """Every one of the 64 patterns that shows the noughts is tried; the cheapest that holds costs what ours does."""
    made = small(seed)
    noughts = {cell.id for cell in made.cells if cell.count == 0}
    safe = [cost(made, hidden) for hidden in patterns(made) if not hidden & noughts and not leaks(made, hidden, RULES)]
    assert safe
    found = protect(made)
    assert found.proven
    assert cost(made, found.hidden) == min(safe)


@pytest.mark.parametrize("seed", range(0, 40, 2))
def test_the_attacker_finds_what_trying_every_world_finds(seed: int) -> None:
    """Over patterns chosen blindly, most of which leak."""
    made = pack(seed)
    chance = random.Random(seed)  # noqa: S311 - no secret
    risks = {cell.id for cell in made.cells if cell.hideable and 0 < cell.count < RULES.threshold}
    others = sorted(cell.id for cell in made.cells if cell.hideable and cell.count >= RULES.threshold)
    hidden = risks | set(chance.sample(others, min(2, len(others))))
    assert [leak.cell for leak in audit(made, hidden)] == sorted(leaks(made, hidden, RULES))


@pytest.mark.parametrize("seed", [0, 1, 3, 4, 5, 7])
def test_the_order_in_which_a_pack_is_told_does_not_matter(seed: int) -> None:
    made = pack(seed)
    first = protect(made)
    assert [protect(shuffled(made, again)) for again in range(3)] == [first] * 3


def test_a_pack_by_itself_and_beside_another_is_hidden_alike() -> None:
    """Blocks that share no relation are no business of each other's."""
    one, other = table([[3, 9, 12], [7, 2, 30]], "x"), table([[1, 14], [6, 22]], "y")
    both = protect(joined(one, other)).hidden
    assert both == protect(one).hidden | protect(other).hidden


@pytest.mark.parametrize("seed", [0, 1, 3, 4, 5, 7, 8, 9, 11])
def test_a_search_cut_off_at_once_hides_more_and_leaks_nothing(seed: int) -> None:
    made = pack(seed)
    quick = protect(made, RULES, Effort(parts=0, rounds=0))
    assert leaks(made, quick.hidden, RULES) == []
    assert cost(made, quick.hidden) >= cost(made, protect(made).hidden)
    assert quick.proven == (not quick.hidden)
