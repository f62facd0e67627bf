"""Printable files of a published return: each workbook of its newest version as a PDF, where LibreOffice is installed.

What belongs here: which workbooks are printed, and where the files lie. They are made from
the published workbooks and lie beside the version, never in it: their bytes carry the time of day, a version's do not.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from assets.report.editions.edition import WORKBOOK
from pipelines.platform.errors import PermanentFault
from pipelines.platform.gate import told_plainly
from pipelines.platform.office import make_pdf, office, require_office
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace

ASSET = "out_printable"
RETURN = "out_board_return"
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
            # LibreOffice leaves a lock beside what it opens, and nothing may be put beside what is published.
            make_pdf(command, Path(shutil.copy(workbook, staged)), staged / "made")
        (staged / "made").rename(target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def printable_asset(partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """The Dagster asset of the printable files."""

    @dg.asset(
        name=ASSET,
        deps=[RETURN],
        partitions_def=partitions,
        group_name="returns",
        kinds={"pdf"},
        description="Each workbook of the newest version as a PDF for printing, beside the version. Of the "
        "sheets for looking up only the first rows are printed. Where LibreOffice is not installed nothing is made, "
        "and that is said below.",
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
