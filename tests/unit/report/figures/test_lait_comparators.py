"""Of DfE's figures the pack shows England, our region and our neighbours' mean, of periods that are over."""

from __future__ import annotations

import pandas as pd

from assets.report.figures.lait_comparators import COLUMNS, lait_comparators
from pipelines.platform.quarters import Quarter
from pipelines.platform.services import load_service

SERVICE = load_service("leicestershire_rutland")
QUARTER = Quarter.from_label("2024-25 Q4")
PLACES = {
    "970": ("England", "national", 1.43),
    "983": ("East Midlands", "region", 1.36),
    "984": ("West Midlands", "region", 1.30),
    "855": ("Leicestershire", "authority", 1.02),
    "873": ("Cambridgeshire", "authority", 1.10),
    "935": ("Suffolk", "authority", 1.31),
}


def _published(**told: object) -> pd.DataFrame:
    """The rate of first-time entrants of six places for 2023, as core_lait_comparators."""
    rows = [
        {
            "measure_id": "FTE-05",
            "geography": name,
            "window_start": pd.Timestamp("2023-01-01"),
            "window_end": pd.Timestamp("2023-12-31"),
            "follow_up_months": None,
            "value": rate,
            "unit": "per 1,000",
            "source": "DfE LAIT, first-time entrants (PNC)",
            "release": "release abc" + (", restated" if number == "935" else ""),
            "status": None,
            "series": "FirstYJS",
            "la_number": number,
            "area_level": level,
        }
        | told
        for number, (name, level, rate) in PLACES.items()
    ]
    frame = pd.DataFrame(rows)
    return frame.astype({"follow_up_months": "Int64", "value": "Float64", "release": "string", "measure_id": "string"})


def _neighbours(*numbers: str) -> pd.DataFrame:
    rows = [("855", "Leicestershire", place, number) for place, number in enumerate(numbers, start=1)]
    return pd.DataFrame(rows, columns=["la_number", "la_name", "neighbour_rank", "neighbour_number"])


def _shown(published: pd.DataFrame, neighbours: pd.DataFrame) -> dict[str, tuple[float, str]]:
    made = lait_comparators(published, neighbours, SERVICE, QUARTER)
    assert list(made.columns) == COLUMNS
    values = [
        (round(float(value), 4), str(release)) for value, release in zip(made["value"], made["release"], strict=True)
    ]
    return dict(zip(made["geography"], values, strict=True))


def test_england_our_region_and_the_mean_of_our_neighbours_are_shown_and_no_one_else() -> None:
    """(1.10 + 1.31) / 2 = 1.205, of two neighbours of which one was restated."""
    assert _shown(_published(), _neighbours("873", "935", "999")) == {
        "DfE LAIT, England": (1.43, "release abc"),
        "DfE LAIT, East Midlands": (1.36, "release abc"),
        "DfE LAIT, Statistical neighbours of Leicestershire": (1.205, "release abc, mean of 2, restated"),
    }


def test_a_series_of_some_ages_says_so_with_its_place() -> None:
    shown = _shown(_published(source="DfE LAIT, reoffending, aged 10 to 14 (PNC)"), _neighbours())
    assert set(shown) == {"DfE LAIT, England, aged 10 to 14", "DfE LAIT, East Midlands, aged 10 to 14"}


def test_a_period_that_ends_after_the_quarter_is_not_shown() -> None:
    assert _shown(_published(window_end=pd.Timestamp("2025-04-01")), _neighbours("873")) == {}
    assert len(_shown(_published(window_end=pd.Timestamp("2025-03-31")), _neighbours("873"))) == 3


def test_a_series_that_none_of_our_measures_can_be_set_beside_is_not_shown() -> None:
    assert _shown(_published(measure_id=None), _neighbours("873")) == {}


def test_nothing_received_is_no_comparator() -> None:
    assert _shown(_published().head(0), _neighbours()) == {}
