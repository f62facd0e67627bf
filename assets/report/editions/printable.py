"""Printable files of a published return: each workbook of its newest version as a PDF, where LibreOffice is installed.

What belongs here: which workbooks and which of their sheets are printed, and where the files lie. They are made from
the published workbooks and lie beside the version, never in it: their bytes carry the time of day, a version's do not.
"""

import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from assets.report.editions.edition import WORKBOOK
from assets.report.sheets.changes import IN_FULL
from assets.report.sheets.way_back import FILES, PROVENANCE, TABLES
from pipelines.platform.errors import PermanentFault
from pipelines.platform.gate import told_plainly
from pipelines.platform.office import make_pdf, office, require_office
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace

ASSET = "out_printable"
RETURN = "out_board_return"
#: Sheets of thousands of rows, to look things up in on a screen; nobody reads them on paper.
NOT_PRINTED = frozenset({"Figures", IN_FULL, PROVENANCE, TABLES, FILES})
DIRECTORY = "xl/workbook.xml"
NOT_INSTALLED = "LibreOffice is not installed here: open a workbook and print it. Nothing else is amiss."


@dataclass(frozen=True)
class Printed:
    """The printable files of a version.

    Attributes:
        version: which version.
        files: the files, by name.
        new: False when they were there already.
    """

    version: int
    files: tuple[Path, ...]
    new: bool


def print_newest(place: Workplace, quarter: Quarter) -> Printed:
    """Make the printable files of the newest version, unless they are there.

    Raises:
        PermanentFault: the quarter has no version, or LibreOffice is not installed.
        QuarterBusy: a run works on the quarter.
        PassingFault: LibreOffice did not make one of them.
    """
    version = place.register.latest(quarter.slug)
    if version is None:
        raise PermanentFault(
            "BR-803",
            f"There is no return of {quarter.label} to print.",
            "Run the job quarterly_return for the quarter first.",
        )
    target = place.returns(quarter) / f"v{version.version}-printable"
    if target.is_dir():
        return Printed(version.version, tuple(sorted(target.iterdir())), new=False)
    names = [one.file_name for one in place.register.versions(quarter.slug) if one.version == version.version]
    workbooks = [place.returns(quarter) / f"v{version.version}" / name for name in sorted(names)]
    with place.locks.alone(quarter):
        _print(require_office(), [path for path in workbooks if path.suffix == f".{WORKBOOK}"], target)
    return Printed(version.version, tuple(sorted(target.iterdir())), new=True)


def _print(command: str, workbooks: list[Path], target: Path) -> None:
    """Print each workbook, one after the other, into a folder that gets its name when all are there."""
    staged = target.with_name(f".printing-{os.getpid()}")
    shutil.rmtree(staged, ignore_errors=True)
    (staged / "made").mkdir(parents=True)
    try:
        for workbook in workbooks:
            copy = staged / workbook.name
            without_look_up(workbook, copy)
            make_pdf(command, copy, staged / "made")
        (staged / "made").rename(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def without_look_up(workbook: Path, copy: Path) -> None:
    """Copy a workbook with the sheets that are not printed hidden; LibreOffice prints no hidden sheet.

    Args:
        workbook: the published workbook; it is only read.
        copy: where the copy goes.
    """
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            part = source.read(name)
            made.writestr(name, _hidden(part.decode()).encode() if name == DIRECTORY else part)


def _hidden(directory: str) -> str:
    """The workbook's list of sheets with those not printed marked as hidden."""
    names = "|".join(sorted(map(re.escape, NOT_PRINTED)))
    return re.sub(rf'<sheet name="({names})"', r'<sheet name="\1" state="hidden"', directory)


def printable_asset(partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """The Dagster asset of the printable files."""

    @dg.asset(
        name=ASSET,
        deps=[RETURN],
        partitions_def=partitions,
        group_name="returns",
        kinds={"pdf"},
        description="Each workbook of the newest version as a PDF for printing, beside the version. The long sheet "
        "Figures is not printed. Where LibreOffice is not installed nothing is made, and that is said below.",
    )
    def printable(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.MaterializeResult[None]]:
        """The printable files, made where LibreOffice is installed."""
        quarter = Quarter.from_key(context.partition_key)
        with told_plainly():
            workplace.locks.hold(quarter)
            yield dg.MaterializeResult(metadata=_metadata(workplace, quarter))

    return printable


def _metadata(place: Workplace, quarter: Quarter) -> dict[str, dg.MetadataValue]:
    """Where the files lie, or why there are none."""
    if office() is None:
        return {"printable files": dg.MetadataValue.text(NOT_INSTALLED)}
    printed = print_newest(place, quarter)
    files = {path.stem: dg.MetadataValue.path(str(path)) for path in printed.files}
    return {"quarter": dg.MetadataValue.text(quarter.label), "version": dg.MetadataValue.int(printed.version), **files}
