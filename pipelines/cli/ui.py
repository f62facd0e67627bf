"""`board-returns ui`: Dagster's webserver and daemon, on this machine only."""

from __future__ import annotations

import os
import subprocess
import sys

import typer

from pipelines.platform.settings import PROJECT_ROOT, dagster_environment, load_settings, prepare_folders


def serve() -> int:
    """Start webserver and daemon and wait for them.

    Returns:
        Dagster's exit code; 0 after Ctrl+C.
    """
    settings = load_settings()
    prepare_folders(settings)
    typer.echo(f"Dagster starts at {settings.ui_url} (about 15 seconds). Ctrl+C stops it.")
    command = [
        *(sys.executable, "-m", "dagster", "dev", "-m", "pipelines.definitions"),
        *("--host", settings.ui_host, "--port", str(settings.ui_port)),
    ]
    environment = {**os.environ, **dagster_environment(settings)}
    try:
        return subprocess.run(command, cwd=PROJECT_ROOT, env=environment, check=False).returncode  # noqa: S603 - our own words
    except KeyboardInterrupt:
        return 0
