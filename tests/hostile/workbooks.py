"""Hostile workbooks of the present Excel format. Nothing here is a test."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assets.raw.refusal import (
    BINARY_WORKBOOK,
    DAMAGED,
    EMPTY,
    FAR_CELLS,
    LINKED,
    MACROS,
    OVERSIZED,
    PACKED,
    PROTECTED,
    UNKNOWN,
    UNSAFE,
    UNSUPPORTED,
)
from tests.fixtures.files import CANARY, HEARING, HEARINGS_HEADER, sheet_xml, write_xlsx, write_zip
from tests.hostile.corpus import enter, hostile

MEGABYTE = 1024 * 1024
BOOK, RELATIONS, SHEET = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k")))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:/etc/hostname">]>'
FAR = '<c r="XFD1048576" t="str"><v>x</v></c>'


@cache
def good_parts() -> dict[str, bytes]:
    """The parts of a healthy workbook of hearings."""
    with TemporaryDirectory() as folder:
        rows = [HEARINGS_HEADER, ("H9", *HEARING[1:])]
        with zipfile.ZipFile(write_xlsx(Path(folder) / "good.xlsx", {"Data": rows})) as archive:
            return {part.filename: archive.read(part) for part in archive.infolist()}


def with_parts(path: Path, parts: dict[str, bytes]) -> Path:
    """The healthy workbook with parts added or put in place of its own."""
    return write_zip(path, {**good_parts(), **parts})


def with_sheet(path: Path, cells: str) -> Path:
    """The healthy workbook with other cells."""
    return with_parts(path, {SHEET: sheet_xml(cells)})


def with_raw_sheet(path: Path, data: str) -> Path:
    """The healthy workbook with other rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return with_parts(path, {SHEET: f'<worksheet xmlns="{space}">{data}</worksheet>'.encode()})


def _cell(address: str) -> str:
    return f'<c r="{address}" t="str"><v>{CANARY}</v></c>'


#: Cells that stand where no table reaches, or nowhere.
for _name, _cells, _code in (
    ("far_cell", FAR, FAR_CELLS),
    ("far_row", _cell("A200001"), FAR_CELLS),
    ("far_column", _cell("SS1"), FAR_CELLS),
    ("row_after_the_last", _cell("A1048577"), FAR_CELLS),
    ("many_far_cells", "".join(_cell(f"XFD{row}") for row in range(1_000_000, 1_048_577, 7)), FAR_CELLS),
    ("far_corner_within_limits", _cell("A1") + _cell("SR200000"), FAR_CELLS),
    ("far_cell_in_small_letters", _cell("xfd1048576"), FAR_CELLS),
    ("far_cell_by_character_reference", _cell("&#88;FD1048576"), FAR_CELLS),
    ("far_cell_that_follows", '<c r="SR1"/><c t="str"><v>x</v></c>', FAR_CELLS),
    ("far_inline_text", '<c r="XFD1" t="inlineStr"><is><t>x</t></is></c>', FAR_CELLS),
    ("far_formula", '<c r="XFD1"><f>1+1</f></c>', FAR_CELLS),
    ("nine_letter_reference", _cell("ABCDEFGHI1"), UNSAFE),
    ("thousand_letter_reference", _cell("A" * 1000 + "1"), UNSAFE),
    ("reference_without_row", _cell("AB"), UNSAFE),
    ("reference_of_digits", _cell("9" * 400), UNSAFE),
    ("negative_reference", _cell("A-1"), UNSAFE),
    ("reference_of_nothing", _cell(""), UNSAFE),
):
    enter(f"{_name}.xlsx", _code, lambda path, cells=_cells: with_sheet(path, cells))  # type: ignore[misc]


for _name, _data, _code in (
    ("row_of_words", '<sheetData><row r="first"/></sheetData>', DAMAGED),
    ("row_of_endless_digits", f'<sheetData><row r="{"9" * 5000}"/></sheetData>', DAMAGED),
    ("row_beyond_counting", f'<sheetData><row r="{"9" * 30}"><c><v>1</v></c></row></sheetData>', FAR_CELLS),
    ("shared_text_out_of_range", '<sheetData><row><c r="A1" t="s"><v>99999999</v></c></row></sheetData>', DAMAGED),
    ("shared_text_below_nought", '<sheetData><row><c r="A1" t="s"><v>-1</v></c></row></sheetData>', UNKNOWN),
    ("endless_dimension", '<dimension ref="A1:ZZZZZZZZZ99999999999"/><sheetData/>', EMPTY),
    ("sheet_cut_in_a_tag", '<sheetData><row><c r="A1', DAMAGED),
    ("huge_attribute", f'<sheetData><row><c r="A1" s="{"1" * (2 * MEGABYTE)}"/></row></sheetData>', OVERSIZED),
    ("huge_comment", f"<!--{'x' * (3 * MEGABYTE)}-->", OVERSIZED),
    ("deep_nesting", "<a>" * 100_000 + "</a>" * 100_000, OVERSIZED),
    ("flood_of_tags", "<a/>" * 1_500_000, OVERSIZED),
    ("flood_of_attributes", "<a " + " ".join(f"a{number}='x'" for number in range(200_000)) + "/>", OVERSIZED),
):
    enter(f"{_name}.xlsx", _code, lambda path, data=_data: with_raw_sheet(path, data))  # type: ignore[misc]


#: Parts that make a workbook another thing than a table.
for _name, _part, _code in (
    ("macros.xlsm", "xl/vbaProject.bin", MACROS),
    ("macros_elsewhere.xlsx", "Elsewhere/VBAPROJECT.BIN", MACROS),
    ("macro_sheet.xlsx", "xl/macrosheets/sheet1.xml", MACROS),
    ("links_to_files.xlsx", "xl/externalLinks/externalLink1.xml", LINKED),
    ("absolute_name.xlsx", "/etc/cron.d/x", UNSAFE),
    ("name_that_leads_out.xlsx", "../../../outside.xml", UNSAFE),
    ("name_that_leads_out_backwards.xlsx", "xl\\..\\..\\outside.xml", UNSAFE),
    ("name_with_a_drive.xlsx", "C:/Windows/x", UNSAFE),
    ("same_part_in_other_letters.xlsx", "XL/Worksheets/SHEET1.xml", UNSAFE),
    ("two_formats_at_once.xlsx", "xl/workbook.bin", UNSAFE),
    ("far_cell_in_a_picture.xlsx", "xl/media/image1.png", FAR_CELLS),
    ("far_cell_after_spaces.xlsx", "xl/media/image2.png", FAR_CELLS),
):
    _content = b" " * (300_000 if "spaces" in _name else 0) + sheet_xml(FAR)
    enter(_name, _code, lambda path, part=_part, content=_content: with_parts(path, {part: content}))  # type: ignore[misc]


#: Entities wherever a reader would read them.
for _name, _part, _before in (
    ("entities_in_the_sheet", SHEET, LAUGHS),
    ("entities_in_the_workbook", BOOK, LAUGHS),
    ("entities_in_the_texts", STRINGS, LAUGHS),
    ("entities_in_the_styles", STYLES, LAUGHS),
    ("entity_from_a_file", SHEET, OUTSIDE),
    ("document_type_from_the_net", SHEET, b'<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">'),
    ("one_long_entity", SHEET, b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 100_000 + b'">]>'),
):
    _content = _before + sheet_xml('<c r="A1" t="str"><v>&a;</v></c>')
    enter(f"{_name}.xlsx", UNSAFE, lambda path, part=_part, content=_content: with_parts(path, {part: content}))  # type: ignore[misc]


def _book_of(sheets: str) -> bytes:
    spaces = (
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    return f"<workbook {spaces}><sheets>{sheets}</sheets></workbook>".encode()


def _relations_of(target: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    relation = f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{space}">{relation}</Relationships>'.encode()


#: Workbooks whose parts do not fit together.
for _name, _parts, _code in (
    ("sheet_of_no_part", {RELATIONS: _relations_of("worksheets/none.xml")}, DAMAGED),
    ("sheet_that_is_the_workbook", {RELATIONS: _relations_of("workbook.xml")}, EMPTY),
    ("sheet_that_is_its_own_list", {RELATIONS: _relations_of("_rels/workbook.xml.rels")}, EMPTY),
    ("sheet_outside_the_file", {RELATIONS: _relations_of("../../../../etc/hostname")}, DAMAGED),
    ("sheet_of_no_relation", {BOOK: _book_of('<sheet name="Data" sheetId="1" r:id="rId99"/>')}, DAMAGED),
    ("workbook_cut", {BOOK: _book_of("")[:40]}, DAMAGED),
    ("workbook_of_nothing", {BOOK: b""}, DAMAGED),
    ("styles_cut", {STYLES: b"<styleSheet><cellXfs><xf numFmtId="}, DAMAGED),
    ("texts_that_are_no_markup", {STRINGS: b"\0\1\2" * 100, SHEET: sheet_xml('<c r="A1" t="s"><v>0</v></c>')}, DAMAGED),
    ("sheet_that_is_no_markup", {SHEET: bytes(range(256)) * 40}, DAMAGED),
    ("sheet_in_another_alphabet", {SHEET: sheet_xml(FAR).decode().encode("cp500")}, DAMAGED),
    ("sheet_in_wide_letters", {SHEET: sheet_xml(FAR).decode().encode("utf-16")}, FAR_CELLS),
    ("name_of_200_characters", {BOOK: _book_of(f'<sheet name="{"x" * 200}" sheetId="1" r:id="rId1"/>')}, UNSAFE),
    ("name_of_10000_characters", {BOOK: _book_of(f'<sheet name="{"x" * 10_000}" sheetId="1" r:id="rId1"/>')}, UNSAFE),
    ("name_with_a_control", {BOOK: _book_of('<sheet name="a&#1;b" sheetId="1" r:id="rId1"/>')}, DAMAGED),
    ("name_that_is_a_formula", {BOOK: _book_of('<sheet name="=cmd|calc" sheetId="1" r:id="rId1"/>')}, None),
    ("name_written_backwards", {BOOK: _book_of('<sheet name="a&#x202E;b" sheetId="1" r:id="rId1"/>')}, None),
):
    enter(f"{_name}.xlsx", _code, lambda path, parts=_parts: with_parts(path, parts))  # type: ignore[misc]


@hostile(".xlsx", OVERSIZED)
def flat_bomb(path: Path) -> None:
    with_parts(path, {SHEET: b" " * (101 * MEGABYTE)})


@hostile(".xlsx", OVERSIZED)
def bomb_of_many_small_parts(path: Path) -> None:
    with_parts(path, {f"xl/media/{number}.xml": b" " * 1_000_000 for number in range(250)})


@hostile(".xlsx", OVERSIZED)
def more_parts_than_any_workbook(path: Path) -> None:
    with_parts(path, {f"xl/media/{number}.png": b"" for number in range(2001)})


@hostile(".xlsx", OVERSIZED)
def directory_of_megabytes(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(300):
            entry = zipfile.ZipInfo(f"xl/{number}.xml")
            entry.comment = b"x" * 65_000
            archive.writestr(entry, b"")


@hostile(".zip", PACKED)
def bomb_in_a_zip_in_a_zip(path: Path) -> None:
    inner = b" " * (50 * MEGABYTE)
    for number in range(3):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{number}.zip", inner)
        inner = packed.getvalue()
    path.write_bytes(inner)


def _edited(path: Path, change: Callable[[bytearray, int], None], part: str = SHEET) -> None:
    """The healthy workbook, its directory's entry of one part changed."""
    with_sheet(path, " " * 500_000)
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while bytes(content[at + 46 : at + 46 + len(part)]) != part.encode():
        at = content.find(b"PK\x01\x02", at + 4)
    change(content, at)
    path.write_bytes(content)


@hostile(".xlsx", OVERSIZED)
def directory_that_lies_about_the_size(path: Path) -> None:
    _edited(path, lambda content, at: struct.pack_into("<I", content, at + 24, 100))


@hostile(".xlsx", DAMAGED)
def directory_that_lies_about_the_packed_size(path: Path) -> None:
    _edited(path, lambda content, at: struct.pack_into("<I", content, at + 20, 10))


@hostile(".xlsx", DAMAGED)
def directory_that_lies_about_the_checksum(path: Path) -> None:
    _edited(path, lambda content, at: struct.pack_into("<I", content, at + 16, zlib.crc32(b"other")))


@hostile(".xlsx", DAMAGED)
def part_packed_in_a_way_nobody_knows(path: Path) -> None:
    _edited(path, lambda content, at: struct.pack_into("<H", content, at + 10, 99))


@hostile(".xlsx", PROTECTED)
def password_on_the_zip(path: Path) -> None:
    _edited(path, lambda content, at: struct.pack_into("<H", content, at + 8, 0x1))


@hostile(".xlsx", DAMAGED)
def parts_that_overlap(path: Path) -> None:
    """Many entries of the directory share one packed part, so that each byte is inflated many times."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in good_parts().items():
            archive.writestr(name, content)
        first = archive.getinfo(SHEET)
        for number in range(50):
            other = zipfile.ZipInfo(f"xl/worksheets/sheet{number + 2}.xml")
            for field in ("compress_type", "compress_size", "file_size", "CRC", "header_offset", "flag_bits"):
                setattr(other, field, getattr(first, field))
            archive.filelist.append(other)


@hostile(".xlsx", UNSAFE)
def same_part_twice(path: Path) -> None:
    with_sheet(path, "")
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("xl/worksheets/sheetX.xml")
        archive.writestr(entry, sheet_xml(FAR))
    path.write_bytes(path.read_bytes().replace(b"sheetX.xml", b"sheet1.xml"))


@hostile(".xlsx", UNSAFE)
def part_that_is_a_link(path: Path) -> None:
    with_sheet(path, "")
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("xl/media/image1.png")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/hostname")


@hostile(".xlsx", BINARY_WORKBOOK)
def binary_workbook_named_xlsx(path: Path) -> None:
    write_zip(path, {"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\x83\x01\0"})


@hostile(".xlsx", UNSUPPORTED)
def word_document_named_xlsx(path: Path) -> None:
    write_zip(path, {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})


@hostile(".csv", PACKED)
def zip_named_csv(path: Path) -> None:
    write_zip(path, {"persons.csv": b"ypid,name\n1,2\n"})


@hostile(".xlsx", DAMAGED)
def directory_end_alone(path: Path) -> None:
    path.write_bytes(b"PK\x05\x06" + b"\xff" * 18)


for _share in (1, 25, 50, 75, 99):

    def _cut(path: Path, share: int = _share) -> None:
        content = with_sheet(path, "").read_bytes()
        path.write_bytes(content[: max(len(content) * share // 100, 8)])

    enter(f"workbook_cut_at_{_share}_per_cent.xlsx", DAMAGED, _cut)


@hostile(".csv", None)
def healthy_workbook_named_csv(path: Path) -> None:
    write_xlsx(path, {"Data": [HEARINGS_HEADER, ("H10", *HEARING[1:])]})


@hostile(".xlsx", None)
def formulas_as_text(path: Path) -> None:
    rows = [HEARINGS_HEADER, *((f"=1+{n}", HEARING[1], HEARING[2], "@SUM(A1)", *HEARING[4:]) for n in range(3))]
    write_xlsx(path, {"Data": rows})
