"""Each extract's way from raw text to its core table: clean, judge, keep or refuse.

One asset an extract, so that an officer reruns only the one whose file was mended. A rerun takes in whatever has been
dropped since. Rules belong in `schemas`, cells in `assets.core.clean`; rules across files in `assets.core.linked`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import dagster as dg
import pandas as pd

from assets.core.clean import empty_core, to_types, totals_rows
from assets.core.measured import keep_quality
from assets.core.mending import InForce, corrected, correction_notices, explained, in_force
from assets.core.parts import taken_out, without_superseded
from assets.core.quality import quality_counts
from assets.core.releases import told_apart
from assets.core.settling import stepped_back
from assets.core.stated_totals import totals_faults
from assets.core.summary import count_faults, sentence_for
from assets.core.taking import take_errors_books
from assets.raw.raw_tables import header_notices
from assets.raw.received import RawTable, bring_in, bring_in_news, letters_of, refresh_raw
from pipelines.platform.gate import CHECK_NAME, Event, Outcome, keep_or_fail, told_plainly
from pipelines.platform.links import repair_link
from pipelines.platform.provenance import code_hash, fingerprint
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.quality import QualityCount
from pipelines.platform.register.records import ReceivedFile, Verdict
from pipelines.platform.workplace import Workplace
from schemas.contract import validate
from schemas.extract import CheckContext, ContractReport, Extract, Fault
from schemas.facts import Told, with_facts
from schemas.not_run import NOTHING_RECEIVED, STOPPED_BEFORE, all_of
from schemas.rules import file_fault


@dataclass(frozen=True)
class Judged:
    """An extract's rows after its contract, with everything that was said about them.

    Attributes:
        report: kept and stopped rows, faults, whether the file stops.
        received: rows in the raw table.
        quality: how good its cells are, counted.
        corrected: cells read as officers corrected them.
    """

    report: ContractReport
    received: int
    quality: tuple[QualityCount, ...] = ()
    corrected: int = 0


def inputs_fingerprint(extract: Extract, files: Sequence[ReceivedFile], given: Sequence[str] = ()) -> str:
    """Fingerprint of what a core table is made of: the code, the content of its files, and what officers gave.

    Args:
        extract: which extract.
        files: its files in force.
        given: marks of the corrections and explanations in force (`InForce.marks`).
    """
    return fingerprint([code_hash(), extract.name, *(file.sha256 for file in files), *given])


def keep_extract(place: Workplace, quarter: Quarter, extract: Extract) -> Outcome:
    """Take in, clean, judge and keep one extract of one quarter.

    Nothing is written to the lake unless the contract holds; faults and verdict are registered either way.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extract: which extract.

    Returns:
        What came of it, ready for the gate.
    """
    bring_in_news(place, quarter)
    take_errors_books(place, quarter)
    given = in_force(place, quarter, extract.name)
    table, judged = _read(place, quarter, extract, given)
    judged = replace(judged, report=told_apart(judged.report, extract, table.files))
    place.register.replace_faults(quarter.slug, extract.name, judged.report.faults)
    counts, tables = keep_quality(place, quarter, extract, judged.report, judged.quality)
    outcome = _outcome(extract, quarter, judged, inputs_fingerprint(extract, table.files, given.marks))
    mend_in = repair_link(place.settings, quarter)
    outcome = replace(outcome, counts={**outcome.counts, **counts}, tables=tables, mend_in=mend_in)
    if outcome.passed:
        rows = {extract.core_table: judged.report.kept, f"stopped_{extract.name}": judged.report.stopped}
        place.replace_tables(quarter, extract.core_table, rows)
    place.register.record_check(_verdict(quarter, outcome))
    return outcome


def _read(place: Workplace, quarter: Quarter, extract: Extract, given: InForce) -> tuple[RawTable, Judged]:
    """The raw table of the extract and what its contract says, once files of another quarter have stepped back."""
    table = refresh_raw(place, quarter, extract)
    judged = _judge(table, extract, quarter, given)
    while judged.report.stops_file and _put_right(place, quarter, extract, table, judged.report):
        bring_in(place, quarter)
        table = refresh_raw(place, quarter, extract)
        judged = _judge(table, extract, quarter, given)
    return table, judged


def _put_right(place: Workplace, quarter: Quarter, extract: Extract, table: RawTable, report: ContractReport) -> bool:
    """True when the files in force are others now: one stepped back, or was taken out of the folder."""
    return stepped_back(place, quarter, extract, table, report) or taken_out(place, quarter, extract, table)


def _judge(received: RawTable, extract: Extract, quarter: Quarter, given: InForce) -> Judged:
    """Correct, clean and validate the raw rows, unless the arrival itself already stops the file."""
    table, of_parts = without_superseded(received, extract, quarter)
    arrival = (*_arrival_faults(table, extract, quarter), *of_parts)
    if any(fault.severity == "stop-file" for fault in arrival):
        return _unread(table, extract, arrival, STOPPED_BEFORE)
    if not table.files:
        return _unread(table, extract, arrival, NOTHING_RECEIVED)
    letters = letters_of(table.headers)
    done = corrected(table.frame, extract, given.corrections)
    names = {file.sha256: file.file_name for file in table.files}
    notices = (*header_notices(table.headers, extract, table.files), *correction_notices(done, extract, names))
    typed, cell_faults = to_types(done.frame, extract, letters)
    already = [*arrival, *notices, *cell_faults]
    report = validate(typed, extract, _context(quarter), letters, already=already, raw=done.frame)
    stopped = report.stopped
    if len(typed) < len(done.frame):
        stopped = pd.concat([stopped, totals_rows(done.frame, extract)], ignore_index=True)
    told = (*report.faults, *totals_faults(report.kept, stopped, extract, letters))
    faults = explained(with_facts(told, Told(typed, done.frame, extract)), given.explanations)
    quality = quality_counts(done.frame, typed, faults, extract, quarter)
    return Judged(replace(report, faults=faults, stopped=stopped), len(done.frame), quality, len(done.applied))


def _unread(table: RawTable, extract: Extract, arrival: Sequence[Fault], why: str) -> Judged:
    """What is said of an extract of which no row was judged: its file was stopped before, or none came."""
    stops = any(fault.severity == "stop-file" for fault in arrival)
    nothing, unjudged = table.frame.head(0), all_of(extract, why)
    return Judged(ContractReport(empty_core(extract), nothing, tuple(arrival), stops, unjudged), 0)


def _arrival_faults(table: RawTable, extract: Extract, quarter: Quarter) -> tuple[Fault, ...]:
    """Faults of the files as such: none came, or two came at once."""
    if not table.files and extract.required:
        return (file_fault("YJ-F-0009", extract, quarter_label=quarter.label),)
    if len(table.files) > 1 and extract.arrives == "whole":
        return tuple(
            file_fault(
                "YJ-F-0007",
                extract,
                quarter_label=quarter.label,
                file_name=file.file_name,
                file_sha256=file.sha256,
            )
            for file in table.files
        )
    return ()


def _context(quarter: Quarter) -> CheckContext:
    """What the rules may know of the quarter."""
    return CheckContext(quarter_label=quarter.label, quarter_start=quarter.start, quarter_end=quarter.end)


def _outcome(extract: Extract, quarter: Quarter, judged: Judged, mark: str) -> Outcome:
    """The verdict with its headline and counts."""
    report = judged.report
    counts = {"rows_received": judged.received, "rows_kept": len(report.kept), "rows_stopped": len(report.stopped)}
    faults = count_faults(report.faults)
    sentence = sentence_for(extract.title, quarter.label, counts, faults, stops=report.stops_file)
    if judged.corrected:
        counts["cells_corrected"] = judged.corrected
        sentence += f" Cells corrected by officers: {judged.corrected:,}."
    return Outcome(
        table=extract.core_table,
        passed=not report.stops_file,
        sentence=sentence,
        counts=counts,
        faults=faults,
        fingerprint=mark,
        quarter=quarter.label,
    )


def _verdict(quarter: Quarter, outcome: Outcome) -> Verdict:
    """The outcome as the register keeps it."""
    return Verdict(
        quarter_slug=quarter.slug,
        table=outcome.table,
        passed=outcome.passed,
        input_fingerprint=outcome.fingerprint,
        rows_received=outcome.counts["rows_received"],
        rows_kept=outcome.counts["rows_kept"],
        rows_stopped=outcome.counts["rows_stopped"],
        code=outcome.faults[0].code if outcome.faults else "",
        message=outcome.sentence,
    )


def core_asset(extract: Extract, partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """The Dagster asset of one extract's core table, with its contract check."""

    @dg.asset(
        name=extract.core_table,
        deps=[extract.raw_table],
        partitions_def=partitions,
        group_name="core",
        kinds={"pandas", "parquet"},
        description=f"{extract.title}: {extract.grain}. When it is red nothing was kept: what is wrong and what to do "
        "stands below, and each fault of it under Checks above.",
        check_specs=[
            dg.AssetCheckSpec(
                CHECK_NAME,
                asset=extract.core_table,
                description="What the extract must look like, and every row that does not.",
                blocking=True,
            )
        ],
    )
    def core(context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]) -> Iterator[Event]:
        """One extract's core table; red, with nothing kept, when its contract is broken."""
        quarter = Quarter.from_key(context.partition_key)
        try:
            with told_plainly():
                workplace.locks.hold(quarter)
                outcome = keep_extract(workplace, quarter, extract)
        finally:
            workplace.checked(quarter, extract.core_table)
        yield from keep_or_fail(outcome)

    return core
