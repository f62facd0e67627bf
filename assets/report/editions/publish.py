"""Publishing a return: all its products as one version that never changes again.

What belongs here: from collected inputs to a version folder and its register rows. Everything is written beside the
versions first; one rename makes it a version, and the register's rows, written last, make it one that readers follow.
A crash between any two steps leaves nothing that anybody reads.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assets.report.editions.making import Product, Products
from assets.report.editions.table import PUBLISHABLE
from assets.report.inputs import ReturnInputs
from assets.report.versions.manifest import manifest_text
from assets.report.versions.newer import MANIFEST, after
from pipelines.platform.provenance import sha256_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ReturnVersion
from pipelines.platform.settling import MAKING, settle, sweep, sync_folder
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

BOARD = "board"


@dataclass(frozen=True)
class Published:
    """A published version, and whether this run made it.

    Attributes:
        versions: the register's entry of each edition, the Board's first.
        folder: where its products lie.
        new: False when an earlier version already says the very same.
    """

    versions: tuple[ReturnVersion, ...]
    folder: Path
    new: bool

    @property
    def board(self) -> ReturnVersion:
        """The Board's edition."""
        return self.versions[0]

    def path(self, version: ReturnVersion) -> Path:
        """Where an edition's file lies."""
        return self.folder / version.file_name


def publish_inputs(place: Workplace, quarter: Quarter, inputs: ReturnInputs, extracts: Sequence[Extract]) -> Published:
    """Publish a return as the next version, unless the last one says the same.

    What is compared is the return without what it says of the version before.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        inputs: what the return is made of.
        extracts: every extract, to tell which rows changed since the version before.

    Raises:
        ReturnRefused: a product may not be published as it is.
        QuarterBusy: another run works on the quarter.
        VersionTaken: another run has published this version meanwhile.
    """
    with place.locks.alone(quarter):
        sweep(place.returns(quarter))
        return _publish_alone(place, quarter, inputs, extracts)


def _publish_alone(place: Workplace, quarter: Quarter, inputs: ReturnInputs, extracts: Sequence[Extract]) -> Published:
    """As `publish_inputs`, the quarter being held."""
    products = Products(inputs)
    mark = products.mark()
    last = place.register.latest(quarter.slug)
    if last is None:
        return _keep(place, quarter, products, mark, 1)
    standing = _standing(place, quarter, last)
    if last.fingerprint == mark and standing:
        return Published(standing, _folder_of(place, quarter, last.version), new=False)
    restated = Products(after(place, quarter, inputs, last, extracts))
    return _keep(place, quarter, restated, mark, last.version + 1)


def _keep(place: Workplace, quarter: Quarter, products: Products, mark: str, number: int) -> Published:
    """Make the products in a folder of their own, rename it to their version, register them."""
    with _staging(place, quarter) as staged:
        made = products.make(staged, place.register.publications.shown(PUBLISHABLE.key))
        unsealed = tuple(_version(quarter, one, products.inputs, mark, number) for one in made)
        sealed = manifest_text(unsealed, products.inputs, products.withheld)
        (staged / MANIFEST).write_text(sealed, encoding="utf-8", newline="\n")
        seal = sha256_of(staged / MANIFEST)
        versions = tuple(replace(one, manifest_sha256=seal) for one in unsealed)
        settle(staged)
        target = _folder_of(place, quarter, number)
        _set_aside(target)
        staged.rename(target)
    sync_folder(target.parent)
    place.register.publish_all([(version, one.figures) for version, one in zip(versions, made, strict=True)])
    return Published(versions, target, new=True)


@contextmanager
def _staging(place: Workplace, quarter: Quarter) -> Iterator[Path]:
    """An empty folder beside the versions that no reader follows; taken away again unless it was renamed."""
    folder = place.returns(quarter) / f"{MAKING}{os.getpid()}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _version(quarter: Quarter, product: Product, inputs: ReturnInputs, mark: str, number: int) -> ReturnVersion:
    return ReturnVersion(
        quarter_slug=quarter.slug,
        edition=product.edition.key,
        version=number,
        file_name=product.path.name,
        sha256=product.sha256,
        fingerprint=mark,
        as_of=inputs.as_of,
    )


def _set_aside(target: Path) -> None:
    """Move away a version folder that a crash left behind without its register entry; nothing is deleted."""
    if target.exists():
        number = 1
        while (aside := target.with_name(f"{target.name}-unregistered-{number}")).exists():
            number += 1
        target.rename(aside)


def _folder_of(place: Workplace, quarter: Quarter, number: int) -> Path:
    """Where a version's products lie."""
    return place.returns(quarter) / f"v{number}"


def _standing(place: Workplace, quarter: Quarter, last: ReturnVersion) -> tuple[ReturnVersion, ...]:
    """Every edition of a registered version, the Board's first; none where one file is gone or harmed."""
    found = [one for one in place.register.versions(quarter.slug) if one.version == last.version]
    folder = _folder_of(place, quarter, last.version)
    paths = ((folder / one.file_name, one.sha256) for one in found)
    if not all(path.is_file() and sha256_of(path) == sha256 for path, sha256 in paths):
        return ()
    return tuple(sorted(found, key=lambda one: (one.edition != BOARD, one.edition)))
