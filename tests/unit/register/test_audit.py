"""Audit events are kept in a chain, and whatever is done to it afterwards shows."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pipelines.platform.errors import PermanentFault
from pipelines.platform.register.audit import Audit
from pipelines.platform.register.chain import (
    EVENTS,
    NOTHING_BEFORE,
    AuditEvent,
    breaks_in,
    canonical,
    hash_of,
    unheld_heads,
)
from pipelines.platform.register.database import Database
from pipelines.platform.register.mending import Correction, Explanation
from pipelines.platform.register.people import LinkDecision
from pipelines.platform.register.records import FIGURE_COLUMNS, ReceivedFile, ReturnVersion, Verdict
from pipelines.platform.register.store import Register

QUARTER = "2014-15-Q3"
WHEN = datetime(2015, 1, 20, 9, 30, tzinfo=UTC)
FIELDS = ("event", "quarter_slug", "who", "subject", "detail", "previous", "sha256")


def chain_of(count: int) -> list[AuditEvent]:
    """A sound chain of that many events."""
    events: list[AuditEvent] = []
    for number in range(1, count + 1):
        before = events[-1].sha256 if events else NOTHING_BEFORE
        detail = canonical({"rows": number})
        when = WHEN + timedelta(minutes=number)
        event = EVENTS[number % len(EVENTS)]
        bare = AuditEvent(number, when, event, QUARTER, "J Smith", f"table_{number}", detail, before)
        events.append(replace(bare, sha256=hash_of(bare)))
    return events


def heads_of(events: list[AuditEvent]) -> list[tuple[int, str]]:
    return [(one.number, one.sha256) for one in events]


def resealed(events: list[AuditEvent]) -> list[AuditEvent]:
    """The events numbered and hashed anew from the first: what a forger with the register in hand can do."""
    made: list[AuditEvent] = []
    for number, one in enumerate(events, start=1):
        bare = replace(one, number=number, previous=made[-1].sha256 if made else NOTHING_BEFORE)
        made.append(replace(bare, sha256=hash_of(bare)))
    return made


def is_found(events: list[AuditEvent], heads: list[tuple[int, str]]) -> bool:
    return bool([*breaks_in(events), *unheld_heads(events, heads)])


def test_a_sound_chain_has_no_break() -> None:
    events = chain_of(12)
    assert not is_found(events, heads_of(events))


@settings(deadline=None)
@given(count=st.integers(1, 8), place=st.integers(0, 7), field=st.sampled_from(FIELDS), letters=st.text(max_size=70))
def test_any_other_word_in_any_event_is_found(count: int, place: int, field: str, letters: str) -> None:
    events = chain_of(count)
    at = place % count
    altered = replace(events[at], **{field: letters})
    changed = [*events[:at], altered, *events[at + 1 :]]
    assert is_found(changed, []) == (altered != events[at])


@settings(deadline=None)
@given(
    count=st.integers(1, 8), place=st.integers(0, 7), seconds=st.floats(-1e6, 1e6).filter(lambda far: abs(far) > 1e-5)
)
def test_another_time_is_found(count: int, place: int, seconds: float) -> None:
    events = chain_of(count)
    at = place % count
    events[at] = replace(events[at], at=events[at].at + timedelta(seconds=seconds))
    assert is_found(events, [])


@settings(deadline=None)
@given(data=st.data(), count=st.integers(1, 8), sealed_anew=st.booleans())
def test_whatever_is_taken_out_is_found_even_where_the_rest_is_sealed_anew(
    data: st.DataObject, count: int, *, sealed_anew: bool
) -> None:
    events = chain_of(count)
    gone = data.draw(st.sets(st.integers(0, count - 1), min_size=1))
    left = [one for at, one in enumerate(events) if at not in gone]
    assert is_found(resealed(left) if sealed_anew else left, heads_of(events))


@settings(deadline=None)
@given(order=st.permutations(range(6)), renumbered=st.booleans())
def test_any_other_order_is_found(order: list[int], *, renumbered: bool) -> None:
    events = chain_of(6)
    moved = [events[at] for at in order]
    if renumbered:
        moved = [replace(one, number=number) for number, one in enumerate(moved, start=1)]
    assert is_found(moved, []) == (order != list(range(6)))


@settings(deadline=None)
@given(place=st.integers(0, 5), sealed_anew=st.booleans())
def test_an_event_put_in_is_found(place: int, *, sealed_anew: bool) -> None:
    events = chain_of(6)
    strange = replace(events[place], who="nobody")
    added = [*events[:place], strange, *events[place:]]
    assert is_found(resealed(added) if sealed_anew else added, heads_of(events))


def test_only_the_heads_tell_of_events_taken_off_the_end() -> None:
    events = chain_of(6)
    assert not is_found(events[:4], [])
    assert {one.number for one in unheld_heads(events[:4], heads_of(events))} == {5, 6}


def test_a_hash_is_what_it_was_when_the_first_registers_were_made() -> None:
    # Worked by hand: sha256 of the bytes below, as the docstring of hash_of says they are put together.
    one = AuditEvent(1, WHEN, "drop", QUARTER, "A", "b", '{"c":1}', NOTHING_BEFORE)
    bytes_hashed = (
        '[1,"2015-01-20T09:30:00.000000+00:00","drop","2014-15-Q3","A","b","{\\"c\\":1}","' + "0" * 64 + '"]'
    ).encode()
    from hashlib import sha256  # noqa: PLC0415 - the one test that works a hash out by itself

    assert hash_of(one) == sha256(bytes_hashed).hexdigest()


def test_events_come_back_as_they_were_recorded(register: Register) -> None:
    number = register.audit.record(
        "purge", quarter_slug=QUARTER, who="J Smith", subject="received", detail={"files": 3}, at=WHEN
    )
    found = register.audit.events()
    assert number == 1
    assert [(one.number, one.at, one.event, one.quarter_slug, one.who, one.subject, one.told) for one in found] == [
        (1, WHEN, "purge", QUARTER, "J Smith", "received", {"files": 3})
    ]
    assert register.audit.breaks() == []


def test_events_of_one_quarter_can_be_asked_for(register: Register) -> None:
    register.audit.record("backup", at=WHEN)
    register.audit.record("drop", quarter_slug=QUARTER, at=WHEN)
    assert [one.event for one in register.audit.events(QUARTER)] == ["drop"]


def test_what_nobody_put_their_name_to_is_of_the_account_that_ran_it(register: Register) -> None:
    register.audit.record("backup", at=WHEN)
    assert register.audit.events()[0].who.startswith("account ")


def test_a_name_over_several_lines_is_one_line_of_bounded_length(register: Register) -> None:
    register.audit.record("download", who="J\nSmith\x00 \x1b[31m" + "x" * 500, at=WHEN)
    who = register.audit.events()[0].who
    assert who.startswith("J Smith [31mxxx")
    assert len(who) == 200


@pytest.mark.parametrize("words", ["x" * 201, "two\nlines", "a\x00b"])
def test_a_detail_that_could_not_be_a_code_is_refused_without_repeating_it(register: Register, words: str) -> None:
    with pytest.raises(PermanentFault, match="BR-612") as caught:
        register.audit.record("drop", detail={"code": words})
    assert words not in str(caught.value)
    assert register.audit.events() == []


def test_an_event_of_an_unknown_kind_is_refused(register: Register) -> None:
    with pytest.raises(PermanentFault, match="BR-611"):
        register.audit.record("party")  # type: ignore[arg-type]


def test_writers_at_once_make_one_chain(url: str, tmp_path: Path) -> None:
    with Register(url) as register:
        register.migrate()
    heads = tmp_path / "heads.txt"
    audits = [Audit(Database(url), heads) for _ in range(4)]
    with ThreadPoolExecutor(len(audits)) as pool:
        done = [pool.submit(one.record, "check", subject=str(at)) for at in range(10) for one in audits]
        numbers = sorted(one.result(timeout=120) for one in done)
    assert numbers == list(range(1, 41))
    assert audits[0].breaks() == []
    assert len(heads.read_text().splitlines()) == 40
    for one in audits:
        one._database.close()


def test_two_events_cannot_follow_the_same_one(register: Register) -> None:
    register.audit.record("backup", at=WHEN)
    with pytest.raises(DBAPIError), register._database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO audit_events SELECT 2, happened_at, event, quarter_slug, who, subject, detail, "
                "previous_sha256, sha256 FROM audit_events"
            )
        )


@pytest.mark.parametrize("change", ["UPDATE audit_events SET who = 'nobody'", "DELETE FROM audit_events"])
def test_the_database_refuses_to_change_or_delete_events(register: Register, change: str) -> None:
    register.audit.record("backup", at=WHEN)
    with pytest.raises(DBAPIError, match="only ever added"), register._database.writing() as connection:
        connection.execute(text(change))
    assert register.audit.breaks() == []


def _without_guard(register: Register, change: str) -> None:
    """Change events as somebody would who has the database in hand."""
    with register._database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE audit_events DISABLE TRIGGER audit_events_stay"))
        else:
            connection.execute(text("DROP TRIGGER audit_events_no_update"))
            connection.execute(text("DROP TRIGGER audit_events_no_delete"))
        connection.execute(text(change))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE audit_events SET who = 'nobody' WHERE id = 3", "altered"),
        ("UPDATE audit_events SET subject = '' WHERE id = 6", "altered"),
        ("DELETE FROM audit_events WHERE id IN (2, 3)", "Events 2 to 3 are missing"),
        ("DELETE FROM audit_events WHERE id > 4", "It was kept once and is gone"),
        ("UPDATE audit_events SET id = 9 WHERE id = 5", "Event 5 is missing"),
        ("DELETE FROM audit_events", "It was kept once and is gone"),
    ],
)
def test_what_is_done_to_the_register_itself_is_found(url: str, tmp_path: Path, change: str, words: str) -> None:
    with Register(url, tmp_path / "heads.txt") as register:
        register.migrate()
        for at in range(6):
            register.audit.record("check", subject=f"table_{at}", at=WHEN)
        assert register.audit.breaks() == []
        _without_guard(register, change)
        assert words in " ".join(one.words for one in register.audit.breaks())


def test_a_missing_file_of_heads_is_told(url: str, tmp_path: Path) -> None:
    heads = tmp_path / "heads.txt"
    with Register(url, heads) as register:
        register.migrate()
        assert register.audit.breaks() == []
        register.audit.record("backup", at=WHEN)
        heads.unlink()
        assert ["no file of heads" in one.words for one in register.audit.breaks()] == [True]


def test_a_head_that_a_crash_left_half_written_says_nothing_and_hides_no_other(url: str, tmp_path: Path) -> None:
    heads = tmp_path / "heads.txt"
    with Register(url, heads) as register:
        register.migrate()
        register.audit.record("backup", at=WHEN)
        with heads.open("a") as stream:
            stream.write("2 00ff")
        register.audit.record("backup", at=WHEN)
        register.audit.record("backup", at=WHEN)
        assert register.audit.breaks() == []
        _without_guard(register, "DELETE FROM audit_events WHERE id = 3")
        assert [one.number for one in register.audit.breaks()] == [3]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mode")
def test_the_file_of_heads_is_its_owners_only(url: str, tmp_path: Path) -> None:
    with Register(url, tmp_path / "heads.txt") as register:
        register.migrate()
        register.audit.record("backup", at=WHEN)
    assert (tmp_path / "heads.txt").stat().st_mode & 0o777 == 0o600


def test_an_event_outlives_a_file_of_heads_that_cannot_be_written(
    url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Register(url, tmp_path) as register:  # a folder, where a file is wanted
        register.migrate()
        assert register.audit.record("backup", at=WHEN) == 1
    assert "BR-613" in caplog.text


FILE = ReceivedFile("a" * 64, QUARTER, "Jane Doe.csv", 120, extract="outcomes", row_count=3)


def test_a_drop_is_known_by_its_hash_and_never_by_its_name(register: Register) -> None:
    register.receive(FILE)
    register.receive(replace(FILE, message="Taken in."))
    (event,) = register.audit.events()
    assert (event.event, event.subject) == ("drop", "a" * 64)
    assert event.told == {"extract": "outcomes", "status": "accepted", "code": "", "bytes": 120}
    assert "Jane" not in repr(event)


def test_a_file_judged_otherwise_is_another_event(register: Register) -> None:
    register.receive(FILE)
    register.receive(replace(FILE, status="withdrawn"))
    assert [one.told["status"] for one in register.audit.events()] == ["accepted", "withdrawn"]


def test_a_check_is_an_event_each_time_and_a_table_made_on_the_way_is_none(register: Register) -> None:
    verdict = Verdict(QUARTER, "core_outcomes", False, "f" * 64, rows_received=4, rows_kept=3, code="YJ-D-0107")
    register.record_check(verdict)
    register.record_check(replace(verdict, passed=True, code=None))
    register.record_verdict(replace(verdict, table="raw_outcomes"))
    found = register.audit.events()
    assert [(one.event, one.subject, one.told["passed"], one.told["code"]) for one in found] == [
        ("check", "core_outcomes", 0, "YJ-D-0107"),
        ("check", "core_outcomes", 1, ""),
    ]
    verdict_kept = register.verdict(QUARTER, "core_outcomes")
    assert verdict_kept is not None
    assert verdict_kept.passed


def _correction(**other: object) -> Correction:
    values: dict[str, object] = {
        "quarter_slug": QUARTER,
        "extract": "outcomes",
        "record": "r" * 64,
        "column": "hearing_date",
        "old_value": "31/02/2014",
        "new_value": "28/02/2014",
        "why": "typing error",
        "given_by": "J Smith",
        "given_at": WHEN,
        "file_sha256": "b" * 64,
        "file_row": 7,
    }
    return Correction(**{**values, **other})  # type: ignore[arg-type]


def test_corrections_and_explanations_are_events_without_what_the_cells_say(register: Register) -> None:
    explained = Explanation(
        QUARTER, "outcomes", "YJ-D-0107", "c" * 64, "a late panel", None, "A Jones", WHEN, "b" * 64, 9
    )
    given = [_correction(), _correction(column="ypid", old_value="YP1", new_value="YP2", file_row=8)]
    register.mending.give(QUARTER, given, [explained])
    register.mending.give(QUARTER, given, [explained])
    found = register.audit.events(QUARTER)
    assert [(one.event, one.who, one.subject, one.told["of"], one.told["row"]) for one in found] == [
        ("correction", "J Smith", "C1", "hearing_date", 7),
        ("correction", "J Smith", "C2", "ypid", 8),
        ("explanation", "A Jones", "E1", "YJ-D-0107", 9),
    ]
    assert not {"31/02/2014", "28/02/2014", "YP1", "YP2", "a late panel"} & set(repr(found).split("'"))


def test_undoing_is_an_event_of_who_undid_it(register: Register) -> None:
    register.mending.give(QUARTER, [_correction()], [])
    assert register.mending.undo_corrections([1, 1, 99], "A Jones") == 1
    assert [(one.event, one.who, one.subject) for one in register.audit.events()] == [
        ("correction", "J Smith", "C1"),
        ("correction", "A Jones", "C1"),
    ]
    assert register.audit.events()[1].told["undone"] == 1


def test_a_decision_on_two_records_is_an_event_without_their_ids(register: Register) -> None:
    decision = LinkDecision(QUARTER, "YP10001", "YP10002", True, "twins", "J Smith", WHEN, "b" * 64, 3)
    register.people.decide(QUARTER, [decision])
    register.people.undo([1], "A Jones")
    found = register.audit.events()
    assert [(one.subject, one.who) for one in found] == [("D1", "J Smith"), ("D1", "A Jones")]
    assert "YP1000" not in repr(found)


def test_a_published_version_and_its_events_are_kept_together_or_not_at_all(register: Register) -> None:
    version = ReturnVersion(QUARTER, "board", 1, "return.xlsx", "a" * 64, "f" * 64, date(2015, 1, 19), "m" * 64)
    nothing = pd.DataFrame(columns=list(FIGURE_COLUMNS))
    public = replace(version, edition="publishable", sha256="d" * 64)
    register.publish_all([(version, nothing), (public, nothing)])
    with pytest.raises(PermanentFault, match="BR-605"):
        register.publish(version, nothing)
    found = register.audit.events()
    assert [(one.event, one.subject, one.told["sha256"]) for one in found] == [
        ("publish", "board v1", "a" * 64),
        ("publish", "publishable v1", "d" * 64),
    ]
    assert register.audit.breaks() == []
