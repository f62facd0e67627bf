"""The editions beside the Board's: who gets which, what stands in them, and what does not."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import pandas as pd
import pytest

from assets.report.editions.area import of_area
from assets.report.editions.data_tables import ALL_FIGURES, CONTENTS, ENCODING, README, archive_bytes, build_tables
from assets.report.editions.lead_member import build_lead_member
from assets.report.editions.table import EDITIONS, PUBLISHABLE, editions_of
from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from pipelines.platform.quarters import Quarter
from schemas.pack import Amount, Mark, Pack, Paragraph, Table
from schemas.service import Editions
from tests.unit.report.made import made_inputs, with_risk

RUTLAND = "E06000017"


@pytest.fixture(scope="module")
def made() -> ReturnInputs:
    """The made-up return, first version."""
    return made_inputs()


@pytest.fixture(scope="module")
def rutland(made: ReturnInputs) -> Pack:
    """Rutland's pack of it."""
    edition = next(one for one in editions_of(made) if one.key == "rutland")
    return edition.build(made)


@pytest.fixture(scope="module")
def report(made: ReturnInputs) -> Pack:
    """The Lead Member's report of it."""
    return build_lead_member(made)


@pytest.fixture(scope="module")
def archive(made: ReturnInputs) -> zipfile.ZipFile:
    """The data tables of it."""
    return zipfile.ZipFile(io.BytesIO(archive_bytes(build_tables(made), made)))


def words_of(pack: Pack) -> str:
    """Every paragraph of a pack."""
    return "\n".join(block.text for sheet in pack.sheets for block in sheet.blocks if isinstance(block, Paragraph))


def rows_of(table: Table) -> list[dict[str, object]]:
    """The rows of a table by header."""
    headers = [column.header for column in table.columns]
    return [dict(zip(headers, row, strict=True)) for row in table.rows]


def read(archive: zipfile.ZipFile, name: str) -> list[list[str]]:
    """The rows of one file of an archive, header first."""
    return list(csv.reader(io.StringIO(archive.read(name).decode(ENCODING), newline="")))


def test_each_edition_has_a_key_and_a_file_of_its_own(made: ReturnInputs) -> None:
    editions = editions_of(replace(made, quarter=Quarter(2015, 1)))
    assert [one.key for one in editions[: len(EDITIONS)]] == [one.key for one in EDITIONS]
    assert editions[0].key == "board"
    assert len({one.key for one in editions}) == len(editions)
    assert len({one.file_name(made.quarter) for one in editions}) == len(editions)
    assert editions[0].file_name(made.quarter) == "board-return-2014-15-Q3.xlsx"


def test_the_lead_member_has_a_report_since_april_2015_and_not_before(made: ReturnInputs) -> None:
    since = {quarter: replace(made, quarter=quarter) for quarter in (Quarter(2014, 4), Quarter(2015, 1))}
    keys = {quarter.label: [one.key for one in editions_of(inputs)] for quarter, inputs in since.items()}
    assert "lead-member" not in keys["2014-15 Q4"]
    assert "lead-member" in keys["2015-16 Q1"]


def test_a_service_without_editions_of_its_own_has_those_of_every_service(made: ReturnInputs) -> None:
    plain, without = (
        replace(made, service=made.service.model_copy(update={"editions": own}))
        for own in (Editions(), Editions(publishable=False))
    )
    assert editions_of(plain) == (*EDITIONS, PUBLISHABLE)
    assert editions_of(without) == EDITIONS


def test_the_report_tells_the_three_national_indicators_first(report: Pack) -> None:
    said = [block.text for block in report.sheet("Progress").blocks if isinstance(block, Paragraph)]
    told = [next(number for number, words in enumerate(said) if words.startswith(name)) for name in
            ("First-time entrants", "Local rate of proven re-offending", "Use of custody")]  # fmt: skip
    assert told == sorted(told)
    assert "161" in said[told[0]]


def test_the_report_names_its_edition_and_that_it_is_restricted(report: Pack) -> None:
    (about,) = [table for table in report.sheet("Cover").tables() if table.name == "cover_about"]
    assert ("Edition", "Lead Member (restricted)") in about.rows
    assert "not for publication" in words_of(report)


def test_the_report_has_a_line_of_every_core_measure_with_a_figure_and_of_no_other(
    made: ReturnInputs, report: Pack
) -> None:
    titles = {one.title: one for one in made.measures}
    shown = {str(row["Measure"]) for name in ("lead_national", "lead_core", "lead_finance")
             for row in rows_of(report.table(name)[1])}  # fmt: skip
    assert shown
    assert [name for name in shown if "core" not in titles[name].theme] == []
    assert {"First-time entrants", "Use of custody"} <= shown


def test_a_priority_stands_by_the_first_milestone_that_is_not_complete(made: ReturnInputs) -> None:
    one = made.priorities.iloc[[0]]
    done = one.assign(milestone="First", due=pd.Timestamp("2015-05-01"), status="Complete")
    later = one.assign(milestone="Third", due=pd.Timestamp("2015-12-01"), status="Not started")
    soon = one.assign(milestone="Second", due=pd.Timestamp("2015-09-01"), status="At risk")
    pack = build_lead_member(replace(made, priorities=pd.concat([later, done, soon], ignore_index=True)))
    (row,) = rows_of(pack.table("lead_priorities")[1])
    assert row["Next milestone"] == "Second"
    assert row["Status"] == Mark("▲ At risk", "warn")
    assert (row["Milestones complete"], row["Milestones in all"]) == (Amount(1.0), Amount(3.0))


def test_a_report_without_priorities_or_figures_says_so(made: ReturnInputs) -> None:
    empty = replace(made, figures=made.figures.head(0), priorities=made.priorities.head(0))
    said = words_of(build_lead_member(empty))
    assert "No priorities were received for this quarter." in said
    assert said.count("No figure is available this quarter.") == 3


def test_rutland_sees_its_own_figures_and_those_of_no_other_place(made: ReturnInputs, rutland: Pack) -> None:
    area = next(one for one in made.service.areas if one.code == RUTLAND)
    assert set(of_area(made, area).figures["area_code"]) == {RUTLAND}
    rows = rows_of(rutland.table("figures")[1])
    assert {row["Area"] for row in rows} == {"Rutland"}
    (entrants,) = [row for row in rows if (row["Measure"], row["Period"]) == ("FTE-01", "2014-15-YTD-Q3")]
    assert entrants["Value"] == Amount(7.0)


def test_every_measure_is_in_rutlands_return_or_listed_with_the_reason(made: ReturnInputs, rutland: Pack) -> None:
    defined = {row["Measure"] for row in rows_of(rutland.table("definitions")[1])}
    absent = {str(row["Measure"]): str(row["Why there is no figure"]) for row in
              rows_of(rutland.table("without_figure")[1])}  # fmt: skip
    assert defined | set(absent) == {one.id for one in made.measures}
    assert not defined & set(absent)
    assert absent["FIN-01"] == "Counted for the whole service only, not for its areas."
    assert all(absent.values())


def test_rutlands_framework_lists_its_measures_of_prevention(made: ReturnInputs, rutland: Pack) -> None:
    sheet = rutland.sheet("Framework")
    assert sheet.title == "Rutland's framework of community safety"
    listed = {row["Measure"] for row in rows_of(rutland.table("framework")[1])}
    prevention = {one.title for one in made.measures if "Q4" in one.theme}
    assert "First-time entrants" in listed
    assert listed <= prevention


def test_a_count_of_an_area_is_held_against_no_target_of_the_whole_service(made: ReturnInputs) -> None:
    targets = made.targets.iloc[[0, 0]].assign(measure_id=["FTE-01", "EET-01"], fy="2014-15", kind="local", value=50.0)
    rows = made.figures.loc[made.figures["measure_id"].eq("EET-01")].assign(area_code=RUTLAND)
    figures = pd.concat([made.figures, rows], ignore_index=True)
    area = next(one for one in made.service.areas if one.code == RUTLAND)
    narrowed = of_area(replace(made, targets=targets, figures=figures), area)
    assert list(narrowed.targets["measure_id"]) == ["EET-01"]


def test_a_share_of_the_whole_service_stands_beside_that_of_its_area(made: ReturnInputs) -> None:
    rows = made.figures.loc[made.figures["measure_id"].eq("EET-01")].assign(area_code=RUTLAND)
    area = next(one for one in made.service.areas if one.code == RUTLAND)
    narrowed = of_area(replace(made, figures=pd.concat([made.figures, rows], ignore_index=True)), area)
    added = narrowed.comparators.iloc[len(made.comparators) :]
    assert set(added["measure_id"]) == {"EET-01"}
    assert set(added["geography"]) == {made.service.name}
    assert [round(float(value), 1) for value in added["value"]] == [73.3]  # D15: 176 of 240, April to December 2014
    assert dict(added.dtypes) == dict(made.comparators.dtypes)


def test_the_data_tables_hold_every_table_of_the_board_pack_and_say_so(
    made: ReturnInputs, archive: zipfile.ZipFile
) -> None:
    tables = {f"tables/{table.name}.csv": table for sheet in build_tables(made).sheets for table in sheet.tables()}
    assert {table.name for sheet in build_pack(made).sheets for table in sheet.tables()} - {"figures"} <= {
        table.name for table in tables.values()
    }
    assert set(archive.namelist()) == {*tables, README, CONTENTS, ALL_FIGURES}
    listed = {name: int(rows) for name, _, _, rows in read(archive, CONTENTS)[1:]}
    assert listed == {name: len(table.rows) for name, table in tables.items()} | {ALL_FIGURES: len(made.figures)}
    for name, table in tables.items():
        header, *body = read(archive, name)
        assert header == [column.header for column in table.columns]
        assert len(body) == len(table.rows)


def test_the_data_tables_hold_every_figure_of_every_theme(made: ReturnInputs, archive: zipfile.ZipFile) -> None:
    frame = pd.read_csv(io.BytesIO(archive.read(ALL_FIGURES)), encoding=ENCODING, keep_default_na=False, dtype="str")
    kept = frame.loc[frame["value"].ne(""), "value"].astype(float)
    assert len(frame) == len(made.figures)
    assert sorted(kept) == sorted(made.figures["value"].dropna().astype(float))
    assert set(frame["measure"]) <= {one.title for one in made.measures}


def test_the_data_tables_are_the_same_bytes_again_with_one_time_in_them(
    made: ReturnInputs, archive: zipfile.ZipFile
) -> None:
    again = archive_bytes(build_tables(made_inputs()), made_inputs())
    assert archive_bytes(build_tables(made), made) == again
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.namelist() == sorted(archive.namelist())


def test_a_text_like_a_formula_is_no_formula_in_the_data_tables(made: ReturnInputs) -> None:
    text = "=HYPERLINK(1)"
    inputs = with_risk(made, text)
    archive = zipfile.ZipFile(io.BytesIO(archive_bytes(build_tables(inputs), inputs)))
    cells = [cell for name in archive.namelist() for row in read(archive, name) for cell in row]
    assert text not in cells
    assert f"'{text}" in cells
