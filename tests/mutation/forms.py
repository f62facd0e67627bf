"""The forms that faults are sought in: every kind of file, encoding and delimiter, with and without things around."""

from __future__ import annotations

from tests.fixtures.forms import Form

FORMS = (
    Form("csv, UTF-8, comma"),
    Form("csv with byte-order mark, semicolon, shuffled", encoding="utf-8-sig", delimiter=";", shuffled=True),
    Form("csv, Windows-1252, tab, titles and notes", encoding="cp1252", delimiter="\t", titles=True, notes=True),
    Form("csv, UTF-16, shuffled, titles", encoding="utf-16", delimiter="\t", shuffled=True, titles=True),
    Form("csv that names its delimiter", delimiter=";", names_delimiter=True),
    Form("xlsx, typed, titles and notes", kind="xlsx", typed=True, titles=True, notes=True),
    Form("xlsx, merged header, over two sheets", kind="xlsx", merged=True, split=True),
    Form("xls, typed, shuffled", kind="xls", typed=True, shuffled=True),
    Form("xls, text, beside empty columns", kind="xls", offset=2, titles=True),
    Form("ods, typed, noted headers", kind="ods", typed=True, noted_headers=True),
    Form("ods, text, shuffled, titles and notes", kind="ods", shuffled=True, titles=True, notes=True, offset=1),
)
