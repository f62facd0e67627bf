"""Runs killed at random moments leave nothing half published and nothing lost, and the rerun ends in the same bytes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.crash.supervisor import supervise

#: The share of the two hundred (`python -m tests.crash.full`) that every test run does.
KILLS = 30


@pytest.mark.skipif(os.name != "posix", reason="A process is forked and killed as POSIX knows it.")
def test_thirty_runs_killed_at_random_moments_leave_every_version_whole_and_every_file_kept(tmp_path: Path) -> None:
    report = supervise(tmp_path, seed=20261122, kills=KILLS)
    assert report.kills == KILLS
    assert report.ends > 0
    assert report.wrong == []
