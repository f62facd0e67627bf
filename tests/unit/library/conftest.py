"""A library with something in it, and those who ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipelines.library.app import create_app
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from tests.fixtures.library import GROUPS, PROXY, fill


@dataclass
class Reader:
    """Asks the library as somebody behind the proxy."""

    client: TestClient

    def get(self, path: str, role: str = "officer", **headers: str) -> object:
        """The answer to one question."""
        return self.client.get(path, headers=self.said(role) | headers)

    def said(self, role: str) -> dict[str, str]:
        """What the proxy says of somebody with that role."""
        return {"X-User": f"J Smith ({role})", "X-Groups": f"staff; {GROUPS[role]}"}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    """A workplace with returns, one of them out of date, and an errors workbook."""
    made = Workplace(Settings(home=tmp_path, library=PROXY))
    fill(made)
    yield made
    made.register.close()


Asker = Callable[..., TestClient]


@pytest.fixture
def ask(place: Workplace) -> Asker:
    """Makes a client of the library over the workplace; other settings can be given."""

    def made(address: str = "127.0.0.1", settings: Settings | None = None, host: str = "127.0.0.1") -> TestClient:
        if settings is not None:
            place.settings = settings
        app = create_app(place, {"board": "Board pack"}, {"FTE-01": "First-time entrants"})
        return TestClient(app, base_url=f"http://{host}:3001", client=(address, 50000), follow_redirects=False)

    return made


@pytest.fixture
def reader(ask: Asker) -> Reader:
    """A reader behind the proxy."""
    return Reader(ask())
