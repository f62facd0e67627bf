"""Saying an alert: once, to the log and by e-mail, never lost, never with a word that is not of our catalogues."""

from __future__ import annotations

import email
from datetime import UTC, date, datetime, timedelta
from email.policy import default
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipelines.alerts.alert import Alert, Kind, Step, in_order, step_named
from pipelines.alerts.book import LOG, LONGEST, AlertBook, Said, append_line
from pipelines.platform.alert_settings import AlertSettings
from pipelines.platform.quarters import Quarter
from tests.unit.alerts.relay import Relay, a_relay

NOW = datetime(2015, 1, 20, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
QUARTER = Quarter.from_label("2014-15 Q3")
CANARY = "Quincequill"
FAILED = Alert(
    Kind.RUN_FAILED, QUARTER, steps=(Step("core_persons", "YJ-C-0101"),), link="http://127.0.0.1:3000/runs/1"
)


def settings_for(relay: Relay) -> AlertSettings:
    return AlertSettings(
        smtp_host="127.0.0.1",
        smtp_port=relay.port,
        sender="returns@council.example",
        to="a@council.example, b@council.example",
    )


def book(folder: Path, settings: AlertSettings | None = None) -> AlertBook:
    return AlertBook(folder / "logs", settings or AlertSettings(), 24 * HOUR)


def lines_of(folder: Path) -> list[str]:
    return (folder / "logs" / LOG).read_text(encoding="utf-8").splitlines()


def test_without_a_relay_an_alert_is_one_line_that_only_its_owner_may_read(tmp_path: Path) -> None:
    assert book(tmp_path).say([FAILED], NOW) == Said(new=1, sent=0, waiting=0)
    (line,) = lines_of(tmp_path)
    assert line.startswith(
        "2015-01-20T06:00:00+00:00 | A run failed. | Quarter: 2014-15 Q3 | Where: core_persons (YJ-C-0101)"
    )
    assert "See: http://127.0.0.1:3000/runs/1" in line
    assert (tmp_path / "logs" / LOG).stat().st_mode & 0o777 == 0o600


def test_an_e_mail_has_quarter_step_code_link_and_what_to_do(tmp_path: Path) -> None:
    with a_relay() as relay:
        assert book(tmp_path, settings_for(relay)).say([FAILED], NOW) == Said(new=1, sent=1, waiting=0)
    (taken,) = relay.taken
    message = email.message_from_string(taken, policy=default)
    assert message["Subject"] == "Board Returns: 2014-15 Q3: A run failed (YJ-C-0101)"
    assert message["To"] == "a@council.example, b@council.example"
    body = message.get_content()
    for part in ("2014-15 Q3", "core_persons", "YJ-C-0101", "What to do: Add the column", "/runs/1"):
        assert part in body, part


def test_the_same_alert_is_said_again_only_after_a_day(tmp_path: Path) -> None:
    kept = book(tmp_path)
    said = [kept.say([FAILED], NOW + hours * HOUR).new for hours in (0, 1, 23, 24, 25)]
    assert said == [1, 0, 0, 1, 0]


def test_an_alert_that_has_changed_is_said_at_once(tmp_path: Path) -> None:
    kept = book(tmp_path)
    first = Alert(Kind.FILES_MISSING, QUARTER, extracts=("persons", "offences"))
    assert [kept.say([one], NOW).new for one in (first, Alert(Kind.FILES_MISSING, QUARTER, extracts=("persons",)))] == [
        1,
        1,
    ]


def test_a_relay_that_is_down_loses_nothing_and_the_next_look_sends_it(tmp_path: Path) -> None:
    with a_relay() as relay:
        settings = settings_for(relay)
    assert book(tmp_path, settings).say([FAILED], NOW) == Said(new=1, sent=0, waiting=1)
    with a_relay() as back:
        again = settings.model_copy(update={"smtp_port": back.port})
        assert book(tmp_path, again).say([], NOW + HOUR) == Said(new=0, sent=1, waiting=0)
        assert book(tmp_path, again).say([], NOW + 2 * HOUR) == Said()
    assert len(back.taken) == 1
    assert len(lines_of(tmp_path)) == 1, "said once"


def test_a_relay_that_refuses_is_not_quoted(tmp_path: Path) -> None:
    with a_relay() as relay:
        relay.refuses = True
        assert book(tmp_path, settings_for(relay)).say([FAILED], NOW).waiting == 1
    assert "550" not in "".join(lines_of(tmp_path))


def test_e_mails_too_old_to_be_news_are_dropped(tmp_path: Path) -> None:
    with a_relay() as relay:
        settings = settings_for(relay)
    book(tmp_path, settings).say([FAILED], NOW)
    assert book(tmp_path, settings).say([], NOW + timedelta(days=31)).waiting == 0


def test_a_harmed_entry_is_said_anew_and_breaks_nothing(tmp_path: Path) -> None:
    book(tmp_path).say([FAILED], NOW)
    (tmp_path / "logs" / "alerts" / f"{FAILED.mark}.json").write_text("{", encoding="utf-8")
    assert book(tmp_path).say([FAILED], NOW).new == 1


def test_a_log_grown_too_long_is_laid_aside(tmp_path: Path) -> None:
    log = tmp_path / LOG
    log.write_text("x" * (LONGEST + 1), encoding="utf-8")
    append_line(log, "new")
    assert log.read_text(encoding="utf-8") == "new\n"
    assert (tmp_path / f"{LOG}.1").stat().st_size == LONGEST + 1


@pytest.mark.parametrize(
    "message",
    [
        f"{CANARY}: no such column",
        f"YJ-C-0101 {CANARY}",
        f"KeyError: {CANARY} YJ-C-0101: ",
        f"YJ-Q-9999: {CANARY}",
        f"BR-{CANARY}: it failed",
    ],
)
def test_of_what_a_step_said_nothing_but_a_known_code_is_taken_over(message: str) -> None:
    assert step_named("core_persons", message) == Step("core_persons", "")


def test_a_step_of_an_unknown_form_is_not_named() -> None:
    assert step_named(f"../{CANARY}", f"YJ-C-0101: {CANARY}") == Step("a step", "YJ-C-0101")


def test_failed_steps_are_told_in_order_the_first_five_by_name() -> None:
    steps = in_order(Step(f"core_{letter}", "") for letter in "gfedcbaa")
    told = Alert(Kind.RUN_FAILED, QUARTER, steps=steps)
    assert "Where: core_a, core_b, core_c, core_d, core_e and 2 more" in told.lines


def test_a_meeting_is_named_by_its_day() -> None:
    told = Alert(Kind.RETURN_LATE, QUARTER, due=date(2015, 3, 13))
    assert told.lines[0] == "No return has been made for the Board. It meets on 13 March 2015."
    assert told.code == "BR-922"


def test_a_password_is_never_shown() -> None:
    settings = AlertSettings(
        smtp_host="relay",
        sender="a@b",
        to="c@d",
        user="u",
        password="hush",  # noqa: S106
        security="starttls",
    )
    assert "hush" not in repr(settings) + str(settings.model_dump())


def test_a_login_in_the_open_and_a_relay_without_addresses_are_refused() -> None:
    with pytest.raises(ValidationError, match="starttls"):
        AlertSettings(smtp_host="relay", sender="a@b", to="c@d", user="u")
    with pytest.raises(ValidationError, match="BOARD_RETURNS_ALERTS_TO"):
        AlertSettings(smtp_host="relay")
