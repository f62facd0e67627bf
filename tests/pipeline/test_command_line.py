"""The `board-returns` command as an officer meets it: help, wrong use, doctor, templates, figures."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from assets.raw.header import recognise
from assets.raw.read_grid import read_grid
from pipelines.cli.main import app, run_command
from schemas.catalogue import EXTRACTS
from tests.pipeline.conftest import QUARTER, Site

COMMANDS = (
    "demo",
    "run",
    "ui",
    "doctor",
    "templates",
    "figures",
    "reconcile",
    "explain",
    "corrections",
    "print",
    "verify",
    "trace",
    "library",
    "watch",
    "backup",
    "restore",
    "prepare",
    "purge",
)


def test_help_explains_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["--help"]) == 0
    text = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in text] == []
    named = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert named == set(COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ["run"],
        ["run", "--quarter", "2014-16 Q3"],
        ["run", "--quarter", "autumn"],
        ["figures", "--quarter", "2014-15 Q5"],
        ["nonsense"],
        ["print"],
        ["verify", "--quarter", "2014-15 Q5"],
        ["trace", "2014-15 Q3"],
        ["trace", "autumn", "FTE-01"],
        ["print", "2014-15 Q9"],
        ["templates"],
        ["doctor", "--loud"],
    ],
)
def test_wrong_use_is_one_clear_line_and_exit_code_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(words) == 2
    shown = capsys.readouterr()
    assert len(shown.err.strip().splitlines()) == 1
    assert shown.err.startswith("board-returns: ")
    assert "Traceback" not in shown.err + shown.out


def test_the_installed_command_answers() -> None:
    command = Path(sys.executable).with_name("board-returns")
    if not command.exists():
        pytest.skip("the package is not installed in this environment (make test installs it)")
    shown = subprocess.run([command, "--help"], capture_output=True, text=True, check=False, timeout=120)
    assert shown.returncode == 0
    assert "Management Board" in shown.stdout


def test_figures_of_a_quarter_never_run_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path))
    assert run_command(["figures", "--quarter", QUARTER.label]) == 1
    shown = capsys.readouterr()
    assert len(shown.err.strip().splitlines()) == 1
    assert "Traceback" not in shown.err


def test_figures_csv_has_the_agreed_columns_and_every_measure(
    whole: tuple[Site, dg.ExecuteInProcessResult],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site, result = whole
    assert result.success
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(site.place.settings.home))
    assert run_command(["figures", "--quarter", QUARTER.label, "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == [
        *("measure_id", "period_id", "period_start", "period_end", "area_code", "breakdown", "category"),
        *("numerator", "denominator", "value", "unit"),
    ]
    entrants = [
        row
        for row in rows
        if (row["measure_id"], row["period_id"], row["area_code"], row["breakdown"])
        == ("FTE-01", "2014-15-YTD-Q3", "YOS-LR", "all")
    ]
    assert [(row["period_start"], row["period_end"], float(row["value"]), row["unit"]) for row in entrants] == [
        ("2014-04-01", "2014-12-31", 161.0, "count")
    ]


def test_reconcile_tells_every_printed_value_and_none_differs(
    whole: tuple[Site, dg.ExecuteInProcessResult],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    site, _ = whole
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(site.place.settings.home))
    assert run_command(["reconcile", "--quarter", QUARTER.label, "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["line_of_a2"] for row in rows} == {str(line) for line in range(1, 73)}
    [fall] = [row for row in rows if (row["measure"], row["printed"]) == ("FTE-03", "60.4%")]
    assert fall["verdict"] == "wrong in print"
    assert "60.54" in fall["why"]


def test_doctor_says_what_is_missing_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path / "new"))
    assert run_command(["doctor"]) == 0
    text = capsys.readouterr().out
    assert "does not exist yet" in text
    assert "Leicestershire & Rutland" in text
    assert "The inbox is empty" in text


def test_doctor_tells_a_wrong_setting_and_never_shows_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path))
    monkeypatch.setenv("BOARD_RETURNS_DATABASE_URL", "postgresql://board:opensesame@127.0.0.1:1/none")
    monkeypatch.setenv("BOARD_RETURNS_UI_PORT", "eighty")
    assert run_command(["doctor"]) == 1
    assert "BOARD_RETURNS_UI_PORT" in capsys.readouterr().out
    monkeypatch.delenv("BOARD_RETURNS_UI_PORT")
    assert run_command(["doctor"]) == 1
    shown = capsys.readouterr()
    assert "opensesame" not in shown.out + shown.err
    assert "The register cannot be reached" in shown.out


def test_templates_are_written_once_and_received_as_empty_extracts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["templates", str(tmp_path)]) == 0
    assert f"{len(EXTRACTS)} templates written" in capsys.readouterr().out
    for extract in EXTRACTS[::7]:
        known = [recognise(sheet, EXTRACTS) for sheet in read_grid(tmp_path / f"{extract.name}.xlsx")]
        assert [found.extract for found in known if found is not None] == [extract.name]
    filled = tmp_path / f"{EXTRACTS[0].name}.xlsx"
    filled.write_bytes(b"an officer's own work")
    assert run_command(["templates", str(tmp_path)]) == 0
    assert filled.read_bytes() == b"an officer's own work"


def test_the_workbook_for_a_quarters_papers_is_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path / "home"))
    command = ["templates", str(tmp_path / "out"), "--quarter", "2014-15 Q4"]
    path = tmp_path / "out" / "board-papers-2014-15-Q4.xlsx"
    assert run_command(command) == 0
    assert "drop it into the inbox of 2014-15 Q4" in capsys.readouterr().out
    path.write_bytes(b"an owner's own work")
    assert run_command(command) == 0
    assert "was left" in capsys.readouterr().out
    assert path.read_bytes() == b"an owner's own work"
