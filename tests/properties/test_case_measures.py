"""Every measure of the case system against its oracle, over random small worlds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.platform.engines import Session
from tests.oracles import custody, first_entrants, orders, outcomes, reoffending
from tests.oracles.computed import as_answers, computed, faults_found, services_open
from tests.oracles.random_worlds import SETTINGS, chance, make_worlds, service, spine_of
from tests.oracles.world import Answer, Key, World

ORACLES: dict[str, Callable[[World], Answer]] = {
    "FTE-01": first_entrants.fte_01,
    "FTE-02": first_entrants.fte_02,
    "FTE-03": first_entrants.fte_03,
    "FTE-04": first_entrants.fte_04,
    "FTE-05": first_entrants.fte_05,
    "CUS-01": custody.cus_01,
    "CUS-02": custody.cus_02,
    "CUS-03": custody.cus_03,
    "REM-01": custody.rem_01,
    "REM-02": custody.rem_02,
    "EET-01": orders.eet_01,
    "EET-02": orders.eet_02,
    "ACC-01": orders.acc_01,
    "REO-01": reoffending.reo_01,
    "REO-06": reoffending.reo_06,
    "REO-08": reoffending.reo_08,
}
CHILD = st.tuples(st.integers(0, 2**16), st.integers(0, 3))
WORLDS_AT_ONCE = 9


def is_another_services_heading(key: Key, figures: tuple[float, float | None], own: str) -> bool:
    """A category that only occurs elsewhere in the tables is nought in this service, and is not told of its places."""
    return key[1] == own and key[2] != "all" and figures in ((0.0, None), (0.0, 0.0))


def differences(ours: Answer, sql: Answer, own: str) -> dict[Key, tuple[object, object]]:
    """Keys whose figures differ in the world of a service: ours beside the SQL's."""
    extra = {key for key, figures in sql.items() if key not in ours and is_another_services_heading(key, figures, own)}
    keys = sorted((set(ours) | set(sql)) - extra)
    return {key: (ours.get(key), sql.get(key)) for key in keys if ours.get(key) != sql.get(key)}


@pytest.fixture(scope="module", params=range(len(SETTINGS)))
def opened(request: pytest.FixtureRequest) -> Iterator[tuple[int, Session]]:
    """One of the settings, with an engine that knows its periods."""
    services = [service(str(number)) for number in range(WORLDS_AT_ONCE)]
    with services_open(services, spine_of(request.param)) as session:
        yield request.param, session


@settings(max_examples=6, derandomize=True, deadline=None)
@given(
    seed=st.integers(0, 2**16),
    drawn=st.lists(st.lists(CHILD, min_size=5, max_size=25), min_size=WORLDS_AT_ONCE, max_size=WORLDS_AT_ONCE),
)
def test_every_case_measure_agrees_with_plain_counting(
    opened: tuple[int, Session], seed: int, drawn: list[list[tuple[int, int]]]
) -> None:
    """Four settings, six examples, nine worlds each: 216 worlds for every measure."""
    setting, session = opened
    worlds = make_worlds(setting, seed, drawn)
    made = computed(session, worlds, [*ORACLES, "core_cross_file_faults"])
    for world in worlds:
        assert faults_found(made["core_cross_file_faults"], world) == outcomes.faults(world)
    for measure, oracle in ORACLES.items():
        answers = as_answers(made[measure], worlds)
        for world in worlds:
            found = differences(oracle(world), answers[world.mark], world.service.code)
            assert (measure, world.mark, found) == (measure, world.mark, {})


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    """Some worlds of the kind the property sees."""
    luck = chance(7)
    drawn = [[[(luck.randrange(2**16), luck.randrange(4)) for _ in range(15)] for _ in range(9)] for _ in SETTINGS]
    return [world for setting, batch in enumerate(drawn) for world in make_worlds(setting, setting, batch)]


@pytest.mark.parametrize("measure", sorted(ORACLES))
def test_the_random_worlds_give_each_measure_something_to_count(measure: str, worlds: list[World]) -> None:
    counted = [numerator for world in worlds for numerator, _ in ORACLES[measure](world).values()]
    assert len({numerator for numerator in counted if numerator}) >= 2


def test_the_random_worlds_break_every_rule_between_files(worlds: list[World]) -> None:
    codes = {code for world in worlds for code, *_ in outcomes.faults(world)}
    assert codes == {f"YJ-R-{number:04d}" for number in range(1, 11)}
