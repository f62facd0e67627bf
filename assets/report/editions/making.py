"""The products of one version, made: each pack built once, drawn or written as the edition asks.

What belongs here: from inputs to files in a folder, and what tells one version from another. Which folder becomes a
version is in `assets.report.editions.publish`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from assets.report.accessibility.checker import require_accessible
from assets.report.editions.data_tables import archive_bytes
from assets.report.editions.edition import ARCHIVE, WORKBOOK, Edition
from assets.report.editions.table import editions_of
from assets.report.inputs import ReturnInputs
from assets.report.workbook.write import workbook_bytes
from pipelines.platform.errors import ReturnRefused
from pipelines.platform.provenance import fingerprint, sha256_of
from schemas.pack import Pack


@dataclass(frozen=True)
class Product:
    """One file of a version, made.

    Attributes:
        edition: which edition it is.
        path: where it lies.
        sha256: its content.
        figures: the figures the register keeps with it; without rows where it shows another edition's.
    """

    edition: Edition
    path: Path
    sha256: str
    figures: pd.DataFrame


class Products:
    """The editions of one return, their packs built when first asked for and only once.

    Args:
        inputs: everything the return may read.

    Attributes:
        withheld: why an edition was not made, by its key.
    """

    def __init__(self, inputs: ReturnInputs) -> None:
        self.inputs = inputs
        self.editions = editions_of(inputs)
        self.withheld: dict[str, str] = {}
        self._prepared: dict[str, ReturnInputs] = {}
        self._packs: dict[str, Pack] = {}

    def mark(self) -> str:
        """What two versions have in common exactly if they say the same: a fingerprint over the packs of all editions.

        An edition that follows from another one's figures has none of its own. Made of inputs that know nothing of
        the version before, the mark is the same for the same files, code and settings.
        """
        packs = (repr(self._pack(one)) for one in self.editions if one.decides)
        return fingerprint([self.inputs.code_version, *(one.key for one in self.editions), *map(_digest, packs)])

    def make(self, folder: Path, shown: Sequence[pd.DataFrame] = ()) -> tuple[Product, ...]:
        """Write every product into a folder.

        Args:
            folder: an empty folder that no reader follows yet.
            shown: what publishable editions ever showed, of this quarter or another, oldest first; only what hides
                counts reads it, so packs built before stay as they are.

        Returns:
            The products, without those withheld.

        Raises:
            ReturnRefused: a workbook breaks an essential point of accessibility.
        """
        self.inputs = replace(self.inputs, shown_before=tuple(shown))
        return tuple(product for one in self.editions for product in self._written(one, folder))

    def _written(self, edition: Edition, folder: Path) -> tuple[Product, ...]:
        """The product of an edition; none where it was refused and the others can go without it."""
        try:
            return (self.write(edition, folder),)
        except ReturnRefused as refusal:
            if not edition.may_be_withheld:
                raise
            (folder / edition.file_name(self.inputs.quarter)).unlink(missing_ok=True)
            self.withheld[edition.key] = str(refusal)
            return ()

    def write(self, edition: Edition, folder: Path) -> Product:
        """Write one product into a folder.

        Raises:
            ReturnRefused: it breaks an essential point of accessibility, or a hidden count would be told.
        """
        inputs, pack = self.prepared(edition), self._pack(edition)
        path = folder / edition.file_name(inputs.quarter)
        path.write_bytes(archive_bytes(pack, inputs) if edition.ending == ARCHIVE else workbook_bytes(pack))
        if edition.ending == WORKBOOK:
            require_accessible(path)
        figures = inputs.figures if edition.keeps_figures else inputs.figures.iloc[:0]
        return Product(edition, path, sha256_of(path), figures)

    def prepared(self, edition: Edition) -> ReturnInputs:
        """The inputs of one edition; for the publishable one, with small counts hidden."""
        if edition.key not in self._prepared:
            self._prepared[edition.key] = edition.prepare(self.inputs)
        return self._prepared[edition.key]

    def _pack(self, edition: Edition) -> Pack:
        if edition.key not in self._packs:
            self._packs[edition.key] = edition.build(self.prepared(edition))
        return self._packs[edition.key]


def _digest(text: str) -> str:
    """A long text in short."""
    return fingerprint([text])
