"""Decisions on who is one young person: kept once, the newest counts, and one taken back lets the one before count."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from pipelines.platform.register.people import LinkDecision
from pipelines.platform.register.store import Register

Q2, Q3, Q4 = "2014-15-Q2", "2014-15-Q3", "2014-15-Q4"
THEN = datetime(2015, 1, 20, 9, 30, tzinfo=UTC)
SAME = LinkDecision(Q3, "YP1", "YP2", True, "same birth certificate", "A Officer", THEN, "f" * 64, 2)
DIFFERENT = replace(SAME, same=False, why="twins")


def test_a_decision_comes_back_as_it_was(register: Register) -> None:
    assert register.people.decide(Q3, [SAME]) == 1
    (kept,) = register.people.decisions(Q3)
    assert replace(kept, number=0) == SAME


def test_a_decision_holds_from_its_quarter_on(register: Register) -> None:
    register.people.decide(Q3, [SAME])
    assert [len(register.people.decisions(quarter)) for quarter in (Q2, Q3, Q4)] == [0, 1, 1]


def test_the_same_said_again_of_the_pair_either_way_round_adds_nothing(register: Register) -> None:
    register.people.decide(Q3, [SAME])
    turned = replace(SAME, ypid="YP2", alias_ypid="YP1", file_sha256="b" * 64)
    assert register.people.decide(Q3, [turned, turned]) == 0


def test_of_two_decisions_on_a_pair_the_newest_counts(register: Register) -> None:
    register.people.decide(Q3, [SAME, DIFFERENT])
    assert [one.same for one in register.people.decisions(Q3)] == [False]


def test_when_the_newest_is_taken_back_the_one_before_counts_again(register: Register) -> None:
    register.people.decide(Q3, [SAME, DIFFERENT])
    (newest,) = register.people.decisions(Q3)
    assert register.people.undo([newest.number], "B Officer") == 1
    assert [one.same for one in register.people.decisions(Q3)] == [True]
    assert register.people.undo([newest.number], "B Officer") == 0


def test_a_record_is_no_pair_with_itself(register: Register) -> None:
    assert register.people.decide(Q3, [replace(SAME, alias_ypid="YP1")]) == 0


def test_a_decision_of_no_pair_changes_nothing(register: Register) -> None:
    assert register.people.decide(Q3, []) == 0
    assert register.people.undo([], "B Officer") == 0
