"""A workplace in a temporary folder, the sample's drop, and the real jobs run in this process."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import build_defs
from pipelines.jobs import QUARTERLY_RETURN
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from sample.world import backbone_tables
from sample.write import write_sample, write_tables

QUARTER = Quarter.from_label("2014-15 Q3")
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Site:
    """One service's workplace with a Dagster instance of its own."""

    place: Workplace
    instance: dg.DagsterInstance

    @property
    def inbox(self) -> Path:
        return self.place.inbox(QUARTER)

    def run(self, assets: Sequence[str] | None = None, job: str = QUARTERLY_RETURN) -> dg.ExecuteInProcessResult:
        """Run a job, or only some assets of it, for the sample's quarter."""
        definitions = build_defs(settings=self.place.settings)
        keys = None if assets is None else [dg.AssetKey(name) for name in assets]
        return definitions.resolve_job_def(job).execute_in_process(
            partition_key=QUARTER.key,
            instance=self.instance,
            raise_on_error=False,
            run_config=QUIET,
            asset_selection=keys,
        )


def site_at(folder: Path, instance: dg.DagsterInstance) -> Site:
    """A fresh workplace below a folder."""
    return Site(Workplace(Settings(home=folder)), instance)


def failure_of(result: dg.ExecuteInProcessResult, step: str) -> str:
    """The sentence a failed step ended with."""
    data = next(e for e in result.all_events if e.is_step_failure and e.step_key == step).step_failure_data
    assert data.user_failure_data is not None, data.error_display_string
    return data.user_failure_data.description or ""


def checks_of(result: dg.ExecuteInProcessResult) -> dict[str, bool]:
    """Asset -> passed, for every check evaluated in a run."""
    return {
        f"{check.asset_key.to_user_string()}:{check.check_name}": check.passed
        for check in result.get_asset_check_evaluations()
    }


def materialised(result: dg.ExecuteInProcessResult) -> set[str]:
    """Names of the assets that a run kept."""
    return {
        event.asset_key.to_user_string()
        for event in result.all_events
        if event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION and event.asset_key
    }


@pytest.fixture(scope="session")
def sample_drop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's files without those of the domains, written once: what most tests are about needs no more."""
    folder = tmp_path_factory.mktemp("drop")
    write_tables(folder, backbone_tables())
    return folder


@pytest.fixture
def site(tmp_path: Path, sample_drop: Path) -> Site:
    """A workplace whose inbox holds the sample's drop."""
    fresh = site_at(tmp_path / "home", dg.DagsterInstance.ephemeral())
    for path in sorted(sample_drop.iterdir()):
        shutil.copy(path, fresh.inbox / path.name)
    return fresh


@pytest.fixture(scope="session")
def healthy(tmp_path_factory: pytest.TempPathFactory, sample_drop: Path) -> tuple[Site, dg.ExecuteInProcessResult]:
    """The quarter of the sample's drop run once: what a spoiled or mended one is held against."""
    fresh = site_at(tmp_path_factory.mktemp("healthy") / "home", dg.DagsterInstance.ephemeral())
    for path in sorted(sample_drop.iterdir()):
        shutil.copy(path, fresh.inbox / path.name)
    return fresh, fresh.run()


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, dg.ExecuteInProcessResult]:
    """The sample's quarter with every extract, run once."""
    fresh = site_at(tmp_path_factory.mktemp("whole") / "home", dg.DagsterInstance.ephemeral())
    write_sample(fresh.inbox, QUARTER.label)
    return fresh, fresh.run()


@pytest.fixture
def published(tmp_path: Path, healthy: tuple[Site, dg.ExecuteInProcessResult]) -> Site:
    """A copy of the quarter run once, with its first version published, to be spoiled."""
    shutil.copytree(healthy[0].place.settings.home, tmp_path / "home")
    return site_at(tmp_path / "home", dg.DagsterInstance.ephemeral())
