"""Cells corrected in the errors workbook: in every form, none lost, over the untouched original, and undone."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from assets.core.extracts import inputs_fingerprint
from assets.core.mending import corrected, in_force
from assets.core.taking import undo_marks, waiting_books
from assets.report.mending.errors_file import write_errors
from schemas.errors_book import MAKE_EMPTY
from tests.unit.mending.bench import HEARINGS, LATE, OFFICER, QUARTER, UNREADABLE, Bench, hearings

MANY = 5_000


def two_spoilt() -> list[dict[str, object]]:
    """Forty hearings, the second and the fourth with a date that cannot be read."""
    rows = hearings(40)
    rows[1]["hearing_date"] = rows[3]["hearing_date"] = "tbc"
    return rows


def mend(bench: Bench, form: str = "xlsx", value: str = "02/06/2014") -> int:
    """Correct every unreadable date and drop the workbook."""
    opened = bench.open()
    opened.sign()
    number = opened.fill(lambda line: line["Fault code"] == UNREADABLE, {"Corrected value": value, "Given by": OFFICER})
    bench.drop(opened, form)
    return number


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods", "xls"])
def test_five_thousand_corrections_come_back_in_every_form_and_none_is_lost(bench: Bench, form: str) -> None:
    rows = hearings(MANY + 1_000)
    for row in rows[:MANY]:
        row["hearing_date"] = "tbc"
    bench.drop_hearings(rows)
    assert not bench.check().passed
    assert mend(bench, form) == MANY
    outcome = bench.check()
    assert outcome.passed, outcome.sentence
    assert bench.unused() == []
    assert len(bench.place.register.mending.corrections(QUARTER.slug)) == MANY
    assert outcome.counts["cells_corrected"] == MANY
    kept = bench.place.lake.read("core_hearings", QUARTER)
    assert len(kept) == MANY + 1_000
    assert kept["hearing_date"].eq(pd.Timestamp("2014-06-02")).all()


def test_a_correction_says_who_when_old_new_and_why_and_leaves_the_file_as_it_is(bench: Bench) -> None:
    path = bench.drop_hearings(two_spoilt())
    bench.check()
    content, raw = path.read_bytes(), bench.place.lake.read("raw_cms__hearings", QUARTER)
    mend(bench)
    bench.check()
    first, second = bench.place.register.mending.corrections(QUARTER.slug)
    assert (first.old_value, first.new_value, first.given_by, first.why) == ("tbc", "02/06/2014", OFFICER, UNREADABLE)
    assert first.record != second.record
    (file,) = [one for one in bench.place.register.received(QUARTER.slug) if one.sha256 == first.file_sha256]
    assert first.given_at == file.received_at
    assert file.message == "Taken in: 2 corrections, 0 explanations, 0 decisions, 0 undone; 0 lines not used."
    assert path.read_bytes() == content
    pd.testing.assert_frame_equal(bench.place.lake.read("raw_cms__hearings", QUARTER), raw)


def test_the_same_list_replays_to_the_same_table_and_the_fingerprint_tells_of_it(bench: Bench) -> None:
    bench.drop_hearings(two_spoilt())
    before = bench.check().fingerprint
    mend(bench)
    outcome = bench.check()
    table = bench.place.lake.path("core_hearings", QUARTER).read_bytes()
    assert bench.check().fingerprint == outcome.fingerprint != before
    assert bench.place.lake.path("core_hearings", QUARTER).read_bytes() == table
    given = in_force(bench.place, QUARTER, "hearings").marks
    files = bench.place.register.in_force(HEARINGS, QUARTER.slug)
    assert inputs_fingerprint(HEARINGS, files, given) == outcome.fingerprint


def test_a_correction_holds_for_the_next_export_whatever_its_order_and_is_spent_when_the_source_is_mended(
    bench: Bench,
) -> None:
    rows = two_spoilt()
    bench.drop_hearings(rows)
    bench.check()
    mend(bench)
    assert bench.check().counts["cells_corrected"] == 2
    rows[1]["hearing_date"] = "2014-06-01"
    bench.drop_hearings(list(reversed(rows)))
    assert bench.check().counts["cells_corrected"] == 1
    states = [line["In force"] for line in bench.open().lines("Corrections")]
    assert sorted(states) == ["in force", "no longer needed: the cell has changed"]


def test_a_workbook_dropped_again_adds_nothing_and_its_lines_are_no_faults(bench: Bench) -> None:
    bench.drop_hearings(two_spoilt())
    bench.check()
    mend(bench)
    bench.check()
    opened = bench.open()
    opened.sign("Another Officer")
    bench.drop(opened, name="again")
    mend_again = bench.open()
    mend_again.sign()
    bench.drop(mend_again, "csv", name="once more")
    bench.check()
    assert waiting_books(bench.place, QUARTER) == []
    assert bench.unused() == []
    assert len(bench.place.register.mending.corrections(QUARTER.slug)) == 2


def test_undoing_makes_the_fault_come_back(bench: Bench) -> None:
    bench.drop_hearings(two_spoilt())
    bench.check()
    mend(bench)
    bench.check()
    opened = bench.open()
    opened.sign()
    opened.fill(lambda line: line["Correction or explanation"] == "C1", {"Undo": "Yes"}, "Corrections")
    bench.drop(opened, name="undo")
    assert bench.check().counts["cells_corrected"] == 1
    assert bench.faults()["code"].eq(UNREADABLE).sum() == 1
    assert undo_marks(bench.place, [("C2", OFFICER), ("C1", OFFICER)]) == 1
    assert "cells_corrected" not in bench.check().counts
    assert bench.faults()["code"].eq(UNREADABLE).sum() == 2


def test_a_cell_is_made_empty_by_the_word_for_it(bench: Bench) -> None:
    rows = hearings(40)
    rows[0]["psr_served"] = "2014-09-30"
    bench.drop_hearings(rows)
    bench.check()
    opened = bench.open()
    opened.sign()
    assert opened.fill(lambda line: line["Fault code"] == LATE, {"Corrected value": MAKE_EMPTY.upper()}) == 1
    bench.drop(opened)
    bench.check()
    assert LATE not in set(bench.faults()["code"])
    assert bench.place.lake.read("core_hearings", QUARTER)["psr_served"].isna().sum() == 1


def test_another_column_that_the_rule_reads_may_be_corrected_instead(bench: Bench) -> None:
    rows = hearings(40)
    rows[0]["psr_served"] = "2014-09-30"
    bench.drop_hearings(rows)
    bench.check()
    opened = bench.open()
    opened.sign()
    cells = {"Column name": "hearing_date", "Corrected value": "2014-09-01"}
    opened.fill(lambda line: line["Fault code"] == LATE, cells)
    bench.drop(opened)
    bench.check()
    assert bench.unused() == []
    assert LATE not in set(bench.faults()["code"])
    kept = bench.place.lake.read("core_hearings", QUARTER)
    assert kept["hearing_date"].eq(pd.Timestamp("2014-09-01")).sum() == 1


def test_a_file_stopped_by_its_own_threshold_goes_on_once_corrections_bring_it_below(bench: Bench) -> None:
    rows = hearings(40)
    for row in rows[:6]:
        row["hearing_date"] = "tbc"
    bench.drop_hearings(rows)
    assert not bench.check().passed
    assert "YJ-F-0010" in set(bench.faults()["code"])
    opened = bench.open()
    opened.sign()
    opened.fill(lambda line: line["Row in Excel"] in {"2", "3", "4"}, {"Corrected value": "2014-06-02"})
    bench.drop(opened)
    outcome = bench.check()
    assert outcome.passed
    assert outcome.counts["rows_stopped"] == 3


def test_corrections_are_told_as_one_notice_a_file_with_their_number_and_no_value(bench: Bench) -> None:
    bench.drop_hearings(two_spoilt())
    bench.check()
    mend(bench)
    bench.check()
    faults = bench.faults()
    (message,) = faults.loc[faults["code"].eq("YJ-F-0030"), "message"]
    assert message.endswith("Cells: 2, by 1 person.")


def test_a_correction_whose_record_is_gone_or_whose_column_is_gone_changes_nothing(bench: Bench) -> None:
    bench.drop_hearings(two_spoilt())
    bench.check()
    mend(bench)
    bench.check()
    raw = bench.place.lake.read("raw_cms__hearings", QUARTER)
    given = bench.place.register.mending.corrections(QUARTER.slug)
    strange = [replace(given[0], record="0" * 64), replace(given[1], column="no_such_column")]
    done = corrected(raw, HEARINGS, strange)
    assert (done.applied, done.spent) == ((), tuple(strange))
    pd.testing.assert_frame_equal(done.frame, raw)


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["ods", "xlsx"])
def test_a_workbook_saved_by_libreoffice_comes_back_too(bench: Bench, tmp_path: Path, form: str) -> None:
    rows = two_spoilt()
    rows[5]["psr_served"] = "2014-09-15"
    bench.drop_hearings(rows)
    bench.check()
    opened = bench.open()
    opened.sign()
    opened.fill(lambda line: line["Fault code"] == UNREADABLE, {"Corrected value": "2/6/2014"})
    opened.fill(lambda line: line["Fault code"] == LATE, {"Explanation": "so", "Explained until": "31/03/2015"})
    book = openpyxl.load_workbook(write_errors(bench.place, QUARTER))
    for name, lines in opened.sheets.items():
        for row, cells in enumerate(lines, start=1):
            for column, text in enumerate(cells, start=1):
                book[name].cell(row, column).value = text or None
    book.save(tmp_path / "filled in.xlsx")
    words = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", form]
    words += ["--outdir", str(bench.place.inbox(QUARTER)), str(tmp_path / "filled in.xlsx")]
    subprocess.run(words, check=True, capture_output=True, timeout=240)
    outcome = bench.check()
    assert bench.unused() == []
    assert outcome.counts["cells_corrected"] == 2
    assert list(bench.faults().loc[lambda faults: faults["code"].eq(LATE), "explained"]) == ["so"]
