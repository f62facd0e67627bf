"""What the tests of the report share: one drawn return, since drawing takes a second."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets.report.inputs import ReturnInputs
from assets.report.pack import build_pack
from assets.report.workbook.write import write_workbook
from schemas.pack import Pack
from tests.unit.report.made import made_inputs, with_published


@pytest.fixture(scope="session")
def inputs() -> ReturnInputs:
    """The made-up return, after a first version."""
    return with_published(made_inputs())


@pytest.fixture(scope="session")
def pack(inputs: ReturnInputs) -> Pack:
    """Its pack."""
    return build_pack(inputs)


@pytest.fixture(scope="session")
def workbook(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its workbook."""
    path = tmp_path_factory.mktemp("return") / "board-return-2014-15-Q3.xlsx"
    write_workbook(pack, path)
    return path
