"""The products of one version, made: each pack built once, drawn or written as the edition asks.

What belongs here: from inputs to files in a folder, and what tells one version from another. Which folder becomes a
version is in `assets.report.publish`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from assets.report.editions import editions_of
from assets.report.editions.data_tables import archive_bytes
from assets.report.editions.edition import ARCHIVE, Edition
from assets.report.inputs import ReturnInputs
from assets.report.workbook.write import workbook_bytes
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
    """

    def __init__(self, inputs: ReturnInputs) -> None:
        self.inputs = inputs
        self.editions = editions_of(inputs)
        self._packs: dict[object, tuple[ReturnInputs, Pack]] = {}

    def mark(self) -> str:
        """What two versions have in common exactly if they say the same: a fingerprint over the packs of all editions.

        An edition that follows from another one's figures has none of its own. Made of inputs that know nothing of
        the version before, the mark is the same for the same files, code and settings.
        """
        packs = [repr(self._made(one)[1]) for one in self.editions if one.decides]
        return fingerprint([self.inputs.code_version, *(one.key for one in self.editions), *packs])

    def make(self, folder: Path) -> tuple[Product, ...]:
        """Write every product into a folder.

        Args:
            folder: an empty folder that no reader follows yet.
        """
        return tuple(self._write(one, folder) for one in self.editions)

    def _write(self, edition: Edition, folder: Path) -> Product:
        inputs, pack = self._made(edition)
        path = folder / edition.file_name(inputs.quarter)
        path.write_bytes(archive_bytes(pack, inputs) if edition.ending == ARCHIVE else workbook_bytes(pack))
        figures = inputs.figures if edition.keeps_figures else inputs.figures.iloc[:0]
        return Product(edition, path, sha256_of(path), figures)

    def _made(self, edition: Edition) -> tuple[ReturnInputs, Pack]:
        """The edition's inputs and pack; editions built alike share theirs."""
        key = (edition.prepare, edition.build)
        if key not in self._packs:
            inputs = edition.prepare(self.inputs)
            self._packs[key] = inputs, edition.build(inputs)
        return self._packs[key]
