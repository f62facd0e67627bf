"""Text that looks like a formula, an address or markup stays text in everything that is written."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from assets.report.plain_csv import as_it_was, guarded, plain_csv, plain_rows
from assets.report.workbook.errors import errors_bytes
from assets.report.workbook.plain import LONGEST_CELL, plain
from assets.report.workbook.templates import write_template
from assets.report.workbook.write import workbook_bytes
from schemas.catalogue import EXTRACTS
from schemas.errors_book import ErrorLine, ErrorsBook, GivenLine, ProposalLine
from schemas.extract import Extract
from schemas.pack import Column, Heading, Mark, Pack, Paragraph, Sheet, Table

CALC = "=cmd|' /C calc'!A0"
HOSTILE = (
    *(
        CALC,
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "{=1+1}",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20A",
    ),
    *(
        "http://example.org",
        "https://example.org/?q=a",
        "mailto:a@example.org",
        "internal:Sheet1!A1",
        "external:c:\\a.xlsx",
    ),
    *(
        "<r><t>bold</t></r>",
        "<r>& broken </x></r>",
        "</si>",
        "_x0041_",
        "]]>",
        "&amp;",
        "\x00\x1b[2J",
        "\ufffe",
        "\ud800",
    ),
    *("1", "007", "1e5", "TRUE", "#REF!", "31/12/2014", "x" * 40_000),
)
_ANY = (
    st.sampled_from(HOSTILE)
    | st.text(max_size=60)
    | st.text(alphabet="=+-@'\"<>r/&\t\r\n ;,1", min_size=1, max_size=12)
)
_QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _parts(workbook: bytes) -> dict[str, str]:
    """The parts of a workbook that are markup."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def assert_nothing_is_live(workbook: bytes) -> None:
    """No cell is a formula, no link leads out of the workbook, and every part is markup that a reader can read."""
    for name, part in _parts(workbook).items():
        if name.startswith("xl/worksheets/sheet"):
            assert re.findall(r"<f[ >/]", part) == [], name
            assert re.findall(r"<hyperlink [^>]*r:id=", part) == [], name
        assert 'TargetMode="External"' not in part, name
        assert "<ddeLink" not in part
    for sheet in openpyxl.load_workbook(io.BytesIO(workbook)):
        assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def _rows(workbook: bytes, sheet: str) -> list[list[str]]:
    """The cells of a sheet as text."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_name(sheet).to_python()
    return [[str(cell) for cell in row] for row in rows]


def _pack_of(texts: list[str]) -> Pack:
    """A pack that says each text as title, heading, sentence, cell and mark."""
    rows = tuple((text, Mark(text)) for text in texts)
    table = Table("t_1", CALC, (Column("One"), Column("Two")), rows)
    words = tuple(part for text in texts for part in (Heading(text), Paragraph(text)))
    sheet = Sheet("Data", texts[0], CALC, (*words, table))
    return Pack(CALC, CALC, CALC, date(2015, 1, 19), (sheet,), keywords=CALC)


@_QUICK
@example(texts=list(HOSTILE))
@given(texts=st.lists(_ANY.filter(str.strip), min_size=1, max_size=8))
def test_no_text_of_a_return_becomes_live_and_none_is_lost(texts: list[str]) -> None:
    workbook = workbook_bytes(_pack_of(texts))
    assert_nothing_is_live(workbook)
    # The table is last: each of its rows says its text twice.
    assert _rows(workbook, "Data")[-len(texts) :] == [[plain(text)] * 2 for text in texts]


@_QUICK
@example(texts=list(HOSTILE))
@given(texts=st.lists(_ANY, min_size=1, max_size=8))
def test_no_text_of_the_errors_workbook_becomes_live_and_none_is_lost(texts: list[str]) -> None:
    workbook = errors_bytes(_errors_of(texts))
    assert_nothing_is_live(workbook)
    said = [row[1:3] for row in _rows(workbook, "Corrections")[1:]]
    assert len(said) == len(texts)
    faults = [row[3] for row in _rows(workbook, "Faults")[1:]]
    assert faults == [plain(text) for text in texts]


def _filled(kind: type[Any], text: str, **known: object) -> Any:
    """A line of the errors workbook whose every text is this one."""
    texts = {one.name: text for one in fields(kind) if one.type == "str"}
    return kind(**(texts | known))


def _errors_of(texts: list[str]) -> ErrorsBook:
    """An errors workbook that says each text wherever it says any."""
    day = date(2015, 1, 19)
    return ErrorsBook(
        label="2014-15 Q3",
        slug="2014-15-Q3",
        service=texts[0],
        left_off=0,
        as_of=day,
        lines=tuple(_filled(ErrorLine, text, severity="query", row=2, until=day) for text in texts),
        given=tuple(_filled(GivenLine, text, until=day, given_on=day) for text in texts),
        proposals=tuple(_filled(ProposalLine, text, score=0.5) for text in texts),
        counts=(),
        lists={text: (text, CALC) for text in texts},
    )


def test_a_pack_of_files_with_formulas_for_names_has_no_formula(inputs: ReturnInputs) -> None:
    """File names, risks and their owners are typed by others: here each is a formula."""
    named = replace(
        inputs,
        risks=inputs.risks.assign(description=CALC),
        rows=inputs.rows.assign(file_name=CALC),
        files=inputs.files.assign(file_name=CALC),
        faults=inputs.faults.assign(file_name=CALC, sheet=CALC, message=CALC),
    )
    workbook = workbook_bytes(build_pack(named))
    assert_nothing_is_live(workbook)
    assert "cmd|" in _parts(workbook)["xl/sharedStrings.xml"]


@pytest.mark.parametrize("extract", EXTRACTS, ids=lambda extract: extract.name)
def test_no_template_holds_a_formula(tmp_path: Path, extract: Extract) -> None:
    path = tmp_path / "template.xlsx"
    write_template(extract, path)
    assert_nothing_is_live(path.read_bytes())


def test_text_that_no_cell_can_hold_is_changed_as_little_as_it_must_be() -> None:
    assert plain("=1+1") == "=1+1"
    assert plain("<r>a</r>") == "<r>a</r> "
    assert plain("<r>a") == "<r>a"
    assert plain("\ud800a\ufffe") == "\ufffda\ufffd"
    assert plain("x" * LONGEST_CELL) == "x" * LONGEST_CELL
    assert plain("x" * (LONGEST_CELL + 1)) == "x" * (LONGEST_CELL - 1) + "\u2026"


@example(text=CALC)
@example(text="'=1+1")
@example(text="\r=1+1")
@given(text=_ANY.map(lambda text: text.replace("\ud800", "").replace("\0", "")))
def test_a_text_in_a_csv_never_begins_a_formula_and_is_read_again_as_it_was(text: str) -> None:
    frame = pd.DataFrame({"c": [text, "plain"], f"{text}.": ["a", "b"], "v": [-1.5, 2.0]})
    header, first, second = csv.reader(io.StringIO(plain_csv(frame), newline=""))
    live = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    assert not first[0].lstrip(" ").startswith(live)
    assert not header[1].lstrip(" ").startswith(live)
    assert as_it_was(first[0]) == text
    assert (first[2], second) == ("-1.5", ["plain", "b", "2.0"])


@given(text=st.text())
def test_what_is_guarded_is_told_from_what_began_with_an_apostrophe(text: str) -> None:
    assert as_it_was(guarded(text)) == text


def test_rows_are_written_as_a_frame_of_them_is() -> None:
    rows = [("=1+1", 2.5, "a, b"), ("'so", -3.0, 'said "no"'), ("two\nlines", 0.1, "£ ▲")]
    headers = ["@text", "number", "other"]
    assert plain_rows(headers, rows) == plain_csv(pd.DataFrame(rows, columns=headers))
