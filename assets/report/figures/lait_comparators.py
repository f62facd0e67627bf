"""DfE's published figures of other places, as comparators that the pack can show.

All authorities and regions are in core_lait_comparators; of them the pack shows England, the service's own region, and
the mean of each of its authorities' statistical neighbours. Whether one may be judged against ours is decided in
`assets.report.figures.comparison`.
"""

from __future__ import annotations

import pandas as pd

from pipelines.platform.quarters import Quarter
from schemas.service import Service

#: Columns as core_comparators.
COLUMNS = [
    "measure_id",
    "geography",
    "window_start",
    "window_end",
    "follow_up_months",
    "value",
    "unit",
    "source",
    "release",
    "status",
]
PUBLISHER = "DfE LAIT"
#: How a release ends whose value an earlier one put otherwise (`sql/core/core_lait_comparators.sql`).
RESTATED = ", restated"


def lait_comparators(
    published: pd.DataFrame, neighbours: pd.DataFrame, service: Service, quarter: Quarter
) -> pd.DataFrame:
    """The published figures that stand beside ours, of periods that end within the quarter or before.

    Args:
        published: core_lait_comparators, one row per series, area and years.
        neighbours: core_neighbours, one row per authority and rank.
        service: whose region and authorities.
        quarter: the data quarter.
    """
    ended = published["window_end"] <= pd.Timestamp(quarter.end)
    usable = published[ended & published["measure_id"].notna()]
    frames = [_places(usable, service), *_neighbour_means(usable, neighbours, service)]
    return pd.concat(frames, ignore_index=True)[COLUMNS]


def _places(usable: pd.DataFrame, service: Service) -> pd.DataFrame:
    """England and the service's own region."""
    regions = _folded_names(service, "region")
    own = usable["area_level"].eq("region") & usable["geography"].str.casefold().isin(regions)
    rows = usable[usable["area_level"].eq("national") | own]
    return rows.assign(geography=_named(rows, rows["geography"]))


def _neighbour_means(usable: pd.DataFrame, neighbours: pd.DataFrame, service: Service) -> list[pd.DataFrame]:
    """Of each of the service's authorities that has neighbours, their mean a series and window."""
    names = _folded_names(service, "county")
    mine = neighbours[neighbours["la_name"].str.casefold().isin(names)]
    return [
        _mean(usable[usable["la_number"].isin(group["neighbour_number"])], str(name))
        for name, group in mine.groupby("la_name")
    ]


def _mean(rows: pd.DataFrame, authority: str) -> pd.DataFrame:
    """The plain mean of some authorities' values, as their publisher makes it; of how many is said with the release."""
    marked = rows.assign(
        restated=rows["release"].str.endswith(RESTATED), release=rows["release"].str.removesuffix(RESTATED)
    )
    same = [name for name in COLUMNS if name not in {"geography", "value"}]
    grouped = marked.groupby(["series", *same], dropna=False, sort=True)
    found = grouped.agg(mean=("value", "mean"), places=("value", "count"), restated=("restated", "any")).reset_index()
    release = found["release"] + ", mean of " + found["places"].astype("string")
    place = pd.Series(f"Statistical neighbours of {authority}", index=found.index)
    return found.assign(
        geography=_named(found, place),
        value=found["mean"].astype("Float64"),
        release=release.mask(found["restated"].astype(bool), release + RESTATED),
    )


def _named(rows: pd.DataFrame, place: pd.Series) -> pd.Series:
    """The place with its publisher, and the ages where a series is of some ages alone."""
    ages = rows["source"].str.extract(r"(aged \d+ to \d+)", expand=False)
    return PUBLISHER + ", " + place.astype("string") + (", " + ages).fillna("").astype("string")


def _folded_names(service: Service, level: str) -> list[str]:
    return [area.name.casefold() for area in service.areas if area.level == level]
