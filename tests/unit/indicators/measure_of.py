"""A measure's header to hand the functions under test; only what they read differs."""

from __future__ import annotations

from typing import Any

from schemas.measure import Measure

PLAIN: dict[str, Any] = {
    "id": "TST-01",
    "title": "Test",
    "why": "To test.",
    "definition": "A measure.",
    "numerator": "part",
    "denominator": "whole",
    "counting_unit": "person",
    "unit": "%",
    "decimals": 1,
    "polarity": "higher is better",
    "basis": ("quarter",),
    "theme": ("core",),
    "source": "none",
    "data_source": "case system",
    "reads": ("core_persons",),
}


def measure(**changed: object) -> Measure:
    """A plain measure with some settings changed."""
    return Measure.model_validate({**PLAIN, **changed})
