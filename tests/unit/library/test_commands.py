"""The commands `audit` and `library`: what they print, and their exit codes."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from pipelines.cli.library import edition_titles, library_address
from pipelines.cli.main import run_command
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from tests.fixtures.library import QUARTER


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with two audit events."""
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path))
    place = Workplace(Settings(home=tmp_path))
    place.register.audit.record("backup", who="J Smith", detail={"files": 3})
    place.register.audit.record("drop", quarter_slug=QUARTER, who="A Jones", subject="a" * 64)
    place.register.close()
    return tmp_path


def test_events_are_listed_a_line_each_with_who_did_what(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert home.is_dir()
    assert run_command(["audit", "list"]) == 0
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.endswith("backup  by J Smith  files=3")
    assert f"2014-15 Q3  drop  {'a' * 64}  by A Jones" in second
    assert last == "2 events."


def test_events_of_one_quarter_are_listed_alone(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert home.is_dir()
    assert run_command(["audit", "list", "--quarter", "2014-15 Q3"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 events."


def test_a_sound_audit_verifies_and_one_cut_short_does_not(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["audit", "verify"]) == 0
    assert "Breaks in their chain: none." in capsys.readouterr().out
    with (home / "audit-heads.txt").open("a", encoding="ascii") as heads:
        heads.write(f"3 {'b' * 64}\n")
    assert run_command(["audit", "verify"]) == 1
    assert "Event 3: It was kept once and is gone" in capsys.readouterr().out


def test_a_port_in_use_is_told_with_the_variable_to_set(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.is_dir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("BOARD_RETURNS_LIBRARY_PORT", str(taken.getsockname()[1]))
        assert run_command(["library"]) == 1
    assert "BOARD_RETURNS_LIBRARY_PORT" in capsys.readouterr().err


def test_every_edition_of_the_service_has_a_name_and_the_library_an_address(tmp_path: Path) -> None:
    place = Workplace(Settings(home=tmp_path))
    titles = edition_titles(place.service)
    assert titles["board"] == "Board pack"
    assert titles["rutland"] == "Rutland return"
    assert library_address(place.settings) == "http://127.0.0.1:3001/returns"
