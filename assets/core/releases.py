"""Releases of one publication: each row told which release it is of, the newest in force.

A release is known by its content (first 12 digits of the file's SHA-256). Releases are never merged: whoever reads a
core table of releases asks for `release_no = 1`, or compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from pipelines.platform.register.records import ReceivedFile
from schemas.extract import RELEASE, ContractReport, Extract, Fault
from schemas.rules import file_fault
from schemas.watch_rules import EARLIER_RELEASE

KEY_LENGTH = 12


def told_apart(report: ContractReport, extract: Extract, files: Sequence[ReceivedFile]) -> ContractReport:
    """The report with each kept row told its release, and a notice of each release that is not in force.

    Args:
        report: what the contract said of the rows of all releases.
        extract: what they are; one that does not arrive in releases is left as it is.
        files: the releases, in order of arrival.
    """
    if extract.arrives != "releases":
        return report
    newest_first = _newest_first(report.kept, extract, files)
    kept = with_release(report.kept, newest_first)
    return replace(report, kept=kept, faults=(*_earlier(extract, newest_first[1:]), *report.faults))


def with_release(frame: pd.DataFrame, newest_first: Sequence[ReceivedFile] = ()) -> pd.DataFrame:
    """The frame with its release columns last (`schemas.extract.RELEASE`).

    Args:
        frame: rows with their origin.
        newest_first: the releases they are of.
    """
    key, number = RELEASE
    numbers = {file.sha256: place for place, file in enumerate(newest_first, start=1)}
    told = frame.copy()
    told[key] = frame["file_sha256"].astype("string").str.slice(0, KEY_LENGTH)
    told[number] = frame["file_sha256"].map(numbers).astype("Int64")
    return told


def _newest_first(frame: pd.DataFrame, extract: Extract, files: Sequence[ReceivedFile]) -> list[ReceivedFile]:
    """The releases by the newest period they cover, then by arrival, the last to arrive first."""
    newest = frame.dropna(subset=[extract.newest_by]).groupby("file_sha256")[extract.newest_by].max()
    ranks = {value: rank for rank, value in enumerate(sorted(set(newest)), start=1)}
    covered = {str(sha256): ranks[value] for sha256, value in newest.items()}
    arrived = sorted(enumerate(files), key=lambda each: (covered.get(each[1].sha256, 0), each[0]), reverse=True)
    return [file for _, file in arrived]


def _earlier(extract: Extract, files: Sequence[ReceivedFile]) -> list[Fault]:
    """One notice a release that is not in force."""
    return [file_fault(EARLIER_RELEASE, extract, file_name=file.file_name, file_sha256=file.sha256) for file in files]
