"""The whole graph held still: any change of keys, groups, dependencies or checks shows in the diff of one file."""

from __future__ import annotations

import json
from pathlib import Path

import dagster as dg

from pipelines.definitions import build_defs
from pipelines.groups import book

SNAPSHOT = Path(__file__).with_name("graph.json")
ORDER = ["raw", "core", "indicators", "returns"]


def graph() -> dict[str, dict[str, object]]:
    assets = build_defs().resolve_asset_graph()
    return {
        key.to_user_string(): {
            "group": assets.get(key).group_name,
            "reads": sorted(parent.to_user_string() for parent in assets.get(key).parent_keys),
            "checks": sorted(check.name for check in assets.get_check_keys_for_assets({key})),
        }
        for key in sorted(assets.get_all_asset_keys())
    }


def test_the_graph_is_the_one_last_agreed() -> None:
    """After a wanted change: python -m tests.graph.test_graph writes the file again."""
    assert graph() == json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def test_the_graph_is_grouped_in_the_order_of_the_datas_way() -> None:
    nodes = graph()
    assert {node["group"] for node in nodes.values()} == set(ORDER)
    for name, node in nodes.items():
        for parent in node["reads"]:  # type: ignore[attr-defined]
            assert ORDER.index(str(nodes[parent]["group"])) <= ORDER.index(str(node["group"])), (name, parent)


def test_every_asset_is_described() -> None:
    assets = build_defs().resolve_asset_graph()
    assert [key for key in assets.get_all_asset_keys() if not assets.get(key).description] == []


def test_every_measure_is_an_asset_named_after_its_id() -> None:
    names = set(graph())
    assert {item.measure.table for item in book().measures} <= names


def test_no_job_asks_for_any_run_config() -> None:
    definitions = build_defs()
    for name in ("quarterly_return", "check_extracts"):
        job = definitions.resolve_job_def(name)
        assert dg.validate_run_config(job, {}) is not None
        assert job.description


def test_the_definitions_load() -> None:
    dg.Definitions.validate_loadable(build_defs())


if __name__ == "__main__":
    SNAPSHOT.write_text(json.dumps(graph(), indent=1) + "\n", encoding="utf-8")
