"""MOJ's own count of first-time entrants, from police records, as a comparator of ours and never as our figure.

The two series count different records (measures.md T-01, B3): they stand side by side with their sources, and neither
is rated against the other.
"""

from __future__ import annotations

import pandas as pd

#: Measure it stands beside, unit, and how the value is made from a row.
_PER_THOUSAND = 1000.0


def police_comparators(moj_fte: pd.DataFrame) -> pd.DataFrame:
    """MOJ's first-time entrants as comparator rows, two per row of the table: the count and the rate.

    Args:
        moj_fte: core_moj_fte, one row per release, window and geography.

    Returns:
        Columns as core_comparators: measure_id, geography, window_start, window_end, follow_up_months, value, unit,
        source, release, status.
    """
    newest = moj_fte.sort_values("release_date", kind="stable").drop_duplicates(
        ["window_start", "window_end", "geography"], keep="last"
    )
    rate = _PER_THOUSAND * newest["fte_count"].astype("Float64") / newest["population"].astype("Float64")
    counts = _rows(newest, "FTE-01", "count", newest["fte_count"].astype("Float64"))
    rates = _rows(newest, "FTE-05", "per 1,000", rate)
    return pd.concat([counts, rates], ignore_index=True)


def _rows(windows: pd.DataFrame, measure_id: str, unit: str, values: pd.Series) -> pd.DataFrame:
    """One comparator row a window, with these values."""
    return pd.DataFrame(
        {
            "measure_id": measure_id,
            "geography": "PNC (MOJ), " + windows["geography"].astype("string"),
            "window_start": windows["window_start"],
            "window_end": windows["window_end"],
            "follow_up_months": pd.Series(pd.NA, index=windows.index, dtype="Int64"),
            "value": values,
            "unit": unit,
            "source": "Ministry of Justice, PNC",
            "release": windows["release_date"].dt.strftime("%Y-%m-%d").astype("string"),
            "status": windows["status"],
        }
    )
