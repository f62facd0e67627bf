"""Same files, same return: byte for byte in another folder, time zone, locale and hash seed; a correction makes v2.

Every run here is a process of its own, because a hash seed and a locale are set before Python begins.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import openpyxl
import pytest

from assets.report.versions.trace import find_measure, trace
from assets.report.versions.verify import verify
from pipelines.groups import book
from pipelines.platform.settings import PROJECT_ROOT
from pipelines.platform.workplace import Workplace
from tests.pipeline.conftest import QUARTER, Site, site_at
from tests.pipeline.drops import Rows, file_of, rewrite

#: A plain console that can show English letters only, and one far east that can show all.
HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711", "LANG": "tr_TR.UTF-8"}
CORRECTED = "RAISE outcomes corrected.csv"


@dataclass(frozen=True)
class Home:
    """One home folder and the environment its runs have."""

    site: Site
    environment: dict[str, str]

    @property
    def place(self) -> Workplace:
        return self.site.place

    def run(self) -> None:
        """The quarter, as an officer types it."""
        words = [sys.executable, "-m", "pipelines.cli", "run", "--quarter", QUARTER.label]
        environment = {**os.environ, **self.environment, "BOARD_RETURNS_HOME": str(self.place.settings.home)}
        done = subprocess.run(
            words, cwd=PROJECT_ROOT, env=environment, capture_output=True, check=False, timeout=300
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]

    def workbook(self, version: int) -> Path:
        (book,) = (self.place.returns(QUARTER) / f"v{version}").glob("board-return-*.xlsx")
        return book


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory, sample_drop: Path) -> tuple[Home, Home]:
    """The sample's quarter, run in two homes that have nothing in common but the files dropped."""
    both = []
    for name, environment in (("here", HERE), ("a home élsewhere", ELSEWHERE)):
        site = site_at(tmp_path_factory.mktemp("bytes") / name, dg.DagsterInstance.ephemeral())
        for path in sorted(sample_drop.iterdir(), reverse=name == "here"):
            shutil.copy(path, site.inbox / path.name)
        home = Home(site, environment)
        home.run()
        both.append(home)
    return both[0], both[1]


def in_another_month(rows: Rows) -> Rows:
    """The outcomes with the first caution of December 2014 a year earlier, as a correction may find."""
    date = rows[0].index("Date of Outcome")
    group = rows[0].index("Outcome Tier")
    moved = next(row for row in rows[1:] if row[date].startswith("2014-12") and row[group] == "Pre-Court")
    moved[group] = "Diversion"
    moved[rows[0].index("Legal Outcome")] = "COMMUNITY_RESOLUTION"
    return rows


@pytest.fixture(scope="module")
def corrected(homes: tuple[Home, Home]) -> tuple[Home, bytes]:
    """The second home after a corrected file, with what its first version was before that."""
    home = homes[1]
    before = home.workbook(1).read_bytes()
    assert home.site.run(["out_board_return"]).success
    assert {version.version for version in home.place.register.versions(QUARTER.slug)} == {1}
    original = file_of(home.site.inbox, "outcomes")
    copy = Path(shutil.copy(original, home.site.inbox / CORRECTED))
    rewrite(copy, in_another_month)
    home.run()
    return home, before


def test_two_homes_make_the_same_bytes(homes: tuple[Home, Home]) -> None:
    here, elsewhere = (home.workbook(1) for home in homes)
    assert here.name == elsewhere.name
    assert here.read_bytes() == elsewhere.read_bytes()
    assert manifest_of(here) == manifest_of(elsewhere)


def manifest_of(book: Path) -> dict[str, bytes]:
    """Everything that lies beside the workbook, by name."""
    return {path.name: path.read_bytes() for path in sorted(book.parent.iterdir())}


def test_making_the_return_again_makes_no_new_version_and_a_correction_makes_the_next(
    corrected: tuple[Home, bytes],
) -> None:
    home, before = corrected
    versions = home.place.register.versions(QUARTER.slug)
    assert sorted({version.version for version in versions}) == [1, 2]
    assert home.workbook(1).read_bytes() == before, "a published version is never touched"
    assert home.workbook(2).read_bytes() != before


def headed(rows: Sequence[Sequence[object]], header: str) -> int:
    """Position of a table's column, by its header."""
    return next(list(row).index(header) for row in rows if header in row)


def test_the_new_version_lists_every_figure_that_changed(corrected: tuple[Home, bytes]) -> None:
    home, _ = corrected
    old, new = (home.place.register.published_figures(QUARTER.slug, version) for version in (1, 2))
    keys = ["measure_id", "period_id", "area_code", "breakdown", "category"]
    both = old.merge(new, on=keys, how="outer", suffixes=("", "_new"))
    changed = both[both["numerator"].fillna(-1.0).ne(both["numerator_new"].fillna(-1.0))]
    assert len(changed), "the correction must have moved a figure, or this test proves nothing"
    workbook = openpyxl.load_workbook(home.workbook(2), read_only=True)
    rows = list(workbook["Changes in full"].iter_rows(values_only=True))
    why = [row for row in workbook["Reasons for changes"].iter_rows(values_only=True) if row[0] == "Correction"]
    workbook.close()
    shown = set(changed["measure_id"]) & {row[0] for row in rows}
    listed = [row for row in rows if row[0] in shown]
    assert shown
    assert len(listed) >= changed["measure_id"].isin(shown).sum(), "of a measure in the pack every changed figure"
    assert {row[headed(rows, "Reason")] for row in listed} == {"Correction"}
    assert [(row[1], *row[2:5]) for row in why] == [("outcomes: the file was sent again, corrected.", 0, 0, 1)]
    assert "Changes" not in openpyxl.load_workbook(home.workbook(1), read_only=True).sheetnames


def test_both_versions_are_verified_and_an_altered_byte_is_found(corrected: tuple[Home, bytes]) -> None:
    home, _ = corrected
    done = verify(home.place)
    assert (done.holds, done.versions) == (True, 2), done.findings
    path = home.workbook(1)
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    try:
        assert [one.place for one in verify(home.place).findings if one.is_fault] == ["2014-15 Q3 version 1"]
    finally:
        path.write_bytes(content)


def test_a_measure_is_traced_to_its_files_and_to_what_each_version_told(corrected: tuple[Home, bytes]) -> None:
    home, _ = corrected
    item = find_measure(book().measures, "fte-01")
    assert item is not None
    found = trace(home.place, QUARTER, item)
    assert {"core_first_entries", "core_outcomes", "core_persons"} <= set(found.sources.measures["FTE-01"].tables)
    files = {file.file_name: file.sha256 for extract in found.extracts for file in extract.files}
    content = (home.site.inbox / CORRECTED).read_bytes()
    assert files[CORRECTED] == hashlib.sha256(content).hexdigest()
    told = {one.version: one.value for one in found.versions if one.edition == "board"}
    assert set(told) == {1, 2}
    assert told[1] != told[2], "the correction moved the figure"
