"""What the checker reads a workbook with: how long figures show, addresses of cells, slips of spelling."""

from __future__ import annotations

import pytest

from assets.report.accessibility.addresses import Area, address, area_of, column_number, letters_of, place_of
from assets.report.accessibility.shown import shown
from assets.report.accessibility.spelling import is_slip


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (1234.5, '#,##0.0"%";-#,##0.0"%"', "1,234.5%"),
        (-3.0, '+#,##0.0" pp";-#,##0.0" pp";#,##0.0" pp"', "-3.0 pp"),
        (3.0, '+#,##0.0" pp";-#,##0.0" pp";#,##0.0" pp"', "+3.0 pp"),
        (0.0, '+#,##0" pp";-#,##0" pp";#,##0" pp"', "0 pp"),
        (2500.0, '"£"#,##0;-"£"#,##0', "£2,500"),
        (-2500.0, '"£"#,##0;-"£"#,##0', "-£2,500"),
        (-7.0, "0.00", "-7.00"),
        (0.5, "0%", "50%"),
        (5.0, ";;;", ""),
        (5.0, "General", "5"),
        (42000.0, "d mmm yyyy", "28 May 2015"),
    ],
)
def test_a_number_is_as_long_as_its_format_makes_it(value: float, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_addresses_go_both_ways() -> None:
    # AA is the 27th column, XFD Excel's last, the 16,384th.
    assert [column_number(letters) for letters in ("A", "Z", "AA", "XFD")] == [1, 26, 27, 16384]
    assert [letters_of(number) for number in (1, 26, 27, 16384)] == ["A", "Z", "AA", "XFD"]
    assert address(28, 7) == "AB7"
    assert area_of("$A$2:C9") == Area(1, 2, 3, 9)
    assert area_of("no address") is None


def test_a_reference_names_its_sheet_and_range() -> None:
    assert place_of("'Children''s homes'!$B$2:$B$9") == ("Children's homes", Area(2, 2, 2, 9))
    assert place_of("Figures!A1") == ("Figures", Area(1, 1, 1, 1))
    assert place_of("A1") is None


@pytest.mark.parametrize(
    ("words", "slip"),
    [("Quaterly return", True), ("All of of it", True), ("All that that holds", False), ("Quarterly return", False)],
)
def test_common_slips_and_doubled_words_are_seen(words: str, *, slip: bool) -> None:
    assert is_slip(words) is slip
