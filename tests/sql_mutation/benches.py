"""The benches there are: worlds of the case system, of published, finance and Board tables, and of each domain.

Every measure's statement is on one of them, found by itself: nothing here names a measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

import pandas as pd
import pyarrow as pa
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from assets.core.person_links import LINKS
from pipelines.platform.context import VIEWS, context_tables
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import UNKNOWN, area_closure, authorities
from pipelines.platform.sql import Statement
from tests.oracles import asked
from tests.oracles.computed import case_statements, core_frame, core_statements, linked_by_rule, marked
from tests.oracles.domain import Domain, every_domain, small_service
from tests.oracles.random_worlds import SETTINGS, chance, make_worlds, service, spine_of
from tests.oracles.world import TABLES
from tests.properties import table_worlds
from tests.properties.test_case_measures import ORACLES
from tests.sql_mutation.bench import Bench, Part, Tables

WORLDS_AT_ONCE = 9
CHILDREN = 15
CASE_ROUNDS = 2
TABLE_WORLDS = 60
#: Size of each world of a domain; the richest first, as they notice most.
DOMAIN_SIZES = (20, 20, 20, 14, 20, 20, 8, 20, 3, *(20,) * 12)
#: Core tables whose own rows an oracle tells (`tests.oracles.outcomes.faults`).
HELD = frozenset({"core_cross_file_faults"})


def part_of(statement: Statement, *, is_measure: bool) -> Part:
    """A statement as a part of a bench."""
    name = statement.header["id"] if is_measure else statement.name
    return Part(name, statement.body, frozenset(statement.header["reads"]), is_measure, name in HELD)


def resting(core: Iterable[Statement], measures: Iterable[Statement]) -> dict[str, Part]:
    """The measures, and of the core statements those they rest on, in the order of work."""
    ends = list(measures)
    made = list(core)
    wanted = {name for one in ends for name in one.header["reads"]}
    for statement in reversed(made):
        if statement.name in wanted:
            wanted |= set(statement.header["reads"])
    kept = [part_of(one, is_measure=False) for one in made if one.name in wanted]
    return {part.name: part for part in (*kept, *(part_of(one, is_measure=True) for one in ends))}


# The case system ----------------------------------------------------------------------------------------------------


@cache
def case_bench() -> Bench:
    """The measures of the case system, over worlds of every setting."""
    parts = resting(core_statements(), (case_statements()[measure] for measure in sorted(ORACLES)))
    worlds = [partial(case_tables, at, turn) for turn in range(CASE_ROUNDS) for at in range(len(SETTINGS))]
    return Bench("case", parts, worlds, frozenset(service(str(mark)).code for mark in range(WORLDS_AT_ONCE)))


def case_tables(setting: int, turn: int) -> Tables:
    """Nine services in one set of tables, as the property test has them."""
    luck = chance(100 * turn + setting)
    drawn = [[(luck.randrange(2**16), luck.randrange(4)) for _ in range(CHILDREN)] for _ in range(WORLDS_AT_ONCE)]
    worlds = make_worlds(setting, luck.randrange(2**16), drawn)
    tables: dict[str, pd.DataFrame] = {}
    for name in TABLES:
        of = worlds[:1] if name == "targets" else worlds
        tables[f"core_{name}"] = core_frame(name, [row for world in of for row in marked(world, name)])
    tables[LINKS] = linked_by_rule(tables["core_persons"])
    first, *others = [area_closure(service(str(number))) for number in range(WORLDS_AT_ONCE)]
    closures = [first, *(areas[areas["district_code"] != UNKNOWN] for areas in others)]
    views = {"periods": spine_of(setting), "areas": pd.concat(closures, ignore_index=True)}
    return {**tables, **views, "authorities": authorities(service("0"))}


# Published, finance and Board tables --------------------------------------------------------------------------------

KINDS: dict[str, Callable[[], st.SearchStrategy[list[table_worlds.Row]]]] = {
    "core_moj_cohort": table_worlds.moj_cohorts,
    "core_moj_custody": table_worlds.moj_custody,
    "core_moj_national_reoffending": table_worlds.national_reoffending,
    "core_finance_budget": table_worlds.budgets,
    "core_finance_actual": table_worlds.actuals,
    "core_finance_savings": table_worlds.savings,
    "core_risks": table_worlds.risks,
    "core_priorities": table_worlds.priorities,
}


@cache
def table_bench() -> Bench:
    """The measures that are read from tables, over worlds as the property tests draw them."""
    core, every = table_worlds.statements()
    known = {*KINDS, *table_worlds.context()}
    given_core = {one.name for one in core if set(one.header["reads"]) <= known}
    ends = [one for _, one in every if set(one.header["reads"]) <= known | given_core]
    parts = resting(core, ends)
    return Bench("tables", parts, [partial(drawn_table, number) for number in range(TABLE_WORLDS)])


def drawn_table(number: int) -> Tables:
    """One of the worlds."""
    return drawn_tables()[number]


@cache
def drawn_tables() -> list[Tables]:
    """Worlds drawn as hypothesis draws them, the same each time."""
    found: list[Tables] = []

    @seed(1)
    @settings(max_examples=TABLE_WORLDS, phases=[Phase.generate], database=None, deadline=None)
    @given(world=st.fixed_dictionaries({name: make() for name, make in KINDS.items()}))
    def draw(world: dict[str, list[table_worlds.Row]]) -> None:
        tables = {name: table_worlds.table(name, rows) for name, rows in world.items()}
        found.append({**tables, **table_worlds.context()})

    draw()
    return found


# Domains ------------------------------------------------------------------------------------------------------------


@cache
def domain_bench(name: str) -> Bench:
    """The measures of one domain, over worlds of its own."""
    domain = next(one for one in every_domain() if one.name == name)
    behind = asked.read_by(tuple(sorted(domain.oracles)))
    core = [statement for table, statement in asked.core_bodies().items() if table in behind]
    parts = resting(core, (asked.measure_bodies()[measure] for measure in sorted(domain.oracles)))
    worlds = [partial(domain_tables, domain, number) for number in range(len(DOMAIN_SIZES))]
    return Bench(name, parts, worlds)


def domain_tables(domain: Domain, number: int) -> Tables:
    """The rows of one of a domain's worlds as core tables, with the views."""
    world = domain.world(number, DOMAIN_SIZES[number])
    behind = asked.read_by(tuple(sorted(domain.oracles)))
    rows = {name: asked.core_table(one, world.rows(one.name)) for name, one in asked.extracts().items()}
    tables: dict[str, pd.DataFrame | pa.Table] = {name: rows[name] for name in sorted(behind & set(rows))}
    if LINKS in behind:
        persons = [{"file_sha256": "0", "file_name": "", "sheet": "", **row} for row in world.rows("persons")]
        tables[LINKS] = linked_by_rule(core_frame("persons", persons))
    if asked.MATCHES in behind:
        tables[asked.MATCHES] = asked.matches(world)
    views = context_tables(Quarter.from_label(domain.quarter), small_service(domain.history_from), VIEWS)
    return {**tables, **views}


# All of them --------------------------------------------------------------------------------------------------------


def bench_names() -> list[str]:
    """Every bench there is."""
    return ["case", "tables", *(domain.name for domain in every_domain())]


def bench(name: str) -> Bench:
    """A bench by its name, made once."""
    made: dict[str, Callable[[], Bench]] = {"case": case_bench, "tables": table_bench}
    return made[name]() if name in made else domain_bench(name)
