"""The doctor's looks at a production install: disk, database server, daemon, who can reach what, backups.

What belongs here: one look a thing, each saying what it found and what to do. A machine on which somebody only tries
the product out lacks most of it, so what is merely not there is a note.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path, PureWindowsPath

from pipelines.cli.finding import BAD, NOTE, OK, Finding
from pipelines.platform.register.database import Database
from pipelines.platform.settings import Settings

#: Kinds of file system on which SQLite's locks, and ours, do not hold.
SHARED = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.glusterfs", "lustre"}
)
#: The oldest PostgreSQL that its makers still mend, and how old a backup may be.
OLDEST_SERVER, STALE_BACKUP = 14, timedelta(days=7)
#: How long the daemon may be silent; it gives a sign every half minute.
SILENT = timedelta(minutes=5)
_DRIVE_REMOTE = 4
#: Addresses a proxy may have: one, or those of one small network of servers.
_MANY = 16


def on_a_share(path: Path, mounts: str) -> bool:
    """Whether a folder lies on another machine's disk.

    Args:
        path: the folder.
        mounts: what Linux says in /proc/mounts; "" elsewhere.
    """
    if str(path).startswith(("\\\\", "//")):
        return True
    found = ("", "")
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(found[0]):
            found = (point, kind)
    return found[1] in SHARED or _is_remote_drive(path)


def _is_remote_drive(path: Path) -> bool:
    """Whether a Windows drive letter stands for a share."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - of use there only

        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{PureWindowsPath(path).drive}\\")) == _DRIVE_REMOTE
    return False


def _mounts() -> str:
    path = Path("/proc/mounts")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def disk(settings: Settings) -> Iterator[Finding]:
    """Whether the home folder lies where SQLite and locks hold."""
    if not on_a_share(settings.home, _mounts()):
        yield Finding(OK, "The home folder is on a disk of this machine")
    elif settings.database_url is None or not _dagster_on_server(settings):
        yield Finding(
            BAD,
            "The home folder is on a network share, where SQLite breaks: move it to a disk of this machine "
            "(BOARD_RETURNS_HOME), or put the register and Dagster's storage on PostgreSQL.",
        )
    else:
        yield Finding(NOTE, "The home folder is on a network share: let runs go on one machine only.")


def _dagster_on_server(settings: Settings) -> bool:
    """Whether Dagster's own storage is on PostgreSQL."""
    path = settings.dagster_yaml
    return path.is_file() and any(line.startswith("  postgres:") for line in path.read_text("utf-8").splitlines())


def server(settings: Settings) -> Iterator[Finding]:
    """The database servers: their version, and the packages they need."""
    if _dagster_on_server(settings) and find_spec("dagster_postgres") is None:
        yield Finding(BAD, "Dagster's settings name PostgreSQL: install the packages of requirements-postgres.lock.")
    if settings.database_url is None or not settings.database_url.startswith("postgres"):
        return
    with closing(Database(settings.database_url)) as database, database.reading() as connection:
        found = int((connection.dialect.server_version_info or (0,))[0])
    state = OK if found >= OLDEST_SERVER else NOTE
    more = "" if state == OK else f": too old to be mended by its makers; {OLDEST_SERVER} or newer is"
    yield Finding(state, f"PostgreSQL {found}{more}")


def reach(settings: Settings) -> Iterator[Finding]:
    """Who can reach the pages."""
    if _is_loopback(settings.ui_host):
        yield Finding(OK, "The pages listen on this machine only")
    else:
        yield Finding(
            BAD,
            f"The pages listen on {settings.ui_host}, and have no login: whoever reaches them can start runs. Set "
            "BOARD_RETURNS_UI_HOST to 127.0.0.1 and put a proxy with single sign-on before them (docs/install.md).",
        )
    address = settings.base_url or ""
    if address.startswith("http://") and not _is_loopback(address.removeprefix("http://").split("/")[0].split(":")[0]):
        yield Finding(BAD, "BOARD_RETURNS_BASE_URL begins with http: what officers send could be read on its way.")


def sign_on(settings: Settings) -> Iterator[Finding]:
    """Whom the library believes to be the proxy."""
    library = settings.library
    if library.user_header is None:
        if not _is_loopback(library.host):
            yield Finding(
                BAD,
                f"The library is to listen on {library.host} without a sign-on before it, and then answers nobody: set "
                "BOARD_RETURNS_LIBRARY_USER_HEADER and BOARD_RETURNS_LIBRARY_ROLE_HEADER (docs/install.md).",
            )
        return
    wide = [str(one) for one in library.proxies if one.num_addresses > _MANY]
    if wide and library.secret is None:
        yield Finding(
            BAD,
            f"The library believes whoever speaks from {', '.join(wide)}: name the proxy's own address in "
            "BOARD_RETURNS_LIBRARY_TRUSTED_PROXIES, or give both a secret (BOARD_RETURNS_LIBRARY_SECRET).",
        )
    elif library.secret is None:
        yield Finding(
            NOTE,
            "Whoever has an account on the proxy's machine can pass for the proxy: give it and the library a secret "
            "(BOARD_RETURNS_LIBRARY_SECRET).",
        )
    else:
        yield Finding(OK, "The library believes the proxy alone")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def backups(settings: Settings, now: datetime) -> Iterator[Finding]:
    """How old the newest backup is, and who may read it."""
    if settings.backups is None:
        yield Finding(NOTE, "No folder for backups is set (BOARD_RETURNS_BACKUPS), so nobody looks how old they are")
        return
    newest = max(settings.backups.glob("backup-*"), default=None)
    made = None if newest is None else moment_of(newest.name)
    if newest is None or made is None:
        yield Finding(BAD, "There is no backup: run board-returns backup, best every night (docs/install.md).")
        return
    days = (now - made).days
    stale = now - made > STALE_BACKUP
    yield Finding(BAD if stale else OK, f"The newest backup is {days} days old" + (": make one." if stale else ""))
    if os.name == "posix" and newest.stat().st_mode & 0o077:
        yield Finding(BAD, "Others can read the newest backup: run chmod 700 on it. It holds children's records.")
    if shutil.disk_usage(settings.backups).free < 2**30:
        yield Finding(BAD, "Less than 1 GiB is free on the disk of the backups: make room.")


def moment_of(name: str) -> datetime | None:
    """When a backup was made, by its folder's name; None for another folder."""
    try:
        return datetime.strptime(name, "backup-%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def daemon(last: datetime | None, now: datetime) -> Iterator[Finding]:
    """Whether Dagster's daemon lives.

    Args:
        last: its last sign; None where it never gave one.
        now: the moment.
    """
    if last is not None and now - last <= SILENT:
        yield Finding(OK, "Dagster's daemon gives signs of life")
    else:
        since = "never gave a sign" if last is None else f"gave its last sign at {last:%d/%m/%Y %H:%M} UTC"
        yield Finding(
            NOTE, f"Dagster's daemon {since}: nothing starts by itself until its service or board-returns ui runs"
        )
