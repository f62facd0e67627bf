"""Dagster's event log as we open it: the same files as Dagster's own, opened less often."""

from __future__ import annotations

import gc
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.sql import create_engine
from sqlalchemy.engine import Engine

from pipelines.platform.event_log import EventLog
from pipelines.platform.settings import Settings, dagster_environment, prepare_folders

TABLES = ("core_first", "core_second", "core_third")


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dg.DagsterInstance:
    settings = Settings(home=tmp_path)
    prepare_folders(settings)
    for name, value in dagster_environment(settings).items():
        monkeypatch.setenv(name, value)
    return dg.DagsterInstance.get()


def made(instance: dg.DagsterInstance) -> str:
    """A run that makes the three tables; its id."""

    @dg.multi_asset(specs=[dg.AssetSpec(table) for table in TABLES])
    def tables() -> object:
        for table in TABLES:
            yield dg.MaterializeResult(asset_key=table, metadata={"rows": 1})

    return dg.materialize([tables], instance=instance).run_id


def test_the_event_log_lies_where_dagster_keeps_its_own(instance: dg.DagsterInstance, tmp_path: Path) -> None:
    run = made(instance)
    assert (tmp_path / "dagster" / "history" / "runs" / f"{run}.db").is_file()
    assert (tmp_path / "dagster" / "history" / "runs" / "index.db").is_file()


def test_dagster_s_own_storage_reads_what_ours_wrote_and_ours_what_dagster_s_wrote(
    instance: dg.DagsterInstance, tmp_path: Path
) -> None:
    folder = str(tmp_path / "dagster" / "history" / "runs")
    run = made(instance)
    for storage in (SqliteEventLogStorage(folder), EventLog(folder)):
        told = [record.event_log_entry for record in storage.get_records_for_run(run).records]
        assert told == list(instance.all_logs(run))
        assert all(storage.has_asset_key(dg.AssetKey(table)) for table in TABLES)


def test_each_file_has_one_engine_however_many_events_it_takes(
    instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls: list[str] = []

    def noted(url: str, **settings: object) -> Engine:
        urls.append(url)
        return create_engine(url, **settings)

    monkeypatch.setattr("pipelines.platform.event_log.create_engine", noted)
    run = made(instance)
    assert len(list(instance.all_logs(run))) > len(TABLES)
    assert len(urls) == len(set(urls))
    assert [url for url in urls if run in url]


def test_a_run_s_file_is_closed_after_each_event_so_that_whoever_watches_its_page_is_told(
    instance: dg.DagsterInstance, tmp_path: Path
) -> None:
    run = made(instance)
    assert not list((tmp_path / "dagster" / "history" / "runs").glob(f"{run}.db-wal"))


def test_without_a_home_folder_the_log_is_gone_with_whoever_used_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAGSTER_HOME", raising=False)
    log = EventLog.from_config_value(None, {})
    with log.index_connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event_logs").scalar() == 0
    folder = Path(log.passing.name) if log.passing else None
    assert folder is not None
    assert folder.is_dir()
    del log
    gc.collect()
    assert not folder.exists()


def test_a_table_that_is_not_there_yet_is_looked_for_again(tmp_path: Path) -> None:
    storage = EventLog(str(tmp_path))
    assert not storage.has_table("made_later")
    with storage.index_connection() as connection:
        connection.exec_driver_sql("CREATE TABLE made_later (word TEXT)")
    assert storage.has_table("made_later")
    assert storage.has_table("made_later")
