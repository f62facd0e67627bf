"""The gate, for each way an extract can stop: red, nothing kept, mended by "From failure", refused by the return."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import build_defs
from pipelines.jobs import QUARTERLY_RETURN
from pipelines.platform.register.store import BOARD
from tests.pipeline.conftest import QUARTER, Site, checks_of, failure_of, materialised
from tests.pipeline.drops import Rows, file_of, rewrite

PERSONS = ["raw_cms__persons", "core_persons"]


def nothing_dropped(inbox: Path) -> None:
    file_of(inbox, "persons").unlink()


def key_column_missing(inbox: Path) -> None:
    rewrite(file_of(inbox, "persons"), lambda rows: [row[1:] for row in rows])


def of_another_quarter(inbox: Path) -> None:
    def older(rows: Rows) -> Rows:
        return [rows[0], *([*row[:-1], "2014-10-17"] for row in rows[1:])]

    rewrite(file_of(inbox, "persons"), older)


def two_at_once(inbox: Path) -> None:
    path = file_of(inbox, "persons")
    shutil.copy(path, path.with_name("persons again.csv"))
    rewrite(path, lambda rows: rows[:-1])


def too_many_rows_stopped(inbox: Path) -> None:
    def unreadable_births(rows: Rows) -> Rows:
        place = next(number for number, header in enumerate(rows[0]) if header.casefold() in {"dob", "date_of_birth"})
        tenth = len(rows) // 9
        return [
            rows[0],
            *([*row[:place], "tbc", *row[place + 1 :]] for row in rows[1:tenth]),
            *rows[tenth:],
        ]

    rewrite(file_of(inbox, "persons"), unreadable_births)


WAYS: list[tuple[str, Callable[[Path], None], str]] = [
    ("no file", nothing_dropped, "YJ-F-0009"),
    ("key column missing", key_column_missing, "YJ-C-0101"),
    ("another quarter's file", of_another_quarter, "YJ-F-0005"),
    ("two files at once", two_at_once, "YJ-F-0007"),
    ("one row in nine unreadable", too_many_rows_stopped, "YJ-F-0010"),
]


@pytest.mark.parametrize(("way", "spoil", "code"), WAYS, ids=[way for way, _, _ in WAYS])
def test_a_broken_contract_is_red_and_keeps_nothing(
    site: Site, way: str, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(site.inbox)
    result = site.run(PERSONS)
    assert not result.success, way
    assert checks_of(result)["core_persons:contract"] is False
    assert "core_persons" not in materialised(result)
    assert not site.place.lake.has("core_persons", QUARTER)
    sentence = failure_of(result, "core_persons")
    assert sentence.startswith(code)
    assert QUARTER.label in sentence
    assert "From failure" in sentence


def test_every_other_extract_is_still_judged_when_one_is_red(site: Site) -> None:
    nothing_dropped(site.inbox)
    result = site.run(job="check_extracts")
    kept = materialised(result)
    assert "core_persons" not in kept
    assert {"core_offences", "core_outcomes", "core_interventions", "core_risks"} <= kept


def test_the_return_refuses_by_itself_when_an_extract_is_red(site: Site) -> None:
    of_another_quarter(site.inbox)
    site.run()
    alone = site.run(["out_board_return"])
    assert not alone.success
    assert checks_of(alone)["out_board_return:inputs_in_order"] is False
    assert "core_persons is red" in failure_of(alone, "out_board_return")
    assert not list(site.place.returns(QUARTER).glob("v*"))


def test_the_return_refuses_by_itself_when_nothing_was_made(site: Site) -> None:
    alone = site.run(["out_board_return"])
    assert "has not been made for this quarter" in failure_of(alone, "out_board_return")


def test_the_return_refuses_tables_made_of_earlier_files(site: Site) -> None:
    assert site.run().success
    rewrite(file_of(site.inbox, "ete_status"), lambda rows: rows[:-1])
    assert site.run(["raw_cms__ete_status"]).success
    refused = site.run(["out_board_return"])
    assert "core_ete_status was made of earlier files" in failure_of(refused, "out_board_return")
    assert site.run(["core_ete_status"]).success
    refused = site.run(["out_board_return"])
    assert "core_orders_ended was made of earlier files" in failure_of(refused, "out_board_return")
    assert site.run().success
    editions = site.place.register.versions(QUARTER.slug)
    assert [one.version for one in editions if one.edition == BOARD] == [1, 2]


def job_from_environment() -> dg.JobDefinition:
    """The real job with the environment's settings, for Dagster to build again in a rerun."""
    return build_defs().resolve_job_def(QUARTERLY_RETURN)


def test_from_failure_reruns_the_mended_asset_and_ends_in_a_return(
    tmp_path: Path, sample_drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(tmp_path / "home"))
    inbox = tmp_path / "home" / "inbox" / QUARTER.slug
    shutil.copytree(sample_drop, inbox)
    healthy = file_of(inbox, "persons").read_bytes()
    key_column_missing(inbox)
    job = dg.reconstructable(job_from_environment)
    tags = {"dagster/partition": QUARTER.key}
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    with dg.instance_for_test() as instance:
        first = dg.execute_job(job, instance=instance, tags=tags, run_config=quiet)
        assert not first.success
        file_of_mended = inbox / "persons mended.csv"
        file_of_mended.write_bytes(healthy)
        again = dg.execute_job(
            job,
            instance=instance,
            tags=tags,
            run_config=quiet,
            reexecution_options=dg.ReexecutionOptions.from_failure(first.run_id, instance),
        )
        assert again.success
        steps = {event.step_key for event in again.all_events if event.is_step_success}
    assert "core_persons" in steps
    assert "receive" not in steps
    assert "core_offences" not in steps
    assert (tmp_path / "home" / "returns" / QUARTER.slug / "v1").is_dir()
