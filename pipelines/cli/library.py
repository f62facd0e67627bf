"""`board-returns library`: serves the published returns as a small web page; Ctrl+C stops it."""

from __future__ import annotations

import socket

import typer

from assets.report.editions.table import EDITIONS, LEAD_MEMBER, PUBLISHABLE
from pipelines.groups import book
from pipelines.library.app import create_app
from pipelines.platform.errors import PermanentFault
from pipelines.platform.settings import Settings, load_settings
from pipelines.platform.workplace import Workplace
from schemas.service import Service


def serve_library() -> int:
    """Serve until it is stopped.

    Returns:
        0.

    Raises:
        PermanentFault: something else listens on the port.
    """
    import uvicorn  # noqa: PLC0415 - the other functions need no server

    settings = load_settings()
    _require_free_port(settings)
    place = Workplace(settings)
    measures = {item.measure.id: item.measure.title for item in book().measures}
    app = create_app(place, edition_titles(place.service), measures)
    library = settings.library
    typer.echo(f"The library is at {library_address(settings)}. Ctrl+C stops it.")
    # The proxy's headers are believed by our own rules only, and no answer says what serves it.
    uvicorn.run(
        app,
        host=library.host,
        port=library.port,
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_level="warning",
    )
    return 0


def library_address(settings: Settings) -> str:
    """Where readers find it."""
    return settings.library_url or f"http://{settings.library.host}:{settings.library.port}/returns"


def edition_titles(service: Service) -> dict[str, str]:
    """Name of each edition by its key, those of the service's areas included."""
    areas = {area.code: area.name for area in service.areas}
    own = {one.key: f"{areas[one.area]} return" for one in service.editions.areas}
    return {one.key: one.title for one in (*EDITIONS, PUBLISHABLE, LEAD_MEMBER)} | own


def _require_free_port(settings: Settings) -> None:
    """Refuse a port on which something listens, most often a library started before."""
    library = settings.library
    with socket.socket() as probe:
        if probe.connect_ex((library.host, library.port)) == 0:
            raise PermanentFault(
                "BR-702",
                f"Something listens on port {library.port} already, perhaps the library itself.",
                "Stop it, or set BOARD_RETURNS_LIBRARY_PORT to another port.",
            )
