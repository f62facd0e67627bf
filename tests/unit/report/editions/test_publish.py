"""Publishing: all editions as one version in one rename, none half, none twice, none ever changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from assets.report.editions.publish import Published, publish_inputs
from assets.report.editions.table import PUBLISHABLE, editions_of
from assets.report.inputs import ReturnInputs
from assets.report.versions.manifest import withheld_in
from pipelines.platform.errors import ReturnRefused
from pipelines.platform.provenance import sha256_of
from pipelines.platform.register.store import Register
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from tests.unit.report.made import QUARTER, made_inputs

KEPT = ("FTE-01", "FIN-01", "EET-01")


class PowerCut(Exception):  # noqa: N818 (it is no error of ours)
    """The machine stops."""


@pytest.fixture(scope="module")
def made() -> ReturnInputs:
    """A small return: few measures, so that a version is made in a moment."""
    inputs = made_inputs()
    return replace(
        inputs,
        measures=tuple(one for one in inputs.measures if one.id in KEPT),
        figures=inputs.figures.loc[inputs.figures["measure_id"].isin(KEPT)],
    )


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    """An empty workplace."""
    place = Workplace(Settings(home=tmp_path / "home"))
    yield place
    place.register.close()


def publish(place: Workplace, inputs: ReturnInputs) -> Published:
    return publish_inputs(place, QUARTER, inputs, ())


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def with_one_more(inputs: ReturnInputs) -> ReturnInputs:
    """The same return with one first-time entrant more in the year to date."""
    figures = inputs.figures.copy()
    headline = figures["measure_id"].eq("FTE-01") & figures["period_id"].eq("2014-15-YTD-Q3")
    headline &= figures["area_code"].eq("YOS-LR") & figures["breakdown"].eq("all")
    assert headline.sum() == 1
    figures.loc[headline, ["numerator", "value"]] += 1
    return replace(inputs, figures=figures)


def test_a_version_holds_every_edition_and_its_manifest_lists_each_with_its_checksum(
    place: Workplace, made: ReturnInputs
) -> None:
    published = publish(place, made)
    editions = editions_of(made)
    assert (published.new, published.board.version, published.folder.name) == (True, 1, "v1")
    names = {one.file_name(QUARTER) for one in editions}
    assert {path.name for path in published.folder.iterdir()} == names | {"manifest.json"}
    manifest = json.loads((published.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["files"] == {name: sha256_of(published.folder / name) for name in names}
    assert manifest["editions"] == {one.key: one.file_name(QUARTER) for one in editions}


def test_the_register_has_a_row_for_each_edition_with_one_number(place: Workplace, made: ReturnInputs) -> None:
    published = publish(place, made)
    rows = place.register.versions(QUARTER.slug)
    assert {one.edition for one in rows} == {one.key for one in editions_of(made)}
    assert {(one.version, one.as_of) for one in rows} == {(1, made.as_of)}
    assert {one.file_name: one.sha256 for one in rows} == {
        one.file_name: sha256_of(published.path(one)) for one in rows
    }
    assert len(place.register.published_figures(QUARTER.slug, 1)) == len(made.figures)
    assert place.register.published_figures(QUARTER.slug, 1, "rutland").empty


def test_the_same_return_makes_no_new_version(place: Workplace, made: ReturnInputs) -> None:
    first = publish(place, made)
    before = bytes_in(first.folder)
    again = publish(place, made)
    assert not again.new
    assert {one.edition for one in again.versions} == {one.edition for one in first.versions}
    assert again.board == first.board
    assert bytes_in(first.folder) == before
    assert [path.name for path in place.returns(QUARTER).iterdir()] == ["v1"]


def test_a_changed_figure_makes_the_next_version_and_leaves_the_last_byte_for_byte(
    place: Workplace, made: ReturnInputs
) -> None:
    first = bytes_in(publish(place, made).folder)
    second = publish(place, with_one_more(made))
    assert (second.new, second.board.version) == (True, 2)
    assert bytes_in(place.returns(QUARTER) / "v1") == first
    assert not publish(place, with_one_more(made)).new


def test_an_edition_more_makes_the_next_version(place: Workplace, made: ReturnInputs) -> None:
    fewer = made.service.model_copy(update={"editions": made.service.editions.model_copy(update={"areas": ()})})
    publish(place, replace(made, service=fewer))
    assert publish(place, made).board.version == 2


@pytest.mark.parametrize("key", ["board", "data-tables", "rutland"])
def test_a_harmed_or_lost_file_of_any_edition_makes_the_next_version(
    place: Workplace, made: ReturnInputs, key: str
) -> None:
    published = publish(place, made)
    path = next(published.path(one) for one in published.versions if one.edition == key)
    path.write_bytes(path.read_bytes()[:-1])
    assert publish(place, made).board.version == 2


def test_two_places_make_the_same_bytes(tmp_path: Path, made: ReturnInputs) -> None:
    folders = []
    for name in ("one", "two"):
        there = Workplace(Settings(home=tmp_path / name))
        folders.append(publish(there, made).folder)
        there.register.close()
    assert bytes_in(folders[0]) == bytes_in(folders[1])


def test_a_crash_before_the_register_is_written_leaves_no_version_and_the_next_run_makes_it(
    place: Workplace, made: ReturnInputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(_register: Register, _products: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(Register, "publish_all", stops)
        with pytest.raises(PowerCut):
            publish(place, made)
    assert place.register.versions(QUARTER.slug) == []
    published = publish(place, made)
    assert (published.new, published.board.version) == (True, 1)
    assert sorted(path.name for path in place.returns(QUARTER).iterdir()) == ["v1", "v1-unregistered-1"]


def test_a_crash_while_the_products_are_made_leaves_nothing_that_looks_like_a_version(
    place: Workplace, made: ReturnInputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(_path: Path, _target: Path) -> Path:
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", stops)
        with pytest.raises(PowerCut):
            publish(place, made)
    assert list(place.returns(QUARTER).glob("v*")) == []
    assert publish(place, made).board.version == 1
    assert [path.name for path in place.returns(QUARTER).iterdir()] == ["v1"]


def test_a_return_without_a_single_figure_is_published_all_the_same(place: Workplace, made: ReturnInputs) -> None:
    published = publish(place, replace(made, figures=made.figures.head(0)))
    assert published.new
    assert isinstance(place.register.published_figures(QUARTER.slug, 1), pd.DataFrame)


def refuse(_inputs: ReturnInputs) -> ReturnInputs:
    raise ReturnRefused("YJ-P-0013", "A small count could be worked out.", "Publish nothing of it.")


def test_a_publishable_edition_that_is_refused_is_left_out_with_its_reason_and_the_others_are_published(
    place: Workplace, made: ReturnInputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaking = replace(PUBLISHABLE, prepare=refuse)
    monkeypatch.setattr("assets.report.editions.table.PUBLISHABLE", leaking)
    published = publish(place, made)
    assert PUBLISHABLE.key not in {one.edition for one in published.versions}
    assert {one.edition for one in published.versions} >= {"board", "data-tables", "rutland"}
    assert not list(published.folder.glob("publishable*"))
    assert "YJ-P-0013" in withheld_in(place, QUARTER, published.board)[PUBLISHABLE.key]
    assert publish(place, made).new is False


def test_a_board_pack_that_is_refused_publishes_nothing(
    place: Workplace, made: ReturnInputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path) -> None:
        raise ReturnRefused("YJ-P-0014", "The workbook breaks an essential point.", "Publish nothing.")

    monkeypatch.setattr("assets.report.editions.making.require_accessible", refused)
    with pytest.raises(ReturnRefused):
        publish(place, made)
    assert place.register.versions(QUARTER.slug) == []
    assert list(place.returns(QUARTER).glob("v*")) == []
