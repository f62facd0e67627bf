"""Whose a referral is that names no number: by surname, first letter of the forename and date of birth.

Nothing is read or written here, and no name leaves: referrals and records in, ids out (measures.md C3, sm / mh).
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from assets.core.people.records import folded_name

MATCH_COLUMNS = ("mh_referral_id", "ypid")
_PLACE = ["file_sha256", "sheet", "row"]
_NAMES = ("surname", "forename")


def nameless(core: pd.DataFrame, raw: pd.DataFrame) -> pd.DataFrame:
    """The referrals without a number, each with its folded names, by referral id.

    Args:
        core: core_mental_health.
        raw: its rows as text; they may lack the names.

    Returns:
        The referrals' columns with `surname`, `forename` and `born` as text, "" where nothing is known.
    """
    asked = core[core["ypid"].isna()]
    there = [name for name in _NAMES if name in raw]
    names = raw[[*_PLACE, *there]].assign(sheet=raw["sheet"].fillna("")).drop_duplicates(_PLACE)
    named = asked.assign(sheet=asked["sheet"].fillna("")).merge(names, how="left", on=_PLACE)
    folded = {name: _folded(named, name) for name in _NAMES}
    born = named["date_of_birth"].dt.strftime("%Y-%m-%d").astype("string").fillna("")
    return named.assign(**folded, born=born).sort_values("mh_referral_id", ignore_index=True)


def _folded(frame: pd.DataFrame, name: str) -> pd.Series:
    """A name without case, accents and marks, "" where the file has none."""
    if name not in frame:
        return pd.Series("", index=frame.index, dtype="string")
    return frame[name].astype("string").fillna("").map(folded_name).astype("string")


def matched(referrals: pd.DataFrame, records: pd.DataFrame, groups: Mapping[str, str]) -> pd.DataFrame:
    """The referrals of which name and birthday are those of exactly one young person.

    Args:
        referrals: as `nameless` gives them.
        records: the persons' records, as `assets.core.people.records` gives them.
        groups: record -> the record its young person is counted as, for those that are linked.

    Returns:
        One row per referral that was matched: `MATCH_COLUMNS`.
    """
    holders: dict[tuple[str, str, str], set[str]] = {}
    for ypid, surname, forename, born in _rows(records, "ypid"):
        holders.setdefault((surname, forename[:1], born), set()).add(groups.get(ypid, ypid))
    found = []
    for referral, surname, forename, born in _rows(referrals, "mh_referral_id"):
        whose = holders.get((surname, forename[:1], born), set())
        if surname and forename and born and len(whose) == 1:
            found.append((referral, *whose))
    return pd.DataFrame(found, columns=list(MATCH_COLUMNS)).astype("string")


def _rows(frame: pd.DataFrame, key: str) -> list[tuple[str, str, str, str]]:
    """Key, surname, forename and birthday of each row as plain text."""
    told = frame[[key, "surname", "forename", "born"]].astype(str)
    return list(told.itertuples(index=False, name=None))
