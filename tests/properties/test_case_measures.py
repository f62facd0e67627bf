"""Every measure of the case system against its oracle, over random small worlds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.platform.engines import Session
from tests.oracles import custody, first_entrants, orders, outcomes, reoffending
from tests.oracles.computed import as_answer, case_statements, computed, service_open
from tests.oracles.random_worlds import SETTINGS, make_world, service, spine_of
from tests.oracles.world import Answer, World

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


def faults_found(frame: pd.DataFrame) -> outcomes.Faults:
    columns = [frame[name].tolist() for name in ("code", "table_name", "row", "column_name")]
    return set(zip(*columns, strict=True))


def differences(wanted: Answer, given_answer: Answer) -> dict[object, object]:
    """Keys whose figures differ: ours beside the SQL's."""
    keys = sorted(set(wanted) | set(given_answer))
    return {key: (wanted.get(key), given_answer.get(key)) for key in keys if wanted.get(key) != given_answer.get(key)}


@pytest.fixture(scope="module", params=range(len(SETTINGS)))
def opened(request: pytest.FixtureRequest) -> Iterator[tuple[int, Session]]:
    """One of the settings, with an engine that knows its periods."""
    with service_open(service(), spine_of(request.param)) as session:
        yield request.param, session


@settings(max_examples=52, derandomize=True, deadline=None)
@given(seed=st.integers(0, 2**16), children=st.lists(CHILD, min_size=5, max_size=25))
def test_every_case_measure_agrees_with_plain_counting(
    opened: tuple[int, Session], seed: int, children: list[tuple[int, int]]
) -> None:
    """Four settings of 52 worlds each: 208 worlds for every measure."""
    setting, session = opened
    world = make_world(setting, seed, children)
    made = computed(session, world, ORACLES)
    assert faults_found(made["core_cross_file_faults"]) == outcomes.faults(world)
    for measure, oracle in ORACLES.items():
        assert (measure, differences(oracle(world), as_answer(made[measure]))) == (measure, {})


def test_every_case_measure_has_an_oracle() -> None:
    assert sorted(case_statements()) == sorted(ORACLES)


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    """Some worlds of the kind the property sees."""
    chance = Random(7)
    drawn = [[(chance.randrange(2**16), chance.randrange(4)) for _ in range(15)] for _ in range(16)]
    return [make_world(number % len(SETTINGS), number, children) for number, children in enumerate(drawn)]


@pytest.mark.parametrize("measure", sorted(ORACLES))
def test_the_random_worlds_give_each_measure_something_to_count(measure: str, worlds: list[World]) -> None:
    counted = [numerator for world in worlds for numerator, _ in ORACLES[measure](world).values()]
    assert len({numerator for numerator in counted if numerator}) > 3


def test_the_random_worlds_break_every_rule_between_files(worlds: list[World]) -> None:
    codes = {code for world in worlds for code, *_ in outcomes.faults(world)}
    assert codes == {f"YJ-R-{number:04d}" for number in range(1, 11)}
