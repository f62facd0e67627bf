"""A file is read once to be judged and to be laid out, and what waits in between is bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.raw import opened as room
from assets.raw.opened import opened
from assets.raw.read_grid import read_grid
from assets.raw.sheet import Sheet
from schemas.catalogue import extract
from tests.fixtures.files import HEARING, HEARINGS_HEADER, as_csv, write_text

EXTRACTS = (extract("hearings"),)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files in the order in which they are read."""
    names: list[str] = []

    def noted(path: Path) -> list[Sheet]:
        names.append(path.name)
        return read_grid(path)

    monkeypatch.setattr("assets.raw.opened.read_grid", noted)
    return names


def made(folder: Path, name: str) -> Path:
    return write_text(folder / name, as_csv([HEARINGS_HEADER, HEARING]))


def test_a_file_is_read_once_for_both_and_again_only_when_it_is_asked_for_again(
    tmp_path: Path, read: list[str]
) -> None:
    path = made(tmp_path, "hearings.csv")
    judged, laid_out = opened(path, EXTRACTS), opened(path, EXTRACTS)
    assert judged is laid_out
    assert read == ["hearings.csv"]
    opened(path, EXTRACTS)
    assert read == ["hearings.csv", "hearings.csv"]


@pytest.mark.parametrize(("bound", "value"), [("_WAITING_FILES", 2), ("_WAITING_BYTES", 300)])
def test_what_has_waited_longest_is_let_go_where_too_much_waits(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch, bound: str, value: int
) -> None:
    monkeypatch.setattr(room, "_waiting", room._Waiting())
    paths = [made(tmp_path, f"{number}.csv") for number in range(3)]
    assert 300 / 3 < paths[0].stat().st_size < 300 / 2
    monkeypatch.setattr(room, bound, value)
    for path in (*paths, *paths[1:]):
        opened(path, EXTRACTS)
    assert read == ["0.csv", "1.csv", "2.csv"]
    opened(paths[0], EXTRACTS)
    assert read == ["0.csv", "1.csv", "2.csv", "0.csv"]
