"""What the register is told it keeps, once, and gives back as it was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from multiprocessing import get_context

import pandas as pd
import pytest

from pipelines.platform.errors import VersionTaken
from pipelines.platform.register.records import FIGURE_COLUMNS, ReceivedFile, ReturnVersion, Verdict
from pipelines.platform.register.store import Register
from schemas.catalogue import extract
from schemas.extract import Fault

Q2, Q3, Q4 = "2014-15-Q2", "2014-15-Q3", "2014-15-Q4"
VERSION = ReturnVersion(Q3, "board", 1, "return.xlsx", "a" * 64, "b" * 64, date(2014, 12, 31))


def _file(content: str, quarter: str = Q3, *, batch: int = 1, **changed: str | int | None) -> ReceivedFile:
    file = ReceivedFile(
        content * 64, quarter, f"{content}.csv", 1_024, "persons", sheet_count=1, row_count=7, batch=batch
    )
    return replace(file, **changed)  # type: ignore[arg-type]


def _fault(code: str, **changed: object) -> Fault:
    fault = Fault(code, "stop-row", "outcomes", "The date cannot be read.", "A day, as dd/mm/yyyy.", "Correct it.")
    return replace(fault, **changed)  # type: ignore[arg-type]


@pytest.fixture
def figures() -> pd.DataFrame:
    """Three figures: a nought, one without denominator, one without value."""
    return pd.DataFrame(
        {
            "measure_id": ["FTE-01", "FTE-02", "CUS-01"],
            "period_id": ["2014-15-YTD-Q3", "2014-15-YTD-Q3", "2014-15-Q3"],
            "period_start": pd.Series(["2014-04-01", "2014-04-01", "2014-10-01"], dtype="datetime64[us]"),
            "period_end": pd.Series(["2014-12-31", "2014-12-31", "2014-12-31"], dtype="datetime64[us]"),
            "area_code": ["YOS-LR", "YOS-LR", "E06000017"],
            "breakdown": "all",
            "category": "all",
            "numerator": pd.array([156, -5, 0], dtype="Float64"),
            "denominator": pd.array([None, 161, 0], dtype="Float64"),
            "value": pd.array([156, 100 * -5 / 161, None], dtype="Float64"),
            "unit": ["count", "%", "%"],
        }
    )


# Files received


def test_a_received_file_comes_back_as_it_was_with_number_and_time(register: Register) -> None:
    before = datetime.now(UTC)
    sequence = register.receive(_file("a"))
    (kept,) = register.received(Q3)
    assert kept == _file("a")
    assert kept.sequence == sequence
    assert kept.received_at is not None
    assert before <= kept.received_at <= datetime.now(UTC)


def test_the_same_content_for_the_same_quarter_is_received_once_whatever_its_name(register: Register) -> None:
    first = register.receive(_file("a"))
    assert register.receive(_file("a", batch=2, file_name="copy of a.csv")) == first
    (kept,) = register.received(Q3)
    assert (kept.file_name, kept.batch) == ("a.csv", 1)


def test_a_file_received_again_takes_over_how_it_is_judged_now(register: Register) -> None:
    register.receive(_file("a", extract=None, status="refused", code="BR-R-01", message="Not recognised.", row_count=0))
    register.receive(_file("a", batch=2))
    (kept,) = register.received(Q3)
    assert (kept.status, kept.extract, kept.code, kept.message, kept.row_count) == (
        "accepted",
        "persons",
        None,
        None,
        7,
    )


def test_the_same_content_may_be_received_for_another_quarter(register: Register) -> None:
    assert register.receive(_file("a")) != register.receive(_file("a", Q4))
    assert len(register.received(Q3)) == len(register.received(Q4)) == 1


def test_files_come_in_the_order_of_their_arrival(register: Register) -> None:
    for content in "cab":
        register.receive(_file(content))
    received = register.received(Q3)
    assert [file.file_name for file in received] == ["c.csv", "a.csv", "b.csv"]
    assert [file.sequence for file in received] == sorted(file.sequence for file in received)


def test_each_receive_pass_has_a_higher_number(register: Register) -> None:
    assert register.next_batch() == 1
    register.receive(_file("a", batch=register.next_batch()))
    register.receive(_file("b", batch=1))
    assert register.next_batch() == 2


# Files in force


def test_a_later_pass_supersedes_an_earlier_one(register: Register) -> None:
    register.receive(_file("a", batch=1))
    register.receive(_file("b", batch=2))
    assert register.current_files("persons", Q3, snapshot=True) == [_file("b", batch=2)]


def test_a_file_that_counts_anew_takes_the_place_of_a_later_one_and_the_audit_is_told(register: Register) -> None:
    first = register.receive(_file("a", batch=1))
    register.receive(_file("b", batch=2))
    assert register.receive(_file("a", batch=3), anew=True) == first
    assert register.current_files("persons", Q3, snapshot=True) == [_file("a", batch=3)]
    assert [event.event for event in register.audit.events()] == ["drop"] * 3


def test_a_verdict_that_is_taken_back_leaves_those_on_other_tables_and_quarters(register: Register) -> None:
    for quarter, table in ((Q3, "core_persons"), (Q3, "core_offences"), (Q4, "core_persons")):
        register.record_verdict(Verdict(quarter, table, passed=True, input_fingerprint="x"))
    for _ in range(2):
        register.withdraw_verdict(Q3, "core_persons")
        assert register.verdict(Q3, "core_persons") is None
        assert register.verdict(Q3, "core_offences") is not None
        assert register.verdict(Q4, "core_persons") is not None


def test_two_different_files_of_one_pass_are_both_given_because_the_newest_cannot_be_told(register: Register) -> None:
    register.receive(_file("c", batch=1))
    register.receive(_file("a", batch=2))
    register.receive(_file("b", batch=2))
    assert register.current_files("persons", Q3, snapshot=True) == [_file("a", batch=2), _file("b", batch=2)]


def test_a_refused_file_supersedes_nothing(register: Register) -> None:
    register.receive(_file("a", batch=1))
    register.receive(_file("b", batch=2, status="refused"))
    assert register.current_files("persons", Q3, snapshot=True) == [_file("a", batch=1)]


def test_files_of_another_extract_do_not_count(register: Register) -> None:
    register.receive(_file("a", extract="offences"))
    assert register.current_files("persons", Q3, snapshot=True) == []


def test_a_snapshot_is_of_its_own_quarter_only(register: Register) -> None:
    register.receive(_file("a", Q2))
    assert register.current_files("persons", Q3, snapshot=True) == []
    assert register.current_files("persons", Q2, snapshot=True) == [_file("a", Q2)]


def test_a_reference_is_in_force_until_a_later_quarter_brings_another(register: Register) -> None:
    register.receive(_file("a", Q2, batch=1))
    register.receive(_file("b", Q4, batch=2))
    in_force = {
        quarter: register.current_files("persons", quarter, snapshot=False) for quarter in ("2014-15-Q1", Q2, Q3, Q4)
    }
    assert in_force == {"2014-15-Q1": [], Q2: [_file("a", Q2)], Q3: [_file("a", Q2)], Q4: [_file("b", Q4, batch=2)]}


def test_a_reference_dropped_late_for_an_old_quarter_does_not_displace_a_newer_quarters(register: Register) -> None:
    register.receive(_file("b", Q3, batch=1))
    register.receive(_file("a", Q2, batch=2))
    assert register.current_files("persons", Q3, snapshot=False) == [_file("b", Q3, batch=1)]


def test_every_release_up_to_the_quarter_stays_each_content_once_in_order_of_arrival(register: Register) -> None:
    series = extract("lait_series")
    for sha, quarter, batch in (("b", Q2, 1), ("a", Q3, 2), ("b", Q3, 3), ("c", Q4, 4)):
        register.receive(_file(sha, quarter, batch=batch, extract="lait_series,la_codes"))
    register.receive(_file("d", Q2, batch=5, extract="lait_series", status="refused"))
    files = register.in_force(series, Q3)
    assert [(file.sha256, file.quarter_slug) for file in files] == [(_file("b").sha256, Q2), (_file("a").sha256, Q3)]


def test_an_extract_that_comes_whole_is_in_force_as_before(register: Register) -> None:
    register.receive(_file("a", batch=1))
    register.receive(_file("b", batch=2))
    assert register.in_force(extract("persons"), Q3) == [_file("b", batch=2)]


# Faults and verdicts


def test_faults_come_back_as_they_were_found_with_measures_as_one_text(register: Register) -> None:
    full = _fault(
        "YJ-O-0001",
        file_name="o.xlsx",
        file_sha256="c" * 64,
        sheet="Sheet 1",
        row=12,
        column="outcome_date",
        column_letter="AB",
        shown="99/99/9999",
        measures=("FTE-01", "CUS-01"),
    )
    register.replace_faults(Q3, "outcomes", [full, _fault("YJ-O-0002")])
    frame = register.faults(Q3)
    first, second = frame.to_dict("records")
    assert first["measures"] == "FTE-01, CUS-01"
    for name in (
        "code",
        "severity",
        "table",
        "message",
        "expected",
        "fix",
        "file_name",
        "sheet",
        "row",
        "column",
        "shown",
    ):
        assert first[name] == getattr(full, name)
    assert (second["code"], second["measures"]) == ("YJ-O-0002", "")
    assert pd.isna(second["row"])


def test_faults_of_a_new_run_take_the_place_of_the_same_tables_and_quarters_only(register: Register) -> None:
    register.replace_faults(Q3, "outcomes", [_fault("OLD")])
    register.replace_faults(Q3, "across_files", [_fault("ACROSS")])
    register.replace_faults(Q2, "outcomes", [_fault("LAST QUARTER")])
    register.replace_faults(Q3, "outcomes", [_fault("NEW")])
    assert register.faults(Q3)["code"].tolist() == ["ACROSS", "NEW"]
    register.replace_faults(Q3, "outcomes", [])
    assert register.faults(Q3)["code"].tolist() == ["ACROSS"]
    assert register.faults(Q2)["code"].tolist() == ["LAST QUARTER"]


def test_faults_come_in_the_same_order_whichever_table_was_made_first(register: Register) -> None:
    for quarter, order in ((Q2, ("outcomes", "offences")), (Q3, ("offences", "outcomes"))):
        for table in order:
            register.replace_faults(quarter, table, [_fault(f"{table}-1"), _fault(f"{table}-2")])
    pd.testing.assert_frame_equal(register.faults(Q2), register.faults(Q3))


def test_a_quarter_without_faults_has_a_table_without_rows(register: Register) -> None:
    frame = register.faults(Q3)
    assert frame.empty
    assert {"code", "severity", "table", "row", "measures"} <= set(frame.columns)


def test_a_verdict_takes_the_place_of_the_tables_earlier_one(register: Register) -> None:
    red = Verdict(Q3, "core_outcomes", passed=False, input_fingerprint="a" * 64, code="YJ-O-0001", message="No.")
    green = Verdict(Q3, "core_outcomes", True, "b" * 64, rows_received=10, rows_kept=9, rows_stopped=1)
    other = Verdict(Q3, "core_hearings", True, "c" * 64)
    for verdict in (red, other, green):
        register.record_verdict(verdict)
    assert register.verdicts(Q3) == [other, green]
    assert register.verdict(Q3, "core_outcomes") == green
    assert register.verdict(Q2, "core_outcomes") is None


# Returns


def test_a_published_figure_comes_back_to_the_last_bit(register: Register, figures: pd.DataFrame) -> None:
    register.publish(VERSION, figures)
    kept = register.published_figures(Q3, 1)
    assert tuple(kept.columns) == FIGURE_COLUMNS
    expected = figures.astype({name: kept[name].dtype for name in FIGURE_COLUMNS})
    pd.testing.assert_frame_equal(kept, expected, check_exact=True)


def test_columns_beyond_the_figures_own_are_not_kept(register: Register, figures: pd.DataFrame) -> None:
    register.publish(VERSION, figures.assign(note="x")[["note", *reversed(FIGURE_COLUMNS)]])
    assert tuple(register.published_figures(Q3, 1).columns) == FIGURE_COLUMNS


def test_versions_are_listed_by_number_and_the_latest_is_the_highest(register: Register, figures: pd.DataFrame) -> None:
    assert register.latest(Q3) is None
    second = replace(VERSION, version=2, sha256="c" * 64)
    register.publish(VERSION, figures)
    register.publish(second, figures.head(1))
    assert register.versions(Q3) == [VERSION, second]
    assert register.latest(Q3) == second
    assert [len(register.published_figures(Q3, number)) for number in (1, 2, 3)] == [3, 1, 0]


def test_editions_are_numbered_apart(register: Register, figures: pd.DataFrame) -> None:
    public = replace(VERSION, edition="public")
    register.publish(VERSION, figures)
    register.publish(public, figures.head(2))
    assert register.versions(Q3, "public") == [public]
    assert register.latest(Q3) == VERSION
    assert len(register.published_figures(Q3, 1, "public")) == 2


def test_a_version_is_published_once_and_a_second_try_changes_nothing(
    register: Register, figures: pd.DataFrame
) -> None:
    register.publish(VERSION, figures)
    with pytest.raises(VersionTaken, match="BR-605"):
        register.publish(replace(VERSION, sha256="d" * 64), figures.head(1))
    assert register.versions(Q3) == [VERSION]
    assert len(register.published_figures(Q3, 1)) == 3


def test_a_figure_that_cannot_be_kept_leaves_neither_version_nor_figures(
    register: Register, figures: pd.DataFrame
) -> None:
    broken = figures.astype({"measure_id": "string"})
    broken.loc[2, "measure_id"] = pd.NA
    with pytest.raises(Exception, match=r"(?i)not.null"):
        register.publish(VERSION, broken)
    assert register.versions(Q3) == []
    assert register.published_figures(Q3, 1).empty


def test_all_editions_of_a_version_are_registered_or_none(register: Register, figures: pd.DataFrame) -> None:
    other = replace(VERSION, edition="lead-member", file_name="lead.xlsx")
    register.publish(other, figures.head(0))
    with pytest.raises(VersionTaken, match=r"BR-605.*lead-member"):
        register.publish_all([(VERSION, figures), (other, figures.head(0))])
    assert register.versions(Q3) == [other]
    assert register.published_figures(Q3, 1).empty
    register.publish_all([(replace(VERSION, version=2), figures), (replace(other, version=2), figures.head(0))])
    assert [(one.edition, one.version) for one in register.versions(Q3)] == [
        ("board", 2),
        ("lead-member", 1),
        ("lead-member", 2),
    ]


def test_a_return_without_figures_can_be_registered(register: Register, figures: pd.DataFrame) -> None:
    register.publish(VERSION, figures.head(0))
    assert register.latest(Q3) == VERSION
    assert register.published_figures(Q3, 1).empty


# Two at once


def test_two_writers_of_one_register_lose_nothing(register: Register, url: str) -> None:
    contents = "0123456789abcdef"
    with Register(url) as other, ThreadPoolExecutor(4) as pool:
        done = [pool.submit((register, other)[number % 2].receive, _file(one)) for number, one in enumerate(contents)]
        numbers = [each.result(timeout=60) for each in done]
    assert len(set(numbers)) == len(contents)
    assert sorted(file.file_name for file in register.received(Q3)) == sorted(f"{one}.csv" for one in contents)


def test_two_writers_of_the_same_file_get_the_same_number(register: Register, url: str) -> None:
    with Register(url) as other, ThreadPoolExecutor(4) as pool:
        done = [pool.submit((register, other)[number % 2].receive, _file("a")) for number in range(12)]
        assert len({each.result(timeout=60) for each in done}) == 1
    assert len(register.received(Q3)) == 1


def test_of_two_runs_that_publish_one_version_exactly_one_succeeds(
    register: Register, url: str, figures: pd.DataFrame
) -> None:
    with Register(url) as other, ThreadPoolExecutor(2) as pool:
        done = [pool.submit(each.publish, VERSION, figures) for each in (register, other)]
        errors = [each.exception(timeout=60) for each in done]
    assert sorted(type(error).__name__ for error in errors) == ["NoneType", "VersionTaken"]
    assert len(register.published_figures(Q3, 1)) == 3


def _receive_in_another_process(url: str) -> None:
    with Register(url) as register:
        register.migrate()
        register.receive(_file("b", batch=2))


def test_what_another_process_wrote_is_seen_at_once(register: Register, url: str) -> None:
    register.receive(_file("a"))
    process = get_context("spawn").Process(target=_receive_in_another_process, args=(url,))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    assert register.current_files("persons", Q3, snapshot=True) == [_file("b", batch=2)]
