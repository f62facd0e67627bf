"""A small library: two quarters, three versions, every file and register row as a run would leave them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from pipelines.library.app import create_app
from pipelines.platform.library_settings import LibrarySettings
from pipelines.platform.register.out_of_date import OutOfDate
from pipelines.platform.register.records import FIGURE_COLUMNS, ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace

QUARTER = "2014-15-Q3"
EARLIER = "2014-15-Q2"
EDITIONS = {"board": "board-return", "publishable": "publishable-return"}
PROXY = LibrarySettings(user_header="X-User", role_header="X-Groups")
GROUPS = {"officer": "board-returns-officers", "manager": "board-returns-managers", "board": "board-returns-board"}


def figures_of(value: float, count: int) -> pd.DataFrame:
    """So many figures of one measure; the first says the value, every other nought."""
    columns: dict[str, object] = {
        "measure_id": "FTE-01",
        "period_id": [f"p{number}" for number in range(count)],
        "period_start": pd.NaT,
        "period_end": pd.NaT,
        "area_code": "YOS-LR",
        "breakdown": "all",
        "category": "all",
        "numerator": 1.0,
        "denominator": 2.0,
        "value": [value, *([0.0] * (count - 1))],
        "unit": "%",
    }
    return pd.DataFrame(columns)[list(FIGURE_COLUMNS)]


def publish(place: Workplace, slug: str, number: int, figures: pd.DataFrame) -> None:
    """One version with two editions, as a run leaves it."""
    folder = place.settings.returns / slug / f"v{number}"
    folder.mkdir(parents=True)
    products = []
    for edition, stem in EDITIONS.items():
        content = f"{edition} of {slug}, version {number}: ".encode() + bytes(range(256)) * 8
        name = f"{stem}-{slug}.xlsx"
        (folder / name).write_bytes(content)
        digest = sha256(content).hexdigest()
        version = ReturnVersion(slug, edition, number, name, digest, f"{number:064d}", date(2015, 1, 16))
        products.append((version, figures if edition == "board" else figures.head(0)))
    place.register.publish_all(products)


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
    """A workplace with returns, one of them out of date, and a repair workbook."""
    made = Workplace(Settings(home=tmp_path, library=PROXY))
    publish(made, EARLIER, 1, figures_of(1.0, 3))
    publish(made, QUARTER, 1, figures_of(1.0, 3))
    publish(made, QUARTER, 2, figures_of(2.0, 4))
    made.register.out_of_date.mark(
        OutOfDate(QUARTER, datetime(2015, 2, 1, tzinfo=UTC), 2, ("outcomes",), "Newer files of outcomes have come.")
    )
    made.settings.errors.mkdir()
    (made.settings.inbox / QUARTER).mkdir(parents=True)
    (made.settings.errors / f"errors-{QUARTER}.xlsx").write_bytes(b"repairs")
    known = f'{{"newest": "errors-{QUARTER}.xlsx", "made_of": "", "files": {{}}}}'
    (made.settings.errors / f".written-{QUARTER}.json").write_text(known, encoding="utf-8")
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
