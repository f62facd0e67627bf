"""What has been said and what waits to be sent: one line in the log, one small file for each alert.

What belongs here: saying an alert once, keeping it until the relay has taken it, and forgetting old ones. It needs
neither Dagster nor the register, so that it works while both are down.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipelines.alerts.alert import Alert
from pipelines.alerts.mail import message_of, send
from pipelines.platform.alert_settings import AlertSettings

LOG = "alerts.log"
#: Bytes after which a new log is begun, and how many old ones are kept.
LONGEST, OLD_LOGS = 1 << 20, 5
#: An e-mail that the relay has not taken for so long is news no more; what was said is forgotten after the same time.
KEPT = timedelta(days=30)
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600


@dataclass(frozen=True)
class Entry:
    """An alert as the book keeps it.

    Attributes:
        said: when it was last said (ISO, UTC).
        sent: whether nothing is left to be sent.
        subject: the e-mail's subject.
        body: the e-mail's text.
    """

    said: str
    sent: bool
    subject: str
    body: str

    @property
    def said_at(self) -> datetime:
        """When it was last said."""
        return datetime.fromisoformat(self.said)


@dataclass(frozen=True)
class Said:
    """What came of saying: how many alerts were new, how many e-mails were sent, how many wait."""

    new: int = 0
    sent: int = 0
    waiting: int = 0


class AlertBook:
    """The alerts of one installation.

    Args:
        folder: where the log lies; made if missing, for its owner only.
        settings: whom e-mails go to.
        again_after: how long the same alert is not repeated.
    """

    def __init__(self, folder: Path, settings: AlertSettings, again_after: timedelta) -> None:
        self._folder = folder
        self._settings = settings
        self._again_after = again_after

    def say(self, alerts: Iterable[Alert], now: datetime) -> Said:
        """Say what was not said of late, and send what waits, older e-mails first.

        The line is written before anything else, so that an alert that cannot be sent is not lost.

        Args:
            alerts: what is amiss.
            now: the present moment, with its zone.
        """
        self._make_folders()
        new = [alert for alert in alerts if self._is_news(alert, now)]
        for alert in new:
            append_line(self._folder / LOG, " | ".join([_stamp(now), *alert.lines]))
            self._keep(alert.mark, Entry(_stamp(now), not self._settings.wanted, alert.subject, alert.body))
        sent = self._send_waiting(now)
        self._forget_old(now)
        return Said(len(new), sent, sum(1 for _, entry in self._entries() if not entry.sent))

    def _make_folders(self) -> None:
        for folder in (self._folder, self._folder / "alerts"):
            folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)

    def _is_news(self, alert: Alert, now: datetime) -> bool:
        before = _read(self._path(alert.mark))
        return before is None or now - before.said_at >= self._again_after

    def _send_waiting(self, now: datetime) -> int:
        """Send what waits; the first refusal ends it, for the relay is down."""
        sent = 0
        waiting = [(mark, entry) for mark, entry in self._entries() if not entry.sent]
        for mark, entry in sorted(waiting, key=lambda item: (item[1].said, item[0])):
            if not self._settings.wanted or not send(
                self._settings, message_of(self._settings, entry.subject, entry.body, now)
            ):
                break
            self._keep(mark, replace(entry, sent=True))
            sent += 1
        return sent

    def _forget_old(self, now: datetime) -> None:
        for mark, entry in self._entries():
            if now - entry.said_at > KEPT:
                self._path(mark).unlink(missing_ok=True)

    def _path(self, mark: str) -> Path:
        return self._folder / "alerts" / f"{mark}.json"

    def _keep(self, mark: str, entry: Entry) -> None:
        """Write an entry, whole or not at all."""
        path = self._path(mark)
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_text(json.dumps(asdict(entry)), encoding="utf-8")
        temporary.chmod(_PRIVATE_FILE)
        temporary.replace(path)

    def _entries(self) -> Iterator[tuple[str, Entry]]:
        for path in sorted((self._folder / "alerts").glob("*.json")):
            entry = _read(path)
            if entry is not None:
                yield path.stem, entry


def _read(path: Path) -> Entry | None:
    """An entry; None where there is none, or none that can be read: it is then said anew."""
    try:
        entry = Entry(**json.loads(path.read_text(encoding="utf-8")))
        zoned = entry.said_at.tzinfo is not None
    except (OSError, ValueError, TypeError):
        return None
    return entry if zoned else None


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")


def append_line(path: Path, line: str) -> None:
    """Add a line to a log that only its owner may read; a log grown too long becomes an old one.

    Args:
        path: the log.
        line: the line, without its end.
    """
    if path.exists() and path.stat().st_size > LONGEST:
        for number in range(OLD_LOGS, 0, -1):
            older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
            if older.exists():
                older.replace(path.with_name(f"{path.name}.{number}"))
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _PRIVATE_FILE)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as log:
        log.write(f"{line}\n")
