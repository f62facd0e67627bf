"""`dagster.yaml`: Dagster accepts it, and nothing is written into the checkout."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest
import yaml

from pipelines.platform.settings import PROJECT_ROOT, Settings, dagster_environment, prepare_folders


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dg.DagsterInstance:
    settings = Settings(home=tmp_path)
    prepare_folders(settings)
    for name, value in dagster_environment(settings).items():
        monkeypatch.setenv(name, value)
    return dg.DagsterInstance.get()


def test_dagster_accepts_the_instance_settings_and_stores_below_home(
    instance: dg.DagsterInstance, tmp_path: Path
) -> None:
    assert Path(instance.storage_directory()).is_relative_to(tmp_path)
    assert not (PROJECT_ROOT / "history").exists()
    assert not (PROJECT_ROOT / "storage").exists()


def test_one_run_at_a_time_and_only_crashes_are_tried_again(instance: dg.DagsterInstance) -> None:
    assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1
    assert instance.run_retries_enabled
    assert instance.run_retries_max_retries == 1
    assert instance.run_retries_retry_on_asset_or_op_failure is False


def test_telemetry_and_the_sign_up_dialog_are_off() -> None:
    settings = yaml.safe_load((PROJECT_ROOT / "dagster.yaml").read_text(encoding="utf-8"))
    assert settings["telemetry"] == {"enabled": False}
    assert settings["nux"] == {"enabled": False}


def test_what_a_step_prints_is_not_kept(instance: dg.DagsterInstance) -> None:
    assert "NoOp" in type(instance.compute_log_manager).__name__


def test_a_change_of_dagster_yaml_reaches_the_home_folder(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    prepare_folders(settings)
    copy = settings.dagster_storage / "dagster.yaml"
    copy.write_text("telemetry: {enabled: true}\n", encoding="utf-8")
    prepare_folders(settings)
    assert copy.read_bytes() == (PROJECT_ROOT / "dagster.yaml").read_bytes()
