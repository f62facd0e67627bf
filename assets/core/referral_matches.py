"""Referrals of the mental health service without the case system's number, matched to the young people they are of.

The step stands between the links of persons and `sql/core`. Nothing stops here: a referral that matches nobody, or
more than one, is told of and left out. How a match is found is in `assets.core.people.referrals`.
"""

from collections.abc import Iterator
from dataclasses import replace

import dagster as dg
import pandas as pd

from assets.core.crossing import cross_file_faults
from assets.core.in_order import require_extracts
from assets.core.mending import across_with_facts
from assets.core.people.records import records_of
from assets.core.people.referrals import matched, nameless
from assets.core.person_links import LINKS, PERSONS
from assets.raw.received import letters_of
from pipelines.platform.gate import rows_made, told_plainly
from pipelines.platform.provenance import code_hash, fingerprint
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.records import Verdict
from pipelines.platform.workplace import Workplace
from schemas import referral_rules as rules
from schemas.catalogue import extract
from schemas.extract import ORIGIN, Fault
from schemas.rules import file_fault

MATCHES = "core_referral_matches"
REFERRALS = extract("mental_health")
MATCH_CHECK = "referrals_to_review"


def matches_fingerprint(place: Workplace, quarter: Quarter) -> str:
    """Fingerprint of what the matches are made of: persons and their links, the referrals, the code."""
    verdicts = [place.register.verdict(quarter.slug, table) for table in (LINKS, REFERRALS.core_table)]
    marks = [one.input_fingerprint if one is not None and one.passed else "none" for one in verdicts]
    return fingerprint([code_hash(), MATCHES, *marks])


def matches_are_current(place: Workplace, quarter: Quarter, matches: Verdict | None) -> bool:
    """Whether the quarter's matches were made of today's persons, links, referrals and code."""
    return matches is not None and matches.input_fingerprint == matches_fingerprint(place, quarter)


def match_referrals(place: Workplace, quarter: Quarter) -> dict[str, int]:
    """Match the quarter's referrals, keep the matches, and register what was found.

    Returns:
        How many were matched, and how many were not.
    """
    asked = _nameless(place, quarter)
    persons = place.lake.read(PERSONS.core_table, quarter)
    records = records_of(persons, place.lake.read(PERSONS.raw_table, quarter))
    links = place.lake.read(LINKS, quarter)
    groups = dict(zip(links["ypid"].astype(str), links["linked_id"].astype(str), strict=True))
    found = matched(asked, records, groups)
    left = asked[~asked["mh_referral_id"].isin(found["mh_referral_id"])]
    place.replace_tables(quarter, MATCHES, {MATCHES: found})
    place.register.replace_faults(quarter.slug, MATCHES, _faults(place, quarter, asked, left))
    _register(place, quarter, len(found), len(left))
    return {"matched": len(found), "unmatched": len(left)}


def _nameless(place: Workplace, quarter: Quarter) -> pd.DataFrame:
    """The referrals without a number, with what names them."""
    core = place.lake.read(REFERRALS.core_table, quarter)
    held = place.lake.has(REFERRALS.raw_table, quarter)
    raw = place.lake.read(REFERRALS.raw_table, quarter) if held else core.head(0)
    return nameless(core, raw)


def _register(place: Workplace, quarter: Quarter, found: int, left: int) -> None:
    place.register.record_verdict(
        Verdict(
            quarter_slug=quarter.slug,
            table=MATCHES,
            passed=True,
            input_fingerprint=matches_fingerprint(place, quarter),
            rows_received=found + left,
            rows_kept=found,
            rows_stopped=left,
            message=f"{found:,} referrals matched to a young person; {left:,} matched to nobody.",
        )
    )


def _faults(place: Workplace, quarter: Quarter, asked: pd.DataFrame, left: pd.DataFrame) -> tuple[Fault, ...]:
    """How many were matched, in one line; then one line a referral that was not."""
    number = len(asked) - len(left)
    return (*([_count(asked, number)] if number else []), *_unmatched(place, quarter, left))


def _count(asked: pd.DataFrame, number: int) -> Fault:
    """One line that says how many."""
    where = asked.iloc[0]
    told = file_fault(
        rules.MATCHED, REFERRALS, file_name=str(where["file_name"]), file_sha256=str(where["file_sha256"])
    )
    return replace(told, message=f"{told.message} Number: {number:,}.")


def _unmatched(place: Workplace, quarter: Quarter, left: pd.DataFrame) -> tuple[Fault, ...]:
    """One line a referral, at its place, with the explanation that stands for it."""
    if left.empty:
        return ()
    headers, raw = place.lake.read(f"headers_{REFERRALS.name}", quarter), place.lake.read(REFERRALS.raw_table, quarter)
    placed = left[list(ORIGIN)].assign(code=rules.UNMATCHED, table_name=REFERRALS.name, column_name="mh_referral_id")
    faults = cross_file_faults(placed, {REFERRALS.name: letters_of(headers)}, {REFERRALS.name: raw})
    return across_with_facts(place, quarter, faults)


def matches_asset(partitions: dg.PartitionsDefinition[str]) -> dg.AssetsDefinition:
    """The Dagster asset of the matches of referrals, with its check."""

    @dg.asset(
        name=MATCHES,
        deps=[LINKS, PERSONS.core_table, REFERRALS.core_table],
        partitions_def=partitions,
        group_name="core",
        kinds={"pandas", "parquet"},
        description="Mental health referrals that came without the case system's number: one row per referral whose "
        "surname, first letter of the forename and date of birth are one young person's alone.",
        check_specs=[dg.AssetCheckSpec(MATCH_CHECK, asset=MATCHES, description="Referrals that match nobody")],
    )
    def referral_matches(
        context: dg.AssetExecutionContext, workplace: dg.ResourceParam[Workplace]
    ) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
        """Whose the referrals are, and how many are nobody's."""
        quarter = Quarter.from_key(context.partition_key)
        with told_plainly():
            workplace.locks.hold(quarter)
            require_extracts(workplace, quarter, "Matches of referrals", [PERSONS, REFERRALS])
            rows = match_referrals(workplace, quarter)
        yield dg.AssetCheckResult(
            asset_key=MATCHES,
            check_name=MATCH_CHECK,
            passed=rows["unmatched"] == 0,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"{rows['unmatched']} referrals without a number match nobody, and are left out.",
        )
        yield dg.MaterializeResult(metadata=rows_made(quarter, rows["matched"]))

    return referral_matches
