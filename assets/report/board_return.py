"""The return of a quarter: refused or built, then published.

The asset judges by itself, from the register: each table must have passed, and must have been made of the files,
settings and code in force now. Which editions there are is in `assets.report.editions`, how they become a version in
`assets.report.editions.publish`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import dagster as dg

from assets.core.in_order import REMEDY, extract_refusals, waiting_refusals
from assets.core.tables_in_order import table_refusals
from assets.indicators.measures import MeasureStatement
from assets.raw.received import bring_in_news
from assets.report.collect import collect
from assets.report.editions.publish import Published, publish_inputs
from assets.report.versions.manifest import withheld_in
from pipelines.platform.errors import ReturnRefused
from pipelines.platform.gate import place_value, told_plainly
from pipelines.platform.links import quarter_link, repair_link, version_link
from pipelines.platform.quarters import Quarter
from pipelines.platform.sql import Statement
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract

ASSET = "out_board_return"
READY_CHECK = "inputs_in_order"
UP_TO_DATE_CHECK = "up_to_date"


@dataclass(frozen=True)
class Book:
    """Everything the return is made of, by name: extracts, shared tables, measures."""

    extracts: tuple[Extract, ...]
    linked: tuple[Statement, ...]
    measures: tuple[MeasureStatement, ...]


def refusals(place: Workplace, quarter: Quarter, book: Book) -> list[str]:
    """Why the return may not be made, one sentence a reason; none when everything is in order."""
    reasons = extract_refusals(place, quarter, book.extracts) + waiting_refusals(place, quarter)
    made = [(statement.name, statement) for statement in book.linked]
    made += [(item.measure.table, item.statement) for item in book.measures]
    return reasons or table_refusals(place, quarter, made)


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
            REMEDY,
        )


def publish(place: Workplace, quarter: Quarter, book: Book) -> Published:
    """Build the return and publish all its editions as the next version, unless the last one says the same.

    Raises:
        ReturnRefused: its inputs are not in order, or a product may not be published as it is.
    """
    bring_in_news(place, quarter)
    require_order(place, quarter, book)
    inputs = collect(place, quarter, book.extracts, book.measures)
    published = publish_inputs(place, quarter, inputs, book.extracts)
    place.register.out_of_date.clear(quarter.slug)
    return published


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
            ),
            dg.AssetCheckSpec(
                UP_TO_DATE_CHECK,
                asset=ASSET,
                description="No late or corrected file has come since the newest version.",
            ),
        ],
    )
    def board_return(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
        """The Board's workbook, published once all it stands on is in order."""
        quarter = Quarter.from_key(context.partition_key)
        with told_plainly():
            workplace.locks.hold(quarter)
            yield from _publish_or_fail(workplace, quarter, book)

    return board_return


def _publish_or_fail(
    place: Workplace, quarter: Quarter, book: Book
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
    """The ready check, then the published version, or a failure that is never retried."""
    try:
        published = publish(place, quarter, book)
    except ReturnRefused as refusal:
        place.register.audit.record("refused", quarter_slug=quarter.slug, subject=ASSET, detail={"code": refusal.code})
        metadata = refusal_metadata(place, quarter, refusal)
        yield dg.AssetCheckResult(check_name=READY_CHECK, passed=False, description=str(refusal), metadata=metadata)
        raise dg.Failure(description=str(refusal), metadata=metadata, allow_retries=False) from None
    yield dg.AssetCheckResult(check_name=READY_CHECK, passed=True)
    yield dg.AssetCheckResult(check_name=UP_TO_DATE_CHECK, passed=True, severity=dg.AssetCheckSeverity.WARN)
    yield dg.MaterializeResult(metadata=_metadata(place, quarter, published))


def refusal_metadata(place: Workplace, quarter: Quarter, refusal: ReturnRefused) -> dict[str, dg.MetadataValue]:
    """What stands first on the page of a return that was refused: the quarter, the code, where to mend."""
    return {
        "quarter": dg.MetadataValue.text(quarter.label),
        "code": dg.MetadataValue.text(refusal.code),
        "errors workbook": place_value(repair_link(place.settings, quarter)),
    }


def _downloads(place: Workplace, quarter: Quarter, published: Published) -> dict[str, dg.MetadataValue]:
    """Links of the library to every edition; none where no library is set."""
    page = quarter_link(place.settings, quarter)
    links = [
        (one.edition, version_link(place.settings, quarter, one.version, one.edition)) for one in published.versions
    ]
    found = {f"download {edition}": dg.MetadataValue.url(link) for edition, link in links if link}
    return {"page of the quarter": dg.MetadataValue.url(page), **found} if page else {}


def _metadata(place: Workplace, quarter: Quarter, published: Published) -> dict[str, dg.MetadataValue]:
    """Where each product is and how to know it is the right one."""
    board = published.board
    withheld = withheld_in(place, quarter, board)
    return {
        "quarter": dg.MetadataValue.text(quarter.label),
        **_downloads(place, quarter, published),
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
