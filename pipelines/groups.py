"""The contents page: which assets there are, layer by layer, in the data's order.

One place to see the whole pipeline. Nothing is computed here, and nothing is read but the headers of the SQL files.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import dagster as dg

from assets.core.extracts import core_asset
from assets.core.linked import linked_assets
from assets.core.person_links import links_asset
from assets.core.referral_matches import matches_asset
from assets.indicators.measures import MeasureStatement, by_family, family_assets
from assets.indicators.reads import extracts_by_measure, tables_by_measure
from assets.indicators.run import core_statements, measure_statements
from assets.raw.received import raw_assets
from assets.report.board_return import Book, return_asset
from assets.report.editions.printable import printable_asset
from schemas.catalogue import EXTRACTS, extract


@cache
def book(sql_root: Path | None = None) -> Book:
    """Every extract, shared table and measure there is.

    Args:
        sql_root: the folder of the SQL files, if not the product's own.
    """
    linked, found = core_statements(sql_root), measure_statements(sql_root)
    headers = [measure for measure, _ in found]
    rests_on, tables = extracts_by_measure(headers, linked, EXTRACTS), tables_by_measure(headers, linked)
    return Book(
        extracts=EXTRACTS,
        linked=linked,
        measures=tuple(
            MeasureStatement(
                measure,
                statement,
                extracts=tuple(map(extract, rests_on[measure.id])),
                core=tuple(one for one in linked if one.name in tables[measure.id]),
                tables=tables[measure.id],
            )
            for measure, statement in found
        ),
    )


def all_assets(partitions: dg.PartitionsDefinition[str], sql_root: Path | None = None) -> list[dg.AssetsDefinition]:
    """Every asset, raw -> core -> indicators -> returns; a measure is an asset because its file is there."""
    contents = book(sql_root)
    return [
        raw_assets(contents.extracts, partitions),
        *(core_asset(extract, partitions) for extract in contents.extracts),
        links_asset(partitions),
        matches_asset(partitions),
        linked_assets(contents.linked, partitions),
        *(family_assets(family, measures, partitions) for family, measures in by_family(contents.measures).items()),
        return_asset(contents, partitions),
        printable_asset(partitions),
    ]
