"""Files put back: of two versions of an extract, the earlier lies in the folder and the later does not.

What belongs here: knowing them. An officer who dropped a wrong file and then the right one again means the right one,
though it came first; where both lie there, the later counts, and where neither does, what was received stays received.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

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
    accepted = [file for file in received if file.status == ACCEPTED]
    there = [file for file in accepted if file.sha256 in lying]
    return [file for file in there if _is_put_back(file, accepted, there)]


def _is_put_back(file: ReceivedFile, accepted: Sequence[ReceivedFile], there: Sequence[ReceivedFile]) -> bool:
    """Whether a newer file of one of its extracts was received, and none lies there."""
    return any(_newer(file, accepted)) and not any(_newer(file, there))


def _newer(file: ReceivedFile, others: Sequence[ReceivedFile]) -> Iterator[bool]:
    names = REPLACED.intersection(file.extracts)
    return (other.batch > file.batch and not names.isdisjoint(other.extracts) for other in others)
