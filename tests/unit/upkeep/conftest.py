"""A small installation with a drop received and a return published, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.platform.settings import Settings, prepare_folders
from pipelines.platform.workplace import Workplace


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of the small installation; never written to."""
    from tests.crash.work import drop, work  # noqa: PLC0415 - slow to load, and not every test needs it

    home = tmp_path_factory.mktemp("finished") / "home"
    drop(home, 0)
    work(home, 0)
    return home


@pytest.fixture
def place(finished: Path, tmp_path: Path) -> Iterator[Workplace]:
    """A copy of it."""
    settings = Settings(home=Path(shutil.copytree(finished, tmp_path / "home")))
    prepare_folders(settings)
    made = Workplace(settings)
    yield made
    made.register.close()
