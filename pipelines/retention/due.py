"""Which children are due to go: the service's terms, laid over what a quarter's checked tables say of each child.

What belongs here: a child's last action, kinds of case and last day of keeping. Nothing is read or deleted here. Of a
child held in several quarters the newest quarter's word counts, and records linked as one child go together or not at
all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from pipelines.retention.owners import PERSONS, Owners, links_of, of_children
from schemas.codelists_outcomes import DISPOSAL_TYPE, LEGAL_OUTCOME
from schemas.extract import Extract
from schemas.retention import CaseKind, Retention

#: Dates that are no action with the child: of birth, of the export, and days on which something was to be done.
NO_ACTION = frozenset(
    {
        *("date_of_birth", "extract_date", "eighteenth_birthday", "planned_end", "runs_from_date"),
        *("due", "due_date", "action_due", "review_due", "psr_due", "return_interview_due"),
    }
)
_SEXUAL = "SEXUAL_OFFENCES"
_COURT = frozenset({"First-tier", "Community", "Custody"})
_POLICE = frozenset({"Pre-Court", "Diversion"})


@dataclass(frozen=True)
class Held:
    """The checked tables of one quarter, as far as they are of children.

    Attributes:
        day: the quarter's last day: what its snapshot says of later days is taken for that day.
        frames: checked table by name of the extract.
        links: id of each linked record -> id of the child it is of.
    """

    day: date
    frames: Mapping[str, pd.DataFrame]
    links: Mapping[str, str]


def last_days(quarters: Iterable[Held], retention: Retention) -> dict[str, date]:
    """The last day on which each child's records are kept.

    Args:
        quarters: what is held, the oldest quarter first.
        retention: the service's terms.

    Returns:
        Child's id -> day; a child of whom nothing but the person's record is held is due three years (the term of
        prevention) after nothing, that is by age alone.
    """
    kept: dict[str, date] = {}
    for held in quarters:
        days = _of_quarter(held, retention)
        groups: dict[str, date] = {}
        for child, day in days.items():
            group = held.links.get(child, child)
            groups[group] = max(day, groups.get(group, day))
        kept.update({child: groups[held.links.get(child, child)] for child in days})
    return kept


def _of_quarter(held: Held, retention: Retention) -> dict[str, date]:
    """The last day of keeping of each child in one quarter."""
    persons = held.frames[PERSONS]
    born = pd.Series(persons["date_of_birth"].to_numpy(), index=persons["ypid"].astype(str))
    acted = last_actions(held).reindex(born.index).fillna(born)
    kinds = kinds_of(held.frames)
    days: dict[str, date] = {}
    for child, birth, action in zip(born.index, born, acted, strict=True):
        days[child] = _last_day(kinds.get(child, set()), birth, action, retention)
    return days


def _last_day(kinds: set[CaseKind], birth: pd.Timestamp, action: pd.Timestamp, retention: Retention) -> date:
    """The latest of what the terms of the child's kinds of case say."""
    ends = []
    for term in map(retention.term, kinds or {CaseKind.PREVENTION}):
        ends.append(action + pd.DateOffset(years=term.years))
        if term.until_age is not None:
            ends.append(birth + pd.DateOffset(years=term.until_age))
    return max(ends).date()


def last_actions(held: Held) -> pd.Series:
    """The last day on which something happened with each child, by id; work still open counts as of the last day."""
    owners, found = Owners(held.frames), []
    for extract in of_children():
        if extract.name in held.frames and extract.name != PERSONS:
            days = _latest(extract, held.frames[extract.name], pd.Timestamp(held.day))
            found += [pd.DataFrame({"child": child, "day": days}) for child in owners.children(extract)]
    if not found:
        return pd.Series(dtype="datetime64[us]")
    return pd.concat(found, ignore_index=True).dropna().groupby("child")["day"].max()


def _latest(extract: Extract, frame: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """The latest day in each row that is an action, none later than the quarter's last."""
    names = [one.name for one in extract.columns if one.field.kind == "date" and one.name not in NO_ACTION]
    present = [name for name in names if name in frame]
    latest = frame[present].astype("datetime64[us]").max(axis=1) if present else pd.Series(pd.NaT, index=frame.index)
    if extract.name == "interventions":
        latest = latest.where(frame["end_date"].notna(), day)
    return latest.mask(latest > day, day)


def kinds_of(frames: Mapping[str, pd.DataFrame]) -> dict[str, set[CaseKind]]:
    """The kinds of case that each child has, by id; children without any are left out."""
    owners = Owners(frames)
    kinds: dict[str, set[CaseKind]] = {}
    sources = {"outcomes": "legal_outcome", "interventions": "disposal_type", "offences": "yjb_category"}
    for extract in of_children():
        if extract.name in frames and (column := sources.get(extract.name)) and links_of(extract):
            children = owners.children(extract)[0]
            for child, code in set(zip(children, frames[extract.name][column], strict=True)):
                if isinstance(child, str) and isinstance(code, str) and (kind := kind_of(code)):
                    kinds.setdefault(child, set()).add(kind)
        if extract.name == "out_of_court" and extract.name in frames:
            for child in set(owners.children(extract)[0].dropna()):
                kinds.setdefault(str(child), set()).add(CaseKind.OUT_OF_COURT)
    return kinds


def kind_of(code: str) -> CaseKind | None:
    """The kind of case that a disposal or an offence category makes; None where it makes none.

    Every disposal of a court but the referral order counts as a court order, a fine too: the longer term is the one
    that loses nothing.
    """
    if code == _SEXUAL:
        return CaseKind.SEXUAL_OFFENCE
    if code == "REFERRAL_ORDER":
        return CaseKind.REFERRAL_ORDER
    group = DISPOSAL_TYPE.groups.get(code) or LEGAL_OUTCOME.groups.get(code)
    if group in _COURT:
        return CaseKind.COURT_ORDER
    return CaseKind.OUT_OF_COURT if group in _POLICE else None
