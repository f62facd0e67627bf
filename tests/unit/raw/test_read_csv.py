"""Text files: every cell as it stands, at the row number Excel shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.raw.limits import Limits
from assets.raw.read_csv import read_csv
from assets.raw.refusal import OVERSIZED, TRUNCATED, UNSUPPORTED, RefusedError
from tests.fixtures.files import write_text


def _rows(path: Path) -> list[list[str]]:
    return [list(row) for row in read_csv(path).grid.itertuples(index=False, name=None)]


def _refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(RefusedError) as refusal:
        read_csv(path, limits or Limits())
    return refusal.value.code


def test_every_cell_is_the_text_it_was(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "a,b,c\n007,NA, x \n1.0,,TRUE\n")
    assert _rows(path) == [["a", "b", "c"], ["007", "NA", " x "], ["1.0", "", "TRUE"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_usual_delimiters_are_told_apart(tmp_path: Path, delimiter: str) -> None:
    text = "".join(delimiter.join(row) + "\r\n" for row in (("id", "text"), ("1", "words"), ("2", "more words")))
    assert _rows(write_text(tmp_path / "a.csv", text)) == [["id", "text"], ["1", "words"], ["2", "more words"]]


def test_commas_inside_a_semicolon_file_stay_in_their_cells(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "id;amount\n1;2,50\n2;3,75\n")
    assert _rows(path) == [["id", "amount"], ["1", "2,50"], ["2", "3,75"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_pound_sign_survives_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = write_text(tmp_path / "a.csv", "agency,budget\nPolice,\u00a31200\n", encoding)
    assert _rows(path) == [["agency", "budget"], ["Police", "\u00a31200"]]


def test_a_quoted_line_break_does_not_shift_the_row_numbers(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", 'id,text\n1,"two\nlines"\n2,one\n')
    grid = read_csv(path).grid
    assert grid.loc[2, 1] == "two\nlines"
    assert list(grid.loc[3]) == ["2", "one"]


@pytest.mark.parametrize("short_row", ["", "title only\n"])
def test_blank_rows_keep_their_numbers_whichever_reader_is_used(tmp_path: Path, short_row: str) -> None:
    path = write_text(tmp_path / "a.csv", f"id,text\n\n{short_row}9,last\n")
    grid = read_csv(path).grid
    assert grid.index[grid[0].eq("9")].tolist() == [4 if short_row else 3]


def test_ragged_rows_are_filled_up_to_the_widest(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "Title\nid,text,date\n1,x\n2,y,z\n")
    assert _rows(path) == [["Title", "", ""], ["id", "text", "date"], ["1", "x", ""], ["2", "y", "z"]]


def test_a_stray_quote_inside_a_cell_is_a_character_like_any_other(tmp_path: Path) -> None:
    assert _rows(write_text(tmp_path / "a.csv", 'id,text\n1,5" pipe\n')) == [["id", "text"], ["1", '5" pipe']]


@pytest.mark.parametrize(
    "text",
    [
        'id,text\n1,"never closed\n2,x\n',
        'id,text\n1,"never closed',
        "id,text,date\n1,x,2014-10-01\n2,y",
        'id,text\n1,"' + "x" * 200_000,
    ],
)
def test_a_file_cut_off_is_refused(tmp_path: Path, text: str) -> None:
    assert _refused(write_text(tmp_path / "a.csv", text)) == TRUNCATED


@pytest.mark.parametrize("text", ["id,text\n1,x\n2,y", "id,text,date\n1,x,z\n\nSource: ledger"])
def test_a_last_line_without_its_end_is_not_yet_cut_off(tmp_path: Path, text: str) -> None:
    assert len(read_csv(write_text(tmp_path / "a.csv", text)).grid) == text.count("\n") + 1


@pytest.mark.parametrize("limits", [Limits(columns=2), Limits(csv_rows=1)])
@pytest.mark.parametrize("text", ["a,b,c\n1,2,3\n", "a\nb,c,d\n"])
def test_a_file_beyond_the_limits_is_refused_by_either_reader(tmp_path: Path, limits: Limits, text: str) -> None:
    assert _refused(write_text(tmp_path / "a.csv", text), limits) == OVERSIZED


def test_noughts_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n1,\x00\x01\x00\n")
    assert _refused(path) == UNSUPPORTED


def test_a_nought_far_down_is_found_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n" + b"1,x\n" * 400_000 + b"2,\x00\n")
    assert _refused(path) == UNSUPPORTED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("first", ["sep=;\r\n", '"sep=;"\r\n', "SEP=;\n"])
def test_a_first_line_that_names_the_delimiter_is_for_excel_and_no_row(
    tmp_path: Path, first: str, encoding: str
) -> None:
    """Excel opens such a file with its header in row 1; commas alone would have been taken for the delimiter."""
    path = write_text(tmp_path / "a.csv", f"{first}id;a, b, c\r\n1;x, y, z\r\n", encoding)
    grid = read_csv(path).grid
    assert grid.index.tolist() == [1, 2]
    assert grid.to_numpy().tolist() == [["id", "a, b, c"], ["1", "x, y, z"]]


@pytest.mark.parametrize("ragged", [False, True])
def test_a_named_delimiter_is_no_row_for_the_slower_reader_either(tmp_path: Path, ragged: bool) -> None:  # noqa: FBT001
    path = write_text(tmp_path / "a.csv", "sep=|\nid|a|b\n1|x|y\n" + ("2|x\n" if ragged else ""))
    assert read_csv(path).grid.loc[2].tolist() == ["1", "x", "y"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_characters_whose_bytes_are_those_of_a_quote_are_none(tmp_path: Path, encoding: str) -> None:
    """U+2200 holds the byte 0x22, which is a quote only where a character is one byte long."""
    path = write_text(tmp_path / "a.csv", 'id,text\n1,\u2200\n2,"two\nlines, \u0100"\n3,z\n', encoding)
    assert _rows(path)[1:] == [["1", "\u2200"], ["2", "two\nlines, \u0100"], ["3", "z"]]


def test_a_byte_order_mark_before_windows_text_is_no_part_of_the_first_header(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfid,text\r\n1,caf\xe9\r\n")
    assert _rows(path) == [["id", "text"], ["1", "caf\u00e9"]]


def test_text_with_a_decimal_comma_is_left_as_it_stands(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "id;value\n1;1,5\n2;1.000,5\n")
    assert _rows(path)[1:] == [["1", "1,5"], ["2", "1.000,5"]]
