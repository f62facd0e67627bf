"""From inbox to raw tables: kept by content, judged once, laid out as text; no message repeats a cell."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from assets.raw.put_back import put_back
from assets.raw.raw_tables import build_raw, header_notices
from assets.raw.receive import REFUSED, REPEATED, receive_inbox
from assets.raw.received import bring_in
from assets.raw.refusal import EMPTY, EMPTY_ROWS, PROTECTED, ROWS_AROUND, TRUNCATED, TWICE, UNKNOWN, UNKNOWN_COLUMN
from pipelines.platform.errors import PassingFault
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ACCEPTED, ReceivedFile
from pipelines.platform.register.store import Register
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import EXTRACTS, extract
from schemas.file_rules import PUT_BACK
from tests.fixtures.files import CANARY, HEARING, HEARINGS_HEADER, Table, as_csv, write_text, write_xlsx
from tests.fixtures.ole import write_ole

QUARTER = Quarter.from_label("2014-15 Q3")
HEARINGS = as_csv([HEARINGS_HEADER, HEARING])


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register(f"sqlite:///{tmp_path / 'register.db'}") as opened:
        opened.migrate()
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def _receive(inbox: Path, register: Register) -> list[ReceivedFile]:
    return receive_inbox(inbox, inbox.parent / "received", QUARTER, register, EXTRACTS)


def _raw(inbox: Path, register: Register, name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    files = register.current_files(name, QUARTER.slug, snapshot=True)
    return build_raw(files, extract(name), inbox.parent / "received")


def test_a_file_is_kept_by_its_content_and_left_where_it_was(inbox: Path, register: Register) -> None:
    dropped = write_text(inbox / "court list (final) v2.csv", HEARINGS)
    (received,) = _receive(inbox, register)
    sha256 = hashlib.sha256(dropped.read_bytes()).hexdigest()
    kept = inbox.parent / "received" / sha256[:2] / sha256
    assert kept.read_bytes() == dropped.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o400
    assert (received.sha256, received.extract, received.status, received.row_count) == (sha256, "hearings", ACCEPTED, 1)
    assert received.batch > 0


def test_receiving_again_changes_nothing(inbox: Path, register: Register) -> None:
    write_text(inbox / "a.csv", HEARINGS)
    write_text(inbox / "b.csv", "strange\n1\n")
    first = _receive(inbox, register)
    assert [(file.sequence, file) for file in _receive(inbox, register)] == [(file.sequence, file) for file in first]
    assert [path.name for path in sorted(inbox.iterdir())] == ["a.csv", "b.csv"]


def test_an_empty_or_missing_inbox_is_no_fault(tmp_path: Path, inbox: Path, register: Register) -> None:
    assert _receive(inbox, register) == []
    assert receive_inbox(tmp_path / "none", tmp_path / "received", QUARTER, register, EXTRACTS) == []


def test_each_bad_file_gets_its_code_and_the_good_ones_go_on(inbox: Path, register: Register) -> None:
    write_text(inbox / "1 empty.csv", "")
    write_text(inbox / "2 unknown.csv", f"alpha,beta\n{CANARY},2\n")
    write_text(inbox / "3 cut.csv", HEARINGS + f'H2,Y2,"{CANARY}\n')
    write_ole(inbox / "4 protected.xlsx", {"EncryptionInfo": b"", "EncryptedPackage": b""})
    write_text(inbox / "5 good.csv", HEARINGS)
    found = {file.file_name: file for file in _receive(inbox, register)}
    assert {name: file.code for name, file in found.items()} == {
        "1 empty.csv": EMPTY,
        "2 unknown.csv": UNKNOWN,
        "3 cut.csv": TRUNCATED,
        "4 protected.xlsx": PROTECTED,
        "5 good.csv": None,
    }
    assert [file.status for file in found.values()] == [REFUSED] * 4 + [ACCEPTED]
    assert len({file.batch for file in found.values()}) == 1
    assert CANARY not in repr(found)


def test_an_unknown_file_is_told_what_the_nearest_extract_would_need(inbox: Path, register: Register) -> None:
    write_text(inbox / "a.csv", f"hearing_id,court_name,judge,clerk\n1,{CANARY},,\n")
    (received,) = _receive(inbox, register)
    assert received.message is not None
    assert extract("hearings").title in received.message
    assert "ypid" in received.message
    assert CANARY not in received.message


def test_the_same_content_under_two_names_is_counted_once_and_said(inbox: Path, register: Register) -> None:
    write_text(inbox / "a.csv", HEARINGS)
    write_text(inbox / "b.csv", HEARINGS)
    first, second = _receive(inbox, register)
    assert (first.file_name, first.status) == ("a.csv", ACCEPTED)
    assert (second.file_name, second.status, second.code) == ("b.csv", REPEATED, TWICE)
    assert [file.file_name for file in register.received(QUARTER.slug)] == ["a.csv"]


def test_a_corrected_file_comes_in_a_later_batch(inbox: Path, register: Register) -> None:
    write_text(inbox / "a.csv", HEARINGS)
    _receive(inbox, register)
    write_text(inbox / "a.csv", HEARINGS.replace("Y1", "Y2"))
    old, new = _receive(inbox, register)
    assert new.batch > old.batch
    assert [file.sha256 for file in register.current_files("hearings", QUARTER.slug, snapshot=True)] == [new.sha256]


def in_force(register: Register) -> list[str]:
    return [file.sha256 for file in register.current_files("hearings", QUARTER.slug, snapshot=True)]


def test_a_file_put_back_in_the_place_of_a_newer_one_counts_again_and_that_is_said(
    inbox: Path, register: Register
) -> None:
    write_text(inbox / "a.csv", HEARINGS)
    (right,) = _receive(inbox, register)
    write_text(inbox / "a.csv", HEARINGS.replace("Y1", "Y2"))
    wrong = _receive(inbox, register)[-1]
    assert in_force(register) == [wrong.sha256]
    write_text(inbox / "a.csv", HEARINGS)
    again = _receive(inbox, register)
    assert in_force(register) == [right.sha256]
    assert [(file.code, file.status) for file in again] == [(PUT_BACK, ACCEPTED), (None, ACCEPTED)]
    assert _receive(inbox, register) == again
    write_text(inbox / "a.csv", HEARINGS.replace("Y1", "Y2"))
    _receive(inbox, register)
    assert in_force(register) == [wrong.sha256]


def test_the_newer_of_two_files_counts_while_it_lies_there_and_when_neither_does(
    inbox: Path, register: Register
) -> None:
    write_text(inbox / "a.csv", HEARINGS)
    _receive(inbox, register)
    newer = write_text(inbox / "b.csv", HEARINGS.replace("Y1", "Y2"))
    held = hashlib.sha256(newer.read_bytes()).hexdigest()
    for _ in range(2):
        _receive(inbox, register)
        assert in_force(register) == [held]
    for path in list(inbox.iterdir()):
        path.unlink()
    _receive(inbox, register)
    assert in_force(register) == [held]


def test_an_earlier_file_left_where_the_newer_one_was_taken_out_counts_again(inbox: Path, register: Register) -> None:
    write_text(inbox / "a.csv", HEARINGS)
    (earlier,) = _receive(inbox, register)
    newer = write_text(inbox / "b.csv", HEARINGS.replace("Y1", "Y2"))
    _receive(inbox, register)
    newer.unlink()
    _receive(inbox, register)
    assert in_force(register) == [earlier.sha256]


def test_a_workbook_of_two_extracts_counts_again_only_where_no_newer_file_of_either_lies_there() -> None:
    both = ReceivedFile("a", QUARTER.slug, "a", 1, extract="hearings,persons", batch=1)
    hearings = ReceivedFile("b", QUARTER.slug, "b", 1, extract="hearings", batch=2)
    persons = ReceivedFile("c", QUARTER.slug, "c", 1, extract="persons", batch=3)
    received = [both, hearings, persons]
    assert put_back(received, {"a"}) == [both]
    assert put_back(received, {"a", "b"}) == []
    assert put_back(received, {"a", "c"}) == []
    assert put_back(received, {"a", "b", "c"}) == []
    assert put_back([both, replace(hearings, status=REFUSED)], {"a"}) == []


def test_a_file_put_back_is_told_of_until_a_newer_one_comes(tmp_path: Path) -> None:
    place = Workplace(Settings(home=tmp_path / "home"))
    folder = place.inbox(QUARTER)
    told = []
    for rows, name in ((1, "a.csv"), (2, "a.csv"), (1, "a.csv"), (1, "a.csv"), (3, "b.csv")):
        write_text(folder / name, HEARINGS.replace("Y1", f"Y{rows}"))
        bring_in(place, QUARTER)
        told.append(PUT_BACK in set(place.register.faults(QUARTER.slug)["code"]))
    assert told == [False, False, True, True, False]
    place.register.close()


@pytest.mark.parametrize("name", [".hidden.csv", "~$open.xlsx", "upload.tmp", "upload.CSV.part"])
def test_what_programs_leave_for_themselves_is_not_received(inbox: Path, register: Register, name: str) -> None:
    write_text(inbox / name, HEARINGS)
    assert _receive(inbox, register) == []


def test_a_file_that_cannot_be_opened_is_tried_again_once_the_others_are_in(
    inbox: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = write_text(inbox / "a.csv", HEARINGS)
    write_text(inbox / "b.csv", HEARINGS.replace("Y1", "Y2"))
    open_file: Callable[..., object] = Path.open

    def refuse(path: Path, *args: object, **more: object) -> object:
        if path == locked:
            raise PermissionError
        return open_file(path, *args, **more)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PassingFault):
        _receive(inbox, register)
    assert [file.file_name for file in register.received(QUARTER.slug)] == ["b.csv"]


def test_a_copy_that_failed_half_way_leaves_nothing_behind(
    inbox: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_text(inbox / "a.csv", HEARINGS)

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PassingFault):
        _receive(inbox, register)
    assert not [path for path in (inbox.parent / "received").rglob("*") if path.is_file()]


def test_raw_rows_are_text_with_the_place_they_stood_at(inbox: Path, register: Register) -> None:
    write_text(inbox / "a.csv", as_csv([HEARINGS_HEADER, HEARING, [""] * 7, ["H2", *[""] * 5, "2015-01-05"]]))
    _receive(inbox, register)
    raw, headers = _raw(inbox, register, "hearings")
    assert raw["row"].tolist() == [2, 4]
    assert raw["hearing_date"].isna().tolist() == [False, True]
    assert list(raw[list(HEARINGS_HEADER)].fillna("").loc[0]) == list(HEARING)
    assert dict(zip(headers["column"], headers["letter"], strict=True))["hearing_date"] == "C"


def test_titles_notes_and_unknown_columns_are_left_out_with_a_notice(inbox: Path, register: Register) -> None:
    rows = [["Court list"], [*HEARINGS_HEADER, CANARY], [*HEARING, "x"], [], ["Source: the court"], ["Page 1"]]
    write_xlsx(inbox / "a.xlsx", {"List": rows})
    files = _receive(inbox, register)
    raw, headers = _raw(inbox, register, "hearings")
    notices = header_notices(headers, extract("hearings"), files)
    assert raw["row"].tolist() == [3]
    assert [(notice.code, notice.column_letter, notice.sheet, notice.file_name) for notice in notices] == [
        (UNKNOWN_COLUMN, "H", "List", "a.xlsx"),
        (ROWS_AROUND, "", "List", "a.xlsx"),
    ]
    assert CANARY not in repr(notices)
    assert CANARY not in headers.to_csv()


def test_empty_rows_among_the_data_are_one_notice_a_sheet_and_those_after_it_none(
    inbox: Path, register: Register
) -> None:
    """Two rows of nothing and one of spaces stand between the two hearings, and two of nothing below them."""
    gap = [[""] * 7, [" "] * 7, [""] * 7]
    write_text(inbox / "a.csv", as_csv([HEARINGS_HEADER, HEARING, *gap, ["H2", *HEARING[1:]], *gap[:1], *gap[:1]]))
    files = _receive(inbox, register)
    raw, headers = _raw(inbox, register, "hearings")
    (notice,) = header_notices(headers, extract("hearings"), files)
    assert raw["row"].tolist() == [2, 6]
    assert (notice.code, notice.row, notice.message[-8:]) == (EMPTY_ROWS, None, "Rows: 3.")


def test_a_file_of_headers_alone_is_an_extract_without_rows(inbox: Path, register: Register) -> None:
    write_text(inbox / "a.csv", as_csv([HEARINGS_HEADER]))
    (received,) = _receive(inbox, register)
    raw, headers = _raw(inbox, register, "hearings")
    assert (received.status, received.row_count, len(raw)) == (ACCEPTED, 0, 0)
    assert len(headers) == len(HEARINGS_HEADER)


def test_a_workbook_may_hold_one_extract_on_two_sheets_and_another_on_a_third(inbox: Path, register: Register) -> None:
    targets = [["measure_id", "fy", "kind", "value", "source"], ["FTE-01", "2014-15", "target", "220", "Plan"]]
    second = [HEARINGS_HEADER, ["H2", *HEARING[1:]], ["H3", *HEARING[1:]]]
    sheets: dict[str, Table] = {
        "North": [HEARINGS_HEADER, HEARING],
        "Targets": targets,
        "South": second,
        "Notes": [["read me"]],
    }
    write_xlsx(inbox / "book.xlsx", sheets)
    (received,) = _receive(inbox, register)
    raw, _ = _raw(inbox, register, "hearings")
    assert received.extracts == ("hearings", "targets")
    assert (received.sheet_count, received.row_count) == (4, 4)
    assert list(zip(raw["sheet"], raw["row"], strict=True)) == [("North", 2), ("South", 2), ("South", 3)]
    assert len(_raw(inbox, register, "targets")[0]) == 1


def test_without_a_file_the_raw_table_has_every_column_and_no_row(inbox: Path, register: Register) -> None:
    raw, headers = _raw(inbox, register, "hearings")
    assert list(raw.columns)[4:] == [column.name for column in extract("hearings").columns]
    assert (len(raw), len(headers)) == (0, 0)
