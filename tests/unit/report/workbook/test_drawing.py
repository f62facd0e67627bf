"""The file itself: the same bytes everywhere, no live formula, drawn without a chart over a table."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from assets.report.workbook.layout import place
from assets.report.workbook.write import workbook_bytes, write_workbook
from schemas.pack import Chart, Pack, Table
from tests.unit.report.made import with_risk

ROOT = Path(__file__).parents[4]
PROGRAM = """
import hashlib
from assets.report.pack import build_pack
from assets.report.workbook.write import workbook_bytes
from tests.unit.report.made import made_inputs, with_published
print(hashlib.sha256(workbook_bytes(build_pack(with_published(made_inputs())))).hexdigest())
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "4711"},
    ],
    ids=["Auckland", "New York"],
)
def test_the_same_return_has_the_same_bytes_in_another_place(
    pack: Pack, surroundings: dict[str, str], tmp_path: Path
) -> None:
    here = hashlib.sha256(workbook_bytes(pack)).hexdigest()
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == here


def test_a_second_drawing_in_one_process_is_the_same(pack: Pack) -> None:
    """XlsxWriter wrote into shared options, so that every workbook after the first had other bytes."""
    assert workbook_bytes(pack) == workbook_bytes(pack)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "@SUM(A1)", "http://example.org/"])
def test_a_text_that_looks_like_a_formula_stays_a_text(inputs: ReturnInputs, text: str, tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    write_workbook(build_pack(with_risk(inputs, text)), path)
    sheet = load_workbook(path)["Risk register"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_nothing_in_the_file_is_left_to_be_calculated(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert not any(b"<f>" in sheet for sheet in sheets)


def test_every_link_leads_to_a_sheet_that_is_there(workbook: Path) -> None:
    book = load_workbook(workbook)
    links = [cell.hyperlink.location for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links
    assert {link.split("!")[0].strip("'") for link in links} <= set(book.sheetnames)


def test_a_chart_stands_right_of_its_own_table_and_above_the_next_block(pack: Pack) -> None:
    for sheet in pack.sheets:
        spots = place(pack)[sheet.name].spots
        for at, spot in enumerate(spots):
            if isinstance(spot.block, Chart):
                twin = next(one for one in spots if isinstance(one.block, Table) and one.block.name == spot.block.table)
                assert isinstance(twin.block, Table)
                assert spot.row == twin.row
                later = [one.row for one in spots[at + 1 :]]
                assert all(row > twin.row + len(twin.block.rows) for row in later)


def test_a_chart_is_never_drawn_over_a_gap(pack: Pack) -> None:
    for sheet in pack.sheets:
        for block in sheet.blocks:
            if isinstance(block, Chart):
                _, table = pack.table(block.table)
                for series in block.series:
                    column = table.position(series.column)
                    drawn = [row[column] for row in table.rows[block.first : block.last + 1]]
                    assert not any(isinstance(cell, str) for cell in drawn), block.name


@pytest.mark.office
def test_libreoffice_draws_every_sheet(workbook: Path, pack: Pack, tmp_path: Path) -> None:
    office, text = shutil.which("soffice"), shutil.which("pdftotext")
    if not office or not text:
        pytest.skip("LibreOffice and poppler-utils are not installed; they only serve to look at the drawn return.")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(workbook)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = tmp_path / f"{workbook.stem}.pdf"
    run = subprocess.run([text, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    assert [sheet.title for sheet in pack.sheets if sheet.title not in run.stdout] == []
    assert "###" not in run.stdout
