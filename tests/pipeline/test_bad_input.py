"""Bad input, end to end: every fault of the issue's list planted once in one drop, which then runs once, whole.

Each fault must be one line that an officer can act on, each stopped row kept with its reason, and every figure that
the faults do not touch must stand as it stood.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import openpyxl
import pandas as pd
import pytest

from tests.pipeline.conftest import QUARTER, Site, site_at
from tests.pipeline.drops import Rows, file_of, rewrite
from tests.pipeline.planted import Place, plant, plant_in_sheet

Healthy = tuple[Site, dg.ExecuteInProcessResult]


@dataclass(frozen=True)
class Spoiled:
    """The spoiled quarter after its run, and where each fault was planted."""

    site: Site
    places: dict[str, Place]
    dropped: dict[str, str]

    @property
    def faults(self) -> pd.DataFrame:
        return self.site.place.register.faults(QUARTER.slug)

    def table(self, name: str) -> pd.DataFrame:
        return self.site.place.lake.read(name, QUARTER)


def plant_cases(inbox: Path) -> dict[str, Place]:
    """Faulty rows of the case system's extracts, all of children and orders that no figure counts."""
    places = {
        "letters in a number": plant(inbox, "offences", {"offence_id": "OF95001", "seriousness": "4a"}),
        "a date as a serial number": plant(inbox, "offences", {"offence_id": "OF95002", "arrest_date": "41000"}),
        "a date the British way": plant(
            inbox, "offences", {"offence_id": "OF95003", "offence_date": "05/03/2005", "arrest_date": ""}
        ),
        "an impossible date": plant(inbox, "offences", {"offence_id": "OF95004", "offence_date": "31/02/2005"}),
        "an offence of nobody": plant(inbox, "offences", {"offence_id": "OF95005", "ypid": "YP95999"}),
    }
    for age, born in ((9, "2005-06-01"), (19, "1995-06-01")):
        child = {"ypid": f"YP9500{age}", "date_of_birth": born, "originating_yot_person_id": ""}
        theirs = {"offence_id": f"OF9500{age}", "ypid": child["ypid"], "arrest_date": "", "offence_date": "2014-10-01"}
        plant(inbox, "persons", child)
        places[f"age {age}"] = plant(inbox, "offences", theirs | {"age_at_arrest_or_offence": str(age)})
        # The case system counts an age that its dates do not give.
        theirs |= {"offence_id": f"OF9510{age}", "age_at_arrest_or_offence": "15"}
        places[f"age {age} by dates"] = plant(inbox, "offences", theirs)
    born_never = {"ypid": "YP95001", "date_of_birth": "1900-01-01", "originating_yot_person_id": ""}
    places["born on the sentinel"] = plant(inbox, "persons", born_never)
    return places | plant_decisions(inbox)


def plant_decisions(inbox: Path) -> dict[str, Place]:
    """Faulty outcomes, orders and addresses; the outcomes that go on are of an offence that does not."""
    late = {"outcome_id": "OC95002", "offence_id": "OF950019"}
    return {
        "before its offence": plant(inbox, "outcomes", {"outcome_id": "OC95001", "outcome_date": "2004-09-01"}),
        "first of a key": plant(inbox, "outcomes", late | {"outcome_date": "2005-10-20"}),
        "second of a key": plant(inbox, "outcomes", late | {"outcome_date": "2005-10-21"}),
        "an outcome of no offence": plant(inbox, "outcomes", {"outcome_id": "OC95003", "offence_id": "OF95999"}),
        "an outcome of nobody": plant(inbox, "outcomes", {"outcome_id": "OC95005", "offence_id": "OF95005"}),
        "an unmapped code": plant(inbox, "outcomes", {"outcome_id": "OC95004", "legal_outcome": "TICKING_OFF"}),
        "ends before it starts": plant(
            inbox,
            "interventions",
            {"programme_id": "PR95001", "start_date": "2008-08-11", "end_date": "2008-08-10"},
        ),
        "the sentinel": plant(inbox, "accommodation", {"accommodation_id": "AC95001", "end_date": "1900-01-01"}),
    }


def plant_boards(inbox: Path) -> dict[str, Place]:
    """Faulty rows of the Board's and the accountants' workbooks."""
    scored: dict[str, str | float] = {"risk_id": "R5", "impact": 3, "likelihood": 2, "score": 9}
    return {
        "a score of neither kind": plant_in_sheet(inbox / "risks.xlsx", "risks", scored),
        "a subtotal": plant_in_sheet(
            inbox / "finance_actual.xlsx", "finance_actual", {"account": "Sub-total employees", "period": 8}
        ),
        "letters in an amount": plant_in_sheet(
            inbox / "finance_budget.xlsx", "finance_budget", {"line": "Planted", "budget": "12k"}
        ),
    }


def plant_files(inbox: Path) -> None:
    """Files that cannot be used, beside the good ones, and a column that nobody knows."""
    rewrite(file_of(inbox, "ete_status"), lambda rows: [[*rows[0], "Shoe size"], *([*row, "5"] for row in rows[1:])])
    (inbox / "empty.csv").write_bytes(b"")
    (inbox / "last year").mkdir()
    (inbox / "last year" / "notes.csv").write_bytes(b"a")
    (inbox / "shopping list.csv").write_text("milk,bread\n1,2\n", encoding="utf-8")
    whole = (inbox / "targets.xlsx").read_bytes()
    (inbox / "targets cut.xlsx").write_bytes(whole[: len(whole) // 2])
    whole = (inbox / "hearings.csv").read_bytes()
    middle_of_a_record = whole.index(b"\n", 20_000) + 12
    (inbox / "hearings cut.csv").write_bytes(whole[:middle_of_a_record])
    shutil.copy(inbox / "comparators.csv", inbox / "comparators again.csv")
    shutil.copy(file_of(inbox, "persons"), inbox / "persons in October.csv")

    def in_october(rows: Rows) -> Rows:
        return [rows[0], *([*row[:-1], "2014-10-17"] for row in rows[1:])]

    rewrite(inbox / "persons in October.csv", in_october)


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory, sample_drop: Path) -> Spoiled:
    """The sample's quarter with every fault in it, run once."""
    site = site_at(tmp_path_factory.mktemp("spoiled") / "home", dg.DagsterInstance.ephemeral())
    for path in sorted(sample_drop.iterdir()):
        shutil.copy(path, site.inbox / path.name)
    places = plant_cases(site.inbox) | plant_boards(site.inbox)
    plant_files(site.inbox)
    dropped = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in site.inbox.iterdir() if path.is_file()
    }
    assert site.run().success, "no single fault may stop the quarter"
    return Spoiled(site, places, dropped)


#: What was planted -> table, code, severity, column, its letter in Excel (counted in the sample's files).
LINES: dict[str, tuple[str, str, str, str, str]] = {
    "letters in a number": ("offences", "YJ-T-0210", "stop-row", "seriousness", "J"),
    "an impossible date": ("offences", "YJ-T-0203", "stop-row", "offence_date", "C"),
    "age 9": ("offences", "YJ-X-0201", "stop-row", "age_at_arrest_or_offence", "M"),
    "age 19": ("offences", "YJ-X-0201", "stop-row", "age_at_arrest_or_offence", "M"),
    "age 9 by dates": ("offences", "YJ-R-0010", "stop-row", "offence_date", "C"),
    "age 19 by dates": ("offences", "YJ-R-0010", "stop-row", "offence_date", "C"),
    "an offence of nobody": ("offences", "YJ-R-0001", "stop-row", "ypid", "B"),
    "born on the sentinel": ("persons", "YJ-N-0106", "stop-row", "date_of_birth", "F"),
    "before its offence": ("outcomes", "YJ-R-0003", "stop-row", "outcome_date", "C"),
    "second of a key": ("outcomes", "YJ-K-0301", "stop-row", "outcome_id", "A"),
    "an outcome of no offence": ("outcomes", "YJ-R-0002", "stop-row", "offence_id", "B"),
    "an unmapped code": ("outcomes", "YJ-D-0306", "stop-row", "legal_outcome", "F"),
    "ends before it starts": ("interventions", "YJ-X-0601", "stop-row", "end_date", "F"),
    "a score of neither kind": ("risks", "YJ-X-1904", "query", "score", "J"),
    "a subtotal": ("finance_actual", "YJ-X-1701", "stop-row", "account", "D"),
    "letters in an amount": ("finance_budget", "YJ-T-1606", "stop-row", "budget", "F"),
}
STOPPED = [name for name, (_, code, severity, _, _) in LINES.items() if severity == "stop-row" and "-R-" not in code]
STOPPED_ACROSS = [name for name, (_, code, _, _, _) in LINES.items() if "-R-" in code]


@pytest.mark.parametrize("name", LINES)
def test_each_fault_is_one_line_saying_where_it_is_and_what_to_do(spoiled: Spoiled, name: str) -> None:
    table, code, severity, column, letter = LINES[name]
    place = spoiled.places[name]
    faults = spoiled.faults
    lines = faults[faults["code"].eq(code) & faults["row"].eq(place.row) & faults["table"].eq(table)]
    assert len(lines) == 1, lines[["code", "row", "file_name"]]
    line = lines.iloc[0]
    assert (line["file_name"], line["sheet"], line["severity"]) == (place.file_name, place.sheet, severity)
    assert (line["column"], line["column_letter"]) == (column, letter)
    assert line["file_sha256"] == spoiled.dropped[place.file_name]
    assert all(len(line[text]) > 0 for text in ("message", "expected", "fix"))
    others = faults[faults["row"].eq(place.row) & faults["table"].eq(table) & faults["severity"].eq("stop-row")]
    assert len(others) == (severity == "stop-row"), "one fault must not be told twice as a reason to stop the row"


@pytest.mark.parametrize("name", STOPPED)
def test_a_stopped_row_is_kept_with_its_reason_and_is_in_no_core_table(spoiled: Spoiled, name: str) -> None:
    table, code, *_ = LINES[name]
    row = spoiled.places[name].row
    stopped = spoiled.table(f"stopped_{table}")
    assert stopped.loc[stopped["row"].eq(row), "stopped_by"].tolist() == [code]
    assert row not in set(spoiled.table(f"core_{table}")["row"])


@pytest.mark.parametrize("name", STOPPED_ACROSS)
def test_a_row_stopped_by_another_file_is_listed_with_its_reason(spoiled: Spoiled, name: str) -> None:
    table, code, *_ = LINES[name]
    listed = spoiled.table("core_cross_file_faults")
    here = listed[listed["table_name"].eq(table) & listed["row"].eq(spoiled.places[name].row)]
    assert here["code"].tolist() == [code]
    counted = set(spoiled.table("core_substantive_outcomes")["offence_id"])
    assert not counted & {"OF95005", "OF95109", "OF951019", "OF95999"}


def test_the_first_of_two_rows_with_one_key_goes_on(spoiled: Spoiled) -> None:
    outcomes = spoiled.table("core_outcomes")
    assert outcomes.loc[outcomes["outcome_id"].eq("OC95002"), "row"].tolist() == [spoiled.places["first of a key"].row]


def test_dates_written_in_another_way_are_read_and_their_rows_go_on(spoiled: Spoiled, healthy: Healthy) -> None:
    offences = spoiled.table("core_offences").set_index("offence_id")
    # Serial 41000: 40909 is 1 January 2012, 91 days on is 1 April (31 + 29 + 31 = 91).
    assert offences.loc["OF95002", "arrest_date"] == pd.Timestamp("2012-04-01")
    assert offences.loc["OF95003", "offence_date"] == pd.Timestamp("2005-03-05")
    before = cells_told(healthy[0].place.register.faults(QUARTER.slug), "YJ-S-0001", "arrest_date")
    assert cells_told(spoiled.faults, "YJ-S-0001", "arrest_date") == before + 1


def test_the_sentinel_date_is_read_as_none_and_told_once_a_column(spoiled: Spoiled) -> None:
    addresses = spoiled.table("core_accommodation")
    assert addresses.loc[addresses["accommodation_id"].eq("AC95001"), "end_date"].isna().tolist() == [True]
    assert cells_told(spoiled.faults[spoiled.faults["table"].eq("accommodation")], "YJ-S-0002", "end_date") == 1


def cells_told(faults: pd.DataFrame, code: str, column: str) -> int:
    """How many cells the one line of a repair speaks of."""
    lines = faults[faults["code"].eq(code) & faults["column"].eq(column)]
    assert len(lines) == 1, lines
    assert pd.isna(lines["row"].iloc[0])
    return int(str(lines["message"].iloc[0]).rsplit(" ", 1)[1].rstrip("."))


def test_an_unknown_column_is_told_by_its_letter_and_does_no_harm(spoiled: Spoiled, healthy: Healthy) -> None:
    lines = spoiled.faults[spoiled.faults["code"].eq("YJ-F-0014") & spoiled.faults["table"].eq("ete_status")]
    # Nine columns of the extract stand before it, so it is the tenth: J.
    assert lines[["file_name", "column_letter", "severity"]].to_numpy().tolist() == [["ete_status.csv", "J", "notice"]]
    assert len(spoiled.table("core_ete_status")) == len(healthy[0].place.lake.read("core_ete_status", QUARTER))


#: File that cannot be used -> its code.
UNUSED = {
    "empty.csv": "YJ-F-0002",
    "shopping list.csv": "YJ-F-0001",
    "targets cut.xlsx": "YJ-F-0003",
    "hearings cut.csv": "YJ-F-0003",
    "persons in October.csv": "YJ-F-0005",
    "comparators.csv": "YJ-F-0006",
}


@pytest.mark.parametrize("name", UNUSED)
def test_a_file_that_cannot_be_used_gets_one_message_and_is_kept(spoiled: Spoiled, name: str) -> None:
    lines = spoiled.faults[spoiled.faults["file_name"].eq(name)]
    assert lines["code"].tolist() == [UNUSED[name]]
    assert len(lines["message"].iloc[0]) > 0
    assert "the nearest is the extract" not in lines["message"].iloc[0]
    sha256 = spoiled.dropped[name]
    kept = spoiled.site.place.settings.received / sha256[:2] / sha256
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == sha256
    assert (spoiled.site.inbox / name).exists(), "the officer's own file is never touched"


def test_a_folder_in_the_inbox_is_told_not_passed_over_in_silence(spoiled: Spoiled) -> None:
    lines = spoiled.faults[spoiled.faults["file_name"].eq("last year")]
    assert lines[["code", "severity"]].to_numpy().tolist() == [["YJ-F-0015", "notice"]]


def test_every_other_file_goes_on_and_the_right_persons_file_is_the_one_used(spoiled: Spoiled) -> None:
    persons = spoiled.table("core_persons")
    assert set(persons["file_name"]) == {"RAISE_persons.csv"}
    assert set(persons["extract_date"]) == {pd.Timestamp("2015-01-16")}
    used = [file for file in spoiled.site.place.register.received(QUARTER.slug) if file.status == "accepted"]
    assert len(used) == len(spoiled.dropped) - len(UNUSED)


#: Table -> rows planted that go on to core, and rows that its contract stops.
PLANTED = {
    "persons": (2, 1),  # aged 9 and 19 go on as children; the one born on the sentinel does not
    "offences": (5, 4),  # serial, British, nobody's, two of an age by dates; letters, impossible, 9 and 19
    "outcomes": (4, 2),  # before its offence, first of a key, of no offence, nobody's; second of a key, unmapped
    "interventions": (0, 1),
    "accommodation": (1, 0),
    "risks": (1, 0),
    "finance_actual": (0, 1),
    "finance_budget": (0, 1),
}


@pytest.mark.parametrize("table", PLANTED)
def test_good_rows_go_on_and_every_row_received_is_kept_or_stopped(
    spoiled: Spoiled, healthy: Healthy, table: str
) -> None:
    kept, stopped = PLANTED[table]
    before = healthy[0].place.lake
    assert len(spoiled.table(f"core_{table}")) == len(before.read(f"core_{table}", QUARTER)) + kept
    assert len(spoiled.table(f"stopped_{table}")) == len(before.read(f"stopped_{table}", QUARTER)) + stopped


def test_rows_kept_and_stopped_add_up_to_rows_received_for_every_extract(spoiled: Spoiled, healthy: Healthy) -> None:
    for site in (healthy[0], spoiled.site):
        for verdict in site.place.register.verdicts(QUARTER.slug):
            assert verdict.rows_received == verdict.rows_kept + verdict.rows_stopped, verdict.table


def test_a_row_of_totals_is_set_aside_with_its_reason(spoiled: Spoiled) -> None:
    # The sample's ledger: a header, 54 rows of amounts, then its grand total in row 56.
    stopped = spoiled.table("stopped_finance_actual")
    assert dict(zip(stopped["row"], stopped["stopped_by"], strict=True)) == {
        56: "YJ-S-0004",
        spoiled.places["a subtotal"].row: "YJ-X-1701",
    }


def quality_rows(site: Site) -> dict[str, tuple[int, int, int]]:
    """Table -> rows received, kept and stopped, as the return's data-quality sheet prints them."""
    version = site.place.register.latest(QUARTER.slug)
    assert version is not None
    path = site.place.returns(QUARTER) / f"v{version.version}" / version.file_name
    book = openpyxl.load_workbook(path, read_only=True)
    rows = list(book["Data quality"].iter_rows(values_only=True))
    book.close()
    head = next(number for number, row in enumerate(rows) if row[0] == "Name of the table")
    lines = rows[head + 1 :]
    last = next(number for number, row in enumerate(lines) if row[0] == "Total")
    return {
        str(row[0]): (int(str(row[2])), int(str(row[3])), int(str(row[4])))
        for row in lines[: last + 1]
    }  # fmt: skip


def test_the_return_says_how_many_rows_were_left_out(spoiled: Spoiled, healthy: Healthy) -> None:
    before, after = quality_rows(healthy[0]), quality_rows(spoiled.site)
    # Offences across files: nobody's, and two of an age by dates. Outcomes: before its offence, of no offence, and of
    # an offence set aside (first of a key). The outcome of nobody's offence finds its offence: it is not told again.
    across = {"offences": 3, "outcomes": 3}
    for table, (kept, stopped) in PLANTED.items():
        late = across.get(table, 0)
        planted = (kept + stopped, kept - late, stopped + late)
        assert after[table] == tuple(a + b for a, b in zip(before[table], planted, strict=True)), table
    received, kept, stopped = after["Total"]
    assert received == kept + stopped


def test_no_figure_moves_but_that_of_the_risk_that_was_added(spoiled: Spoiled, healthy: Healthy) -> None:
    keys = ["measure_id", "period_id", "area_code", "breakdown", "category"]
    before, after = (
        site.place.register.published_figures(QUARTER.slug, 1).set_index(keys).sort_index()
        for site in (healthy[0], spoiled.site)
    )
    assert len(before) > 1000
    quiet = [frame[frame.index.get_level_values("measure_id") != "RSK-01"] for frame in (before, after)]
    pd.testing.assert_frame_equal(quiet[0], quiet[1])
    headline = ("FTE-01", "2014-15-YTD-Q3", "YOS-LR", "all", "all")
    assert [row["value"] for key, row in after.iterrows() if key == headline] == [161.0]
