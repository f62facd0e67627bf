"""A run beside another one, and a quarter run again from a backup, through the real jobs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg

from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from pipelines.upkeep.backup import back_up
from pipelines.upkeep.restore import restore
from tests.pipeline.conftest import QUARTER, Site, failure_of, site_at

RAW = "raw_cms__persons"


def test_of_two_runs_of_a_quarter_one_works_and_the_other_is_told(site: Site) -> None:
    first = Workplace(site.place.settings)
    first.locks.hold(QUARTER)
    told = site.run([RAW])
    assert not told.success
    assert failure_of(told, "receive").startswith("BR-901: Another run works on 2014-15 Q3")
    assert site.place.register.received(QUARTER.slug) == [], "the second one changes nothing"
    first.locks.release()
    assert site.run([RAW]).success
    first.locks.hold(QUARTER)
    first.locks.release()


def test_a_restored_quarter_is_made_again_to_the_last_byte(
    healthy: tuple[Site, dg.ExecuteInProcessResult], tmp_path: Path
) -> None:
    before = healthy[0].place
    made = back_up(before, tmp_path / "backups", datetime(2026, 11, 22, tzinfo=UTC))
    home = tmp_path / "again"
    restore(made.folder, Settings(home=home))
    again = site_at(home, dg.DagsterInstance.ephemeral())
    assert list((home / "lake").iterdir()) == [], "the tables are made again from the files received"
    made_again = again.run()
    failed = [event.step_key for event in made_again.all_events if event.is_step_failure and event.step_key]
    assert [failure_of(made_again, step) for step in failed] == []
    assert again.place.register.versions(QUARTER.slug) == before.register.versions(QUARTER.slug)
    files = sorted((before.returns(QUARTER) / "v1").iterdir())
    assert files
    assert [path.read_bytes() for path in files] == [
        (again.place.returns(QUARTER) / "v1" / path.name).read_bytes() for path in files
    ]
    tables = sorted(path.relative_to(before.settings.lake) for path in before.settings.lake.glob("*/*/*.parquet"))
    assert tables
    assert all((home / "lake" / path).read_bytes() == (before.settings.lake / path).read_bytes() for path in tables)
