"""Settings come from the environment once, and derive every folder from the home."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipelines.platform.settings import (
    PROJECT_ROOT,
    Settings,
    dagster_environment,
    load_settings,
    prepare_folders,
)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("BOARD_RETURNS_")]:
        monkeypatch.delenv(name)


def test_with_nothing_set_everything_lies_in_state_beside_the_code() -> None:
    settings = load_settings()
    assert settings.home == PROJECT_ROOT / "state"
    assert settings.service == "leicestershire_rutland"
    assert settings.register_url.startswith("sqlite:///")
    assert settings.register_url.endswith("/state/register.db")
    assert settings.ui_url == "http://127.0.0.1:3000"


def test_every_folder_lies_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path))
    settings = load_settings()
    folders = [settings.inbox, settings.received, settings.lake, settings.returns, settings.dagster_storage]
    assert [folder.name for folder in folders] == ["inbox", "received", "lake", "returns", "dagster"]
    assert {folder.parent for folder in folders} == {tmp_path}


def test_a_home_given_from_where_one_stands_is_made_certain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings(home=Path("here")).home == tmp_path / "here"


def test_reading_the_settings_makes_no_folder(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "new")
    assert settings.register_url
    assert not settings.home.exists()


def test_a_variable_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", "")
    monkeypatch.setenv("BOARD_RETURNS_DATABASE_URL", "")
    settings = load_settings()
    assert settings.home == PROJECT_ROOT / "state"
    assert settings.database_url is None


def test_a_database_of_the_councils_own_takes_the_place_of_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_RETURNS_DATABASE_URL", "postgresql://u:secret@db/board")
    assert load_settings().register_url == "postgresql://u:secret@db/board"


def test_settings_can_be_shown_without_the_password() -> None:
    settings = Settings(database_url="postgresql://u:hush-hush@db/board")
    assert "hush-hush" not in repr(settings)
    assert "hush-hush" not in str(settings)


@pytest.mark.parametrize(
    "wrong", [{"engine": "abacus"}, {"ui_port": 0}, {"ui_port": 65_536}, {"engine_threads": 0}, {"hoem": "x"}]
)
def test_a_setting_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)


def test_a_variable_of_another_program_of_ours_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARD_RETURNS_TEST_POSTGRES_URL", "postgresql://db/test")
    assert load_settings().database_url is None


def test_dagster_finds_its_settings_and_its_storage_in_the_home(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    prepare_folders(settings)
    variables = dagster_environment(settings)
    assert (Path(variables["DAGSTER_HOME"]) / "dagster.yaml").is_file()
    assert Path(variables["DAGSTER_HOME"]).parent == Path(variables["BOARD_RETURNS_HOME"]) == tmp_path
    assert variables["DAGSTER_DISABLE_TELEMETRY"] == "yes"


def test_the_folders_of_an_installation_are_made_and_may_be_there_already(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "new")
    prepare_folders(settings)
    prepare_folders(settings)
    made = {path.name for path in settings.home.iterdir()}
    assert made == {"inbox", "received", "lake", "errors", "returns", "dagster"}


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps folders private by its own means")
def test_folders_of_childrens_records_are_made_for_their_own_user_only(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "new")
    prepare_folders(settings)
    private = (settings.inbox, settings.received, settings.lake, settings.errors)
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in private} == {0o700}
