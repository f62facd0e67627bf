"""For every rule that an extract declares, the cells that break it: those the error catalogue shows.

New ones are written in `schemas.breaking`.
"""

from __future__ import annotations

from schemas.breaking import BREAKING as RED
from schemas.breaking import Cells

__all__ = ["RED", "Cells"]
