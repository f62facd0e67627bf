"""Doing what the plan says: marked in the register first, then deleted, then confirmed by an audit event.

What belongs here: the order of the steps, and the counts of what was done. A purge that is broken off is taken up by
the next one, because the plan is made of what is still there. Counts are all that leaves here; no id, no name.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

import dagster as dg
import pandas as pd

from pipelines.platform.errors import QuarterBusy
from pipelines.platform.quarters import Quarter
from pipelines.platform.register.purging import HeldRecords
from pipelines.platform.workplace import Workplace
from pipelines.retention.owners import PERSONS
from pipelines.retention.plan import Plan
from pipelines.retention.runs import forget_runs, let_runs_go, runs_going
from pipelines.retention.standing import list_standing
from pipelines.retention.stores import files_going, let_files_go, let_tables_go, tables_of, thin_tables
from schemas.catalogue import extract
from schemas.facts import records_of


@dataclass(frozen=True)
class Counts:
    """What is due, or what was done.

    Attributes:
        quarters_whole: quarters whose working data go whole.
        quarters_thinned: quarters out of which children are taken.
        children: children who leave a quarter, counted once for each.
        standing: children due who still stand in a quarter that is kept as it came.
        files: files deleted.
        tables: tables taken away or written anew.
        register_rows: rows of the register changed or deleted.
        runs: Dagster's runs deleted.
        busy: quarters left for the next time, because a run works on them.
        unsettled: databases that still hold what was deleted, because they were in use; done again the next time.
    """

    quarters_whole: int = 0
    quarters_thinned: int = 0
    children: int = 0
    standing: int = 0
    files: int = 0
    tables: int = 0
    register_rows: int = 0
    runs: int = 0
    busy: int = 0
    unsettled: int = 0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(**{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(Counts)})


def due(place: Workplace, plan: Plan, instance: dg.DagsterInstance | None) -> Counts:
    """What a purge would do, as far as it can be told beforehand; nothing is changed.

    Args:
        place: the service's workplace.
        plan: what is due.
        instance: Dagster's instance; None where there is none yet.
    """
    whole = [one for one in plan.whole if files_going(place, one) or tables_of(place, one)]
    touched = [*whole, *plan.thinned]
    return Counts(
        quarters_whole=len(whole),
        quarters_thinned=len(plan.thinned),
        children=sum(map(len, plan.thinned.values())),
        standing=len(plan.standing),
        files=sum(len(files_going(place, one)) for one in touched),
        tables=sum(len(tables_of(place, one)) for one in touched),
        runs=0 if instance is None else len(runs_going(instance, plan.runs_before, [one.key for one in touched])),
    )


def purge(place: Workplace, plan: Plan, instance: dg.DagsterInstance | None, who: str = "") -> Counts:
    """Do what the plan says; a second time there is nothing to do.

    Args:
        place: the service's workplace.
        plan: what is due.
        instance: Dagster's instance; None where there is none yet.
        who: who asked for it; "" for the account that the program runs under.
    """
    done, gone = Counts(standing=len(plan.standing)), []
    for quarter in (*plan.whole, *plan.thinned):
        try:
            with place.locks.alone(quarter):
                counts = _purge_quarter(place, quarter, plan.thinned.get(quarter), who)
        except QuarterBusy:
            counts = Counts(busy=1)
        else:
            gone.append(quarter)
        done = done.plus(counts)
    done = done.plus(Counts(register_rows=_let_words_go(place, plan, who)))
    list_standing(place, plan)
    return done.plus(_forget(place, plan, instance, gone))


def _purge_quarter(place: Workplace, quarter: Quarter, leaving: frozenset[str] | None, who: str) -> Counts:
    """Let go of a quarter whole, or of the children who leave it."""
    files = files_going(place, quarter)
    if leaving is None and not (files or tables_of(place, quarter)):
        # What a broken-off purge left behind.
        return Counts(files=let_files_go(place, quarter))
    subject = "whole" if leaving is None else "children"
    audit = place.register.audit
    audit.record("purge", quarter_slug=quarter.slug, who=who, subject=subject, detail={"stage": "begun"})
    rows = place.register.purging.close(quarter.slug, files)
    done = Counts(
        quarters_whole=int(leaving is None),
        quarters_thinned=int(leaving is not None),
        children=len(leaving or ()),
        register_rows=rows,
        files=let_files_go(place, quarter),
        tables=let_tables_go(place, quarter) if leaving is None else thin_tables(place, quarter, leaving),
    )
    counts = {name: count for name, count in asdict(done).items() if count}
    audit.record("purge", quarter_slug=quarter.slug, who=who, subject=subject, detail={"stage": "done", **counts})
    return done


def _let_words_go(place: Workplace, plan: Plan, who: str) -> int:
    """Let go of what officers said in closed quarters of records that no open quarter holds."""
    purging = place.register.purging
    closed = [slug for slug in purging.quarters() if purging.closed(slug)]
    if not closed:
        return 0
    went = purging.let_go(closed, held_records(place, plan.open, purging.spoken_of(closed)))
    if went:
        place.register.audit.record("purge", who=who, subject="words", detail={"stage": "done", "register_rows": went})
    return went


def held_records(place: Workplace, quarters: tuple[Quarter, ...], names: frozenset[str]) -> HeldRecords:
    """What open quarters hold; of an extract that one of them has received and not made, nothing can be told.

    Args:
        place: the service's workplace.
        quarters: the open quarters.
        names: extracts whose records are asked for.
    """
    unmade = {
        name
        for quarter in quarters
        for file in place.register.received(quarter.slug)
        for name in file.extracts
        if not place.lake.has(extract_table(name), quarter)
    }
    people = [_rows(place, one, PERSONS)["ypid"].astype(str) for one in quarters if _has(place, one, PERSONS)]
    return HeldRecords(
        records={name: _records(place, quarters, name) for name in sorted(names - unmade)},
        facts=place.register.purging.facts([one.slug for one in quarters]),
        unjudged=frozenset(unmade),
        people=None if PERSONS in unmade else frozenset(child for ids in people for child in ids),
    )


def extract_table(name: str) -> str:
    """The checked table of an extract, by its name."""
    return f"core_{name}"


def _has(place: Workplace, quarter: Quarter, name: str) -> bool:
    return place.lake.has(extract_table(name), quarter)


def _records(place: Workplace, quarters: tuple[Quarter, ...], name: str) -> frozenset[str]:
    """Fingerprints of an extract's records, those set aside too."""
    frames = [_rows(place, one, name) for one in quarters if _has(place, one, name)]
    return frozenset(record for frame in frames for record in records_of(frame, extract(name)))


def _rows(place: Workplace, quarter: Quarter, name: str) -> pd.DataFrame:
    """The extract's rows, kept and set aside."""
    tables = [table for table in (extract_table(name), f"stopped_{name}") if place.lake.has(table, quarter)]
    return pd.concat([place.lake.read(table, quarter) for table in tables], ignore_index=True)


def _forget(place: Workplace, plan: Plan, instance: dg.DagsterInstance | None, gone: list[Quarter]) -> Counts:
    """Delete the runs, and make the databases forget."""
    folder, unsettled, runs = place.settings.dagster_storage, int(not place.register.purging.forget()), []
    if instance is not None:
        runs = runs_going(instance, plan.runs_before, [one.key for one in gone])
        let_runs_go(instance, runs, folder)
        unsettled += int(not forget_runs(folder))
    return Counts(runs=len(runs), unsettled=unsettled)
