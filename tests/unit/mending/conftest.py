"""A bench in a temporary folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.mending.bench import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """An empty workplace."""
    return Bench(tmp_path / "home")
