"""The drop sensor: whatever is dropped for a quarter is checked at once.

What belongs here: from all folders of the inbox to the checks that are asked for. What one look at one folder means is
in `pipelines.sensors.looking`.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import dagster as dg

from assets.raw.receive import is_programs_own
from pipelines.jobs import CHECK_EXTRACTS
from pipelines.platform.due import newest_closed
from pipelines.platform.partitions import TIMEZONE, tags_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace
from pipelines.sensors.looking import LETTERS, Seen, cursor_of, glance, look, memory_of
from pipelines.sensors.status import default_status

NAME = "dropped_files"
#: Less than the five seconds of the daemon's own round, so that no round is passed over.
EVERY_SECONDS = 3
#: A folder that has changed is looked at again after so many seconds, at once: what still arrives has changed by then.
LINGER_SECONDS = 2.0


@dataclass(frozen=True)
class Answer:
    """What one look at the whole inbox came to.

    Attributes:
        requests: the checks asked for, the oldest quarter first.
        reasons: one sentence for each folder of which something is to be said.
        cursor: what is to be remembered.
    """

    requests: tuple[dg.RunRequest, ...]
    reasons: tuple[str, ...]
    cursor: str


def drop_answer(
    place: Workplace, cursor: str | None, today: date, linger: Callable[[], object] | None = None
) -> Answer:
    """Look at every folder of the inbox.

    Args:
        place: the service's workplace.
        cursor: what the look before left to remember.
        today: the day of the look: a quarter that is not over is not checked yet.
        linger: waits a moment, once for all folders, so that what rests is known at once; None to leave it to the
            next look.
    """
    first, newest = Quarter.containing(place.service.history_from), newest_closed(today)
    quarters = _quarters(place)
    watched = [quarter for quarter in quarters if first <= quarter <= newest]
    memory = memory_of(cursor)
    seen = {quarter: memory.get(quarter.slug, Seen()) for quarter in watched}
    if linger is not None:
        seen = _glanced(place, seen, linger)
    looks = {quarter.slug: look(place, quarter, before) for quarter, before in seen.items()}
    reasons = list(_astray(place))
    lying = [one for one in quarters if one not in seen and any((place.settings.inbox / one.slug).iterdir())]
    reasons += [_not_yet(quarter, newest) for quarter in lying]
    reasons += [one.why for one in looks.values() if one.why]
    requests = [_request(slug, one.seen) for slug, one in looks.items() if one.wanted]
    return Answer(tuple(requests), tuple(reasons), cursor_of({slug: one.seen for slug, one in looks.items()}))


def _glanced(place: Workplace, seen: Mapping[Quarter, Seen], linger: Callable[[], object]) -> dict[Quarter, Seen]:
    """What is remembered after a glance at every folder and, where one has changed, a moment's waiting."""
    glanced = {quarter: glance(place, quarter, before) for quarter, before in seen.items()}
    if glanced != seen:
        linger()
    return glanced


def _request(slug: str, seen: Seen) -> dg.RunRequest:
    """The check of a quarter; its key is the same for the same contents at the same time of asking."""
    content = hashlib.sha256("".join(seen.contents).encode()).hexdigest()[:LETTERS]
    quarter = Quarter.from_label(slug)
    return dg.RunRequest(run_key=f"{slug}:{seen.asked}:{content}", partition_key=quarter.key, tags=tags_of(quarter.key))


def _quarters(place: Workplace) -> list[Quarter]:
    """Every quarter that has a folder in the inbox, in the order of time."""
    inbox = place.settings.inbox
    folders = [path.name for path in inbox.iterdir() if path.is_dir()] if inbox.is_dir() else []
    return sorted(quarter for name in folders if (quarter := _quarter_of(name)) is not None)


def _quarter_of(name: str) -> Quarter | None:
    """The quarter whose folder has that name; None for any other folder."""
    try:
        quarter = Quarter.from_label(name)
    except ValueError:
        return None
    return quarter if quarter.slug == name else None


def _astray(place: Workplace) -> Iterator[str]:
    """What lies in the inbox and in no quarter's folder, which nobody would ever look at; names are not repeated."""
    inbox = place.settings.inbox
    lying = [path for path in inbox.iterdir() if not is_programs_own(path)] if inbox.is_dir() else []
    astray = [path for path in lying if not path.is_dir() or _quarter_of(path.name) is None]
    if astray:
        yield (
            f"{len(astray)} files or folders lie in the inbox and in no quarter's folder, so nobody looks at them. A "
            f"quarter's folder is called like {Quarter(2014, 3).slug}."
        )


def _not_yet(quarter: Quarter, newest: Quarter) -> str:
    """Why a quarter's files are not looked at."""
    if quarter > newest:
        return f"{quarter.label} is not over yet; what lies there is checked when it is."
    return f"{quarter.label} lies before the service's history, so what lies there is not checked."


def drop_sensor(place: Workplace) -> dg.SensorDefinition:
    """The sensor that looks at the inbox.

    Args:
        place: the service's workplace.
    """

    @dg.sensor(
        name=NAME,
        job_name=CHECK_EXTRACTS,
        minimum_interval_seconds=EVERY_SECONDS,
        default_status=default_status(place),
        description="Checks a quarter as soon as a file of new content lies whole in its inbox folder. The same "
        "content again is left alone, and so are files that a program keeps for itself (~$, .tmp, .part).",
    )
    def dropped_files(context: dg.SensorEvaluationContext) -> dg.SensorResult:
        """The checks of whatever has come."""
        today = datetime.now(UTC).astimezone(ZoneInfo(TIMEZONE)).date()
        answer = drop_answer(place, context.cursor, today, partial(time.sleep, LINGER_SECONDS))
        told = " ".join(answer.reasons) or "Nothing has been dropped since the last look."
        if answer.requests:
            context.log.info(told)
            return dg.SensorResult(run_requests=answer.requests, cursor=answer.cursor)
        return dg.SensorResult(skip_reason=told, cursor=answer.cursor)

    return dropped_files
