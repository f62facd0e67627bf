"""A service's folder: loading it, and which areas a district counts for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.platform.errors import ServiceUnfit
from pipelines.platform.services import (
    area_closure,
    authorities,
    geographies,
    load_service,
    service_names,
    services_root,
)
from schemas.service import Service

NAME = "leicestershire_rutland"


@pytest.fixture
def service() -> Service:
    return load_service(NAME)


def _areas_of(service: Service, district: str) -> list[str]:
    frame = area_closure(service)
    return frame.loc[frame["district_code"] == district, "area_code"].tolist()


def test_the_service_of_the_demo_is_there(service: Service) -> None:
    assert service.code == "YOS-LR"
    assert NAME in service_names()


def test_a_district_counts_for_its_service_county_locality_and_itself(service: Service) -> None:
    assert _areas_of(service, "E07000130") == ["YOS-LR", "E10000018", "LOC-NORTH", "E07000130"]


def test_rutland_is_district_and_county_in_one_and_counts_for_itself_once(service: Service) -> None:
    assert _areas_of(service, "E06000017") == ["YOS-LR", "E06000017", "LOC-SOUTH"]


def test_a_fact_known_only_by_county_counts_for_county_and_service(service: Service) -> None:
    assert _areas_of(service, "E10000018") == ["YOS-LR", "E10000018"]


def test_a_fact_that_says_nowhere_counts_for_the_service_only(service: Service) -> None:
    assert _areas_of(service, "UNKNOWN") == ["YOS-LR"]


def test_no_district_counts_twice_for_one_area(service: Service) -> None:
    assert not area_closure(service).duplicated(["district_code", "area_code"]).any()


def test_each_level_below_the_service_holds_every_district_once(service: Service) -> None:
    districts = {code for area in service.areas for code in area.districts}
    frame = area_closure(service)
    for level in ("service", "county", "locality"):
        of_level = frame[(frame["area_level"] == level) & frame["district_code"].isin(districts)]
        assert sorted(of_level["district_code"]) == sorted(districts)


def test_areas_come_in_the_order_of_the_pack_without_region_and_nation(service: Service) -> None:
    frame = area_closure(service)
    assert frame["sort"].is_monotonic_increasing
    assert list(dict.fromkeys(frame["area_code"])) == [area.code for area in service.areas if area.districts]
    assert set(frame["area_level"]) == {"service", "county", "locality", "district"}


def test_names_that_mean_one_area_lead_to_one_code(service: Service) -> None:
    codes = geographies(service).set_index("name")["area_code"]
    # measures.md T-31: "Leicestershire" in YJB and MOJ tables holds Rutland too.
    assert codes["Leicestershire"] == codes["Leicestershire and Rutland"] == "YOS-LR"
    assert codes.index.is_monotonic_increasing


@pytest.mark.parametrize("name", ["nowhere", "", "..", "../services/leicestershire_rutland", "Leicestershire"])
def test_a_service_that_is_not_there_is_missed_with_those_that_are(name: str) -> None:
    with pytest.raises(ServiceUnfit, match=r"BR-401: .*known services: .*leicestershire_rutland"):
        load_service(name)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("history_from: 2007-04-01", "history_from: soon"), "history_from"),
        (("code: YOS-LR\n", "code: YOS-LR\nmotto: better\n"), "motto"),
        (("level: service", "level: empire"), r"areas\.0\.level"),
        (("key: rutland, area: E06000017", "key: rutland, area: E06000016"), r"E06000016 is no area of the service"),
        (
            (
                "    - {key: rutland",
                "    - {key: rutland, area: E06000017, framework: Own, framework_theme: 4}\n    - {key: rutland",
            ),
            "rutland is there twice",
        ),
        (("themes:", "themes: ["), "not valid YAML"),
        (("\n", "\n- "), "not valid YAML"),
    ],
)
def test_a_mistake_in_a_service_is_named_by_its_place(tmp_path: Path, change: tuple[str, str], place: str) -> None:
    shutil.copytree(services_root() / NAME, tmp_path / NAME)
    path = tmp_path / NAME / "service.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(ServiceUnfit, match=f"BR-402: .*{place}"):
        load_service(NAME, tmp_path)


def test_an_empty_service_file_is_refused_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "service.yaml").write_text("", encoding="utf-8")
    with pytest.raises(ServiceUnfit, match="the whole file"):
        load_service(NAME, tmp_path)


def test_t_31_leicestershire_and_rutland_are_the_service_s_authorities_and_leicester_city_is_not(
    service: Service,
) -> None:
    assert authorities(service).to_numpy().tolist() == [["LEIC", "E10000018"], ["RUT", "E06000017"]]


def test_another_service_names_its_own_authorities_or_none(service: Service) -> None:
    elsewhere = service.model_copy(update={"authorities": {"MK": "E06000042"}})
    assert authorities(elsewhere).to_numpy().tolist() == [["MK", "E06000042"]]
    assert authorities(service.model_copy(update={"authorities": {}})).empty
