"""Files put back: of two versions of an extract, the earlier lies in the folder and the later does not.

What belongs here: knowing them. An officer who dropped a wrong file and then the right one again means the right one,
though it came first; where both lie there, the later counts, and where neither does, what was received stays received.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from pipelines.platform.register.records import ACCEPTED, ReceivedFile
from schemas.catalogue import EXTRACTS

#: Extracts of which a newer file takes the place of the one before.
REPLACED = frozenset(one.name for one in EXTRACTS if one.arrives == "whole")


def put_back(received: Sequence[ReceivedFile], lying: Collection[str]) -> list[ReceivedFile]:
    """The earlier files that count again, in order of arrival.

    A workbook of several extracts counts again only where no newer file of any of them lies there.

    Args:
        received: every file registered for a quarter.
        lying: the SHA-256 of each file that lies in its folder.
    """
    there = [file for file in received if file.status == ACCEPTED and file.sha256 in lying]
    return [file for file in there if replaced(file, received) and not replaced(file, there)]


def replaced(file: ReceivedFile, others: Iterable[ReceivedFile]) -> bool:
    """Whether a newer file of one of its extracts is among others that were accepted.

    Args:
        file: a received file.
        others: files of the same quarter; those that were not accepted take nobody's place.
    """
    names = REPLACED.intersection(file.extracts)
    newer = (one for one in others if one.status == ACCEPTED and one.batch > file.batch)
    return any(not names.isdisjoint(one.extracts) for one in newer)
