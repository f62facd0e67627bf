"""Every breach seeded in a good workbook is seen, by the points it breaks and by no other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from assets.report.accessibility.checker import check_workbook
from assets.report.accessibility.points import POINTS
from tests.unit.report.accessibility.breaches import BREACHES, Breach, write_broken


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: breach.what)
def test_a_breach_is_seen_by_its_own_points(breach: Breach, parts: Mapping[str, str], tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    write_broken(parts, breach, path)
    found = check_workbook(path)
    assert {finding.point for finding in (*found.essential, *found.desirable)} == set(breach.points.split())


def test_at_least_forty_breaches_are_seeded() -> None:
    assert len({breach.what for breach in BREACHES}) >= 40


def test_every_point_that_a_program_judges_has_a_seeded_breach() -> None:
    seeded = {point for breach in BREACHES for point in breach.points.split()}
    judged = {number for number, point in POINTS.items() if point.how == "automatic"}
    assert judged - seeded == set()
