"""Looking at one quarter's inbox folder: has anything new come, and has it come whole?

What belongs here: what is remembered between two looks, and what one look comes to. Nothing is received here, and
nothing is remembered but hashes: the memory is shown in Dagster's pages.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from assets.raw.put_back import put_back
from assets.raw.receive import dropped_files
from assets.raw.store import content_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace

#: Letters of a hash that are remembered: enough that no two contents of one quarter share them.
LETTERS = 16


@dataclass(frozen=True)
class Seen:
    """What is remembered of one quarter's folder.

    Attributes:
        looked: mark of what lay there at the last look: names, sizes, times.
        settled: mark of what lay there when its contents were last read; "" before the first time.
        contents: mark of each content that lay there then, sorted.
        asked: how many checks have been asked for.
    """

    looked: str = ""
    settled: str = ""
    contents: tuple[str, ...] = ()
    asked: int = 0


@dataclass(frozen=True)
class Look:
    """What one look at a quarter's folder came to.

    Attributes:
        seen: what is to be remembered.
        wanted: whether the quarter is to be checked.
        why: one sentence: why it is, or why not; "" where nothing has happened.
    """

    seen: Seen
    wanted: bool = False
    why: str = ""


def glance(place: Workplace, quarter: Quarter, before: Seen) -> Seen:
    """What is remembered of a quarter's folder after a look at its names, sizes and times alone.

    Args:
        place: the service's workplace.
        quarter: the quarter.
        before: what the look before left to remember.
    """
    try:
        mark = _mark_of(list(dropped_files(place.settings.inbox / quarter.slug)))
    except OSError:
        return before
    return before if mark == before.settled else replace(before, looked=mark)


def look(place: Workplace, quarter: Quarter, before: Seen) -> Look:
    """Look at a quarter's folder: it is read when two looks running have found it the same.

    Args:
        place: the service's workplace.
        quarter: the quarter.
        before: what the look before left to remember.
    """
    try:
        files = list(dropped_files(place.settings.inbox / quarter.slug))
        mark = _mark_of(files)
        if mark == before.settled:
            return Look(replace(before, looked=mark))
        if mark != before.looked:
            return Look(replace(before, looked=mark), why=f"{quarter.label}: files are arriving; looked at again soon.")
        contents = [content_of(path) for path in files]
    except OSError:
        return Look(before, why=f"{quarter.label}: a file cannot be opened yet; looked at again soon.")
    marks = tuple(sorted({content[:LETTERS] for content in contents}))
    return _told(place, quarter, before, Seen(mark, mark, marks, before.asked), contents)


def _mark_of(files: Sequence[Path]) -> str:
    """A mark of the files' names, sizes and times; it changes while one of them is being copied."""
    about = ((path.name, path.stat()) for path in files)
    lines = [f"{name}/{stat.st_size}/{stat.st_mtime_ns}" for name, stat in about]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()[:LETTERS]


def _told(place: Workplace, quarter: Quarter, before: Seen, now: Seen, contents: Sequence[str]) -> Look:
    """What the contents of a folder that has come to rest mean."""
    received = place.register.received(quarter.slug)
    known = set(before.contents) if before.settled else {file.sha256[:LETTERS] for file in received}
    news = sorted(set(now.contents) - known)
    asked = replace(now, asked=before.asked + 1)
    if news:
        return Look(asked, wanted=True, why=f"{quarter.label}: {_files(len(news))} of new content; checked now.")
    if put_back(received, contents):
        return Look(asked, wanted=True, why=f"{quarter.label}: an earlier file counts again; checked now.")
    if set(before.contents) - set(now.contents) and _is_red(place, quarter):
        return Look(asked, wanted=True, why=f"{quarter.label}: a file was taken out of a red quarter; checked again.")
    if len(contents) > len(now.contents) or len(now.contents) >= len(before.contents):
        return Look(now, why=f"{quarter.label}: what was dropped is there or was received already; nothing to check.")
    return Look(now, why=f"{quarter.label}: a file was taken out; what was received stays received.")


def _is_red(place: Workplace, quarter: Quarter) -> bool:
    """Whether anything of the quarter did not pass the last time it was checked."""
    return not all(verdict.passed for verdict in place.register.verdicts(quarter.slug))


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def memory_of(cursor: str | None) -> dict[str, Seen]:
    """What is remembered of each quarter, by its name; nothing where the memory is empty or not readable."""
    try:
        held: Mapping[str, Mapping[str, str | int | Sequence[str]]] = json.loads(cursor or "{}")
        return {slug: _seen(one) for slug, one in held.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _seen(one: Mapping[str, str | int | Sequence[str]]) -> Seen:
    contents, asked = one["contents"], one["asked"]
    if not isinstance(contents, list) or not isinstance(asked, int):
        raise TypeError
    return Seen(str(one["looked"]), str(one["settled"]), tuple(map(str, contents)), asked)


def cursor_of(memory: Mapping[str, Seen]) -> str:
    """The memory as text, the same for the same memory."""
    return json.dumps({slug: asdict(memory[slug]) for slug in sorted(memory)}, separators=(",", ":"))
