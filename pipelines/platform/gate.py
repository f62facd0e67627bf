"""The gate between a step's work and what Dagster keeps: verdict first, then keep or fail.

A failed blocking check would still keep the asset, and "From failure" would then rerun only the check. So the step
yields its red check, then fails without retry, having written nothing. What is judged, and how, belongs to the steps.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import dagster as dg

from pipelines.platform.errors import BoardReturnsError, PassingFault
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import PROJECT_ROOT as PROJECT
from pipelines.platform.storage import trouble_of

CHECK_NAME = "contract"
#: Faults shown in the check's own table; the register holds all of them.
SHOWN = 20


@dataclass(frozen=True)
class FaultCount:
    """How often one rule was broken in one table.

    Attributes:
        code: the rule's code.
        severity: what a breach does.
        where: file, sheet, row and column of the first place.
        message: what is wrong.
        fix: what to do.
        count: how many places.
    """

    code: str
    severity: str
    where: str
    message: str
    fix: str
    count: int


@dataclass(frozen=True)
class Outcome:
    """What came of one table's step.

    Attributes:
        table: name of the table (and asset).
        passed: False when nothing was written.
        sentence: the headline an officer reads first; holds no value of any record.
        counts: rows received, kept, stopped, by name.
        faults: one entry a rule, most serious first.
        fingerprint: of everything the table was made of.
        mend_in: where the errors workbook is, in which faults can be corrected or explained: an address or a path.
        tables: further tables of counts for Dagster's page, by title; no cell of a record is in them.
        quarter: label of the quarter, e.g. "2014-15 Q3".
    """

    table: str
    passed: bool
    sentence: str
    counts: Mapping[str, int] = field(default_factory=dict)
    faults: Sequence[FaultCount] = ()
    fingerprint: str = ""
    tables: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    mend_in: str = ""
    quarter: str = ""


#: A passing fault (a locked file, a lost connection) is tried again this often, after this many seconds.
RETRIES, RETRY_AFTER = 3, 10


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn errors into Dagster's: a passing fault is tried again, any other is told in one sentence.

    An error that is not ours may quote a cell in its text, so only its kind and place are told.

    Raises:
        dagster.RetryRequested: the fault may be over in a moment.
        dagster.Failure: the fault stays until a person does something; never retried.
    """
    try:
        yield
    except (dg.Failure, dg.RetryRequested):
        raise
    except PassingFault as fault:
        raise dg.RetryRequested(max_retries=RETRIES, seconds_to_wait=RETRY_AFTER) from fault
    except BoardReturnsError as error:
        raise dg.Failure(description=str(error), allow_retries=False) from None
    except Exception as error:  # noqa: BLE001 - whatever it is, its text must not reach the event log
        raise dg.Failure(description=str(trouble_of(error) or _unexpected(error)), allow_retries=False) from None


def _unexpected(error: Exception) -> str:
    """An error nobody foresaw: what kind it is and where it arose, never what it says."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if str(PROJECT) in frame.filename]
    where = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "a library"
    return (
        f"YJ-P-0009: Something unforeseen happened ({type(error).__name__} at {where}). Nothing was kept. "
        "Tell whoever looks after Board Returns this line."
    )


Event = dg.AssetCheckResult | dg.AssetObservation | dg.MaterializeResult[None]


def keep_or_fail(outcome: Outcome) -> Iterator[Event]:
    """The check's verdict, then the materialisation, or a failure that is never retried.

    What is wrong is also an observation of the table: of a failed step, Dagster shows nothing else on the table's
    own page.

    Args:
        outcome: what came of the step.

    Yields:
        The check result, then the materialisation if it passed, or an observation if not.

    Raises:
        dagster.Failure: the contract is broken; nothing was written.
    """
    metadata = metadata_of(outcome)
    severity = dg.AssetCheckSeverity.ERROR if not outcome.passed else dg.AssetCheckSeverity.WARN
    yield dg.AssetCheckResult(
        asset_key=outcome.table,
        check_name=CHECK_NAME,
        passed=outcome.passed,
        severity=severity,
        description=outcome.sentence,
        metadata=metadata,
    )
    if not outcome.passed:
        yield _observation(outcome)
        raise dg.Failure(description=outcome.sentence, metadata=metadata, allow_retries=False)
    yield dg.MaterializeResult(asset_key=outcome.table, metadata=metadata)


def _observation(outcome: Outcome) -> dg.AssetObservation:
    """What is wrong with a table, for the top of its page: the sentence, then code, how many, where to mend."""
    key = Quarter.from_label(outcome.quarter).key if outcome.quarter else None
    told = {"what to do": dg.MetadataValue.text(outcome.sentence), **_read_first(outcome)}
    return dg.AssetObservation(outcome.table, description=outcome.sentence, partition=key, metadata=told)


def metadata_of(outcome: Outcome) -> dict[str, dg.MetadataValue]:
    """What an officer reads first, then counts, fingerprint and the first faults; never any cell of a record."""
    metadata = _read_first(outcome)
    metadata |= {name.replace("_", " "): dg.MetadataValue.int(number) for name, number in outcome.counts.items()}
    if outcome.fingerprint:
        metadata["fingerprint"] = dg.MetadataValue.text(outcome.fingerprint[:16])
    if outcome.faults:
        metadata["faults"] = dg.MetadataValue.table([_record(fault) for fault in outcome.faults[:SHOWN]])
    for title, lines in outcome.tables.items():
        if lines:
            metadata[title] = dg.MetadataValue.table([dg.TableRecord(dict(line)) for line in lines])
    return metadata


def _read_first(outcome: Outcome) -> dict[str, dg.MetadataValue]:
    """The quarter; of a red table the code and how many rows it has; where to mend."""
    first: dict[str, dg.MetadataValue] = {}
    if outcome.quarter:
        first["quarter"] = dg.MetadataValue.text(outcome.quarter)
    if outcome.faults and not outcome.passed:
        worst = outcome.faults[0]
        first["code"] = dg.MetadataValue.text(worst.code)
        first["what is wrong"] = dg.MetadataValue.text(worst.message)
        first["how many"] = dg.MetadataValue.int(worst.count)
    if outcome.faults and outcome.mend_in:
        first["errors workbook"] = place_value(outcome.mend_in)
    return first


def rows_made(quarter: Quarter, rows: int) -> dict[str, dg.MetadataValue]:
    """What every table says of itself: the quarter as officers call it, and how many rows it has.

    Args:
        quarter: the data quarter.
        rows: its rows.
    """
    return {"quarter": dg.MetadataValue.text(quarter.label), "dagster/row_count": dg.MetadataValue.int(rows)}


def place_value(where: str) -> dg.MetadataValue:
    """An address as a link to click, a path as one to copy.

    Args:
        where: the address or the path.
    """
    return dg.MetadataValue.url(where) if where.startswith(("http://", "https://")) else dg.MetadataValue.path(where)


def _record(fault: FaultCount) -> dg.TableRecord:
    """One line of the check's table of faults; a narrow window cuts the last columns off."""
    return dg.TableRecord(
        {
            "code": fault.code,
            "what is wrong": fault.message,
            "what to do": fault.fix,
            "first at": fault.where,
            "how many": fault.count,
            "what it does": fault.severity,
        }
    )
