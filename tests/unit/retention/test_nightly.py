"""The nightly job as Dagster runs it: it counts until the service lets it delete."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import build_defs
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from pipelines.retention.job import RETENTION, purge_or_count
from schemas.retention import Retention
from tests.unit.retention.canaries import places_of
from tests.unit.retention.stores import CANARY, DAY, OLD, Child, fill

NIGHT = datetime(DAY.year, DAY.month, DAY.day, 2, 30, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    made = Workplace(Settings(home=tmp_path / "home"))
    fill(made, OLD, [Child(CANARY), Child("Medlarson", ended=None)])
    return made


def test_the_job_says_counts_and_deletes_nothing_by_default(place: Workplace) -> None:
    before = places_of(CANARY, place.settings.home)
    instance = dg.DagsterInstance.ephemeral()
    job = build_defs(settings=place.settings).resolve_job_def(RETENTION)
    result = job.execute_in_process(instance=instance)
    (output,) = (event for event in result.all_events if event.is_successful_output)
    said = str(output.step_output_data.metadata["what"].value)
    assert said.startswith("Due: the working data of")
    assert CANARY not in said
    assert places_of(CANARY, place.settings.home) == before


def test_a_service_that_lets_it_has_the_job_delete(place: Workplace) -> None:
    own = place.service.model_copy(update={"retention": Retention(by_itself=True)})
    place.service = own
    counts = purge_or_count(place, dg.DagsterInstance.ephemeral(), NIGHT)
    place.register.close()
    assert counts.children == 1
    assert places_of(CANARY, place.settings.home) == []
