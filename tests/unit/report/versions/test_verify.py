"""Verifying published files: every altered byte, missing file and extra file is found, and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from assets.report.versions.verify import verify
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import FIGURE_COLUMNS, ReturnVersion
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace

QUARTER = Quarter.from_label("2014-15 Q3")
#: Of the longer manifest one byte in so many is flipped.
STEP = 9
EDITIONS = {"board": "board-return.xlsx", "data-tables": "data-tables.zip", "publishable": "publishable-return.xlsx"}


def sha256(content: bytes) -> str:
    """Its SHA-256."""
    return hashlib.sha256(content).hexdigest()


def publish(place: Workplace, number: int) -> Path:
    """A version of three small files, as the product lays one down."""
    folder = place.returns(QUARTER) / f"v{number}"
    folder.mkdir(parents=True)
    contents = {key: f"{key}, version {number}".encode() for key in EDITIONS}
    for key, content in contents.items():
        (folder / EDITIONS[key]).write_bytes(content)
    manifest = {
        "quarter": QUARTER.label,
        "version": number,
        "figures_as_at": "2015-01-19",
        "files": {EDITIONS[key]: sha256(content) for key, content in contents.items()},
        "made_of": [{"extract": "persons", "file": "persons.csv", "sha256": "ab" * 32}],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    for key, content in contents.items():
        version = ReturnVersion(
            quarter_slug=QUARTER.slug,
            edition=key,
            version=number,
            file_name=EDITIONS[key],
            sha256=sha256(content),
            fingerprint="0" * 64,
            as_of=date(2015, 1, 19),
            manifest_sha256=sha256((folder / "manifest.json").read_bytes()),
        )
        place.register.publish(version, pd.DataFrame(columns=list(FIGURE_COLUMNS)))
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A home with two versions of three files each."""
    workplace = Workplace(Settings(home=tmp_path))
    publish(workplace, 1)
    publish(workplace, 2)
    return workplace


def faults(place: Workplace) -> list[str]:
    """What verifying all quarters finds wrong."""
    return [f"{one.place}: {one.words}" for one in verify(place).findings if one.is_fault]


def test_what_was_published_and_not_touched_is_in_order(place: Workplace) -> None:
    done = verify(place)
    assert done.holds
    assert (done.versions, done.files, done.findings) == (2, 8, ())


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("name", [*EDITIONS.values(), "manifest.json"])
def test_any_flipped_bit_of_any_file_is_found(place: Workplace, version: int, name: str) -> None:
    path = place.returns(QUARTER) / f"v{version}" / name
    whole = path.read_bytes()
    for position in range(0, len(whole), STEP if name == "manifest.json" else 1):
        changed = bytearray(whole)
        changed[position] ^= 1 << position % 8
        path.write_bytes(bytes(changed))
        found = faults(place)
        assert f"2014-15 Q3 version {version}: {name} is not what was published: its SHA-256 is another one." in found
    path.write_bytes(whole)
    assert faults(place) == []


@pytest.mark.parametrize("name", [*EDITIONS.values(), "manifest.json"])
def test_a_missing_file_is_found(place: Workplace, name: str) -> None:
    (place.returns(QUARTER) / "v1" / name).unlink()
    assert faults(place) == [f"2014-15 Q3 version 1: {name} is missing."]


def test_a_file_that_became_a_link_to_the_same_bytes_counts_as_missing(place: Workplace, tmp_path: Path) -> None:
    path = place.returns(QUARTER) / "v1" / EDITIONS["board"]
    path.rename(tmp_path / "elsewhere.xlsx")
    path.symlink_to(tmp_path / "elsewhere.xlsx")
    assert faults(place) == [f"2014-15 Q3 version 1: {EDITIONS['board']} is missing."]


def remove_version(returns: Path) -> str:
    """Take a whole version away."""
    for path in (returns / "v2").iterdir():
        path.unlink()
    (returns / "v2").rmdir()
    return "2014-15 Q3 version 2: The folder v2 is missing."


def add_file(returns: Path) -> str:
    """Lay a file beside the published ones."""
    (returns / "v1" / "board-return (copy).xlsx").write_bytes(b"")
    return "2014-15 Q3 version 1: board-return (copy).xlsx was not published with this version."


def add_version(returns: Path) -> str:
    """Lay a version down that nobody published."""
    (returns / "v3").mkdir()
    return "2014-15 Q3: v3 lies beside the versions, and the register does not know it."


def add_beside(returns: Path) -> str:
    """Lay a file beside the versions."""
    (returns / "v1.xlsx").write_bytes(b"")
    return "2014-15 Q3: v1.xlsx lies beside the versions, and the register does not know it."


def add_quarter(returns: Path) -> str:
    """Lay down a quarter that nobody published."""
    (returns.parent / "2014-15-Q2" / "v1").mkdir(parents=True)
    return "2014-15-Q2: Lies in the folder of returns, and the register knows no return of that name."


@pytest.mark.parametrize("change", [remove_version, add_file, add_version, add_beside, add_quarter])
def test_what_is_gone_or_too_many_is_found(place: Workplace, change: Callable[[Path], str]) -> None:
    expected = change(place.returns(QUARTER))
    assert faults(place) == [expected]


def test_a_manifest_edited_together_with_its_files_still_differs_from_the_register(place: Workplace) -> None:
    folder = place.returns(QUARTER) / "v1"
    (folder / EDITIONS["board"]).write_bytes(b"another")
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    said["files"][EDITIONS["board"]] = sha256(b"another")
    (folder / "manifest.json").write_text(json.dumps(said), encoding="utf-8")
    name = "2014-15 Q3 version 1"
    assert faults(place) == [
        f"{name}: {EDITIONS['board']} is not what was published: its SHA-256 is another one.",
        f"{name}: manifest.json is not what was published: its SHA-256 is another one.",
        f"{name}: manifest.json and the register differ on the files and their checksums.",
    ]


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe"])
def test_a_manifest_that_cannot_be_read_is_one_line_and_no_crash(place: Workplace, content: bytes) -> None:
    (place.returns(QUARTER) / "v1" / "manifest.json").write_bytes(content)
    assert "2014-15 Q3 version 1: manifest.json cannot be read." in faults(place)


def test_what_a_broken_run_left_and_printed_copies_are_no_fault(place: Workplace) -> None:
    for name in (".making-4711", "v1-unregistered-1", "v1-printable"):
        (place.returns(QUARTER) / name).mkdir()
    done = verify(place)
    assert done.holds
    assert [one.words.split(" ")[0] for one in done.findings] == [".making-4711", "v1-unregistered-1"]


def test_a_version_that_the_register_lost_is_found(tmp_path: Path) -> None:
    place = Workplace(Settings(home=tmp_path))
    publish(place, 2)
    assert faults(place) == ["2014-15 Q3 version 1: The register no longer knows this version."]


def test_one_quarter_alone_can_be_asked_and_one_without_returns_is_in_order(place: Workplace) -> None:
    assert verify(place, QUARTER).versions == 2
    nothing = verify(place, Quarter.from_label("2013-14 Q1"))
    assert (nothing.holds, nothing.versions) == (True, 0)
