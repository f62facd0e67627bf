"""Whether every published file is still what was published: against its manifest, and both against the register.

What belongs here: looking and telling; nothing is mended or moved. Folders that no reader follows (a run going on, what
a broken run left, printable copies) are told or passed over, and are no fault.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.report.versions.newer import MANIFEST
from pipelines.platform.provenance import sha256_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.workplace import Workplace

_VERSION = re.compile(r"v([1-9]\d*)")
_PASSED_OVER = re.compile(r"v[1-9]\d*-printable")
_LEFT = re.compile(r"\.(making|printing)-.+|v[1-9]\d*-unregistered-\d+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verifying found.

    Attributes:
        place: quarter and version, e.g. "2014-15 Q3 version 2".
        words: what is wrong, a sentence.
        is_fault: False for what is only worth knowing.
    """

    place: str
    words: str
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying came to.

    Attributes:
        versions: how many versions were looked at.
        files: how many published files, manifests included.
        findings: what was found, in the order of quarters and versions.
    """

    versions: int
    files: int
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is altered, missing or too many."""
        return not any(one.is_fault for one in self.findings)


def verify(place: Workplace, quarter: Quarter | None = None) -> Verified:
    """Look at every published file of a quarter, or of all.

    Args:
        place: the service's workplace.
        quarter: the quarter; None for all that the register or the folder of returns knows.
    """
    slugs = [quarter.slug] if quarter else place.register.publications.quarters()
    findings = [] if quarter else list(_strange(place.settings.returns, slugs))
    versions = files = 0
    for slug in slugs:
        kept = _by_number(place.register.versions(slug))
        folder = place.settings.returns / slug
        findings += _gaps(slug, kept)
        for number, editions in kept.items():
            findings += _version(folder / f"v{number}", editions)
        findings += _unknown(folder, slug, kept)
        versions += len(kept)
        files += sum(len(editions) + 1 for editions in kept.values())
    return Verified(versions, files, tuple(findings))


def _by_number(versions: Iterable[ReturnVersion]) -> dict[int, list[ReturnVersion]]:
    """Editions by version, oldest version first."""
    kept: dict[int, list[ReturnVersion]] = {}
    for one in sorted(versions, key=lambda version: (version.version, version.edition)):
        kept.setdefault(one.version, []).append(one)
    return kept


def _name(slug: str, number: int | None = None) -> str:
    """A quarter, or a version of it, in words."""
    return slug.replace("-Q", " Q") + ("" if number is None else f" version {number}")


def _strange(returns: Path, slugs: Sequence[str]) -> Iterator[Finding]:
    """What lies among the quarters' folders and is none of them."""
    for path in sorted(returns.iterdir()) if returns.is_dir() else ():
        if path.name not in slugs and _holds_something(path):
            yield Finding(path.name, "Lies in the folder of returns, and the register knows no return of that name.")


def _holds_something(path: Path) -> bool:
    return not path.is_dir() or any(path.iterdir())


def _gaps(slug: str, kept: dict[int, list[ReturnVersion]]) -> Iterator[Finding]:
    """Numbers that the register passes over: versions are only ever added."""
    for number in range(1, max(kept, default=0)):
        if number not in kept:
            yield Finding(_name(slug, number), "The register no longer knows this version.")


def _unknown(folder: Path, slug: str, kept: dict[int, list[ReturnVersion]]) -> Iterator[Finding]:
    """What lies in a quarter's folder and is no registered version."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = _VERSION.fullmatch(path.name)
        if (match and int(match[1]) in kept) or _PASSED_OVER.fullmatch(path.name):
            continue
        if _LEFT.fullmatch(path.name):
            yield Finding(_name(slug), f"{path.name} is what a run left or is making: no reader follows it.", False)
        else:
            yield Finding(_name(slug), f"{path.name} lies beside the versions, and the register does not know it.")


def _version(folder: Path, editions: Sequence[ReturnVersion]) -> Iterator[Finding]:
    """What is wrong with one version's folder."""
    place = _name(editions[0].quarter_slug, editions[0].version)
    if not folder.is_dir() or folder.is_symlink():
        yield Finding(place, f"The folder {folder.name} is missing.")
        return
    for one in editions:
        yield from (Finding(place, words) for words in _file(folder / one.file_name, one.sha256))
    yield from (Finding(place, words) for words in _manifest(folder / MANIFEST, editions))
    known = {MANIFEST, *(one.file_name for one in editions)}
    for path in sorted(folder.iterdir()):
        if path.name not in known:
            yield Finding(place, f"{path.name} was not published with this version.")


def _file(path: Path, sha256: str) -> Iterator[str]:
    """What is wrong with one file."""
    if path.is_symlink() or not path.is_file():
        yield f"{path.name} is missing."
    elif sha256_of(path) != sha256:
        yield f"{path.name} is not what was published: its SHA-256 is another one."


def _manifest(path: Path, editions: Sequence[ReturnVersion]) -> Iterator[str]:
    """What is wrong with a version's manifest: altered as a whole, or at odds with the register."""
    if path.is_symlink() or not path.is_file():
        yield f"{path.name} is missing."
        return
    seal = editions[0].manifest_sha256
    if seal and sha256_of(path) != seal:
        yield f"{path.name} is not what was published: its SHA-256 is another one."
    said = _content(path)
    if said is None:
        yield f"{path.name} cannot be read."
    else:
        yield from (f"{path.name} and the register differ on {what}." for what in _odds(said, editions))


def _content(path: Path) -> dict[str, Any] | None:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _odds(said: dict[str, Any], editions: Sequence[ReturnVersion]) -> Iterator[str]:
    """What manifest and register do not agree on."""
    first = editions[0]
    known = {
        "the quarter": (said.get("quarter"), _name(first.quarter_slug)),
        "the version": (said.get("version"), first.version),
        "the day of the figures": (said.get("figures_as_at"), first.as_of.isoformat()),
        "the files and their checksums": (said.get("files"), {one.file_name: one.sha256 for one in editions}),
    }
    return (what for what, (told, kept) in known.items() if told != kept)
