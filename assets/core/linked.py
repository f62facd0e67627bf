"""The core tables that several measures share, made across files by the statements of `sql/core`.

One step makes them all, in the order in which they read each other: an officer gains nothing from rerunning one of
them apart. Rules across files stop single rows here, never the quarter.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import dagster as dg
import pandas as pd

from assets.core.crossing import FAULTS_TABLE, cross_file_faults
from assets.core.in_order import require_extracts
from assets.core.measured import keep_references
from assets.core.mending import across_with_facts
from assets.core.references import dangling, referring_extracts
from assets.core.watching import FINDINGS_TABLE, watch_faults
from assets.raw.received import letters_of
from pipelines.platform.context import VIEWS, context_tables
from pipelines.platform.gate import rows_made, told_plainly
from pipelines.platform.provenance import code_hash, fingerprint
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import Verdict
from pipelines.platform.sql import Statement
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract, Letters

REFERENCES_CHECK = "references"
WATCH_CHECK = "watch"


def statement_fingerprint(statement: Statement, verdicts: Mapping[str, Verdict]) -> str:
    """Fingerprint of a table made by SQL: its statement and the fingerprints of the tables it reads.

    Args:
        statement: the statement.
        verdicts: the quarter's verdicts by table.
    """
    marks = [_mark(verdicts, table) for table in tables_read(statement)]
    return fingerprint([code_hash(), statement.name, statement.body, *marks])


def verdicts_by_table(place: Workplace, quarter: Quarter) -> dict[str, Verdict]:
    """What the register holds of each table of the quarter."""
    return {verdict.table: verdict for verdict in place.register.verdicts(quarter.slug)}


def tables_read(statement: Statement) -> tuple[str, ...]:
    """Tables of the lake that a statement reads, as its header says (the context views left out)."""
    return tuple(str(table) for table in statement.header["reads"] if table not in VIEWS)


def _mark(verdicts: Mapping[str, Verdict], table: str) -> str:
    """Fingerprint the register holds of a table, or a word that never matches one."""
    verdict = verdicts.get(table)
    return verdict.input_fingerprint if verdict is not None and verdict.passed else f"no {table}"


def sources(place: Workplace, quarter: Quarter, statements: Sequence[Statement]) -> dict[str, Path | pd.DataFrame]:
    """Everything these statements read: the lake's tables and the context views."""
    wanted = {str(table) for statement in statements for table in statement.header["reads"]}
    made = {statement.name for statement in statements}
    tables: dict[str, Path | pd.DataFrame] = dict(context_tables(quarter, place.service, wanted))
    tables.update({table: place.lake.path(table, quarter) for table in sorted(wanted - made - VIEWS)})
    return tables


def make_linked(place: Workplace, quarter: Quarter, statements: Sequence[Statement]) -> dict[str, int]:
    """Run the core statements in order, write each table, and register what the cross-file rules found.

    Returns:
        Rows by table.
    """
    rows: dict[str, int] = {}
    with place.engine.session(sources(place, quarter, statements)) as session:
        for statement in statements:
            frame = session.query(statement.body)
            place.replace_tables(quarter, statement.name, {statement.name: frame})
            session.add(statement.name, frame)
            register_made(place, quarter, statement.name, statement, len(frame))
            rows[statement.name] = len(frame)
    found = pd.concat([place.lake.read(FAULTS_TABLE, quarter), dangling(place, quarter)], ignore_index=True)
    faults = cross_file_faults(found, _letters(place, quarter, found), _raw(place, quarter, found))
    place.register.replace_faults(quarter.slug, FAULTS_TABLE, across_with_facts(place, quarter, faults))
    keep_references(place, quarter, FAULTS_TABLE)
    _register_watch(place, quarter)
    return rows


def _register_watch(place: Workplace, quarter: Quarter) -> None:
    """Register what watching the published statistics found."""
    found = place.lake.read(FINDINGS_TABLE, quarter)
    faults = watch_faults(found, _letters(place, quarter, found), _raw(place, quarter, found))
    place.register.replace_faults(quarter.slug, FINDINGS_TABLE, across_with_facts(place, quarter, faults))


def _letters(place: Workplace, quarter: Quarter, found: pd.DataFrame) -> dict[str, Letters]:
    """Column letters of the extracts that the cross-file rules found faults in."""
    names = sorted(set(found["table_name"].astype(str)))
    known = [name for name in names if place.lake.has(f"headers_{name}", quarter)]
    return {name: letters_of(place.lake.read(f"headers_{name}", quarter)) for name in known}


def _raw(place: Workplace, quarter: Quarter, found: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows as text of the extracts that the cross-file rules found faults in."""
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - the extracts are not needed to list the assets

    mine = {extract.name: extract.raw_table for extract in EXTRACTS if found["table_name"].eq(extract.name).any()}
    return {name: place.lake.read(table, quarter) for name, table in mine.items() if place.lake.has(table, quarter)}


def register_made(place: Workplace, quarter: Quarter, table: str, statement: Statement, rows: int) -> None:
    """Note in the register what a table made by SQL was made of."""
    place.register.record_verdict(
        Verdict(
            quarter_slug=quarter.slug,
            table=table,
            passed=True,
            input_fingerprint=statement_fingerprint(statement, verdicts_by_table(place, quarter)),
            rows_received=rows,
            rows_kept=rows,
            rows_stopped=0,
            code="",
            message=f"{table}: {rows} rows",
        )
    )


def linked_assets(statements: Sequence[Statement], partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """One Dagster step for all tables of `sql/core`."""

    @dg.multi_asset(
        name="link",
        specs=[
            dg.AssetSpec(
                statement.name,
                deps=_deps(statement),
                group_name="core",
                kinds={"duckdb", "parquet"},
                description=_description(statement.header),
                partitions_def=partitions,
            )
            for statement in statements
        ],
        check_specs=[
            dg.AssetCheckSpec(REFERENCES_CHECK, asset=FAULTS_TABLE, description="Rows that point at no other row"),
            dg.AssetCheckSpec(WATCH_CHECK, asset=FINDINGS_TABLE, description="Published figures that are odd"),
        ],
    )
    def link(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
        """Every table shared across files, in the order in which they read each other."""
        quarter = Quarter.from_key(context.partition_key)
        with told_plainly():
            workplace.locks.hold(quarter)
            require_extracts(workplace, quarter, "The tables across files", _extracts_read(statements))
            rows = make_linked(workplace, quarter, statements)
        workplace.checked(quarter, FAULTS_TABLE)
        for table, number in rows.items():
            yield dg.MaterializeResult(asset_key=table, metadata=rows_made(quarter, number))
        yield _references_check(rows[FAULTS_TABLE])
        yield _watch_check(rows[FINDINGS_TABLE])

    return link


def _extracts_read(statements: Sequence[Statement]) -> list[Extract]:
    """The extracts that the statements read, in the catalogue's order."""
    from schemas.catalogue import EXTRACTS  # noqa: PLC0415 - the extracts are not needed to list the assets

    tables = {table for statement in statements for table in _deps(statement)}
    return [extract for extract in EXTRACTS if extract.core_table in tables]


def _deps(statement: Statement) -> list[str]:
    """Tables that must be there before: for the rules across files, every extract that refers to another too."""
    beside = [extract.core_table for extract in referring_extracts()] if statement.name == FAULTS_TABLE else []
    return sorted({*tables_read(statement), *beside})


def _description(header: Mapping[str, object]) -> str:
    """Title and grain of a core statement, from its header."""
    return f"{header['title']}: {header['grain']}."


def _references_check(found: int) -> dg.AssetCheckResult:
    """Warns of rows left out because another file does not know what they point at."""
    return dg.AssetCheckResult(
        asset_key=FAULTS_TABLE,
        check_name=REFERENCES_CHECK,
        passed=found == 0,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{found} rows with a fault across files; each is listed on the data-quality sheet.",
    )


def _watch_check(found: int) -> dg.AssetCheckResult:
    """Warns of published figures that are odd, so that they are explained before they stand beside ours."""
    return dg.AssetCheckResult(
        asset_key=FINDINGS_TABLE,
        check_name=WATCH_CHECK,
        passed=found == 0,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{found} findings in published statistics; each is listed on the data-quality sheet.",
    )
