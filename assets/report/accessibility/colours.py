"""Colours as a reader sees them: luminance, contrast, and whether a colour is one at all."""

from __future__ import annotations

from functools import cache

from assets.report.accessibility.xml_tree import Node

BLACK, WHITE = "000000", "FFFFFF"
#: Differences between the parts of a grey are smaller than this; dark blues and near-blacks used as ink are larger.
_GREY_SPREAD = 24
_CHANNELS = ((0, 2), (2, 4), (4, 6))
#: Places of a theme's colours as styles count them: light before dark, unlike in the theme itself.
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")


@cache
def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2, 0 (black) to 1 (white).

    Args:
        colour: "RRGGBB", with or without "#".
    """
    parts = [int(colour.lstrip("#")[start:stop], 16) / 255 for start, stop in _CHANNELS]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]  # noqa: PLR2004 - sRGB's own constants
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, ground: str) -> float:
    """Contrast ratio of two colours by WCAG 2, 1 to 21."""
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_grey(colour: str) -> bool:
    """True for black, white and the greys between."""
    parts = [int(colour[start:stop], 16) for start, stop in _CHANNELS]
    return max(parts) - min(parts) <= _GREY_SPREAD


def theme_colours(theme: Node) -> tuple[str, ...]:
    """The theme's colours in the order styles count them."""
    scheme = theme.first("clrScheme")
    found = {colour.name: colour.children[0].given for colour in scheme.children if colour.children}
    return tuple(found.get(name, {}).get("lastClr") or found.get(name, {}).get("val", BLACK) for name in _THEME_ORDER)


def colour_of(node: Node, theme: tuple[str, ...], otherwise: str) -> str:
    """The "RRGGBB" a colour element stands for."""
    if "rgb" in node.given:
        return node.given["rgb"][-6:].upper()
    place = int(node.given.get("theme", -1))
    return theme[place].upper() if 0 <= place < len(theme) else otherwise
