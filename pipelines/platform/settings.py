"""Where things lie and which service this is: the only reader of the environment.

What belongs here: `Settings`, every one of whose fields can be set as `BOARD_RETURNS_<NAME>`, and the folders
derived from the home folder. Reading settings makes no folder and opens no database.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from pipelines.platform.alert_settings import AlertSettings
from pipelines.platform.library_settings import LibrarySettings

PROJECT_ROOT = Path(__file__).resolve().parents[2]


def _absolute(path: Path) -> Path:
    return path.expanduser().resolve()


class Settings(BaseSettings):
    """Settings of one installation, from `BOARD_RETURNS_*` variables or from what the caller gives.

    Attributes:
        home: the folder that holds everything a run makes.
        service: name of the service's folder below `services/`.
        database_url: SQLAlchemy URL of the register (may hold a password: not shown); none: SQLite in `home`.
        engine: what computes the indicators.
        engine_threads: threads of the engine; one keeps sums of money the same to the last bit.
        ui_host: address the UI listens on; loopback unless somebody decides otherwise.
        ui_port: port the UI listens on.
        base_url: address officers type to reach the UI, if it is not the loopback one.
        dagster_yaml: Dagster's own settings; a production install may have its own.
        backups: where backups are put, for `doctor` to look at; none: it does not look.
        library_url: address at which readers reach the returns library, if it is served; without it, paths are told.
        library: who may read the returns library, each part set as `BOARD_RETURNS_LIBRARY_<NAME>`.
        alerts: whom e-mails about trouble go to, each part set as `BOARD_RETURNS_ALERTS_<NAME>`.
    """

    model_config = SettingsConfigDict(env_prefix="BOARD_RETURNS_", env_ignore_empty=True, extra="forbid", frozen=True)

    home: Annotated[Path, AfterValidator(_absolute)] = PROJECT_ROOT / "state"
    service: str = "leicestershire_rutland"
    database_url: str | None = Field(default=None, repr=False)
    engine: Literal["duckdb"] = "duckdb"
    engine_threads: int = Field(default=1, ge=1)
    ui_host: str = "127.0.0.1"
    ui_port: int = Field(default=3000, ge=1, le=65535)
    base_url: str | None = None
    dagster_yaml: Path = PROJECT_ROOT / "dagster.yaml"
    backups: Path | None = None
    library_url: str | None = None
    alerts: AlertSettings = Field(default_factory=AlertSettings)
    library: LibrarySettings = Field(default_factory=LibrarySettings)

    @property
    def inbox(self) -> Path:
        """Where officers drop files, one folder a quarter."""
        return self.home / "inbox"

    @property
    def received(self) -> Path:
        """The files as received, by SHA-256; holds children's records."""
        return self.home / "received"

    @property
    def lake(self) -> Path:
        """The tables, as Parquet; holds children's records."""
        return self.home / "lake"

    @property
    def errors(self) -> Path:
        """The errors workbooks, one a quarter; they say where in children's records something is wrong."""
        return self.home / "errors"

    @property
    def returns(self) -> Path:
        """Published returns, one folder a version."""
        return self.home / "returns"

    @property
    def locks(self) -> Path:
        """One file a quarter, locked while a run works on it; they hold nothing."""
        return self.home / "locks"

    @property
    def audit_heads(self) -> Path:
        """The hash of each audit event, one a line, outside the register: what is taken off its end is missed here."""
        return self.home / "audit-heads.txt"

    @property
    def logs(self) -> Path:
        """What people were told of trouble; of no child."""
        return self.home / "logs"

    @property
    def dagster_storage(self) -> Path:
        """Dagster's own storage."""
        return self.home / "dagster"

    @property
    def register_url(self) -> str:
        """SQLAlchemy URL of the register."""
        return self.database_url or f"sqlite:///{(self.home / 'register.db').as_posix()}"

    @property
    def ui_url(self) -> str:
        """Address of the UI."""
        return self.base_url or f"http://{self.ui_host}:{self.ui_port}"


def load_settings() -> Settings:
    """The settings of this process, read afresh from the environment."""
    return Settings()


def dagster_home() -> Path | None:
    """The home folder that Dagster was told of in this process; None where it was told of none."""
    home = os.environ.get("DAGSTER_HOME")
    return Path(home) if home else None


def dagster_environment(settings: Settings) -> dict[str, str]:
    """The variables that Dagster's processes need so that they find their settings and store below the home folder.

    Args:
        settings: the installation's settings.
    """
    return {
        "DAGSTER_HOME": str(settings.dagster_storage),
        "DAGSTER_DISABLE_TELEMETRY": "yes",
        "BOARD_RETURNS_HOME": str(settings.home),
    }


def prepare_folders(settings: Settings) -> None:
    """Make the folders of an installation; those that hold children's records for its own user only."""
    private = (settings.inbox, settings.received, settings.lake, settings.errors)
    for folder in (settings.home, *private, settings.dagster_storage):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings.returns.mkdir(parents=True, exist_ok=True)
    _hand_over_instance_settings(settings.dagster_yaml, settings.dagster_storage)


def _hand_over_instance_settings(wanted: Path, folder: Path) -> None:
    """Put Dagster's settings where Dagster looks for them, if they are not those that lie there."""
    held = folder / "dagster.yaml"
    if not held.exists() or held.read_bytes() != wanted.read_bytes():
        held.write_bytes(wanted.read_bytes())
