"""Every measure of the domains against its oracle, over random small worlds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.indicators.run import measures
from tests.oracles.asked import answers
from tests.oracles.domain import Domain, every_domain
from tests.oracles.world import Answer, Key
from tests.properties.test_case_measures import ORACLES

Difference = dict[Key, tuple[object, object]]

every = pytest.mark.parametrize("domain", every_domain(), ids=lambda domain: domain.name)
#: Measures of published, finance and Board tables; their oracles are in `tests.properties.table_oracles`.
OF_TABLES = {"REO-02", "REO-03", "REO-04", "REO-05", "REO-07", "CUS-04", "RSK-01", "PRI-01"} | {
    f"FIN-{number:02d}" for number in range(1, 8)
}


def differences(ours: Answer, sql: Answer) -> Difference:
    """Keys whose figures differ by more than a millionth: ours beside the SQL's."""
    keys = sorted(set(ours) | set(sql))
    return {key: (ours.get(key), sql.get(key)) for key in keys if not _same(ours.get(key), sql.get(key))}


def _same(ours: tuple[float, float | None] | None, sql: tuple[float, float | None] | None) -> bool:
    if ours is None or sql is None or (ours[1] is None) != (sql[1] is None):
        return ours == sql
    return abs(ours[0] - sql[0]) < 1e-6 and abs((ours[1] or 0.0) - (sql[1] or 0.0)) < 1e-6


@every
@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(seed=st.integers(0, 2**32), size=st.integers(0, 20))
def test_every_measure_of_a_domain_agrees_with_plain_counting(domain: Domain, seed: int, size: int) -> None:
    world = domain.world(seed, size)
    for measure, said in answers(domain, world).items():
        found = differences(domain.oracles[measure](world), said)
        assert (measure, dict(list(found.items())[:5])) == (measure, {})


@every
def test_the_worlds_of_a_domain_give_each_measure_something_to_count(domain: Domain) -> None:
    worlds = [domain.world(seed, 12) for seed in range(12)]
    for measure, oracle in domain.oracles.items():
        counted = {numerator for world in worlds for numerator, _ in oracle(world).values() if numerator}
        assert len(counted) >= 2, measure


def test_every_measure_has_one_oracle() -> None:
    told = [measure for domain in every_domain() for measure in domain.oracles]
    assert sorted({*told, *ORACLES, *OF_TABLES}) == [measure.id for measure in measures()]
    assert sorted(told) == sorted(set(told) - set(ORACLES) - OF_TABLES)
