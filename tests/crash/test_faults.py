"""A full disk, a closed folder, a busy register: one coded message, nothing lost, and the rerun goes through."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing.context import ForkServerContext
from pathlib import Path

import dagster as dg
import pytest

from pipelines.platform.gate import told_plainly
from pipelines.platform.register import database as database_module
from pipelines.platform.register.store import Register
from tests.crash.seen import content, left_over, published, wrong_with

pytestmark = pytest.mark.skipif(os.name != "posix", reason="A process is forked as POSIX knows it.")
PATIENCE = 300.0
#: Changes of the disk from which on it refuses: first while files are received, later while products are made.
FROM = (1, 3, 6, 10, 15, 21, 28)


@pytest.fixture(scope="module")
def server() -> ForkServerContext:
    """Forks processes that have loaded everything."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash.failing"])
    return context


@pytest.fixture(scope="module")
def undisturbed(server: ForkServerContext, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every published file of a run that nothing befell."""
    home = with_drop(server, tmp_path_factory.mktemp("undisturbed") / "home")
    assert ended(server, _work, home, 0) == 0
    return published(home)


def _work(home: Path, number: int) -> None:
    from tests.crash.work import work  # noqa: PLC0415 - loaded by the server already

    work(home, number)


def _drop(home: Path, number: int) -> None:
    from tests.crash.work import drop  # noqa: PLC0415 - as above

    drop(home, number)


def _refuse(home: Path, first: int, refusal: int, code: str) -> None:
    from tests.crash.failing import refuse  # noqa: PLC0415 - as above

    refuse(home, 0, first, refusal, code)


def _fill(home: Path, most: int) -> None:
    from tests.crash.failing import fill  # noqa: PLC0415 - as above

    fill(home, 0, most)


def ended(server: ForkServerContext, target: Callable[..., None], *arguments: object) -> int | None:
    """How a process ended that did this."""
    process = server.Process(target=target, args=arguments)
    process.start()
    process.join(PATIENCE)
    return process.exitcode


def with_drop(server: ForkServerContext, home: Path) -> Path:
    """A home whose inbox holds the small drop."""
    home.mkdir(parents=True)
    assert ended(server, _drop, home, 0) == 0
    return home


def editions_of(files: dict[str, str]) -> int:
    return len([name for name in files if not name.endswith("manifest.json")])


def require_whole_after(server: ForkServerContext, home: Path, undisturbed: dict[str, str]) -> None:
    """Nothing is lost or half published, and the next run ends as if nothing had been."""
    dropped = {path.name: content(path) for path in home.glob("inbox/*/*")}
    assert wrong_with(home, dropped, editions_of(undisturbed)) == []
    assert ended(server, _work, home, 0) == 0
    assert published(home) == undisturbed
    assert left_over(home) == []


@pytest.mark.parametrize("first", FROM)
def test_a_disk_that_is_full_is_told_as_such_and_nothing_is_lost(
    server: ForkServerContext, undisturbed: dict[str, str], tmp_path: Path, first: int
) -> None:
    from tests.crash.failing import FULL, SAID_SO  # noqa: PLC0415 - as above

    home = with_drop(server, tmp_path / "home")
    assert ended(server, _refuse, home, first, FULL, "BR-903") == SAID_SO
    require_whole_after(server, home, undisturbed)


@pytest.mark.parametrize("most", [4096, 65536, 524288])
def test_a_file_that_finds_no_room_in_its_middle_is_told_as_a_full_disk(
    server: ForkServerContext, undisturbed: dict[str, str], tmp_path: Path, most: int
) -> None:
    from tests.crash.failing import SAID_SO  # noqa: PLC0415 - as above

    home = with_drop(server, tmp_path / "home")
    assert ended(server, _fill, home, most) == SAID_SO
    require_whole_after(server, home, undisturbed)


@pytest.mark.parametrize("first", [10, 21])
def test_a_folder_that_may_not_be_written_to_is_told_as_such(
    server: ForkServerContext, undisturbed: dict[str, str], tmp_path: Path, first: int
) -> None:
    from tests.crash.failing import CLOSED, SAID_SO  # noqa: PLC0415 - as above

    home = with_drop(server, tmp_path / "home")
    assert ended(server, _refuse, home, first, CLOSED, "BR-904") == SAID_SO
    require_whole_after(server, home, undisturbed)


@pytest.fixture
def busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """A home whose register another program keeps for itself."""
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT", 10)
    home = tmp_path / "home"
    with Register(f"sqlite:///{(home / 'register.db').as_posix()}") as register:
        register.migrate()
    with closing(sqlite3.connect(home / "register.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield home, other


def test_a_register_that_is_kept_busy_is_tried_again_and_nothing_is_lost(
    server: ForkServerContext, busy: tuple[Path, sqlite3.Connection], undisturbed: dict[str, str]
) -> None:
    from tests.crash.work import drop, work  # noqa: PLC0415 - slow to load

    home, other = busy
    drop(home, 0)
    with pytest.raises(dg.RetryRequested) as caught, told_plainly():
        work(home, 0)
    assert "BR-603" in str(caught.value.__cause__)
    other.execute("ROLLBACK")
    require_whole_after(server, home, undisturbed)
