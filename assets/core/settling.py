"""Which of an extract's files is the quarter's: one that speaks of another quarter steps back for one that does not.

Only files of another quarter are settled here; two of the same quarter at once are an officer's to settle.
"""

from __future__ import annotations

from dataclasses import replace

from assets.core.clean import to_types
from assets.raw.received import RawTable, letters_of
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import ACCEPTED
from pipelines.platform.workplace import Workplace
from schemas.belonging import strangers
from schemas.extract import CheckContext, ContractReport, Extract
from schemas.file_rules import OTHER_QUARTER
from schemas.rules import file_fault

REFUSED = "refused"


def stepped_back(place: Workplace, quarter: Quarter, extract: Extract, table: RawTable, report: ContractReport) -> bool:
    """Take files of another quarter out of force, where the quarter has another file of the extract.

    Such a file dropped beside the right one, or after it, would otherwise stop the quarter. It stays in the store and
    in the register, refused with its reason; the only file of an extract is never refused here.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extract: which extract.
        table: its raw rows and the files they came from.
        report: what its contract says of them.

    Returns:
        True when a file stepped back, so that the extract must be read again.
    """
    wrong = _of_another_quarter(table, extract, quarter, report)
    mine = [f for f in place.register.received(quarter.slug) if f.extracts == (extract.name,) and f.status == ACCEPTED]
    leaving = [file for file in table.files if file.sha256 in wrong and file in mine]
    if not leaving or all(file.sha256 in wrong for file in mine):
        return False
    fault = file_fault(OTHER_QUARTER, extract, quarter_label=quarter.label)
    message = f"{fault.message} Expected: {fault.expected}. {fault.fix}"
    for file in leaving:
        place.register.receive(replace(file, status=REFUSED, code=OTHER_QUARTER, message=message))
    return True


def _of_another_quarter(table: RawTable, extract: Extract, quarter: Quarter, report: ContractReport) -> frozenset[str]:
    """Content hashes of the files that speak of another quarter, looked for only where their rows were not judged."""
    if len(table.files) == 1:
        return frozenset(fault.file_sha256 for fault in report.faults if fault.code == OTHER_QUARTER)
    context = CheckContext(quarter_label=quarter.label, quarter_start=quarter.start, quarter_end=quarter.end)
    typed, _ = to_types(table.frame, extract, letters_of(table.headers))
    return frozenset(sha256 for sha256, _ in strangers(typed, extract, context))
