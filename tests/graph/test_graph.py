"""The whole graph held still: any change of keys, groups, dependencies or checks shows in the diff of one file."""

from __future__ import annotations

import json
from pathlib import Path

import dagster as dg
import pytest

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


@pytest.fixture(scope="module")
def definitions() -> dg.Definitions:
    return build_defs()


def test_no_job_has_any_run_config_neither_asked_for_nor_offered(definitions: dg.Definitions) -> None:
    for name in (one.name for one in definitions.jobs or []):
        job = definitions.resolve_job_def(name)
        assert dg.validate_run_config(job, {}) is not None
        schema = job.run_config_schema.run_config_schema_type.fields  # type: ignore[attr-defined]
        offered = {**schema["ops"].config_type.fields, "": schema["resources"].config_type.fields["workplace"]}
        # Where nothing is declared Dagster takes anything, or an empty shape, and shows no field for it.
        declared = {
            f"{step}: {field}"
            for step, shape in offered.items()
            for field, one in shape.config_type.fields.items()
            if one.is_required or (one.config_type.kind.name != "ANY" and one.config_type.fields)
        }
        assert declared == set(), name
        assert job.description


def test_the_jobs_people_press_are_there(definitions: dg.Definitions) -> None:
    pressed = {"quarterly_return", "check_extracts", "rebuild_from", "missing_files", "print_return"}
    assert {job.name for job in definitions.jobs or []} >= pressed


def test_what_begins_by_itself_is_described(definitions: dg.Definitions) -> None:
    told = {one.name: one.description for one in (*(definitions.schedules or []), *(definitions.sensors or []))}  # type: ignore[union-attr]
    assert set(told) >= {"quarterly_run", "files_reminder", "weekly_check", "dropped_files", "rebuild_goes_on"}
    assert all(told.values())


def test_the_definitions_load() -> None:
    dg.Definitions.validate_loadable(build_defs())


if __name__ == "__main__":
    SNAPSHOT.write_text(json.dumps(graph(), indent=1) + "\n", encoding="utf-8")
