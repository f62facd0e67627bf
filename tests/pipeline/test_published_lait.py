"""LAIT, MOJ's and ONS's real files, received as published: their real mistakes are found by general rules.

Open Government Licence v3.0. The five mistakes are those of the README beside the files.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from assets.core.extracts import keep_extract
from assets.core.linked import make_linked
from assets.core.person_links import link_people
from assets.core.referral_matches import match_referrals
from assets.indicators.run import core_statements
from assets.raw.read_grid import read_grid
from pipelines.platform.gate import Outcome
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import PROJECT_ROOT, Settings
from pipelines.platform.workplace import Workplace
from sample.write import write_sample
from schemas.catalogue import EXTRACTS

DATA = PROJECT_ROOT.parent / "shared" / "data"
LAIT = DATA / "lait"
FILES = (
    LAIT / "bds_long_0.parquet",
    LAIT / "bds_long_0.2025-02-04.parquet",
    LAIT / "lait_data_dictionary.csv",
    DATA / "moj-proven-reoffending-national" / "proven_reoffending_data.csv",
    DATA / "ons-population" / "ons_mid-year_population_estimates_2012_to_2024.csv",
)
QUARTER = Quarter.from_label("2014-15 Q3")
OURS = ("lait_series", "lait_dictionary", "moj_national_reoffending", "ons_mid_year_estimates")

pytestmark = [
    pytest.mark.published,
    pytest.mark.skipif(not FILES[0].exists(), reason="the real published files do not lie beside this checkout"),
]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workplace, dict[str, Outcome]]:
    """The sample's quarter with the real publications in place of its made-up ones."""
    place = Workplace(Settings(home=tmp_path_factory.mktemp("lait")))
    write_sample(place.inbox(QUARTER))
    for name in ("moj_national_reoffending", "ons_mid_year_estimates"):
        for path in place.inbox(QUARTER).glob(f"*{name}*"):
            path.unlink()
    for path in FILES:
        shutil.copy(path, place.inbox(QUARTER) / path.name)
    _an_even_earlier_release(place.inbox(QUARTER) / "seen in 2023.parquet")
    outcomes = {extract.name: keep_extract(place, QUARTER, extract) for extract in EXTRACTS}
    link_people(place, QUARTER)
    match_referrals(place, QUARTER)
    make_linked(place, QUARTER, core_statements())
    return place, outcomes


def _an_even_earlier_release(path: Path) -> None:
    """The release in which Leicestershire's 2016 still was 203 (README, mistake 1), made up of that one fact."""
    columns = {
        "Short Desc": pa.array(["FirstYJS"]),
        "Data item": pa.array(["First Time entrants to the Youth Justice System aged 10-17 (rate)"]),
        "Years": pa.array(["2016"]),
        "LA and Regions": pa.array(["Leicestershire"]),
        "Values": pa.array(["203"]),
        "LA Number": pa.array([855.0]),
        "Region": pa.array(["East Midlands"]),
    }
    pq.write_table(pa.table(columns), path)


def _values(place: Workplace, code: str, family: str = "") -> pd.DataFrame:
    found = place.lake.read("core_watch_values", QUARTER)
    return found[found["code"].eq(code) & (found["family"].eq(family) if family else True)]


def test_every_row_is_kept_and_each_release_stays_apart(worked: tuple[Workplace, dict[str, Outcome]]) -> None:
    place, outcomes = worked
    assert all(outcomes[name].passed for name in OURS)
    assert all(outcomes[name].counts["rows_stopped"] == 0 for name in OURS)
    series = place.lake.read("core_lait_series", QUARTER)
    files = series.drop_duplicates("release_key").sort_values("release_no")["file_name"].tolist()
    assert files == ["bds_long_0.parquet", "bds_long_0.2025-02-04.parquet", "seen in 2023.parquet"]


def test_the_parquet_is_read_as_a_sheet_with_its_rows_where_a_sheet_has_them() -> None:
    """641,070 records below a header; authority numbers without the noughts of their floats."""
    (sheet,) = read_grid(FILES[0])
    assert len(sheet.grid) == 641_071
    assert sheet.grid.index[-1] == 641_071
    assert set(sheet.grid[5].iloc[1:].str.len()) == {3}


def test_a_restated_series_is_found(worked: tuple[Workplace, dict[str, Outcome]]) -> None:
    """Mistake 1: 203, then 172. Of the copies at hand: Leicestershire's reoffending 10-14, 35.19, then 51.61."""
    place, _ = worked
    entrants = _values(place, "YJ-W-0003", "FirstYJS")
    assert "2016" in set(entrants.loc[entrants["area_code"].eq("855"), "period"])
    restated = _values(place, "YJ-W-0003", "ReoffYO")
    assert "2016" in set(restated.loc[restated["area_code"].eq("855"), "period"])


def test_a_national_rate_that_is_a_sum_is_found_in_every_year_and_used_in_none(
    worked: tuple[Workplace, dict[str, Outcome]],
) -> None:
    """Mistake 2: England's 3,071 for 2016, and the same sum in every year since; the release before had it right."""
    place, _ = worked
    found = _values(place, "YJ-W-0001")
    assert set(found["family"] + found["area_code"] + found["file_name"]) == {"FirstYJS970bds_long_0.parquet"}
    assert sorted(found["period"]) == [str(year) for year in range(2016, 2025)]
    used = place.lake.read("core_lait_comparators", QUARTER)
    assert used[used["series"].eq("FirstYJS") & used["la_number"].eq("970")].empty
    assert len(used[used["series"].eq("FirstYJS") & used["la_number"].eq("983")]) == 9


def test_a_unit_changed_under_one_name_is_found_and_told_once(worked: tuple[Workplace, dict[str, Outcome]]) -> None:
    """Mistake 3: cautioned or sentenced, per 1,000 to 2022-23, per 10,000 now."""
    place, _ = worked
    family = "YJS_Caution-Sentence10-17_YO"
    values = _values(place, "YJ-W-0002", family)
    assert "855" in set(values["area_code"])
    assert set(values["period"]) == {"2024-25"}
    lines = place.lake.read("core_watch_findings", QUARTER)
    assert len(lines[lines["code"].eq("YJ-W-0002") & lines["family"].eq(family)]) == 1
    units = place.lake.read("core_published_lait", QUARTER)
    stated = units[units["family"].eq(family)].drop_duplicates("release_no").sort_values("release_no")["unit"]
    assert stated.tolist() == ["per 10,000", "per 1,000"]


def test_ordinary_populations_do_not_break(worked: tuple[Workplace, dict[str, Outcome]]) -> None:
    """Mistake 4 is found from its figures in the unit tests; here only the two smallest places of England move so."""
    place, _ = worked
    found = _values(place, "YJ-W-0004")
    assert set(found.loc[found["source"].eq("ONS"), "area_code"]) == {"E06000053", "E09000001"}


def test_mojs_components_recompute_so_none_is_found(worked: tuple[Workplace, dict[str, Outcome]]) -> None:
    """Fact 5."""
    place, _ = worked
    assert _values(place, "YJ-W-0005").empty


def test_an_officer_is_not_drowned_and_every_line_says_where_it_is(
    worked: tuple[Workplace, dict[str, Outcome]],
) -> None:
    place, _ = worked
    faults = place.register.faults(QUARTER.slug)
    watch = faults[faults["code"].str.startswith("YJ-W-00") & faults["severity"].eq("query")]
    assert 20 < len(watch) < 60
    assert watch["row"].notna().all()
    assert watch["column_letter"].ne("").all()
    england = watch[watch["code"].eq("YJ-W-0001")].iloc[0]
    assert (england["file_name"], england["row"], england["column_letter"]) == ("bds_long_0.parquet", 77_680, "E")
    assert england["shown"] == "9999"
    assert england["expected"].endswith("(series FirstYJS, area 970, 2016)")
