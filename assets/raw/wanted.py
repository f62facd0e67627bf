"""Of a publication with far more in it than we read, only the wanted rows are laid out; the others are counted.

Which rows are wanted is said by the extract (`Extract.only`).
"""

from __future__ import annotations

import pandas as pd

from schemas.extract import Extract
from schemas.folding import fold_code


def only_wanted(rows: pd.DataFrame, headers: pd.DataFrame, extract: Extract) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The wanted rows of one sheet, and its headers with how many rows were not (`rows_unwanted`).

    A sheet without the column that tells them apart keeps all its rows: that the column is missing is said elsewhere.

    Args:
        rows: one row per data row of the sheet.
        headers: one row per header of the sheet.
        extract: what the sheet holds.
    """
    kept = rows.loc[_are_wanted(rows, extract)].reset_index(drop=True)
    count = pd.Series(len(rows) - len(kept), index=headers.index, dtype="int64")
    return kept, headers.assign(rows_unwanted=count)


def _are_wanted(rows: pd.DataFrame, extract: Extract) -> pd.Series[bool]:
    if extract.only is None or extract.only[0] not in rows:
        return pd.Series(True, index=rows.index)
    column, codes = extract.only
    wanted = [text for text in rows[column].dropna().unique() if fold_code(str(text)) in codes]
    return rows[column].isin(wanted)
