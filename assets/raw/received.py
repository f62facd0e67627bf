"""The raw tables: what was dropped, received by content and laid out as text, one row per row of the file.

Receiving one file, reading it and knowing it by its headers are in the modules beside this one; here they are put
together for a quarter, and shown to Dagster.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pandas as pd

from assets.raw.expected import missing_extracts, missing_sentence
from assets.raw.put_back import replaced
from assets.raw.raw_tables import build_raw
from assets.raw.receive import receive_inbox
from assets.raw.store import contents_of
from pipelines.platform.closed import require_open
from pipelines.platform.gate import rows_made, told_plainly
from pipelines.platform.provenance import code_hash, fingerprint
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ACCEPTED, WITHDRAWN, ReceivedFile, Verdict
from pipelines.platform.settling import sweep, sweep_lake, sweep_received
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract, Fault, Letters
from schemas.file_rules import PUT_BACK
from schemas.rules import file_fault

FILES_CHECK = "files"
EXPECTED_CHECK = "files_have_come"


@dataclass(frozen=True)
class RawTable:
    """One extract's raw rows for a quarter and the files they came from.

    Attributes:
        files: the files in force (none: nothing received; two: came at once, undecidable).
        frame: one row per data row, every cell text.
        headers: one row per file, sheet and recognised column, with its letter.
    """

    files: tuple[ReceivedFile, ...]
    frame: pd.DataFrame
    headers: pd.DataFrame


def bring_in(place: Workplace, quarter: Quarter) -> list[ReceivedFile]:
    """Receive whatever is new in the quarter's inbox; what was received before is left as it is.

    Returns:
        Every file received for the quarter, in order of arrival.

    Raises:
        QuarterClosed: retention has let go of the quarter's files.
    """
    from schemas.dropped import DROPPED  # noqa: PLC0415 - the extracts are not needed to list the assets

    require_open(place.register, quarter)
    lying = _lying(place.inbox(quarter))
    received = receive_inbox(place.inbox(quarter), place.settings.received, quarter, place.register, DROPPED)
    there = contents_of(place.inbox(quarter))
    told = [file for file in received if file.code and _is_said(file, received, there)]
    place.register.replace_faults(quarter.slug, "inbox", [_inbox_fault(file) for file in told])
    place.inboxes_seen[quarter.slug] = lying
    return received


def _is_said(file: ReceivedFile, received: Sequence[ReceivedFile], there: Collection[str]) -> bool:
    """Whether a file's code is said on: of one that was accepted, or lies there; put back, until a newer one comes."""
    if file.code == PUT_BACK:
        return not replaced(file, received)
    return file.status == ACCEPTED or file.sha256 in {*there, ""}


def sweep_unfinished(place: Workplace, quarter: Quarter) -> None:
    """Take away what crashed runs left half made of the quarter, which must be held; no reader ever followed it."""
    sweep(place.returns(quarter))
    sweep_lake(place.settings.lake, quarter.slug)
    sweep_received(place.settings.received, datetime.now(UTC).timestamp())


def bring_in_news(place: Workplace, quarter: Quarter) -> None:
    """As `bring_in`, unless this workplace has brought in the very same folder before: every step asks."""
    if place.inboxes_seen.get(quarter.slug) != _lying(place.inbox(quarter)):
        bring_in(place, quarter)


def _lying(inbox: Path) -> frozenset[tuple[str, int, int]]:
    """Name, size and time of whatever lies in the folder."""
    marks = set()
    for path in inbox.iterdir():
        with suppress(OSError):  # a file that is just being moved away, or a link to nothing
            about = path.stat()
            marks.add((path.name, about.st_size, about.st_mtime_ns))
    return frozenset(marks)


def _inbox_fault(file: ReceivedFile) -> Fault:
    """The fault line of a file that could not be used."""
    return replace(
        file_fault(file.code or "", file_name=file.file_name, file_sha256=file.sha256), message=file.message or ""
    )


def files_in_force(place: Workplace, quarter: Quarter, extract: Extract) -> tuple[ReceivedFile, ...]:
    """The files an extract is made of: none, one, or two that came at once and of which neither was taken out since.

    Of an extract that arrives in releases or parts, all of them.

    Taking the wrong one of two out of the folder settles it for good: the register notes it as withdrawn.
    """
    files = tuple(place.register.in_force(extract, quarter.slug))
    if extract.arrives != "whole" or len(files) < 2:  # noqa: PLR2004 - two is what cannot be decided
        return files
    lying = contents_of(place.inbox(quarter))
    staying = tuple(file for file in files if file.sha256 in lying)
    if len(staying) != 1:
        return files
    for file in files:
        if file not in staying:
            place.register.receive(replace(file, status=WITHDRAWN))
    return staying


def refresh_raw(place: Workplace, quarter: Quarter, extract: Extract) -> RawTable:
    """The extract's raw table, rebuilt only when the files in force have changed.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extract: which extract.
    """
    files = files_in_force(place, quarter, extract)
    mark = fingerprint([code_hash(), *(file.sha256 for file in files)])
    headers_table = f"headers_{extract.name}"
    if _unchanged(place, quarter, extract.raw_table, mark):
        return RawTable(files, place.lake.read(extract.raw_table, quarter), place.lake.read(headers_table, quarter))
    frame, headers = build_raw(files, extract, place.settings.received)
    place.replace_tables(quarter, extract.raw_table, {extract.raw_table: frame, headers_table: headers})
    place.register.record_verdict(_verdict(quarter, extract, mark, len(frame)))
    return RawTable(files, frame, headers)


def _unchanged(place: Workplace, quarter: Quarter, table: str, mark: str) -> bool:
    """True when the lake already holds the table made of exactly these files by this code."""
    known = place.register.verdict(quarter.slug, table)
    return known is not None and known.input_fingerprint == mark and place.lake.has(table, quarter)


def _verdict(quarter: Quarter, extract: Extract, mark: str, rows: int) -> Verdict:
    """The raw table's entry in the register: how many rows, made of what."""
    return Verdict(
        quarter_slug=quarter.slug,
        table=extract.raw_table,
        passed=True,
        input_fingerprint=mark,
        rows_received=rows,
        rows_kept=rows,
        rows_stopped=0,
        code="",
        message=f"{extract.title}: {rows} rows received",
    )


def letters_of(headers: pd.DataFrame) -> Letters:
    """Column letters by (file, sheet), then column, from the headers table."""
    letters: dict[tuple[str, str], dict[str, str]] = {}
    for line in headers.itertuples(index=False):
        letters.setdefault((str(line.file_sha256), str(line.sheet)), {})[str(line.column)] = str(line.letter)
    return letters


def raw_assets(extracts: Sequence[Extract], partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """One Dagster step that receives the drop and lays out every raw table."""
    first = extracts[0].raw_table

    @dg.multi_asset(
        name="receive",
        specs=[
            dg.AssetSpec(
                extract.raw_table,
                group_name="raw",
                kinds={"csv", "excel"},
                description=f"{extract.title} as received, every cell as text: {extract.grain}.",
                partitions_def=partitions,
            )
            for extract in extracts
        ],
        check_specs=[
            dg.AssetCheckSpec(FILES_CHECK, asset=first, description="Every dropped file was recognised"),
            dg.AssetCheckSpec(
                EXPECTED_CHECK, asset=first, description="Every file without which no return can be made has come"
            ),
        ],
        can_subset=True,
    )
    def receive(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
        """Receive the drop and lay out the raw tables; a file that cannot be used is told, never fatal."""
        quarter = Quarter.from_key(context.partition_key)
        wanted = [one for one in extracts if dg.AssetKey(one.raw_table) in context.selected_asset_keys]
        workplace.expect_checks(quarter, [extract.core_table for extract in wanted])
        with told_plainly():
            workplace.locks.hold(quarter)
            sweep_unfinished(workplace, quarter)
            received = bring_in(workplace, quarter)
        for extract in wanted:
            with told_plainly():
                table = refresh_raw(workplace, quarter, extract)
            yield dg.MaterializeResult(asset_key=extract.raw_table, metadata=_metadata(quarter, table))
        asked = {key.name for key in context.selected_asset_check_keys}
        if FILES_CHECK in asked:
            yield _files_check(first, received)
        if EXPECTED_CHECK in asked:
            yield _expected_check(first, workplace, quarter)

    return receive


def _metadata(quarter: Quarter, table: RawTable) -> dict[str, dg.MetadataValue]:
    """Quarter, rows and files of a raw table."""
    return {
        **rows_made(quarter, len(table.frame)),
        "files": dg.MetadataValue.text(", ".join(file.file_name for file in table.files) or "none received"),
    }


def _files_check(asset: str, received: Sequence[ReceivedFile]) -> dg.AssetCheckResult:
    """Warns, with one line a file, of whatever was dropped and could not be used."""
    refused = [file for file in received if file.status != ACCEPTED]
    return dg.AssetCheckResult(
        asset_key=asset,
        check_name=FILES_CHECK,
        passed=not refused,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{len(received)} files received, {len(refused)} not used.",
        metadata={
            "not used": dg.MetadataValue.table(
                [
                    dg.TableRecord({"file": file.file_name, "code": file.code or "", "why": file.message or ""})
                    for file in refused
                ]
            )
        }
        if refused
        else {},
    )


def _expected_check(asset: str, place: Workplace, quarter: Quarter) -> dg.AssetCheckResult:
    """Warns of the files that have not come, each by what officers call it."""
    missing = missing_extracts(place, quarter)
    told = [dg.TableRecord({"file": one.title, "what it holds": one.grain}) for one in missing]
    return dg.AssetCheckResult(
        asset_key=asset,
        check_name=EXPECTED_CHECK,
        passed=not missing,
        severity=dg.AssetCheckSeverity.WARN,
        description=missing_sentence(quarter, missing),
        metadata={"not come": dg.MetadataValue.table(told)} if told else {},
    )
