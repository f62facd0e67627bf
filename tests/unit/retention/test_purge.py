"""A purge: no byte of a child who leaves remains, everybody else's rows and every published return do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from assets.raw.received import bring_in
from pipelines.platform.errors import QuarterClosed
from pipelines.platform.settings import Settings, dagster_environment, prepare_folders
from pipelines.platform.workplace import Workplace
from pipelines.retention.plan import plan_of
from pipelines.retention.purge import Counts, due, purge
from pipelines.retention.runs import runs_going
from pipelines.retention.standing import FILE
from pipelines.retention.words import sentences
from tests.unit.register.conftest import url  # noqa: F401 - a fixture: SQLite, and PostgreSQL where there is one
from tests.unit.retention.canaries import places_of, texts_of
from tests.unit.retention.stores import CANARY, DAY, NEW, OLD, OTHER, Child, fill

#: Due since 1 June 2014; leaves the old quarter, and is in no newer one.
GONE = Child(CANARY)
#: Due only in 2018.
STAYS = Child(OTHER, acted="2014-12-01", ended=None)
#: Due as well, but still in the newest extract.
STANDS = Child("Standish")


@pytest.fixture
def place(tmp_path: Path, url: str) -> Workplace:  # noqa: F811 - the fixture
    made = Workplace(Settings(home=tmp_path / "home", database_url=url))
    fill(made, OLD, [GONE, STAYS, STANDS])
    fill(made, NEW, [STAYS, STANDS])
    return made


@dg.op
def quotes() -> None:
    """Fails and quotes a name, as no step of ours may."""
    raise dg.Failure(description=CANARY, metadata={"first at": f"{CANARY}.csv"})


@dg.asset(partitions_def=dg.StaticPartitionsDefinition([OLD.key, NEW.key]))
def core_quoted() -> dg.MaterializeResult[None]:
    """Keeps a name in its metadata, as no step of ours may."""
    return dg.MaterializeResult(metadata={"first at": f"{CANARY}.csv"})


@dg.asset_check(asset=core_quoted)
def quoting() -> dg.AssetCheckResult:
    """A check that does."""
    return dg.AssetCheckResult(passed=True, description=CANARY)


@dg.job
def quoting_job() -> None:
    """One step that fails."""
    quotes()


@pytest.fixture
def instance(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> Iterator[dg.DagsterInstance]:
    prepare_folders(place.settings)
    for name, value in dagster_environment(place.settings).items():
        monkeypatch.setenv(name, value)
    with dg.DagsterInstance.get() as made:
        yield made


def test_no_byte_of_a_child_who_leaves_remains_in_any_store(place: Workplace) -> None:
    assert len(places_of(CANARY, place.settings.home)) > 10
    counts = purge(place, plan_of(place, DAY), None)
    place.register.close()
    assert (counts.quarters_whole, counts.quarters_thinned, counts.children, counts.standing) == (0, 1, 2, 1)
    assert counts.unsettled == 0
    assert places_of(CANARY, place.settings.home) == []
    assert CANARY not in texts_of(place.settings.register_url)


def test_other_childrens_rows_aggregates_publications_and_returns_stay(place: Workplace) -> None:
    purge(place, plan_of(place, DAY), None)
    for table in ("core_persons", "core_offences", "core_interventions"):
        assert list(place.lake.read(table, OLD)["ypid"]) == [OTHER], table
    assert list(place.lake.read("core_outcomes", OLD)["outcome_id"]) == [f"{OTHER}-outcome"]
    assert list(place.lake.read("core_contacts", OLD)["contact_id"]) == [f"{OTHER}-contact"]
    assert place.lake.has("ind_fte__01", OLD)
    assert place.lake.has("core_population", OLD)
    assert (place.inbox(OLD) / "population.csv").is_file()
    assert (place.returns(OLD) / "v1" / "board.xlsx").read_bytes() == b"the return"
    assert place.register.latest(OLD.slug) is not None


def test_a_quarter_that_is_kept_whole_is_not_touched(place: Workplace) -> None:
    before = {path: path.read_bytes() for path in place.settings.lake.rglob(f"*{NEW.slug}/*")}
    purge(place, plan_of(place, DAY), None)
    assert {path: path.read_bytes() for path in place.settings.lake.rglob(f"*{NEW.slug}/*")} == before
    assert (place.inbox(NEW) / f"{OTHER}.csv").is_file()
    assert len(place.register.mending.corrections(NEW.slug)) == 2
    assert len(place.register.faults(NEW.slug)) == 2


def test_a_child_due_who_still_stands_in_the_newest_extract_is_listed_for_the_officer(place: Workplace) -> None:
    plan = plan_of(place, DAY)
    assert plan.standing == {STANDS.name: NEW}
    purge(place, plan, None)
    listed = place.settings.errors / FILE
    assert listed.read_text(encoding="utf-8").splitlines() == ["ypid,newest quarter", "Standish,2014-15 Q3"]
    assert listed.stat().st_mode & 0o777 == 0o600


def test_a_second_purge_finds_nothing_to_do(place: Workplace) -> None:
    purge(place, plan_of(place, DAY), None)
    assert purge(place, plan_of(place, DAY), None) == Counts(standing=1)


def test_a_dry_run_changes_nothing_and_says_counts_only(place: Workplace) -> None:
    before = texts_of(place.settings.register_url), sorted(place.settings.home.rglob("*"))
    counts = due(place, plan_of(place, DAY), None)
    assert (texts_of(place.settings.register_url), sorted(place.settings.home.rglob("*"))) == before
    assert (counts.quarters_thinned, counts.children, counts.standing, counts.files) == (1, 2, 1, 1)
    said = "\n".join(sentences(counts, done=False))
    assert "2 children's records out of 1 quarters" in said
    assert not any(name in said for name in (CANARY, OTHER, STANDS.name))


def test_after_its_period_a_quarter_goes_whole_whoever_is_in_it(place: Workplace) -> None:
    # 2014-15 Q3 ended on 31 December 2014: 36 months later is 1 January 2018.
    day = DAY.replace(year=2018, month=1, day=1)
    counts = purge(place, plan_of(place, day), None)
    place.register.close()
    assert (counts.quarters_whole, counts.standing) == (2, 0)
    assert places_of(OTHER, place.settings.home) == []
    assert place.lake.has("ind_fte__01", OLD)
    assert place.lake.has("ind_fte__01", NEW)
    assert purge(place, plan_of(place, day), None) == Counts()


def test_a_closed_quarter_cannot_be_made_again_and_says_so(place: Workplace) -> None:
    purge(place, plan_of(place, DAY), None)
    with pytest.raises(QuarterClosed, match=r"BR-931: The files of 2013-14 Q4 were let go of"):
        bring_in(place, OLD)


def test_a_purge_that_was_broken_off_is_taken_up_by_the_next(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    written = place.lake.write

    def dies(table: str, *rest: object) -> Path:
        if table == "core_persons":
            raise KeyboardInterrupt
        return written(table, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(place.lake, "write", dies)
        with pytest.raises(KeyboardInterrupt):
            purge(place, plan_of(place, DAY), None)
    counts = purge(place, plan_of(place, DAY), None)
    place.register.close()
    assert (counts.quarters_thinned, counts.children) == (1, 2)
    assert places_of(CANARY, place.settings.home) == []


def test_a_quarter_that_a_run_works_on_is_left_for_the_next_time(place: Workplace) -> None:
    other = Workplace(place.settings)
    plan = plan_of(place, DAY)
    with other.locks.alone(OLD):
        assert purge(place, plan, None).busy == 1
    assert places_of(CANARY, place.settings.home) != []
    assert purge(place, plan_of(place, DAY), None).busy == 0


def test_an_audit_event_tells_of_each_quarter_in_counts(place: Workplace) -> None:
    purge(place, plan_of(place, DAY), None, who="A. Officer")
    told = [event for event in place.register.audit.events() if event.event == "purge"]
    assert [event.subject for event in told] == ["children", "children", "words"]
    assert {event.who for event in told} == {"A. Officer"}
    assert not any(name in str(told) for name in (CANARY, OTHER, STANDS.name))
    assert place.register.audit.breaks() == []


def test_dagsters_runs_of_the_quarter_leave_no_byte_behind(place: Workplace, instance: dg.DagsterInstance) -> None:
    quoting_job.execute_in_process(instance=instance, raise_on_error=False, tags={"dagster/partition": OLD.key})
    for key in (OLD.key, NEW.key):
        dg.materialize([core_quoted, quoting], instance=instance, partition_key=key, tags={"dagster/partition": key})
    folder = place.settings.dagster_storage
    assert places_of(CANARY, folder) != []
    counts = purge(place, plan_of(place, DAY), instance)
    assert (counts.runs, counts.unsettled) == (2, 0)
    kept = [run.run_id for run in instance.get_runs()]
    assert len(kept) == 1
    assert runs_going(instance, DAY.replace(year=2099), []) == kept
    assert purge(place, plan_of(place, DAY.replace(year=2099)), instance).runs == 1
    assert places_of(CANARY, folder) == []
