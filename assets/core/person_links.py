"""Records of one young person linked to each other: the step between the persons extract and everything that counts.

It stands before `sql/core`, so that a child held twice is counted once. Nothing stops here: what is doubtful is counted
apart, and told. How links are found is in `assets.core.people`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import dagster as dg
import pandas as pd

from assets.core.crossing import cross_file_faults
from assets.core.in_order import require_extracts
from assets.core.link_decisions import OFFICER_LINKS, list_mark, standing_decisions
from assets.core.mending import across_with_facts
from assets.core.people.linking import Linked, Query, link
from assets.core.people.records import records_of
from assets.raw.received import letters_of
from pipelines.platform.gate import rows_made, told_plainly
from pipelines.platform.provenance import code_hash, fingerprint
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import Verdict
from pipelines.platform.workplace import Workplace
from schemas import people_rules as rules
from schemas.catalogue import extract
from schemas.extract import ORIGIN, Fault
from schemas.facts import digest
from schemas.rules import file_fault, rule

if TYPE_CHECKING:
    from pipelines.platform.register.people import LinkDecision

LINKS = "core_person_links"
PROPOSALS = "link_proposals"
PERSONS = extract("persons")
REVIEW_CHECK = "people_to_review"


def links_fingerprint(
    place: Workplace, quarter: Quarter, persons: Verdict | None, decisions: "Sequence[LinkDecision]"
) -> str:
    """Fingerprint of what the links are made of: the persons table, the decisions, the threshold and the code.

    Args:
        place: the service's workplace.
        quarter: the quarter whose persons are linked.
        persons: verdict on the persons table, if it was made.
        decisions: the standing decisions.
    """
    mark = persons.input_fingerprint if persons is not None and persons.passed else "no persons"
    told = [f"{one.number} {one.same}" for one in decisions]
    listed = list_mark(place, quarter)
    return fingerprint([code_hash(), LINKS, mark, listed, str(place.service.linking.propose_from), *told])


def links_are_current(place: Workplace, quarter: Quarter, persons: Verdict | None, links: Verdict | None) -> bool:
    """Whether the quarter's links were made of today's persons, decisions and code."""
    wanted = links_fingerprint(place, quarter, persons, standing_decisions(place, quarter))
    return links is not None and links.input_fingerprint == wanted


def link_people(place: Workplace, quarter: Quarter) -> dict[str, int]:
    """Link the quarter's persons, keep links and proposals, and register what was found.

    Where nothing has changed since, what is kept stands.

    Returns:
        Rows by table.
    """
    persons = place.register.verdict(quarter.slug, PERSONS.core_table)
    kept = place.register.verdict(quarter.slug, LINKS)
    made = place.lake.has(LINKS, quarter) and place.lake.has(PROPOSALS, quarter)
    if not (made and links_are_current(place, quarter, persons, kept)):
        _link_anew(place, quarter, persons)
    return {table: len(place.lake.read(table, quarter)) for table in (LINKS, PROPOSALS)}


def _link_anew(place: Workplace, quarter: Quarter, persons: Verdict | None) -> None:
    decisions = standing_decisions(place, quarter)
    raw = place.lake.read(PERSONS.raw_table, quarter)
    records = records_of(place.lake.read(PERSONS.core_table, quarter), raw)
    linked = link(records, decisions, place.service.linking.propose_from)
    place.replace_tables(quarter, LINKS, {PROPOSALS: linked.proposals, LINKS: linked.links})
    place.register.replace_faults(quarter.slug, LINKS, _faults(place, quarter, records, linked))
    place.register.record_verdict(
        Verdict(
            quarter_slug=quarter.slug,
            table=LINKS,
            passed=True,
            input_fingerprint=links_fingerprint(place, quarter, persons, decisions),
            rows_received=len(linked.links),
            rows_kept=len(linked.links),
            message=_sentence(linked),
        )
    )


def _sentence(linked: Linked) -> str:
    """What was found, in numbers."""
    return f"{len(linked.links):,} records linked to another; {len(linked.proposals):,} pairs to be looked at."


def _faults(place: Workplace, quarter: Quarter, records: pd.DataFrame, linked: Linked) -> tuple[Fault, ...]:
    """Counts first, one line each; then one line a query."""
    counts = {
        rules.NO_PNC: linked.without_pnc,
        rules.LINKED: len(linked.links),
        rules.PROPOSED: len(linked.proposals),
    }
    told = [_count(records, code, number) for code, number in counts.items() if number]
    return (*told, *_query_faults(place, quarter, records, linked.queries))


def _count(records: pd.DataFrame, code: str, number: int) -> Fault:
    """One line that says how many."""
    where = records.iloc[0]
    told = file_fault(code, PERSONS, file_name=str(where["file_name"]), file_sha256=str(where["file_sha256"]))
    return replace(told, message=f"{told.message} Number: {number:,}.")


def _query_faults(
    place: Workplace, quarter: Quarter, records: pd.DataFrame, queries: Sequence[Query]
) -> tuple[Fault, ...]:
    """One line a query, at its record's place, with the explanation that stands for it."""
    headers, raw = place.lake.read(f"headers_{PERSONS.name}", quarter), place.lake.read(PERSONS.raw_table, quarter)
    faults = cross_file_faults(_placed(records, queries), {PERSONS.name: letters_of(headers)}, {PERSONS.name: raw})
    facts = _facts(records, queries)
    known = [replace(fault, fact=fact) for fault, fact in zip(faults, facts, strict=True)]
    return across_with_facts(place, quarter, known)


def _placed(records: pd.DataFrame, queries: Sequence[Query]) -> pd.DataFrame:
    """The queries with the place of their record, in their order."""
    placed = records.set_index("ypid").loc[[query.ypid for query in queries], list(ORIGIN)].reset_index(drop=True)
    codes = pd.Series([query.code for query in queries], index=placed.index, dtype="string")
    shown = [rule(code).columns[0] for code in codes]
    return placed.assign(code=codes, table_name=PERSONS.name, column_name=shown)


def _facts(records: pd.DataFrame, queries: Sequence[Query]) -> Iterator[str]:
    """Fingerprint of each query: the same while its records say the same of birthday, sex and number."""
    said = records.set_index("ypid")[["pnc", "born", "sex"]]
    for query in queries:
        ypids = [ypid for ypid in (query.ypid, query.other) if ypid]
        yield digest([query.code, *ypids, *(str(cell) for ypid in ypids for cell in said.loc[ypid])])


def links_asset(partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """The Dagster asset of the links between persons, with its check."""

    @dg.asset(
        name=LINKS,
        deps=[PERSONS.core_table, OFFICER_LINKS.core_table],
        partitions_def=partitions,
        group_name="core",
        kinds={"duckdb", "parquet"},
        description="Records of one young person: one row per record linked to another, which is counted in its place. "
        "By PNC number or originating id with the date of birth, or as officers decided; nothing is merged.",
        check_specs=[
            dg.AssetCheckSpec(REVIEW_CHECK, asset=LINKS, description="Pairs of records that somebody should look at")
        ],
    )
    def person_links(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
        """Who is linked to whom, and how many pairs wait for a decision."""
        quarter = Quarter.from_key(context.partition_key)
        with told_plainly():
            workplace.locks.hold(quarter)
            require_extracts(workplace, quarter, "Links between records", [PERSONS, OFFICER_LINKS])
            rows = link_people(workplace, quarter)
        yield dg.AssetCheckResult(
            asset_key=LINKS,
            check_name=REVIEW_CHECK,
            passed=rows[PROPOSALS] == 0,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"{rows[PROPOSALS]} pairs of records may be of one young person: see the sheet People.",
        )
        yield dg.MaterializeResult(metadata=rows_made(quarter, rows[LINKS]))

    return person_links
