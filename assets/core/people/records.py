"""The records to be compared: one row per record of a young person, folded so that like is alike.

Names and postcode come from the raw table, since core keeps neither; nothing made here is ever written anywhere.
"""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from schemas.extract import ORIGIN
from schemas.pnc import canonical

#: Columns of the records beside where they stand.
COLUMNS = ("ypid", "origin_id", "pnc", "born", "sex", "surname", "forename", "postcode")
_FROM_RAW = ("surname", "forename", "home_postcode")
_PLACE = ["file_sha256", "sheet", "row"]
_NO_ORIGIN = frozenset({"", "N/A"})
_NOT_NAME = re.compile(r"[^a-z0-9]+")
_NOT_POSTCODE = re.compile(r"[^A-Z0-9]+")
#: ONS pseudo postcodes (no fixed abode, not known, abroad): shared by people who share nothing.
_NOWHERE = "ZZ99"


def records_of(core: pd.DataFrame, raw: pd.DataFrame) -> pd.DataFrame:
    """One row per record that is not deleted, in the order of ypid.

    Args:
        core: core_persons.
        raw: the raw persons table; it may lack names and postcode.

    Returns:
        `ORIGIN`, then `COLUMNS` as text, "" where nothing is known; `born` as YYYY-MM-DD.
    """
    kept = core[core["deleted"].eq(other=False).fillna(value=False)]
    named = kept.assign(sheet=kept["sheet"].fillna("")).merge(_names(raw), how="left", on=_PLACE)
    columns = {
        "ypid": named["ypid"],
        "origin_id": _text(named, "originating_yot_person_id").str.strip().str.upper().map(_origin),
        "pnc": _text(named, "pnc_number").map(canonical),
        "born": named["date_of_birth"].dt.strftime("%Y-%m-%d"),
        "sex": _text(named, "sex").replace("Unknown", ""),
        "surname": _text(named, "surname").map(folded_name),
        "forename": _text(named, "forename").map(folded_name),
        "postcode": _text(named, "home_postcode").map(folded_postcode),
    }
    frame = pd.DataFrame({name: named[name] for name in ORIGIN} | columns)
    texts = dict.fromkeys((*COLUMNS, "sheet"), "string")
    return frame.astype(texts).fillna(dict.fromkeys(texts, "")).sort_values("ypid", ignore_index=True)


def _names(raw: pd.DataFrame) -> pd.DataFrame:
    """Names and postcode by the place of their row, those columns that the files have."""
    there = [name for name in _FROM_RAW if name in raw]
    return raw[[*_PLACE, *there]].assign(sheet=raw["sheet"].fillna("")).drop_duplicates(_PLACE)


def _text(frame: pd.DataFrame, column: str) -> pd.Series:
    """A column as text, "" where it or its cell is missing."""
    if column not in frame:
        return pd.Series("", index=frame.index, dtype="string")
    return frame[column].astype("string").fillna("")


def _origin(text: str) -> str:
    """An originating id; blank and "N/A" are nobody's (measures.md C3)."""
    return "" if text in _NO_ORIGIN else text


def folded_name(text: str) -> str:
    """A name without accents, case, spaces and punctuation: "O'Néill" -> "oneill"."""
    return _NOT_NAME.sub("", unicodedata.normalize("NFKD", text).casefold())


def folded_postcode(text: str) -> str:
    """A postcode in capitals without its space; "" for a pseudo postcode, which says nothing."""
    code = _NOT_POSTCODE.sub("", text.upper())
    return "" if code.startswith(_NOWHERE) else code
