"""Hostile files, every one of them: refused with the right code, quickly, and harming nothing beside it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assets.raw.limits import LIMITS, MEGABYTE
from assets.raw.receive import NOT_LOOKED_INTO
from assets.raw.received import bring_in
from assets.raw.store import stored_path
from pipelines.platform.errors import PassingFault
from pipelines.platform.register.records import ACCEPTED
from pipelines.platform.settings import PROJECT_ROOT, Settings
from pipelines.platform.workplace import Workplace
from schemas.file_rules import FOLDER, NO_FILE
from schemas.naming import shown_name
from tests.fixtures.files import CANARY, HEARING, HEARINGS_HEADER, as_csv, write_text
from tests.hostile.complete import CORPUS
from tests.hostile.worker import QUARTER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the bounds of a process are those of POSIX systems")

SECONDS = 5.0
MEMORY = 512 * MEGABYTE


def test_the_corpus_is_large_and_every_file_in_it_is_another() -> None:
    refused = [one for one in CORPUS.values() if one.code]
    assert len(refused) >= 120
    assert len(CORPUS) - len(refused) >= 5, "files that only look hostile must be received"
    assert len({one.make for one in CORPUS.values()}) == len(CORPUS)


def test_each_is_refused_with_its_code_within_five_seconds_and_half_a_gigabyte(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.worker", str(tmp_path)],
        cwd=PROJECT_ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert CANARY.encode() not in done.stderr
    report = json.loads(done.stdout)
    told = {one["name"]: one for one in report["told"]}
    assert {name: one["code"] for name, one in told.items()} == {one.name: one.code for one in CORPUS.values()}
    assert [name for name, one in told.items() if one["seconds"] > SECONDS] == []
    assert [name for name, one in told.items() if one["megabytes"] * MEGABYTE > MEMORY] == []
    assert [name for name, one in told.items() if not one["is_kept"]] == []
    assert [name for name, one in told.items() if not one["healthy"]] == []
    assert report["reader_megabytes"] * MEGABYTE <= MEMORY
    assert LIMITS.child_memory_bytes <= MEMORY


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A workplace whose inbox holds one healthy file."""
    made = Workplace(Settings(home=tmp_path / "home"))
    write_text(made.inbox(QUARTER) / "healthy.csv", as_csv([HEARINGS_HEADER, HEARING]))
    return made


def test_all_of_them_in_one_inbox_are_told_and_the_healthy_file_goes_on(place: Workplace) -> None:
    inbox = place.inbox(QUARTER)
    for one in CORPUS.values():
        one.make(inbox / one.name)
    digests = {}
    for path in inbox.iterdir():
        with path.open("rb") as file:
            digests[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    received = bring_in(place, QUARTER)
    found = {file.sha256: file for file in received}
    codes = {name: found[sha256].code for name, sha256 in digests.items()}
    assert codes == {one.name: one.code for one in CORPUS.values()} | {"healthy.csv": None}
    assert found[digests["healthy.csv"]].status == ACCEPTED
    assert [
        name for name, sha256 in digests.items() if not stored_path(place.settings.received, sha256).is_file()
    ] == []
    assert {path.name for path in inbox.iterdir()} == set(digests)
    faults = place.register.faults(QUARTER.slug)
    lines = dict(zip(faults["file_name"], faults["code"], strict=True))
    assert lines == {shown_name(one.name): one.code for one in CORPUS.values() if one.code}
    assert CANARY not in faults.to_csv()
    assert CANARY not in repr(received)


def test_a_name_is_told_on_one_line_and_forwards_wherever_a_file_is_named(place: Workplace) -> None:
    inbox = place.inbox(QUARTER)
    for name in ("two\nlines.csv", "\x1b[2Jscreen.csv", "turned\u202evsc.csv"):
        write_text(inbox / name, f"alpha,{len(name)}\n")
    (inbox / "folder\r\nof two lines").mkdir()
    # A name that is no text: a byte that UTF-8 does not know.
    (inbox / os.fsdecode(b"caf\xe9.csv")).write_bytes(b"beta,gamma\n")
    names = {file.file_name for file in bring_in(place, QUARTER)}
    assert names == {
        "healthy.csv",
        "two\ufffdlines.csv",
        "\ufffd[2Jscreen.csv",
        "turned\ufffdvsc.csv",
        "folder\ufffd\ufffdof two lines",
        "caf\ufffd.csv",
    }
    assert set(place.register.faults(QUARTER.slug)["file_name"]) == names - {"healthy.csv"}


def test_links_pipes_and_folders_are_told_and_never_opened(place: Workplace, tmp_path: Path) -> None:
    inbox = place.inbox(QUARTER)
    elsewhere = write_text(tmp_path / "elsewhere.csv", as_csv([HEARINGS_HEADER, ("H2", *HEARING[1:])]))
    (inbox / "link.csv").symlink_to(elsewhere)
    (inbox / "link to nothing.csv").symlink_to(tmp_path / "nothing")
    (inbox / "link to a folder").symlink_to(tmp_path, target_is_directory=True)
    (inbox / "folder").mkdir()
    os.mkfifo(inbox / "pipe.csv")
    received = {file.file_name: (file.status, file.code) for file in bring_in(place, QUARTER)}
    assert received == {
        "healthy.csv": (ACCEPTED, None),
        "folder": (NOT_LOOKED_INTO, FOLDER),
        **dict.fromkeys(
            ("link.csv", "link to nothing.csv", "link to a folder", "pipe.csv"), (NOT_LOOKED_INTO, NO_FILE)
        ),
    }


def test_a_file_that_nobody_may_read_is_told_once_the_others_are_received(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_text(place.inbox(QUARTER) / "locked.csv", as_csv([HEARINGS_HEADER, ("H3", *HEARING[1:])]))
    plain_open = Path.open

    def guarded(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.name == "locked.csv":
            raise PermissionError(13, "Permission denied")
        return plain_open(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", guarded)
    with pytest.raises(PassingFault) as fault:
        bring_in(place, QUARTER)
    assert fault.value.code == "BR-121"
    assert [file.file_name for file in place.register.received(QUARTER.slug)] == ["healthy.csv"]
