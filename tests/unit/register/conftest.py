"""The same register twice: on SQLite always, on PostgreSQL where a server is given."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from pipelines.platform.register.database import Database
from pipelines.platform.register.store import Register

POSTGRES = os.environ.get("BOARD_RETURNS_TEST_POSTGRES_URL", "")
NO_SERVER = "No PostgreSQL server is given: set BOARD_RETURNS_TEST_POSTGRES_URL to test on one."


def _own_schema() -> Iterator[str]:
    """A URL that sees a schema of its own, so that tests may run side by side on one server."""
    schema = f"test_{uuid4().hex}"
    server = Database(POSTGRES)
    with server.writing() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
    yield url.render_as_string(hide_password=False)
    with server.writing() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    server.close()


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("postgres", marks=[pytest.mark.postgres, pytest.mark.skipif(not POSTGRES, reason=NO_SERVER)]),
    ]
)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{(tmp_path / 'home' / 'register.db').as_posix()}"
    else:
        yield from _own_schema()


@pytest.fixture
def register(url: str) -> Iterator[Register]:
    """A register of the newest revision, empty."""
    with Register(url) as made:
        made.migrate()
        yield made
