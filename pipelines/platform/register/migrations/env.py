"""Alembic's entry: over the register's own connection, or, from a developer's shell, the settings'."""  # noqa: INP001 (Alembic loads it by its path)

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from pipelines.platform.register.database import Database
from pipelines.platform.register.models import metadata
from pipelines.platform.settings import load_settings


def run_on(connection: Connection) -> None:
    """Run the migrations asked for, inside the connection's own transaction."""
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run_on(given)
else:
    with Database(load_settings().register_url).writing() as own:
        run_on(own)
