"""Reading a service's folder: who it is for, its areas, the names others give to its areas.

What belongs here: loading `services/<name>/service.yaml` and the two small tables made from it (the views
`areas` and `geographies`). What a service *is* stands in `schemas.service`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from pipelines.platform.errors import ServiceUnfit
from pipelines.platform.settings import PROJECT_ROOT
from schemas.service import Area, Service

#: District code of a record that says nowhere: it counts for the service only.
UNKNOWN = "UNKNOWN"
AREA_COLUMNS = ("district_code", "area_code", "area_name", "area_level", "sort")
GEOGRAPHY_COLUMNS = ("name", "area_code")
AUTHORITY_COLUMNS = ("authority", "area_code")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def services_root() -> Path:
    """The folder that holds one folder for each service."""
    return PROJECT_ROOT / "services"


def service_names(root: Path | None = None) -> list[str]:
    """Names of the services there are, sorted."""
    return sorted(path.parent.name for path in (root or services_root()).glob("*/service.yaml"))


def load_service(name: str, root: Path | None = None) -> Service:
    """The service of that name.

    Raises:
        ServiceUnfit: there is no such folder, or its `service.yaml` is wrong; says where.
    """
    path = (root or services_root()) / name / "service.yaml"
    if _NAME.fullmatch(name) is None or not path.is_file():
        known = ", ".join(service_names(root)) or "none"
        raise ServiceUnfit(
            "BR-401",
            f'There is no service called "{name}"; known services: {known}.',
            "Set BOARD_RETURNS_SERVICE to one of them, or add a folder with a service.yaml below services/.",
        )
    return _parse(path)


def _parse(path: Path) -> Service:
    import yaml  # noqa: PLC0415 (keeps the import of the definitions light)
    from pydantic import ValidationError  # noqa: PLC0415 (as above)

    try:
        return Service.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise _unfit(path, "it is not valid YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise _unfit(path, f"{place}: {first['msg']}") from error


def _unfit(path: Path, why: str) -> ServiceUnfit:
    return ServiceUnfit(
        "BR-402",
        f"services/{path.parent.name}/service.yaml cannot be used: {why}.",
        "Mend that line; another service's file shows how it is written.",
    )


def area_closure(service: Service) -> pd.DataFrame:
    """One row per district code and own area that counts it, in the order of the pack (`sort`).

    Quirks: a county's own code and `UNKNOWN` stand in for districts, for facts whose district is not known; a
    unitary authority that is its own district (Rutland) appears once for itself.
    """
    rows = [
        (district, area.code, area.name, area.level, sort)
        for sort, area in enumerate(service.areas)
        for district in (*area.districts, *_stand_ins(service, area))
    ]
    frame = pd.DataFrame(rows, columns=list(AREA_COLUMNS))
    texts = dict.fromkeys(AREA_COLUMNS[:4], "string")
    return frame.astype({**texts, "sort": "Int64"}).sort_values(["sort", "district_code"], ignore_index=True)


def _stand_ins(service: Service, area: Area) -> Iterator[str]:
    """Codes below district precision that the area counts too."""
    districts = {district for own in service.areas for district in own.districts}
    counties = [own.code for own in service.areas if own.level == "county" and own.code not in districts]
    if area.level == "county" and area.code in counties:
        yield area.code
    if area.level == "service":
        yield from (*counties, UNKNOWN)


def geographies(service: Service) -> pd.DataFrame:
    """One row per name that MOJ, YJB or a comparator table gives to an area, sorted by name."""
    rows = sorted(service.geographies.items())
    return pd.DataFrame(rows, columns=list(GEOGRAPHY_COLUMNS)).astype("string")


def authorities(service: Service) -> pd.DataFrame:
    """One row per home authority that is an area of the service, sorted by its code."""
    rows = sorted(service.authorities.items())
    return pd.DataFrame(rows, columns=list(AUTHORITY_COLUMNS)).astype("string")
