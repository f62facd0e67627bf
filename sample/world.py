"""The whole made-up world as tables, one an extract, in the order of the work.

Only the order belongs here; each step is a module of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sample import board, finance, published_elsewhere, support, support_rows
from sample.careers import build_careers
from sample.case_rows import Rows, offences_and_outcomes, persons
from sample.commentary import commentary
from sample.dirt import Tables, make_dirty
from sample.disposals import settle_disposals
from sample.domains import courts, health, people, prevention, specialist, statutory
from sample.domains.made import Made
from sample.ethnicities import settle_ethnicities
from sample.nearmiss import plant_near_misses
from sample.orders import make_orders
from sample.plan import load_plan
from sample.programmes import plant_programmes
from sample.quarters import GOLDEN
from sample.remands import make_remands

#: Extracts of the case system; the others do not grow with the number of children.
CASE_EXTRACTS = (
    "persons", "offences", "outcomes", "hearings", "remand_episodes", "interventions", "ete_status", "accommodation",
)  # fmt: skip

#: What makes the extracts of each domain from the world.
DOMAINS: tuple[Callable[[Made], Tables], ...] = (
    courts.tables,
    health.tables,
    people.tables,
    prevention.tables,
    specialist.tables,
    statutory.tables,
)


def case_tables() -> Tables:
    """The case system's extracts, as they should be: near misses, but no faults."""
    return {name: [dict(row) for row in rows] for name, rows in made_world().tables.items()}


def domain_tables() -> Tables:
    """The extracts of every domain, in the order of the domains."""
    return {name: rows for make in DOMAINS for name, rows in make(made_world()).items()}


@cache
def made_world() -> Made:
    """The world, made once."""
    plan = load_plan()
    world = build_careers(plan)
    book = make_orders(plan, world.children)
    plant_near_misses(world, plan)
    settle_disposals(world.children)
    plant_programmes(book, world.children)
    episodes = make_remands(plan, world.children)
    settle_ethnicities(world.children)
    offences, outcomes = offences_and_outcomes(world.children)
    tables = {
        "persons": persons(world.children),
        "offences": offences,
        "outcomes": outcomes,
        "hearings": support_rows.hearings(world.children, episodes),
        "remand_episodes": support_rows.remand_episodes(episodes),
        "interventions": support_rows.interventions(book.orders),
        "ete_status": support_rows.ete_status(support.education(book.orders)),
        "accommodation": support_rows.accommodation(support.homes(book.orders)),
    }
    return Made(world.children, book, episodes, tables)


def reference_tables() -> dict[str, Rows]:
    """Finance, Board papers and published figures."""
    return {
        "finance_budget": finance.finance_budget(),
        "finance_actual": finance.finance_actual(),
        "finance_savings": finance.finance_savings(),
        "risks": board.risks(),
        "priorities": board.priorities(),
        "targets": published_elsewhere.targets(),
        "comparators": published_elsewhere.comparators(),
        "population": published_elsewhere.population(),
        "moj_cohort": published_elsewhere.moj_cohort(),
        "moj_fte": published_elsewhere.moj_fte(),
        "moj_custody": published_elsewhere.moj_custody(),
        "moj_national_reoffending": published_elsewhere.moj_national_reoffending(),
        "ons_mid_year_estimates": published_elsewhere.ons_mid_year_estimates(),
    }


def backbone_tables() -> dict[str, Rows]:
    """What no return is made without, faults and all: case system, finance, Board papers, published figures."""
    tables = case_tables()
    make_dirty(tables)
    return {**tables, **reference_tables()}


def all_tables() -> dict[str, Rows]:
    """Every extract's rows as they are exported, faults and all."""
    return {**backbone_tables(), **domain_tables(), "commentary": commentary(GOLDEN)}
