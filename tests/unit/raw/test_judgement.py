"""What a file is told of when it is accepted: sheets that hold nothing of ours, by name only where all is published."""

from __future__ import annotations

from pathlib import Path

from assets.raw.judgement import Judgement, judge
from assets.raw.refusal import SHEETS_LEFT_OUT
from schemas.dropped import DROPPED
from tests.fixtures.files import CANARY, HEARING, HEARINGS_HEADER, Table, write_xlsx

LOOKUP = [["LTLA24CD", "LTLA24NM", "UTLA24CD", "UTLA24NM"], ["E07000129", "Blaby", "E10000018", "Leicestershire"]]


def _judged(folder: Path, sheets: dict[str, Table]) -> Judgement:
    return judge(write_xlsx(folder / "any name.xlsx", sheets), DROPPED)


def test_sheets_left_out_of_a_publication_are_named_once(tmp_path: Path) -> None:
    found = _judged(tmp_path, {"Contents ": [["Contents"]], "Table 1": LOOKUP, "Notes": [["a"], ["b"]]})
    assert (found.extracts, found.code, found.row_count) == (("gss_lookup",), SHEETS_LEFT_OUT, 1)
    assert "Sheets: Contents, Notes." in str(found.message)


def test_sheets_beside_childrens_records_are_counted_and_never_named(tmp_path: Path) -> None:
    found = _judged(tmp_path, {"Hearings": [HEARINGS_HEADER, HEARING], CANARY: [["a note"]]})
    assert (found.extracts, found.code) == (("hearings",), SHEETS_LEFT_OUT)
    assert "Sheets: 1." in str(found.message)
    assert CANARY not in str(found.message)


def test_a_workbook_of_which_every_sheet_is_read_is_told_nothing(tmp_path: Path) -> None:
    found = _judged(tmp_path, {"Table 1": LOOKUP})
    assert (found.extracts, found.code, found.message) == (("gss_lookup",), None, None)
