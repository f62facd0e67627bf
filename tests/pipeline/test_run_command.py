"""`board-returns run` where no return can be made, and files of another quarter beside the right ones."""

from __future__ import annotations

import shutil
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.cli.main import run_command
from pipelines.cli.run import require_runnable, told_once
from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.quarters import Quarter
from tests.pipeline.conftest import QUARTER, Site, failure_of
from tests.pipeline.drops import Rows, file_of, rewrite

HISTORY = date(2007, 4, 1)
PERSONS = ["raw_cms__persons", "core_persons"]


@pytest.mark.parametrize(
    ("label", "today", "code"),
    [
        ("2014-15 Q3", date(2014, 12, 31), "YJ-P-0005"),
        ("2026-27 Q4", date(2026, 11, 1), "YJ-P-0005"),
        ("2006-07 Q4", date(2026, 11, 1), "YJ-P-0006"),
    ],
)
def test_a_quarter_that_is_not_over_or_lies_before_the_history_is_refused(label: str, today: date, code: str) -> None:
    with pytest.raises(BoardReturnsError) as refused:
        require_runnable(Quarter.from_label(label), HISTORY, today)
    assert refused.value.code == code
    assert label in refused.value.message


@pytest.mark.parametrize(("label", "today"), [("2014-15 Q3", date(2015, 1, 1)), ("2007-08 Q1", date(2026, 11, 1))])
def test_a_quarter_runs_from_the_day_after_its_end(label: str, today: date) -> None:
    require_runnable(Quarter.from_label(label), HISTORY, today)


@pytest.mark.parametrize("label", ["2099-00 Q4", "2005-06 Q1"])
def test_a_quarter_that_cannot_be_run_is_one_line_and_leaves_nothing_behind(
    label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path / "home"))
    assert run_command(["run", "--quarter", label]) == 1
    shown = capsys.readouterr()
    assert len(shown.err.strip().splitlines()) == 1
    assert label in shown.err
    assert not (tmp_path / "home" / "inbox").exists()


def test_a_letter_the_console_does_not_have_never_stops_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    console = TextIOWrapper(BytesIO(), encoding="ascii")

    def say() -> int:
        console.write("\u00a3 \u2026\n")
        return 0

    monkeypatch.setattr("sys.stdout", console)
    monkeypatch.setattr(main, "run_command", say)
    with pytest.raises(SystemExit) as done:
        main.run_and_exit()
    assert done.value.code == 0
    console.flush()
    assert console.buffer.getvalue() == b"? ?\n"


def of_october(rows: Rows) -> Rows:
    """The same file as it was extracted a quarter earlier."""
    return [rows[0], *([*row[:-1], "2014-10-17"] for row in rows[1:])]


def names_in_core(site: Site) -> set[str]:
    """Names of the files that the persons of the quarter come from."""
    return set(site.place.lake.read("core_persons", QUARTER)["file_name"])


def test_last_quarters_file_dropped_after_the_right_one_steps_back(site: Site) -> None:
    right = file_of(site.inbox, "persons")
    assert site.run(PERSONS).success
    wrong = Path(shutil.copy(right, site.inbox / "persons in October.csv"))
    rewrite(wrong, of_october)
    for _ in range(2):
        assert site.run(PERSONS).success
        assert names_in_core(site) == {right.name}
        faults = site.place.register.faults(QUARTER.slug)
        assert faults.loc[faults["file_name"].eq(wrong.name), "code"].tolist() == ["YJ-F-0005"]


def test_the_only_file_of_an_extract_stays_red_when_it_is_of_another_quarter(site: Site) -> None:
    rewrite(file_of(site.inbox, "persons"), of_october)
    for _ in range(2):
        assert failure_of(site.run(PERSONS), "core_persons").startswith("YJ-F-0005")
    assert not site.place.lake.has("core_persons", QUARTER)


def test_what_is_said_of_several_extracts_alike_is_said_once() -> None:
    said = "2014-15 Q3: No file of this extract has been received. Put it in."
    sentences = (
        f"YJ-F-0009: Offences, {said}",
        "YJ-C-0101: Outcomes, 2014-15 Q3: A column is missing. Put it in.",
        f"YJ-F-0009: Young people, {said}",
        "out_board_return failed; its page in Dagster says more.",
    )
    assert told_once(sentences, QUARTER) == [
        f"YJ-F-0009: Offences, Young people, {said}",
        "YJ-C-0101: Outcomes, 2014-15 Q3: A column is missing. Put it in.",
        "out_board_return failed; its page in Dagster says more.",
    ]
