"""Hostile OLE files (old Excel and others) and OpenDocument spreadsheets. Nothing here is a test."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from assets.raw.refusal import DAMAGED, FAR_CELLS, LINKED, MACROS, PROTECTED, UNKNOWN, UNSAFE, UNSUPPORTED
from tests.fixtures.files import HEARING, HEARINGS_HEADER, write_zip
from tests.fixtures.ole import FAT_COUNT, number_cell, record, workbook_stream, write_ole, write_xls
from tests.hostile.corpus import enter, hostile
from tests.hostile.workbooks import LAUGHS

_ONE = number_cell(0, 0)
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "script")
)
_TEXT_CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'


for _name, _stream, _code in (
    ("far_cell", workbook_stream(number_cell(65_535, 65_535)), FAR_CELLS),
    ("far_corner", workbook_stream(_ONE + number_cell(65_535, 255)), FAR_CELLS),
    ("far_packed_numbers", workbook_stream(record(0xBD, struct.pack("<HHHIH", 9, 0, 0, 0, 9_999))), FAR_CELLS),
    ("password", workbook_stream(_ONE, record(0x2F, bytes(6))), PROTECTED),
    ("macro_sheet", workbook_stream(_ONE, sheet_kind=1), MACROS),
    ("links_to_files", workbook_stream(_ONE, record(0x1AE, b"\1\0\5\0\0other")), LINKED),
    ("record_that_runs_out", workbook_stream(_ONE) + struct.pack("<HH", 0x203, 60_000) + b"\1", DAMAGED),
    ("cell_too_short", workbook_stream(record(0x203, b"\1")), DAMAGED),
    ("no_records", b"\1" * 4096, DAMAGED),
    ("no_sheets", record(0x809, bytes(16)) + record(0x0A), DAMAGED),
    ("sheet_that_begins_nowhere", record(0x85, struct.pack("<IBB", 99_999, 0, 0) + b"\4\0Data"), DAMAGED),
):
    enter(f"old_{_name}.xls", _code, lambda path, stream=_stream: write_ole(path, {"Workbook": stream}))  # type: ignore[misc]


for _name, _streams, _code in (
    ("old_macros.xls", {"Workbook": workbook_stream(_ONE), "_VBA_PROJECT_CUR/dir": b"x"}, MACROS),
    ("encrypted.xlsx", {"EncryptionInfo": b"x", "EncryptedPackage": b"y"}, PROTECTED),
    ("word_document.xls", {"WordDocument": b"x"}, UNSUPPORTED),
    ("e-mail.xls", {"__properties_version1.0": b"x"}, UNSUPPORTED),
):
    enter(_name, _code, lambda path, streams=_streams: write_ole(path, streams))  # type: ignore[misc]


def _spoiled(path: Path, at: int, value: int) -> None:
    """A whole old workbook, four bytes of it put in place of its own."""
    content = bytearray(write_ole(path, {"Workbook": workbook_stream(_ONE)}).read_bytes())
    struct.pack_into("<I", content, at if at >= 0 else len(content) + at, value)
    path.write_bytes(content)


@hostile(".xls", DAMAGED)
def fat_of_two_terabytes(path: Path) -> None:
    _spoiled(path, FAT_COUNT, 0xFFFFFFFF)


@hostile(".xls", DAMAGED)
def more_tables_than_sectors(path: Path) -> None:
    _spoiled(path, 72, 0x7FFFFFFF)


@hostile(".xls", DAMAGED)
def directory_nowhere(path: Path) -> None:
    _spoiled(path, 48, 0x00FFFFFF)


@hostile(".xls", DAMAGED)
def sectors_in_a_circle(path: Path) -> None:
    """The chain of the workbook's stream comes back to its own beginning, and its entry says that it is longer."""
    content = bytearray(write_ole(path, {"Workbook": workbook_stream(_ONE)}).read_bytes())
    fat = len(content) - 512
    struct.pack_into("<8I", content, fat, *([0] * 8))
    path.write_bytes(content)


@hostile(".xls", UNKNOWN)
def directory_in_a_circle(path: Path) -> None:
    """An entry that is its own brother."""
    content = bytearray(write_ole(path, {"Workbook": workbook_stream(_ONE)}).read_bytes())
    entry = content.find("Workbook".encode("utf-16-le"))
    struct.pack_into("<II", content, entry + 68, 1, 1)
    path.write_bytes(content)


for _share in (10, 50, 90):

    def _cut(path: Path, share: int = _share) -> None:
        rows = [list(HEARINGS_HEADER), *([f"H{n}", *HEARING[1:]] for n in range(200))]
        content = write_xls(path, rows).read_bytes()
        path.write_bytes(content[: len(content) * share // 100])

    enter(f"old_workbook_cut_at_{_share}_per_cent.xls", DAMAGED, _cut)


def write_ods(path: Path, rows: str, parts: dict[str, bytes] | None = None, before: bytes = b"") -> Path:
    """An OpenDocument spreadsheet of these rows, with other parts added."""
    table = f'<table:table table:name="Data">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = before + f"<office:document-content {_SPACES}>{body}</office:document-content>".encode()
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    own = {"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    return write_zip(path, {**own, **(parts or {})})


def _repeated(name: str, times: str) -> str:
    return f'table:number-{name}-repeated="{times}"'


_CELLS_A_THOUSAND = f'<table:table-cell office:value-type="float" office:value="1" {_repeated("columns", "1000")}/>'
_EMPTY_MILLIONS = f"<table:table-cell {_repeated('columns', '2000000000')}/>"
for _name, _rows, _code in (
    ("cells_repeated", f"<table:table-row>{_CELLS_A_THOUSAND}</table:table-row>", FAR_CELLS),
    (
        "rows_repeated",
        f"<table:table-row {_repeated('rows', '1048576')}>{_TEXT_CELL}</table:table-row>",
        FAR_CELLS,
    ),
    (
        "rows_and_cells_repeated",
        f"<table:table-row {_repeated('rows', '1000000')}>{_CELLS_A_THOUSAND}</table:table-row>",
        FAR_CELLS,
    ),
    ("nothing_repeated_before_a_cell", f"<table:table-row>{_EMPTY_MILLIONS}{_TEXT_CELL}</table:table-row>", FAR_CELLS),
    ("nothing_repeated_before_nothing", f"<table:table-row>{_EMPTY_MILLIONS * 2}</table:table-row>", FAR_CELLS),
    (
        "rows_repeated_before_a_cell",
        f"<table:table-row {_repeated('rows', '1048575')}/><table:table-row>{_TEXT_CELL}</table:table-row>",
        FAR_CELLS,
    ),
    ("repeated_no_times", f"<table:table-row {_repeated('rows', '0')}>{_TEXT_CELL}</table:table-row>", DAMAGED),
    ("repeated_less_than_none", f"<table:table-row {_repeated('rows', '-5')}>{_TEXT_CELL}</table:table-row>", DAMAGED),
    ("repeated_in_words", f"<table:table-row {_repeated('rows', 'often')}>{_TEXT_CELL}</table:table-row>", DAMAGED),
    ("link_to_a_file", '<table:table-source xlink="x"/>', LINKED),
):
    enter(f"open_{_name}.ods", _code, lambda path, rows=_rows: write_ods(path, rows))  # type: ignore[misc]


_ENCRYPTED = b'<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
for _name, _parts, _code in (
    ("macros", {"Basic/Standard/Module1.xml": b"<x/>"}, MACROS),
    ("python_macros", {"Scripts/python/x.py": b"import os"}, MACROS),
    ("password", {"META-INF/manifest.xml": _ENCRYPTED, "content.xml": bytes(range(256)) * 8}, PROTECTED),
    ("content_that_is_no_markup", {"content.xml": bytes(range(256)) * 8}, DAMAGED),
    ("content_cut", {"content.xml": b"<office:document-content"}, DAMAGED),
    ("text_document", {"mimetype": b"application/vnd.oasis.opendocument.text"}, UNSUPPORTED),
):
    enter(f"open_{_name}.ods", _code, lambda path, parts=_parts: write_ods(path, "", parts))  # type: ignore[misc]


@hostile(".ods", UNSAFE)
def open_entities(path: Path) -> None:
    write_ods(path, "", before=LAUGHS)


@hostile(".ods", DAMAGED)
def open_without_content(path: Path) -> None:
    write_zip(path, {"mimetype": _ODS})


def _row_of(cells: Sequence[str]) -> str:
    written = (
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f"<table:table-row>{''.join(written)}</table:table-row>"


def write_hearings_ods(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A healthy OpenDocument spreadsheet of these rows."""
    return write_ods(path, "".join(_row_of(row) for row in rows))


@hostile(".ods", None)
def filled_to_the_last_row_with_nothing(path: Path) -> None:
    """As LibreOffice writes it where a whole sheet was once formatted."""
    cells = f"<table:table-cell {_repeated('columns', '16384')}/>"
    filling = f"<table:table-row {_repeated('rows', '1048574')}>{cells}</table:table-row>"
    write_ods(path, _row_of(HEARINGS_HEADER) + _row_of(("H11", *HEARING[1:])) + filling)
