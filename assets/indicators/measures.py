"""The factory that turns each measure's SQL file into a Dagster asset, one step a family.

Adding a measure is adding its SQL file: nothing here names one. How a statement is run and checked is in
`assets.indicators.run`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import dagster as dg
import pandas as pd

from assets.core.in_order import refuse_for, require_extracts
from assets.core.linked import register_made, sources, tables_read
from assets.core.tables_in_order import table_refusals
from assets.indicators.known import begun_on, known_rows, lacking
from assets.indicators.shape import checked
from pipelines.platform.context import context_tables
from pipelines.platform.engines import Session
from pipelines.platform.gate import rows_made, told_plainly
from pipelines.platform.quarters import Quarter
from pipelines.platform.sql import Statement
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract
from schemas.measure import SHAPE, Measure


@dataclass(frozen=True)
class MeasureStatement:
    """A measure's header with the statement that computes it.

    Attributes:
        measure: the header.
        statement: the statement.
        extracts: the extracts it rests on, through the core tables.
        core: the statements of the core tables behind it.
        tables: the tables behind it, directly or through others, by name.
    """

    measure: Measure
    statement: Statement
    extracts: tuple[Extract, ...] = ()
    core: tuple[Statement, ...] = ()
    tables: tuple[str, ...] = ()


def by_family(measures: Sequence[MeasureStatement]) -> dict[str, tuple[MeasureStatement, ...]]:
    """Measures by family, in order of their ids."""
    ordered = sorted(measures, key=lambda item: item.measure.id)
    return {family: tuple(items) for family, items in groupby(ordered, key=lambda item: item.measure.family)}


def compute_family(place: Workplace, quarter: Quarter, family: Sequence[MeasureStatement]) -> dict[str, int]:
    """Compute and write every measure of a family.

    Returns:
        Rows by table.

    Raises:
        ShapeBroken: a statement returned something else than the one tidy shape.
    """
    statements = [item.statement for item in family]
    rows: dict[str, int] = {}
    with place.engine.session(sources(place, quarter, statements)) as session:
        for item in family:
            frame = told(place, quarter, item, session)
            place.replace_tables(quarter, item.measure.table, {item.measure.table: frame})
            register_made(place, quarter, item.measure.table, item.statement, len(frame))
            rows[item.measure.table] = len(frame)
    return rows


def require_inputs(place: Workplace, quarter: Quarter, wanted: Sequence[MeasureStatement]) -> None:
    """Refuse figures of tables that are red, or that a newer file has left behind.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        wanted: the measures that are to be made.

    Raises:
        ReturnRefused: with every reason, and the button to press.
    """
    what = "The figures"
    extracts = {extract.name: extract for item in wanted for extract in item.extracts}
    require_extracts(place, quarter, what, [extracts[name] for name in sorted(extracts)])
    core = {statement.name: statement for item in wanted for statement in item.core}
    tables = {table for item in wanted for table in item.tables}
    refuse_for(quarter, what, table_refusals(place, quarter, sorted(core.items(), key=itemgetter(0)), tables))


def told(place: Workplace, quarter: Quarter, item: MeasureStatement, session: Session) -> pd.DataFrame:
    """A measure's rows that may be told: none where a file it rests on was not received, none of before its log began.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        item: the measure.
        session: an engine that sees the tables it reads.

    Raises:
        ShapeBroken: the statement returned something else than the one tidy shape.
    """
    received = [one.name for one in item.extracts if place.register.in_force(one, quarter.slug)]
    if lacking(item.measure, [one.name for one in item.extracts], received):
        return checked(pd.DataFrame(columns=list(SHAPE)), item.measure)
    frame = checked(session.query(item.statement.body), item.measure)
    periods = context_tables(quarter, place.service, {"periods"})["periods"]
    return known_rows(frame, item.measure, periods, begun_on(place.lake, quarter, item.measure))


def family_assets(
    family: str, measures: Sequence[MeasureStatement], partitions: dg.PartitionsDefinition[str]
) -> dg.AssetsDefinition:
    """One Dagster step for a family of measures, one asset a measure."""

    @dg.multi_asset(
        name=f"measure_{family}",
        specs=[_spec(item, partitions) for item in measures],
        can_subset=True,
    )
    def measure(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.MaterializeResult[None]]:
        """The family's measures, or those of them that were asked for."""
        wanted = [item for item in measures if dg.AssetKey(item.measure.table) in context.selected_asset_keys]
        quarter = Quarter.from_key(context.partition_key)
        with told_plainly():
            workplace.locks.hold(quarter)
            require_inputs(workplace, quarter, wanted)
            rows = compute_family(workplace, quarter, wanted)
        for table, number in rows.items():
            yield dg.MaterializeResult(asset_key=table, metadata=rows_made(quarter, number))

    return measure


def _spec(item: MeasureStatement, partitions: dg.PartitionsDefinition[str]) -> dg.AssetSpec:
    """The asset of one measure, described by its header."""
    measure = item.measure
    return dg.AssetSpec(
        measure.table,
        deps=list(tables_read(item.statement)),
        group_name="indicators",
        kinds={"duckdb", "parquet"},
        description=f"{measure.id} {measure.title}. {measure.definition} Why it matters: {measure.why}",
        metadata=_metadata(measure),
        partitions_def=partitions,
    )


def _metadata(measure: Measure) -> Mapping[str, str]:
    """The header's facts, as an officer reads them on the asset's page."""
    return {
        "numerator": measure.numerator,
        "denominator": measure.denominator,
        "unit": measure.unit,
        "better": measure.polarity,
        "counts": measure.counting_unit,
        "data": measure.data_source,
        "rule": measure.source,
    }
