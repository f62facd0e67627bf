"""The two real published files, received exactly as published, judged and used (Open Government Licence v3.0)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from assets.core.extracts import keep_extract
from assets.indicators.run import compute_measure, context_tables, measure_statements
from pipelines.platform.settings import PROJECT_ROOT, Settings
from pipelines.platform.workplace import Workplace
from schemas.catalogue import extract
from tests.pipeline.conftest import QUARTER

DATA = PROJECT_ROOT.parent / "shared" / "data"
MOJ = DATA / "moj-proven-reoffending-national" / "proven_reoffending_data.csv"
ONS = DATA / "ons-population" / "ons_mid-year_population_estimates_2012_to_2024.csv"

pytestmark = [
    pytest.mark.published,
    pytest.mark.skipif(not MOJ.exists(), reason="the real published files do not lie beside this checkout"),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    made = Workplace(Settings(home=tmp_path_factory.mktemp("published")))
    for path in (MOJ, ONS):
        shutil.copy(path, made.inbox(QUARTER) / path.name)
    return made


def test_mojs_national_file_is_kept_whole_as_published(place: Workplace) -> None:
    outcome = keep_extract(place, QUARTER, extract("moj_national_reoffending"))
    assert outcome.passed
    assert outcome.counts == {"rows_received": 1368, "rows_kept": 1368, "rows_stopped": 0, "rules_not_run": 0}


def test_mojs_components_recompute(place: Workplace) -> None:
    """Binary = reoffenders / cohort and frequency = reoffences / reoffenders, to the places printed."""
    keep_extract(place, QUARTER, extract("moj_national_reoffending"))
    frame = place.lake.read("core_moj_national_reoffending", QUARTER)
    wide = frame[frame["measure"] == "new"].pivot_table(
        index=["temporal_unit", "cohort_start", "age_group"], columns="statistic", values="value"
    )
    known = wide.dropna(subset=["binary", "frequency", "cohort", "reoffenders", "reoffences"])
    assert len(known) > 100
    assert ((100 * known["reoffenders"] / known["cohort"] - known["binary"]).abs() < 1e-6).all()
    assert ((known["reoffences"] / known["reoffenders"] - known["frequency"]).abs() < 1e-6).all()


def test_a_year_that_moj_left_blank_is_missing_and_not_nought(place: Workplace) -> None:
    keep_extract(place, QUARTER, extract("moj_national_reoffending"))
    frame = place.lake.read("core_moj_national_reoffending", QUARTER)
    blank = frame[(frame["temporal_unit"] == "3-monthly") & (frame["cohort_start"].dt.year == 2001)]
    assert len(blank) > 0
    assert blank["value"].isna().all()


def test_the_national_cohort_is_read_from_the_published_file(place: Workplace) -> None:
    """Old measure, juveniles, twelve months from April 2012: 52,648 young people, as the file says."""
    keep_extract(place, QUARTER, extract("moj_national_reoffending"))
    statement = next(statement for measure, statement in measure_statements() if measure.id == "REO-07")
    tables: dict[str, Path | pd.DataFrame] = dict(context_tables(QUARTER, place.service))
    tables["core_moj_national_reoffending"] = place.lake.path("core_moj_national_reoffending", QUARTER)
    rows = compute_measure(statement, tables, place.engine)
    mine = rows[(rows["period_id"] == "MOJ12-2013-03") & (rows["breakdown"] == "all")]
    assert mine[["area_code", "numerator"]].to_numpy().tolist() == [["K04000001", 52_648.0]]


def test_the_ons_file_is_kept_whole_and_its_marks_are_missing_values(place: Workplace) -> None:
    outcome = keep_extract(place, QUARTER, extract("ons_mid_year_estimates"))
    assert outcome.passed
    assert outcome.counts == {"rows_received": 2132, "rows_kept": 2132, "rows_stopped": 0, "rules_not_run": 0}
    frame = place.lake.read("core_ons_mid_year_estimates", QUARTER)
    assert int(frame["estimate"].isna().sum()) == 21
    rutland = frame[(frame["la_name"] == "Rutland") & (frame["mid_year"] == 2014)]
    assert rutland["estimate"].tolist() == [7918]
