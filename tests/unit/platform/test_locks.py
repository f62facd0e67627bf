"""One run at a time for each quarter: the second one is told, and a killed one blocks nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.platform.errors import QuarterBusy
from pipelines.platform.locks import QuarterLocks
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import PROJECT_ROOT

QUARTER, OTHER = Quarter(2014, 3), Quarter(2014, 4)
POSTGRES = os.environ.get("BOARD_RETURNS_TEST_POSTGRES_URL", "")
#: Holds a quarter and says so, until it is ended.
HOLDER = """
import sys
from pathlib import Path
from pipelines.platform.locks import QuarterLocks
from pipelines.platform.quarters import Quarter
locks = QuarterLocks(Path(sys.argv[1]), "")
locks.hold(Quarter(2014, 3))
print("held", flush=True)
sys.stdin.read()
"""


def locks_at(folder: Path) -> QuarterLocks:
    return QuarterLocks(folder, "sqlite:///register.db")


def test_a_second_run_of_the_same_quarter_is_told_and_another_quarter_goes_on(tmp_path: Path) -> None:
    first, second = locks_at(tmp_path), locks_at(tmp_path)
    first.hold(QUARTER)
    with pytest.raises(QuarterBusy, match=r"BR-901: Another run works on 2014-15 Q3"):
        second.hold(QUARTER)
    second.hold(OTHER)
    first.release()
    second.hold(QUARTER)
    second.release()


def test_a_run_may_ask_for_its_own_quarter_as_often_as_it_likes(tmp_path: Path) -> None:
    locks, other = locks_at(tmp_path), locks_at(tmp_path)
    locks.hold(QUARTER)
    locks.hold(QUARTER)
    with locks.alone(QUARTER):
        pass
    with pytest.raises(QuarterBusy):
        other.hold(QUARTER)
    locks.release()


def test_a_quarter_held_for_one_thing_only_is_free_afterwards(tmp_path: Path) -> None:
    locks, other = locks_at(tmp_path), locks_at(tmp_path)
    with locks.alone(QUARTER), pytest.raises(QuarterBusy):
        other.hold(QUARTER)
    other.hold(QUARTER)
    other.release()


def test_another_process_is_told_and_one_that_was_killed_blocks_nobody(tmp_path: Path) -> None:
    words = [sys.executable, "-c", HOLDER, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, cwd=PROJECT_ROOT, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        locks = locks_at(tmp_path)
        with pytest.raises(QuarterBusy):
            locks.hold(QUARTER)
        holder.kill()
        holder.wait()
    locks.hold(QUARTER)
    locks.release()


@pytest.mark.postgres
@pytest.mark.skipif(not POSTGRES, reason="No PostgreSQL server is given.")
def test_two_machines_with_one_server_do_not_work_on_one_quarter(tmp_path: Path) -> None:
    here, there = QuarterLocks(tmp_path / "here", POSTGRES), QuarterLocks(tmp_path / "there", POSTGRES)
    here.hold(QUARTER)
    with pytest.raises(QuarterBusy):
        there.hold(QUARTER)
    here.hold(QUARTER)
    here.release()
    there.hold(QUARTER)
    there.release()
