"""The return of a quarter: refused or built, then published.

The asset judges by itself, from the register: each table must have passed, and must have been made of the files,
settings and code in force now. Which editions there are is in `assets.report.editions`, how they become a version in
`assets.report.editions.publish`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import dagster as dg

from assets.core.extracts import inputs_fingerprint
from assets.core.linked import statement_fingerprint, verdicts_by_table
from assets.core.mending import in_force
from assets.core.person_links import LINKS, PERSONS, links_are_current
from assets.core.referral_matches import MATCHES, matches_are_current
from assets.core.taking import waiting_books
from assets.indicators.measures import MeasureStatement
from assets.report.collect import collect
from assets.report.editions.publish import Published, publish_inputs
from assets.report.versions.manifest import withheld_in
from pipelines.platform.errors import ReturnRefused
from pipelines.platform.gate import told_plainly
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import Verdict
from pipelines.platform.sql import Statement
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

ASSET = "out_board_return"
READY_CHECK = "inputs_in_order"


@dataclass(frozen=True)
class Book:
    """Everything the return is made of, by name: extracts, shared tables, measures."""

    extracts: tuple[Extract, ...]
    linked: tuple[Statement, ...]
    measures: tuple[MeasureStatement, ...]


def refusals(place: Workplace, quarter: Quarter, book: Book) -> list[str]:
    """Why the return may not be made, one sentence a reason; none when everything is in order."""
    verdicts = verdicts_by_table(place, quarter)
    reasons = [
        reason
        for extract in book.extracts
        for reason in _extract_refusals(place, quarter, extract, verdicts.get(extract.core_table))
    ]
    reasons += [f"{file.file_name} has been received and not taken in." for file in waiting_books(place, quarter)]
    if reasons:
        return reasons
    if not links_are_current(place, quarter, verdicts.get(PERSONS.core_table), verdicts.get(LINKS)):
        return [f"{LINKS} was made of earlier files, decisions or code."]
    if not matches_are_current(place, quarter, verdicts.get(MATCHES)):
        return [f"{MATCHES} was made of earlier files or code."]
    statements = [(statement.name, statement) for statement in book.linked]
    statements += [(item.measure.table, item.statement) for item in book.measures]
    return [
        f"{table} was made of earlier files or code."
        for table, statement in statements
        if not _is_current(verdicts, table, statement)
    ]


def _extract_refusals(place: Workplace, quarter: Quarter, extract: Extract, verdict: Verdict | None) -> Iterator[str]:
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


def _is_current(verdicts: Mapping[str, Verdict], table: str, statement: Statement) -> bool:
    """True when a table made by SQL was made of today's tables by today's statement."""
    verdict = verdicts.get(table)
    return verdict is not None and verdict.input_fingerprint == statement_fingerprint(statement, verdicts)


def require_order(place: Workplace, quarter: Quarter, book: Book) -> None:
    """Refuse the return unless everything it stands on is in order.

    Raises:
        ReturnRefused: with every reason, and the button to press.
    """
    reasons = refusals(place, quarter, book)
    if reasons:
        raise ReturnRefused(
            "YJ-P-0001",
            f"The return of {quarter.label} was not made. {' '.join(reasons)}",
            "Mend what is red, then run the job quarterly_return for this quarter.",
        )


def publish(place: Workplace, quarter: Quarter, book: Book) -> Published:
    """Build the return and publish all its editions as the next version, unless the last one says the same.

    Raises:
        ReturnRefused: its inputs are not in order, or a product may not be published as it is.
    """
    require_order(place, quarter, book)
    inputs = collect(place, quarter, book.extracts, book.measures)
    return publish_inputs(place, quarter, inputs, book.extracts)


def return_asset(book: Book, partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """The Dagster asset of the Board's return."""
    deps = [item.measure.table for item in book.measures]
    deps += [extract.core_table for extract in book.extracts]

    @dg.asset(
        name=ASSET,
        deps=deps,
        partitions_def=partitions,
        group_name="returns",
        kinds={"excel"},
        description="The return in all its editions, the Management Board's workbook first; where each lies is said "
        "below. It is not made while anything it stands on is red or out of date: Checks above says what. The same "
        "files make no new version.",
        check_specs=[
            dg.AssetCheckSpec(
                READY_CHECK, asset=ASSET, description="Everything the return stands on is in order.", blocking=True
            )
        ],
    )
    def board_return(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
        """The Board's workbook, published once all it stands on is in order."""
        quarter = Quarter.from_key(context.partition_key)
        with told_plainly():
            yield from _publish_or_fail(workplace, quarter, book)

    return board_return


def _publish_or_fail(
    place: Workplace, quarter: Quarter, book: Book
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
    """The ready check, then the published version, or a failure that is never retried."""
    try:
        published = publish(place, quarter, book)
    except ReturnRefused as refusal:
        yield dg.AssetCheckResult(check_name=READY_CHECK, passed=False, description=str(refusal))
        raise dg.Failure(description=str(refusal), allow_retries=False) from None
    yield dg.AssetCheckResult(check_name=READY_CHECK, passed=True)
    yield dg.MaterializeResult(metadata=_metadata(place, quarter, published))


def _metadata(place: Workplace, quarter: Quarter, published: Published) -> dict[str, dg.MetadataValue]:
    """Where each product is and how to know it is the right one."""
    board = published.board
    withheld = withheld_in(place, quarter, board)
    return {
        "quarter": dg.MetadataValue.text(quarter.label),
        "version": dg.MetadataValue.int(board.version),
        "new version": dg.MetadataValue.bool(published.new),
        "workbook": dg.MetadataValue.path(str(published.path(board))),
        **{one.edition: dg.MetadataValue.path(str(published.path(one))) for one in published.versions[1:]},
        "sha256": dg.MetadataValue.text(board.sha256),
        "figures as at": dg.MetadataValue.text(_as_at(board.as_of)),
        **{f"not made: {key}": dg.MetadataValue.text(why) for key, why in withheld.items()},
    }


def _as_at(day: date) -> str:
    """A date as officers write it."""
    return f"{day.day} {day:%B %Y}"
