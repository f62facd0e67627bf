"""Reading what earlier documents of a service printed: `services/<name>/published/*.yaml`.

What belongs here: loading. What an entry is stands in `schemas.published`; judging is in `assets.report.printed`.
"""

from __future__ import annotations

from pathlib import Path

from pipelines.platform.errors import ServiceUnfit
from pipelines.platform.services import services_root
from schemas.published import PublishedDocument


def published_documents(service: str, root: Path | None = None) -> tuple[PublishedDocument, ...]:
    """What the documents of a service printed, one per file, by file name; none where it keeps none.

    Args:
        service: name of the service's folder.
        root: the folder of the services, if not the product's own.

    Raises:
        ServiceUnfit: a file is wrong; says where.
    """
    folder = (root or services_root()) / service / "published"
    return tuple(_load(path) for path in sorted(folder.glob("*.yaml")))


def _load(path: Path) -> PublishedDocument:
    import yaml  # noqa: PLC0415 (keeps the import of the definitions light)
    from pydantic import ValidationError  # noqa: PLC0415 (as above)

    try:
        return PublishedDocument.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise _unfit(path, "it is not valid YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise _unfit(path, f"{place}: {first['msg']}") from error


def _unfit(path: Path, why: str) -> ServiceUnfit:
    return ServiceUnfit(
        "BR-403",
        f"published/{path.name} of the service cannot be used: {why}.",
        "Mend that line; another entry of the file shows how it is written.",
    )
