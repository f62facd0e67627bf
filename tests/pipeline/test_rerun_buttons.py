"""Each of Dagster's buttons after a mended file: it ends in the return, or says why not. And what stands first on red.

One quarter is spoiled, run red, mended, and run again by one button; a button that starts too little is refused with
its reason, and the button it names then ends in the return.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import build_defs
from pipelines.jobs import QUARTERLY_RETURN
from pipelines.platform.settings import Settings
from tests.pipeline.conftest import QUARTER, QUIET, Site, checks_of, failure_of, materialised, site_at
from tests.pipeline.drops import file_of, rewrite

TAGS = {"dagster/partition": QUARTER.key}
ALL_ASSETS = "__ASSET_JOB"
#: No button makes it unless it is pressed there: it needs LibreOffice.
OUTSIDE = {"out_printable"}


def return_job() -> dg.JobDefinition:
    """The real job with the environment's settings, for Dagster to build again in a rerun."""
    return build_defs().resolve_job_def(QUARTERLY_RETURN)


def spoil(inbox: Path) -> bytes:
    """Take the key column away; the sound file."""
    sound = file_of(inbox, "persons").read_bytes()
    rewrite(file_of(inbox, "persons"), lambda rows: [row[1:] for row in rows])
    return sound


def mend(inbox: Path, sound: bytes) -> None:
    (inbox / "persons mended.csv").write_bytes(sound)


@pytest.fixture
def red(site: Site) -> tuple[Site, bytes]:
    """A quarter whose return was not made, because one file lacks its key column."""
    sound = spoil(site.inbox)
    assert not site.run().success
    return site, sound


@pytest.fixture(scope="module")
def graph() -> list[str]:
    """Names of all assets."""
    return sorted(key.to_user_string() for key in build_defs().resolve_asset_graph().get_all_asset_keys())


def versions(site: Site) -> list[int]:
    return [one.version for one in site.place.register.versions(QUARTER.slug, "board")]


def test_re_execute_all_ends_in_the_return(tmp_path: Path, sample_drop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From failure has its test in test_gate."""
    site = site_at(tmp_path / "home", dg.DagsterInstance.ephemeral())
    monkeypatch.setenv("BOARD_RETURNS_HOME", str(site.place.settings.home))
    shutil.copytree(sample_drop, site.inbox, dirs_exist_ok=True)
    sound = spoil(site.inbox)
    job = dg.reconstructable(return_job)
    with dg.instance_for_test() as instance:
        first = dg.execute_job(job, instance=instance, tags=TAGS, run_config=QUIET)
        assert not first.success
        mend(site.inbox, sound)
        options = dg.ReexecutionOptions(parent_run_id=first.run_id)
        again = dg.execute_job(job, instance=instance, tags=TAGS, run_config=QUIET, reexecution_options=options)
        assert again.success
        run = instance.get_run_by_id(again.run_id)
    assert run is not None
    assert run.tags["quarter"] == QUARTER.label
    assert versions(site) == [1]


def test_materialize_on_the_red_asset_then_the_return_says_what_is_left_and_materialize_all_makes_it(
    red: tuple[Site, bytes], graph: list[str]
) -> None:
    site, sound = red
    mend(site.inbox, sound)
    assert site.run(["core_persons"], job=ALL_ASSETS).success
    alone = site.run(["out_board_return"], job=ALL_ASSETS)
    assert "was made of earlier files" in failure_of(alone, "out_board_return")
    assert "run the job quarterly_return" in failure_of(alone, "out_board_return")
    assert site.run([name for name in graph if name not in OUTSIDE], job=ALL_ASSETS).success
    assert versions(site) == [1]


def test_from_asset_failure_ends_in_the_return(red: tuple[Site, bytes], graph: list[str]) -> None:
    """That button takes every asset that the red run was to make and did not."""
    site, sound = red
    mend(site.inbox, sound)
    verdicts = {one.table for one in site.place.register.verdicts(QUARTER.slug) if one.passed}
    left = [name for name in graph if name not in verdicts and name not in OUTSIDE]
    assert "core_persons" in left
    assert "core_offences" not in left
    assert site.run(left, job=ALL_ASSETS).success
    assert versions(site) == [1]


def test_the_runs_of_a_backfill_end_in_the_return_of_their_quarter(published: Site) -> None:
    rewrite(file_of(published.inbox, "ete_status"), lambda rows: rows[:-1])
    job = build_defs(settings=published.place.settings).resolve_job_def(QUARTERLY_RETURN)
    result = job.execute_in_process(
        partition_key=QUARTER.key,
        instance=published.instance,
        raise_on_error=False,
        run_config=QUIET,
        tags={"dagster/backfill": "abc"},
    )
    assert result.success
    assert versions(published) == [1, 2]


def test_red_says_first_which_quarter_which_code_how_many_and_where_to_mend(site: Site) -> None:
    spoil(site.inbox)
    settings = Settings(home=site.place.settings.home, library_url="https://returns.example/")
    job = build_defs(settings=settings).resolve_job_def("check_extracts")
    keys = [dg.AssetKey("raw_cms__persons"), dg.AssetKey("core_persons")]
    result = job.execute_in_process(
        partition_key=QUARTER.key, instance=site.instance, raise_on_error=False, run_config=QUIET, asset_selection=keys
    )
    (verdict,) = [one for one in result.get_asset_check_evaluations() if one.check_name == "contract"]
    assert list(verdict.metadata)[:5] == ["quarter", "code", "what is wrong", "how many", "errors workbook"]
    assert verdict.metadata["code"] == dg.MetadataValue.text("YJ-C-0101")
    assert verdict.metadata["how many"] == dg.MetadataValue.int(1)
    assert verdict.metadata["errors workbook"] == dg.MetadataValue.url("https://returns.example/repairs/2014-15-Q3")


FIGURE, STEP = "ind_fte__01", "measure_fte"


def test_figures_alone_on_red_inputs_are_refused(published: Site) -> None:
    spoil(published.inbox)
    assert not published.run(["raw_cms__persons", "core_persons"]).success
    alone = published.run([FIGURE], job=ALL_ASSETS)
    assert failure_of(alone, STEP).startswith("YJ-P-0015: The figures of 2014-15 Q3 were not made. core_persons is red")
    assert FIGURE not in materialised(alone)


def test_after_a_newer_drop_figures_and_the_return_alone_are_refused(published: Site) -> None:
    rewrite(file_of(published.inbox, "persons"), lambda rows: rows[:-1])
    figures = published.run([FIGURE], job=ALL_ASSETS)
    assert "core_persons was made of earlier files" in failure_of(figures, STEP)
    alone = published.run(["out_board_return"], job=ALL_ASSETS)
    assert "core_persons was made of earlier files" in failure_of(alone, "out_board_return")
    assert checks_of(alone)["out_board_return:inputs_in_order"] is False
    assert versions(published) == [1]


def test_figures_alone_on_inputs_in_order_are_made(published: Site) -> None:
    assert published.run([FIGURE], job=ALL_ASSETS).success
