"""What the tests of the checker share: one good workbook and its parts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from assets.report.workbook.write import write_workbook
from tests.unit.report.accessibility.good_pack import good_pack


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook that keeps every point."""
    path = tmp_path_factory.mktemp("good") / "good.xlsx"
    write_workbook(good_pack(), path)
    return path


@pytest.fixture(scope="session")
def parts(good: Path) -> dict[str, str]:
    """Its parts, as text."""
    with zipfile.ZipFile(good) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}
