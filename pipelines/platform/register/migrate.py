"""Bringing the register's tables to the newest revision.

What belongs here: running Alembic from within, without any file of settings. Alembic itself is imported only when
there is something to do, because every process asks.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from pipelines.platform.errors import RegisterUnfit
from pipelines.platform.register.database import Database
from pipelines.platform.register.models import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

#: Any number will do, so long as every process of ours takes the same one.
_LOCK = 4_207_107


def migrate(database: Database, revision: str = HEAD) -> None:
    """Bring the database to the revision; do nothing, cheaply, where it is there already.

    Raises:
        RegisterUnfit: the database was made by a newer program than this.
        PassingFault: it cannot be reached just now.
    """
    with database.reading() as connection:
        if current_revision(connection) == revision:
            return
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        _run(connection, revision)


def current_revision(connection: Connection) -> str | None:
    """The revision the database is at; None where it has no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def alembic_config() -> Config:
    """Alembic's settings, in place of an alembic.ini."""
    from alembic.config import Config  # noqa: PLC0415 (costs a third of a second that most processes need not pay)

    config = Config()
    config.set_main_option("script_location", (Path(__file__).parent / "migrations").as_posix().replace("%", "%%"))
    return config


def _run(connection: Connection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 (as above)
    from alembic.util import CommandError  # noqa: PLC0415 (as above)

    config = alembic_config()
    config.attributes["connection"] = connection
    change = command.downgrade if _is_older(revision, current_revision(connection)) else command.upgrade
    try:
        change(config, revision)
    except CommandError as error:
        raise RegisterUnfit(
            "BR-604",
            "The register was made by a newer version of this program.",
            "Install that version, or start with an empty register in another folder.",
        ) from error


def _is_older(revision: str, current: str | None) -> bool:
    return revision == "base" or (current is not None and current <= HEAD and revision < current)
