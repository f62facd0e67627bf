"""`board-returns ui`: Dagster's webserver and daemon, on this machine only, started and stopped as one."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from types import FrameType

import typer

from pipelines.platform.errors import PermanentFault
from pipelines.platform.settings import PROJECT_ROOT, Settings, dagster_environment, load_settings, prepare_folders

#: Seconds Dagster has to end its own processes before they are ended for it.
GRACE = 20
#: Dagster advises its developers, at every start, to use another command; officers need not read that.
QUIET = ("-W", "ignore:Function")


def serve() -> int:
    """Start webserver and daemon and wait for them; Ctrl+C or a stop signal ends them all.

    Returns:
        Dagster's exit code; 0 after Ctrl+C.

    Raises:
        PermanentFault: something else listens on the port.
    """
    settings = load_settings()
    _require_free_port(settings)
    prepare_folders(settings)
    typer.echo(f"Dagster starts at {settings.ui_url} (about 15 seconds). Ctrl+C stops it.")
    for number in (signal.SIGINT, signal.SIGTERM):
        # A shell starts background jobs deaf to Ctrl+C, and Dagster's processes would inherit that.
        signal.signal(number, _interrupt)
    dagster = _started(settings)
    try:
        return dagster.wait()
    except KeyboardInterrupt:
        typer.echo("Stopping Dagster ...")
        _end(dagster)
        return 0


def _require_free_port(settings: Settings) -> None:
    """Refuse a port on which something listens, most often pages started before."""
    with socket.socket() as probe:
        if probe.connect_ex((settings.ui_host, settings.ui_port)) == 0:
            raise PermanentFault(
                "BR-701",
                f"Something listens on port {settings.ui_port} already, perhaps these pages.",
                f"Open {settings.ui_url}, or set BOARD_RETURNS_UI_PORT to another port.",
            )


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _started(settings: Settings) -> subprocess.Popen[bytes]:
    """Dagster's processes, in a group of their own so that none outlives the command."""
    command = [
        *(sys.executable, *QUIET, "-m", "dagster", "dev", "-m", "pipelines.definitions", "-d", str(PROJECT_ROOT)),
        *("--host", settings.ui_host, "--port", str(settings.ui_port), "--log-level", "warning"),
    ]
    environment = {**os.environ, **dagster_environment(settings)}
    # From the checkout, Dagster would warn that the dagster.yaml there is not the one it reads.
    home = settings.dagster_storage
    return subprocess.Popen(command, cwd=home, env=environment, start_new_session=True)  # noqa: S603 - our own words


def _end(dagster: subprocess.Popen[bytes]) -> None:
    """Ask Dagster to end its processes, and end what is left of them after the grace time."""
    if sys.platform == "win32":  # Ctrl+C has reached them all by itself, and there are no groups
        dagster.wait()
        return
    # All of them, as a terminal does: a run that is going must hear it, or it would count as going on for ever.
    os.killpg(dagster.pid, signal.SIGINT)
    try:
        dagster.wait(GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        typer.echo("It takes too long; ended.")
    finally:
        _end_group(dagster.pid)
        dagster.wait()


def _end_group(leader: int) -> None:
    """End whatever of a process group still runs."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
