"""The migrations make exactly the tables that the code describes, and can be taken back."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command, op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from pipelines.platform.errors import PassingFault, RegisterUnfit
from pipelines.platform.register import database as database_module
from pipelines.platform.register.database import Database, register_url
from pipelines.platform.register.migrate import alembic_config, current_revision, migrate
from pipelines.platform.register.models import HEAD, metadata
from pipelines.platform.register.store import Register
from pipelines.platform.settings import PROJECT_ROOT


def test_the_migrations_make_exactly_the_tables_that_are_described(url: str) -> None:
    with closing(Database(url)) as database:
        migrate(database)
        with database.reading() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, metadata) == []


def test_every_table_of_the_register_is_made_and_taken_back(url: str) -> None:
    with closing(Database(url)) as database:
        migrate(database)
        with database.reading() as connection:
            assert set(metadata.tables) <= set(inspect(connection).get_table_names())
            assert current_revision(connection) == HEAD
        migrate(database, "base")
        with database.reading() as connection:
            assert not set(metadata.tables) & set(inspect(connection).get_table_names())
            assert current_revision(connection) is None
        migrate(database)
        with database.reading() as connection:
            assert set(metadata.tables) <= set(inspect(connection).get_table_names())


def test_the_revision_in_the_code_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [HEAD]


def test_alembic_in_a_developers_shell_works_on_the_register_of_the_settings(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_RETURNS_DATABASE_URL", url)
    command.upgrade(alembic_config(), "head")
    command.check(alembic_config())
    with closing(Database(url)) as database, database.reading() as connection:
        assert current_revision(connection) == HEAD


def test_migrating_twice_changes_nothing(url: str) -> None:
    with closing(Database(url)) as database:
        migrate(database)
        migrate(database)
        with database.reading() as connection:
            assert current_revision(connection) == HEAD


def test_processes_that_start_together_migrate_once(url: str) -> None:
    registers = [Register(url) for _ in range(4)]
    with ThreadPoolExecutor(len(registers)) as pool:
        for done in [pool.submit(register.migrate) for register in registers]:
            done.result(timeout=60)
    assert registers[0].received("2014-15-Q3") == []
    for register in registers:
        register.close()


def test_a_register_of_a_newer_program_is_left_alone(url: str) -> None:
    with closing(Database(url)) as database:
        migrate(database)
        with database.writing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(RegisterUnfit, match="BR-604"):
            migrate(database)
        with database.reading() as connection:
            assert current_revision(connection) == "9999"


def test_a_migration_that_fails_leaves_no_table_half_made(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make = op.create_table

    def fail_on_the_last(name: str, *columns: object, **options: object) -> object:
        if name == "published_figures":
            raise RuntimeError("power cut")
        return make(name, *columns, **options)  # type: ignore[arg-type]

    with closing(Database(url)) as database:
        monkeypatch.setattr(op, "create_table", fail_on_the_last)
        with pytest.raises(RuntimeError, match="power cut"):
            migrate(database)
        with database.reading() as connection:
            assert inspect(connection).get_table_names() == []


def test_a_process_that_finds_the_register_in_order_does_not_load_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'register.db').as_posix()}"
    with Register(url) as register:
        register.migrate()
    program = (
        "import sys; from pipelines.platform.register.store import Register;"
        f"Register({url!r}).migrate(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=PROJECT_ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_folder_of_the_register_is_made_when_it_is_first_needed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "home" / "register.db"
    with Register(f"sqlite:///{path.as_posix()}") as register:
        assert not path.parent.exists()
        register.migrate()
    assert path.is_file()


def test_sqlite_lets_readers_read_while_a_writer_writes(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'register.db').as_posix()}"
    with closing(Database(url)) as database:
        migrate(database)
        insert = text("INSERT INTO verdicts VALUES ('2014-15-Q3', 't', TRUE, 'f', 0, 0, 0, NULL, NULL)")
        with database.writing() as writer:
            writer.execute(insert)
            with closing(Database(url)) as other, other.reading() as reader:
                assert reader.execute(text("SELECT COUNT(*) FROM verdicts")).scalar() == 0


def test_a_register_that_another_writer_keeps_too_long_is_a_passing_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT", 10)
    url = f"sqlite:///{(tmp_path / 'register.db').as_posix()}"
    with Register(url) as register, closing(Database(url)) as database:
        register.migrate()
        with database.writing() as writer:
            writer.execute(text("DELETE FROM verdicts"))
            with pytest.raises(PassingFault, match="BR-603"):
                register.replace_faults("2014-15-Q3", "outcomes", [])


def test_a_server_that_does_not_answer_is_a_passing_fault_and_its_password_is_not_shown() -> None:
    # Port 9 (discard) on loopback: nothing listens there.
    with (
        Register("postgresql://board:secret@127.0.0.1:9/register?connect_timeout=2") as register,
        pytest.raises(PassingFault, match="BR-603") as caught,
    ):
        register.migrate()
    assert "secret" not in str(caught.value)


def test_a_connection_that_breaks_in_the_middle_is_a_passing_fault(url: str) -> None:
    broken = DBAPIError("SELECT 1", {}, Exception("server closed the connection"), connection_invalidated=True)
    with closing(Database(url)) as database, pytest.raises(PassingFault, match="BR-603"), database.reading():
        raise broken


def test_a_mistake_in_our_own_sql_is_no_passing_fault(url: str) -> None:
    with (
        closing(Database(url)) as database,
        pytest.raises(DBAPIError, match="no_such_table"),
        database.reading() as one,
    ):
        one.execute(text("SELECT 1 FROM no_such_table"))


def test_a_register_on_postgresql_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with Register("postgresql://db/board") as register, pytest.raises(RegisterUnfit, match=r"BR-602: .*\[postgres\]"):
        register.migrate()


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgresql://db/board", "postgresql+psycopg"),
        ("postgres://db/board", "postgresql+psycopg"),
        ("postgresql+psycopg://db/board", "postgresql+psycopg"),
        ("sqlite:///register.db", "sqlite"),
    ],
)
def test_the_usual_urls_lead_to_the_driver_we_ship(given: str, driver: str) -> None:
    assert register_url(given).drivername == driver


@pytest.mark.parametrize(
    "given", ["mysql://u:secret@db/board", "secret", "", "/home/secret/register.db", "sqlite://", "sqlite:///:memory:"]
)
def test_a_url_of_anything_else_is_refused_without_repeating_it(given: str) -> None:
    with pytest.raises(RegisterUnfit, match="BR-601") as caught:
        register_url(given)
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
