"""Real files, as published: every one is read or refused with a code, and those that are tables are read as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.raw.judgement import judge
from assets.raw.read_grid import read_grid
from assets.raw.refusal import RefusedError
from schemas.dropped import DROPPED
from schemas.rules import rule

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = sorted(path for path in DATA.rglob("*") if path.is_file()) if DATA.is_dir() else []
NAMES = [str(path.relative_to(DATA)) for path in FILES]

pytestmark = [
    pytest.mark.published,
    pytest.mark.skipif(not FILES, reason="the real published files do not lie beside this checkout"),
]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_file_is_received_or_refused_with_a_code(path: Path) -> None:
    judged = judge(path, DROPPED)
    is_refused = judged.code is not None and rule(judged.code).severity == "stop-file"
    assert is_refused == (judged.extracts == ())


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix in {".csv", ".xls", ".xlsx"}], ids=str)
def test_every_table_is_read_as_text_whatever_it_holds(path: Path) -> None:
    """Numbered as Excel does: from 1, or from where the sheet's first row stands, without a gap."""
    for sheet in read_grid(path):
        assert sheet.grid.index[0] == 1
        assert list(sheet.grid.index) == list(range(1, len(sheet.grid) + 1))
        assert sheet.grid.dtypes.astype(str).unique().tolist() == ["str"]


@pytest.mark.parametrize("name", ["README.md", "hmcts-court-register/courtRegisterPdfPayload.json"])
def test_a_page_of_words_is_no_table(name: str) -> None:
    path = DATA / name
    if not path.is_file():
        pytest.skip(f"{name} does not lie beside this checkout")
    try:
        sheets = read_grid(path)
    except RefusedError:
        return
    assert judge(path, DROPPED).extracts == ()
    assert sheets
