"""From the inbox to the store and the register: each dropped file kept by content, judged, and entered once.

The inbox is never changed. What the rows of a file say is not looked at here beyond finding its header.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assets.raw.judgement import Judgement, judge
from assets.raw.put_back import put_back
from assets.raw.refusal import TWICE
from assets.raw.store import content_of, keep, stored_path
from pipelines.platform.errors import PassingFault
from pipelines.platform.register.records import ACCEPTED, ReceivedFile
from schemas.extract import Extract
from schemas.file_rules import FOLDER, NO_FILE, OTHER_QUARTER, PUT_BACK
from schemas.naming import shown_name
from schemas.rules import file_fault

if TYPE_CHECKING:
    from pipelines.platform.quarters import Quarter
    from pipelines.platform.register.store import Register

REFUSED = "refused"
REPEATED = "repeated"
NOT_LOOKED_INTO = "not looked into"
#: Files looked at side by side.
_AT_ONCE = 2
#: Files that other programs leave in a folder for themselves.
_OWN_MARKS = (".", "~$")
_UNFINISHED = (".tmp", ".part", ".crdownload")


def receive_inbox(
    inbox: Path, received_dir: Path, quarter: Quarter, register: Register, extracts: Sequence[Extract]
) -> list[ReceivedFile]:
    """Receive whatever is new in a quarter's inbox; a second call changes nothing.

    Args:
        inbox: the quarter's inbox folder.
        received_dir: where received files are kept by content.
        quarter: the data quarter.
        register: where they are entered; files of one pass share a batch.
        extracts: every extract a file could be.

    Returns:
        Every file registered for the quarter, in order of arrival, then one record (status `REPEATED`, not
        registered) for each file in the inbox whose content lies there under another name too, and one (status
        `NOT_LOOKED_INTO`, not registered) for each folder, link or pipe in it.

    Raises:
        PassingFault: a file cannot be opened just now; the others have been received.
    """
    known = {file.sha256: file for file in register.received(quarter.slug)}
    entries, locked = _entries(inbox, received_dir, quarter, extracts, known)
    first = {entry.sha256: entry for entry in reversed(entries)}
    batch = register.next_batch()
    for entry in entries:
        if entry is first[entry.sha256] and _is_news(entry, known.get(entry.sha256)):
            register.receive(replace(entry, batch=batch))
    _refuse_to_go_on(locked)
    _count_again(register, quarter, {entry.sha256 for entry in entries}, batch)
    repeated = [_repetition(entry) for entry in entries if entry is not first[entry.sha256]]
    return [*register.received(quarter.slug), *repeated, *_not_looked_into(inbox, quarter)]


def _count_again(register: Register, quarter: Quarter, lying: Collection[str], batch: int) -> None:
    """Enter anew the earlier files that were put back, with a notice where they have none yet."""
    for file in put_back(register.received(quarter.slug), lying):
        fault = file_fault(PUT_BACK, file_name=file.file_name, file_sha256=file.sha256)
        told = file if file.code else replace(file, code=PUT_BACK, message=f"{fault.message} {fault.fix}")
        register.receive(replace(told, batch=batch), anew=True)


def _entries(
    inbox: Path,
    received_dir: Path,
    quarter: Quarter,
    extracts: Sequence[Extract],
    known: Mapping[str, ReceivedFile],
) -> tuple[list[ReceivedFile], int]:
    """One entry a file of the inbox, in order of name, and how many could not be opened."""

    def entry(path: Path) -> ReceivedFile | None:
        """The file's entry; None where it cannot be opened just now."""
        try:
            return _received(path, received_dir, quarter, extracts, known)
        except OSError:
            return None

    # Workbooks are read by processes of their own, which one thread would only wait for.
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = list(pool.map(entry, dropped_files(inbox)))
    return [one for one in found if one is not None], found.count(None)


def _received(
    path: Path,
    received_dir: Path,
    quarter: Quarter,
    extracts: Sequence[Extract],
    known: Mapping[str, ReceivedFile],
) -> ReceivedFile:
    """One file, kept and judged; one that was accepted before, or is of another quarter, is not read again.

    Raises:
        OSError: the file cannot be opened.
    """
    sha256 = _kept(path, received_dir)
    before = known.get(sha256)
    if before is not None and (before.status == ACCEPTED or before.code == OTHER_QUARTER):
        return replace(before, file_name=shown_name(path.name))
    return _entry(path, sha256, quarter, judge(stored_path(received_dir, sha256), tuple(extracts)))


def dropped_files(inbox: Path) -> Iterator[Path]:
    """The files of the folder that somebody put there, by name.

    Args:
        inbox: a quarter's inbox folder.
    """
    for path in _lying(inbox):
        if _is_plain_file(path) and path.suffix.lower() not in _UNFINISHED:
            yield path


def _lying(inbox: Path) -> list[Path]:
    """Whatever somebody put into the folder, by name; what programs leave there for themselves is left out."""
    lying = sorted(inbox.iterdir()) if inbox.is_dir() else []
    return [path for path in lying if not is_programs_own(path)]


def is_programs_own(path: Path) -> bool:
    """True for a file that a program keeps for itself beside the one it shows.

    Args:
        path: something that lies in the inbox.
    """
    return path.name.startswith(_OWN_MARKS)


def _is_plain_file(path: Path) -> bool:
    """True for a file with content of its own: a link may lead anywhere, and a pipe is waited for without end."""
    return path.is_file() and not path.is_symlink()


def _not_looked_into(inbox: Path, quarter: Quarter) -> list[ReceivedFile]:
    """A record of each folder, link, pipe or device in the inbox: nothing of it is received, which must be said."""
    return [_passed_over(path, quarter) for path in _lying(inbox) if not _is_plain_file(path)]


def _passed_over(path: Path, quarter: Quarter) -> ReceivedFile:
    """The record of something in the inbox that is no file of its own."""
    code = FOLDER if path.is_dir() and not path.is_symlink() else NO_FILE
    fault = file_fault(code)
    message = f"{fault.message} {fault.fix}"
    return ReceivedFile("", quarter.slug, shown_name(path.name), 0, status=NOT_LOOKED_INTO, code=code, message=message)


def _kept(path: Path, received_dir: Path) -> str:
    """The content's SHA-256, the content being in the store."""
    sha256 = content_of(path)
    return sha256 if stored_path(received_dir, sha256).is_file() else keep(path, received_dir)


def _refuse_to_go_on(locked: int) -> None:
    """Say that some files could not be opened, once the others are received."""
    if locked:
        raise PassingFault(
            "BR-121",
            f"{locked} of the files in the inbox cannot be opened just now.",
            "Close them in other programs, check who may read them, then run again.",
        )


def _entry(path: Path, sha256: str, quarter: Quarter, judged: Judgement) -> ReceivedFile:
    """A file's entry in the register, by how its content was judged."""
    return ReceivedFile(
        sha256=sha256,
        quarter_slug=quarter.slug,
        file_name=shown_name(path.name),
        size_bytes=path.stat().st_size,
        extract=",".join(judged.extracts) or None,
        status=ACCEPTED if judged.extracts else REFUSED,
        code=judged.code,
        message=judged.message,
        sheet_count=judged.sheet_count,
        row_count=judged.row_count,
    )


def _is_news(entry: ReceivedFile, known: ReceivedFile | None) -> bool:
    """True when the register does not say this of the content yet."""
    if known is None:
        return True
    return (entry.extract, entry.status, entry.message) != (known.extract, known.status, known.message)


def _repetition(entry: ReceivedFile) -> ReceivedFile:
    """The record of a file whose content lies in the inbox under another name too."""
    fault = file_fault(TWICE, file_name=entry.file_name, file_sha256=entry.sha256)
    return replace(entry, status=REPEATED, code=TWICE, message=f"{fault.message} {fault.fix}")
