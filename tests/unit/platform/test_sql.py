"""A SQL file falls into a YAML header and one statement, or is refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.platform.errors import StatementUnfit
from pipelines.platform.sql import core_files, load_statement, measure_files, sql_root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "indicators/fte/fte_02.sql",
        "indicators/fte/fte_01.sql",
        "indicators/custody/cus_01.sql",
        "core/b.sql",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("/* id: FTE-01 */ SELECT 1", encoding="utf-8")
    (tmp_path / "indicators/fte/notes.md").write_text("not SQL", encoding="utf-8")
    return tmp_path


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "fte_01.sql"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_falls_into_its_header_and_its_statement(tmp_path: Path) -> None:
    path = _written(tmp_path, "/*\nid: FTE-01\nreads: [core_outcomes, periods]\n*/\nSELECT 1 /* why */ AS n\n;\n")
    statement = load_statement(path)
    assert (statement.name, statement.path) == ("fte_01", path)
    assert statement.header == {"id": "FTE-01", "reads": ["core_outcomes", "periods"]}
    assert statement.body == "SELECT 1 /* why */ AS n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT 1", "does not open with"),
        ("-- id: FTE-01\nSELECT 1", "does not open with"),
        ("/* id: FTE-01 */\n;\n", "no statement"),
        ("/* id: [FTE */ SELECT 1", "not valid YAML"),
        ("/* FTE-01 */ SELECT 1", "not a list of named settings"),
        ("/**/ SELECT 1", "not a list of named settings"),
    ],
)
def test_a_file_without_header_or_statement_is_refused_with_the_reason(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(StatementUnfit, match=f"fte_01.sql cannot be used: .*{why}"):
        load_statement(_written(tmp_path, text))


def test_files_are_listed_by_family_and_name_and_nothing_else_is(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in measure_files(folder)]
    assert found == ["indicators/custody/cus_01.sql", "indicators/fte/fte_01.sql", "indicators/fte/fte_02.sql"]
    assert [path.name for path in core_files(folder)] == ["b.sql"]


def test_every_sql_file_of_the_house_can_be_loaded() -> None:
    files = [*measure_files(), *core_files()]
    assert len(files) > 1
    assert all(path.is_relative_to(sql_root()) for path in files)
    assert all(load_statement(path).body for path in files)
