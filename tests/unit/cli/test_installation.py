"""What the doctor says of a production install, and what it says to do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.cli.finding import BAD, NOTE, OK, Finding
from pipelines.cli.installation import backups, daemon, disk, moment_of, on_a_share, reach, server, sign_on
from pipelines.platform.library_settings import LibrarySettings
from pipelines.platform.settings import PROJECT_ROOT, Settings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MOUNTS = """\
/dev/vda1 / ext4 rw 0 0
server:/homes /srv/homes nfs4 rw 0 0
/dev/vdb1 /srv/homes/local\\040disk ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
"""


def states(findings: object) -> list[str]:
    assert not isinstance(findings, Finding)
    return [one.state for one in findings]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        ("/var/lib/board-returns", False),
        ("/srv/homes/board", True),
        ("/srv/homes/local disk/board", False),
        ("/srv/homesick", False),
        ("/mnt/share", True),
        ("//server/share/board", True),
    ],
)
def test_a_share_is_known_by_the_nearest_mount_above_the_folder(folder: str, share: bool) -> None:  # noqa: FBT001
    assert on_a_share(Path(folder), MOUNTS) is share


def test_sqlite_on_a_share_has_to_be_mended_and_postgresql_is_worth_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.cli.installation.on_a_share", lambda *_: True)
    assert states(disk(Settings(home=tmp_path))) == [BAD]
    on_server = PROJECT_ROOT / "deploy" / "dagster" / "dagster-postgres.yaml"
    both = Settings(home=tmp_path, database_url="postgresql://db/board", dagster_yaml=on_server)
    assert states(disk(both)) == [NOTE]
    half = Settings(home=tmp_path, database_url="postgresql://db/board")
    assert states(disk(half)) == [BAD], "Dagster's own storage would still be SQLite on the share"


def test_dagster_on_postgresql_without_its_package_has_to_be_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.cli.installation.find_spec", lambda _: None)
    on_server = PROJECT_ROOT / "deploy" / "dagster" / "dagster-postgres.yaml"
    assert states(server(Settings(home=tmp_path, dagster_yaml=on_server))) == [BAD]
    assert states(server(Settings(home=tmp_path))) == []


@pytest.mark.parametrize(
    ("host", "address", "expected"),
    [
        ("127.0.0.1", None, [OK]),
        ("::1", None, [OK]),
        ("localhost", "https://returns.example.gov.uk/dagster", [OK]),
        ("0.0.0.0", None, [BAD]),  # noqa: S104 - what must be found
        ("returns.example.gov.uk", None, [BAD]),
        ("127.0.0.1", "http://returns.example.gov.uk", [OK, BAD]),
        ("127.0.0.1", "http://localhost:3000", [OK]),
    ],
)
def test_pages_that_others_can_reach_have_to_be_mended(
    tmp_path: Path, host: str, address: str | None, expected: list[str]
) -> None:
    assert states(reach(Settings(home=tmp_path, ui_host=host, base_url=address))) == expected


HEADED = {"user_header": "X-User", "role_header": "X-Groups"}
SECRET = {"secret_header": "X-Secret", "secret": "a long one"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"host": "192.0.2.7"}, [BAD]),
        (HEADED, [NOTE]),
        (HEADED | {"trusted_proxies": "10.0.0.0/8"}, [BAD]),
        (HEADED | {"trusted_proxies": "10.0.0.0/8"} | SECRET, [OK]),
        (HEADED | SECRET, [OK]),
    ],
)
def test_headers_that_anybody_could_send_have_to_be_mended(
    tmp_path: Path, given: dict[str, str], expected: list[str]
) -> None:
    library = LibrarySettings.model_validate(given)
    assert states(sign_on(Settings(home=tmp_path, library=library))) == expected


def with_backup(folder: Path, moment: datetime) -> Settings:
    name = moment.strftime("backup-%Y-%m-%dT%H%M%SZ")
    (folder / "backups" / name).mkdir(mode=0o700, parents=True)
    return Settings(home=folder / "home", backups=folder / "backups")


def test_a_backup_of_last_night_is_in_order_and_one_of_last_week_is_not(tmp_path: Path) -> None:
    old = with_backup(tmp_path, NOW - timedelta(days=8))
    [finding] = backups(old, NOW)
    assert (finding.state, "8 days old" in finding.text) == (BAD, True)
    assert states(backups(with_backup(tmp_path, NOW - timedelta(hours=10)), NOW)) == [OK]


def test_a_folder_without_a_backup_has_to_be_mended_and_no_folder_is_a_note(tmp_path: Path) -> None:
    assert states(backups(Settings(home=tmp_path, backups=tmp_path / "none"), NOW)) == [BAD]
    assert states(backups(Settings(home=tmp_path), NOW)) == [NOTE]


def test_a_backup_that_others_can_read_has_to_be_mended(tmp_path: Path) -> None:
    settings = with_backup(tmp_path, NOW)
    next((tmp_path / "backups").iterdir()).chmod(0o755)
    assert states(backups(settings, NOW)) == [OK, BAD]


def test_an_unfinished_backup_is_none() -> None:
    assert moment_of(".making-backup-2026-11-22T023000Z-17") is None
    assert moment_of("backup-2026-11-22T023000Z") == datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


def test_a_silent_daemon_is_told_with_its_last_sign() -> None:
    assert states(daemon(NOW - timedelta(minutes=1), NOW)) == [OK]
    [finding] = daemon(NOW - timedelta(hours=1), NOW)
    assert (finding.state, "22/11/2026 11:00" in finding.text) == (NOTE, True)
    assert states(daemon(None, NOW)) == [NOTE]
