"""The drop sensor: new content is checked once it lies still, and everything else is skipped with its reason."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import dagster as dg
import pytest

from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReceivedFile, Verdict
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from pipelines.sensors.drop import Answer, drop_answer, drop_sensor
from pipelines.sensors.looking import Seen, cursor_of, memory_of

Q3 = Quarter(2014, 3)
TODAY = date(2015, 1, 20)
NAME = "Jo Bloggs persons.csv"


class Inbox:
    """An inbox that is looked at again and again, each time with what was remembered the time before."""

    def __init__(self, home: Path) -> None:
        self.place = Workplace(Settings(home=home))
        self.cursor: str | None = None

    def look(self, today: date = TODAY) -> Answer:
        answer = drop_answer(self.place, self.cursor, today)
        self.cursor = answer.cursor
        return answer

    def drop(self, content: str, name: str = NAME, quarter: Quarter = Q3) -> Path:
        path = self.place.inbox(quarter) / name
        path.write_text(content, encoding="utf-8")
        return path


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    inbox = Inbox(tmp_path)
    yield inbox
    inbox.place.register.close()


def test_a_file_is_checked_when_two_looks_have_found_it_the_same(inbox: Inbox) -> None:
    inbox.drop("a\n1\n")
    first, second, third = inbox.look(), inbox.look(), inbox.look()
    assert not first.requests
    assert "arriving" in first.reasons[0]
    (request,) = second.requests
    assert request.partition_key == "2014-10-01"
    assert request.tags["quarter"] == "2014-15 Q3"
    assert not third.requests
    assert third.reasons == ()


def test_a_file_that_still_grows_is_waited_for(inbox: Inbox) -> None:
    for length in (1, 2, 3):
        inbox.drop("a\n" + "1\n" * length)
        assert not inbox.look().requests
    assert len(inbox.look().requests) == 1


def test_a_file_of_the_same_size_that_is_still_written_is_waited_for(inbox: Inbox) -> None:
    path = inbox.drop("a\n0\n")
    inbox.look()
    path.write_text("a\n1\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert not inbox.look().requests
    assert len(inbox.look().requests) == 1


def lingering(inbox: Inbox, meanwhile: Callable[[], object]) -> Answer:
    answer = drop_answer(inbox.place, inbox.cursor, TODAY, meanwhile)
    inbox.cursor = answer.cursor
    return answer


def test_a_folder_that_rests_is_checked_after_a_moment_and_one_that_still_changes_at_the_next_look(
    inbox: Inbox,
) -> None:
    inbox.drop("a\n1\n")
    assert not lingering(inbox, lambda: inbox.drop("a\n1\n2\n")).requests
    assert len(lingering(inbox, lambda: None).requests) == 1
    assert not lingering(inbox, lambda: pytest.fail("nothing has changed")).requests


def test_however_many_folders_have_changed_there_is_one_moment_of_waiting(inbox: Inbox) -> None:
    for back in range(6):
        inbox.drop("a\n1\n", quarter=Q3.shift(-back))
    waited: list[int] = []
    assert len(lingering(inbox, lambda: waited.append(1)).requests) == 6
    assert waited == [1]


def settled(inbox: Inbox, content: str = "a\n1\n") -> Path:
    path = inbox.drop(content)
    inbox.look()
    assert inbox.look().requests
    return path


def test_the_same_content_again_is_skipped_and_the_reason_says_why(inbox: Inbox) -> None:
    path = settled(inbox)
    shutil.copy(path, path.with_name("again.csv"))
    inbox.look()
    answer = inbox.look()
    assert not answer.requests
    assert "is there or was received already" in answer.reasons[0]


def test_a_corrected_file_is_checked_and_its_run_has_a_key_of_its_own(inbox: Inbox) -> None:
    inbox.drop("a\n1\n")
    inbox.look()
    first = inbox.look().requests[0]
    inbox.drop("a\n2\n")
    inbox.look()
    second = inbox.look().requests[0]
    assert first.run_key != second.run_key


def test_a_look_that_was_not_remembered_asks_under_the_same_key_so_that_one_run_starts(inbox: Inbox) -> None:
    inbox.drop("a\n1\n")
    inbox.look()
    before = inbox.cursor
    first = inbox.look().requests[0]
    inbox.cursor = before
    assert inbox.look().requests[0].run_key == first.run_key


@pytest.mark.parametrize("name", ["~$persons.xlsx", "persons.csv.tmp", "persons.part", "persons.crdownload", ".hidden"])
def test_files_that_programs_keep_for_themselves_are_left_alone(inbox: Inbox, name: str) -> None:
    inbox.drop("half", name)
    assert not inbox.look().requests
    assert not inbox.look().requests
    assert inbox.look().reasons == ()


def test_what_was_received_before_the_first_look_is_not_checked_again(inbox: Inbox) -> None:
    from assets.raw.store import content_of  # noqa: PLC0415 - only here

    path = inbox.drop("a\n1\n")
    inbox.place.register.receive(ReceivedFile(content_of(path), Q3.slug, NAME, 4, batch=1))
    inbox.look()
    answer = inbox.look()
    assert not answer.requests
    assert "received already" in answer.reasons[0]


def verdict(*, passed: bool) -> Verdict:
    return Verdict(Q3.slug, "core_persons", passed=passed, input_fingerprint="x")


def test_a_file_taken_out_of_a_red_quarter_has_it_checked_again_and_of_a_green_one_not(inbox: Inbox) -> None:
    settled(inbox)
    other = inbox.drop("a\n2\n", "other.csv")
    inbox.look()
    inbox.look()
    inbox.place.register.record_verdict(verdict(passed=True))
    other.unlink()
    inbox.look()
    answer = inbox.look()
    assert not answer.requests
    assert "stays received" in answer.reasons[0]
    other = inbox.drop("a\n3\n", "other.csv")
    inbox.look()
    inbox.look()
    inbox.place.register.record_verdict(verdict(passed=False))
    other.unlink()
    inbox.look()
    assert len(inbox.look().requests) == 1


def registered(inbox: Inbox, path: Path, batch: int) -> None:
    from assets.raw.store import content_of  # noqa: PLC0415 - only here

    file = ReceivedFile(content_of(path), Q3.slug, path.name, 4, extract="persons", batch=batch)
    inbox.place.register.receive(file)


def test_a_green_quarter_is_checked_when_the_newer_of_two_files_was_taken_out_and_the_earlier_left(
    inbox: Inbox,
) -> None:
    registered(inbox, settled(inbox), 1)
    newer = inbox.drop("a\n2\n", "newer.csv")
    inbox.look()
    inbox.look()
    registered(inbox, newer, 2)
    inbox.place.register.record_verdict(verdict(passed=True))
    newer.unlink()
    inbox.look()
    answer = inbox.look()
    assert len(answer.requests) == 1
    assert "an earlier file counts again" in answer.reasons[0]


def test_a_quarter_that_is_not_over_is_checked_when_it_is(inbox: Inbox) -> None:
    early, late = date(2014, 12, 31), date(2015, 1, 1)
    inbox.drop("a\n1\n")
    assert "is not over yet" in inbox.look(early).reasons[0]
    inbox.look(late)
    assert len(inbox.look(late).requests) == 1


def test_what_lies_in_no_quarters_folder_is_told_without_its_name(inbox: Inbox) -> None:
    (inbox.place.settings.inbox / "Jo Bloggs 2014").mkdir(parents=True)
    (inbox.place.settings.inbox / "Jo Bloggs.csv").write_text("a", encoding="utf-8")
    (reason,) = inbox.look().reasons
    assert reason.startswith("2 files or folders")
    assert "Bloggs" not in reason


def test_two_quarters_dropped_together_are_asked_for_oldest_first(inbox: Inbox) -> None:
    inbox.drop("a\n1\n")
    inbox.drop("a\n1\n", quarter=Q3.previous)
    inbox.look()
    assert [request.partition_key for request in inbox.look().requests] == [Q3.previous.key, Q3.key]


def test_neither_memory_nor_reasons_hold_the_name_or_a_cell_of_a_file(inbox: Inbox) -> None:
    inbox.drop("surname\nBloggs\n")
    said = [*inbox.look().reasons, *inbox.look().reasons, *(request.run_key or "" for request in inbox.look().requests)]
    assert "Bloggs" not in f"{said} {inbox.cursor}"


@pytest.mark.parametrize("cursor", [None, "", "not json", "[]", '{"2014-15-Q3": 1}', '{"2014-15-Q3": {"looked": ""}}'])
def test_a_memory_that_cannot_be_read_is_begun_anew(cursor: str | None) -> None:
    assert memory_of(cursor) == {}


def test_the_memory_comes_back_as_it_went() -> None:
    memory = {Q3.slug: Seen("a", "b", ("c", "d"), 2)}
    assert memory_of(cursor_of(memory)) == memory


def looked(sensor: dg.SensorDefinition, instance: dg.DagsterInstance, cursor: str | None) -> dg.SensorResult:
    result = sensor(dg.build_sensor_context(instance=instance, cursor=cursor))
    assert isinstance(result, dg.SensorResult)
    return result


def test_the_real_sensor_asks_dagster_for_the_check_and_remembers(inbox: Inbox) -> None:
    inbox.drop("a\n1\n")
    sensor = drop_sensor(inbox.place)
    with dg.instance_for_test() as instance:
        first = looked(sensor, instance, None)
        second = looked(sensor, instance, first.cursor)
    assert [request.partition_key for request in first.run_requests or []] == [Q3.key]
    assert second.skip_reason == dg.SkipReason("Nothing has been dropped since the last look.")
    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING
