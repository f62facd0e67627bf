"""Whether what a step reads is in order: every file taken in, every extract green and made of what is in force now.

What belongs here: the reasons why not, one sentence each, and the refusal. A step that is started alone must not go on
with tables that a red or newer file has left behind; in a run of the whole quarter nothing is ever refused here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assets.core.extracts import inputs_fingerprint
from assets.core.mending import in_force
from assets.core.taking import waiting_books
from assets.raw.received import bring_in_news
from pipelines.platform.errors import ReturnRefused
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import Verdict
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

#: What to do about any of it.
REMEDY = "Mend what is red, then run the job quarterly_return for this quarter."


def extract_refusals(place: Workplace, quarter: Quarter, extracts: Sequence[Extract]) -> list[str]:
    """Why tables made of these extracts may not be made; none where every extract is in order.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extracts: the extracts that are read.
    """
    verdicts = {verdict.table: verdict for verdict in place.register.verdicts(quarter.slug)}
    return [
        reason
        for extract in extracts
        for reason in _refusals(place, quarter, extract, verdicts.get(extract.core_table))
    ]


def waiting_refusals(place: Workplace, quarter: Quarter) -> list[str]:
    """Why nothing may be made before the errors workbooks that came back have been taken in."""
    return [f"{file.file_name} has been received and not taken in." for file in waiting_books(place, quarter)]


def require_extracts(place: Workplace, quarter: Quarter, what: str, extracts: Sequence[Extract]) -> None:
    """Take in whatever has been dropped, then refuse a step whose extracts are not in order.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        what: what was to be made, in officers' words, e.g. "The figures".
        extracts: the extracts that the step reads.

    Raises:
        ReturnRefused: with every reason, and the button to press.
    """
    bring_in_news(place, quarter)
    reasons = extract_refusals(place, quarter, extracts) + waiting_refusals(place, quarter)
    refuse_for(quarter, what, reasons)


def refuse_for(quarter: Quarter, what: str, reasons: Sequence[str]) -> None:
    """Refuse a step that must not be made alone.

    Args:
        quarter: the data quarter.
        what: what was to be made.
        reasons: why not; none where it may be made.

    Raises:
        ReturnRefused: there is a reason.
    """
    if reasons:
        raise ReturnRefused("YJ-P-0015", f"{what} of {quarter.label} were not made. {' '.join(reasons)}", REMEDY)


def _refusals(place: Workplace, quarter: Quarter, extract: Extract, verdict: Verdict | None) -> Iterator[str]:
    """Reasons that lie in one extract: not judged, red, or a newer file waits."""
    if verdict is None:
        yield f"{extract.core_table} has not been made for this quarter."
    elif not verdict.passed:
        yield f"{extract.core_table} is red: {verdict.message}"
    else:
        files = place.register.in_force(extract, quarter.slug)
        given = in_force(place, quarter, extract.name).marks
        if verdict.input_fingerprint != inputs_fingerprint(extract, files, given):
            yield f"{extract.core_table} was made of earlier files or code."
