"""Hostile text files, and files that are neither text nor workbook. Nothing here is a test."""

from __future__ import annotations

import codecs
import gzip
import random
from pathlib import Path

from assets.raw.refusal import DAMAGED, EMPTY, MARKUP, OVERSIZED, PACKED, UNKNOWN, UNSUPPORTED
from tests.fixtures.files import CANARY, HEARING, HEARINGS_HEADER, as_csv
from tests.hostile.corpus import enter, hostile

MEGABYTE = 1024 * 1024
_GOOD = as_csv([HEARINGS_HEADER, ("H20", *HEARING[1:])])
_PAGE = b"<html><body><table><tr><td>hearing_id</td></tr></table></body></html>"

for _name, _content, _code in (
    ("empty.csv", b"", EMPTY),
    ("mark_alone.csv", codecs.BOM_UTF8, EMPTY),
    ("wide_mark_alone.csv", codecs.BOM_UTF16_LE, EMPTY),
    ("spaces.csv", b" \r\n\t" * 1000, EMPTY),
    ("separators.csv", b",,,\n" * 1000, EMPTY),
    ("noughts.csv", bytes(10_000), UNSUPPORTED),
    ("noughts_within.csv", _GOOD.encode().replace(b"Youth", b"You\0h"), UNSUPPORTED),
    ("random.csv", random.Random(3).randbytes(100_000), UNSUPPORTED),  # noqa: S311 - not for secrets
    ("random.xlsx", random.Random(4).randbytes(100_000), UNSUPPORTED),  # noqa: S311 - as above
    ("gzip.csv", gzip.compress(_GOOD.encode()), PACKED),
    ("seven_zip.csv", b"7z\xbc\xaf\x27\x1c\0\4" + b"x" * 100, PACKED),
    ("rar.csv", b"Rar!\x1a\x07\1\0" + b"x" * 100, PACKED),
    ("report.pdf.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", UNSUPPORTED),
    ("picture.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UNSUPPORTED),
    ("photo.csv", b"\xff\xd8\xff\xe0\0\x10JFIF", UNSUPPORTED),
    ("web_page.xls", _PAGE, MARKUP),
    ("web_page_with_mark.xls", codecs.BOM_UTF8 + b"\r\n" + _PAGE, MARKUP),
    ("old_xml.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', MARKUP),
    ("rich_text.xls", rb"{\rtf1\ansi hearing_id}", UNSUPPORTED),
    ("program.csv", b"MZ\x90\0\3\0\0\0" + bytes(500), UNSUPPORTED),
    ("data.json.csv", b'{"hearings": [{"hearing_id": 1}]}\n', UNKNOWN),
    ("unclosed_quote.csv", _GOOD.encode() + b'H21,"Y1,2014-10-01\n', DAMAGED),
    ("unclosed_quote_early.csv", b'"' + _GOOD.encode() * 50, DAMAGED),
    ("cut_in_a_record.csv", (_GOOD + "H21,Y1,2014-").encode(), DAMAGED),
    ("cut_in_a_wide_letter.csv", (_GOOD + "H21,Y1,2014-").encode("utf-16")[:-1], DAMAGED),
    ("hundred_thousand_columns.csv", b",".join([b"a"] * 100_000) + b"\n", OVERSIZED),
    ("hundred_thousand_columns_below.csv", b"a,b\n" + b",".join([b"a"] * 100_000) + b"\n", OVERSIZED),
    ("ten_million_separators.csv", b"," * 10_000_000, OVERSIZED),
    ("ten_million_separators_in_lines.csv", (b"," * 99 + b"\n") * 110_000, OVERSIZED),
    ("millions_of_quotes.csv", b'"' * 3_000_001, OVERSIZED),
    ("millions_of_quotes_in_lines.csv", b'"\n' * 500_001, DAMAGED),
    ("one_cell_of_a_megabyte.csv", b'a,b\n1,"' + b"x\n" * 500_000 + b'"\n', UNKNOWN),
    ("short_codes_as_letters.csv", b"+AGEALABiAGM-,+ADw-script+AD4-\n1,2\n", UNKNOWN),
    ("another_alphabet.csv", _GOOD.encode("cp500"), UNKNOWN),
    ("half_letters.csv", codecs.BOM_UTF16_LE + b"\x00\xd8a\0,\0\x00\xdc\n\0" * 50, UNKNOWN),
    ("mixed_encodings.csv", "h\u00e9aring,id\n".encode() + "h\u00e9,1\n".encode("cp1252"), UNKNOWN),
    ("formulas.csv", b"=cmd|' /C calc'!A0,@SUM(A1),+1,-1\n=1,=2,=3,=4\n", UNKNOWN),
    ("unknown_headers.csv", f"alpha,beta\n{CANARY},2\n".encode(), UNKNOWN),
    ("lines_of_nothing.csv", b"a,b\n" + b"\n" * 1_000_000, UNKNOWN),
    ("text_named_as_workbook.xlsx", _GOOD.encode(), None),
    ("wide_text_named_as_workbook.xls", _GOOD.replace("H20", "H22").encode("utf-16"), None),
):
    enter(_name, _code, lambda path, content=_content: path.write_bytes(content))  # type: ignore[misc]


@hostile(".csv", OVERSIZED)
def one_line_of_200_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(200):
            file.write(b"x" * MEGABYTE)


#: Names that say what they should not, over content that is refused for itself.
for _place, _name in enumerate(
    (
        "two\nlines.csv",
        "=cmd|' _C calc'!A0.csv",
        "@SUM(A1).csv",
        "persons\u202evsc.exe",
        "\x1b[2J\x07bell.csv",
        "e\u0301" * 60 + ".csv",
        "x" * 251 + ".csv",
        "[bold red]markup[bold].csv",
        "<script>alert(1)<_script>.csv",
    )
):
    enter(_name, UNKNOWN, lambda path, place=_place: path.write_bytes(f"gamma,delta{place}\n1,2\n".encode()))  # type: ignore[misc]
