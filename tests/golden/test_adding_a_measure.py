"""A measure is one SQL file: put one beside the others, and it is an asset, has figures, and stands in the pack.

The file is the one that `docs/adding-a-measure.md` tells of.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from dagster import AssetKey

from assets.indicators.measures import compute_family
from assets.report.collect import collect
from assets.report.pack import build_pack
from pipelines.definitions import build_defs
from pipelines.groups import book
from pipelines.platform.settings import PROJECT_ROOT, Settings
from pipelines.platform.sql import sql_root
from pipelines.platform.workplace import Workplace
from tests.golden.conftest import QUARTER_OF_THE_SAMPLE

RECIPE = PROJECT_ROOT / "docs" / "adding-a-measure.md"
TABLE = "ind_eet__90"


def recipe() -> str:
    """The SQL file of the recipe, out of the document itself."""
    found = re.search(r"```sql\n(.*?)```", RECIPE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def enlarged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of `sql/` with one more file in it, and nothing else."""
    root = tmp_path_factory.mktemp("enlarged") / "sql"
    shutil.copytree(sql_root(), root)
    (root / "indicators" / "eet" / "eet_90.sql").write_text(recipe(), encoding="utf-8")
    return root


def test_a_measure_added_as_a_file_is_in_the_asset_graph(enlarged: Path, tmp_path: Path) -> None:
    graph = build_defs(settings=Settings(home=tmp_path), sql_root=enlarged).resolve_asset_graph()
    before = build_defs(settings=Settings(home=tmp_path)).resolve_asset_graph()
    assert graph.get_all_asset_keys() - before.get_all_asset_keys() == {AssetKey(TABLE)}
    assert AssetKey("core_orders_ended") in graph.get(AssetKey(TABLE)).parent_keys


def test_a_measure_added_as_a_file_has_figures_and_stands_in_the_pack(enlarged: Path, workplace: Workplace) -> None:
    contents = book(enlarged)
    added = [item for item in contents.measures if item.measure.table == TABLE]
    compute_family(workplace, QUARTER_OF_THE_SAMPLE, added)
    inputs = collect(workplace, QUARTER_OF_THE_SAMPLE, contents.extracts, contents.measures)
    mine = inputs.figures[(inputs.figures["measure_id"] == "EET-90") & (inputs.figures["area_code"] == "YOS-LR")]
    by_period = mine.set_index("period_id")["numerator"]
    # Of 240 orders ended, 64 were without suitable education, training or employment (D15: 176 of 240 were in it).
    assert by_period["2014-15-YTD-Q3"] == 240 - 176
    pack = build_pack(inputs)
    assert "EET-90" in repr([sheet for sheet in pack.sheets if sheet.name == "EET-01"])
