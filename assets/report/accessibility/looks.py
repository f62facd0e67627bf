"""How the cells of a workbook look: the style sheet, resolved to fonts, colours, alignments and formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assets.report.accessibility.colours import BLACK, WHITE, colour_of
from assets.report.accessibility.xml_tree import Node

_SIDES = ("left", "right", "top", "bottom", "diagonal")
#: Excel's own formats that a workbook may use without spelling them out.
_BUILT_IN = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}


@dataclass(frozen=True, slots=True)
class Font:
    """A font as drawn.

    Attributes:
        name: typeface; of a font tied to the theme, the theme's.
        size: in points.
        colour: "RRGGBB".
        bold: drawn bold.
        italic: drawn slanted.
        underlined: drawn with a line under it.
        raised: superscript or subscript.
    """

    name: str
    size: float
    colour: str
    bold: bool
    italic: bool
    underlined: bool
    raised: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks.

    Attributes:
        font: its font.
        fill: "RRGGBB" of its ground; empty where it has none.
        lines: kinds of its border lines, by side.
        wrapped: text is wrapped.
        across: horizontal alignment; empty for the usual one.
        turned: text is turned.
        indent: indent in steps.
        code: number format.
        style: name of the named style it is tied to, e.g. "Heading 1".
    """

    font: Font
    fill: str
    lines: tuple[tuple[str, str], ...]
    wrapped: bool
    across: str
    turned: bool
    indent: int
    code: str
    style: str

    @property
    def ground(self) -> str:
        """The colour behind the text."""
        return self.fill or WHITE

    @property
    def is_heading(self) -> bool:
        """True when it is tagged as a title or heading."""
        return self.style.startswith("Heading")


def looks_of(styles: Node, theme: Node, colours: tuple[str, ...]) -> tuple[Look, ...]:
    """Every look of the style sheet, in the order that cells name them.

    Args:
        styles: the style sheet.
        theme: the theme, whose typefaces win over those of fonts tied to it.
        colours: the theme's colours.
    """
    faces = {kind: theme.first(f"{kind}Font", "latin").given.get("typeface", "") for kind in ("major", "minor")}
    fonts = [_font(node, faces, colours) for node in styles.own("fonts").children]
    fills = [_fill(node, colours) for node in styles.own("fills").children]
    lines = [_lines(node) for node in styles.own("borders").children]
    codes = _BUILT_IN | {node.given["numFmtId"]: node.given["formatCode"] for node in styles.own("numFmts").children}
    names = {node.given["xfId"]: node.given["name"] for node in styles.own("cellStyles").children}
    return tuple(
        _look(node, (fonts, fills, lines), codes.get(node.given.get("numFmtId", "0"), "General"), names)
        for node in styles.own("cellXfs").children
    )


def _look(
    node: Node,
    parts: tuple[Sequence[Font], Sequence[str], Sequence[tuple[tuple[str, str], ...]]],
    code: str,
    names: dict[str, str],
) -> Look:
    fonts, fills, lines = parts
    stands = node.own("alignment").given
    return Look(
        font=fonts[int(node.given.get("fontId", 0))],
        fill=fills[int(node.given.get("fillId", 0))],
        lines=lines[int(node.given.get("borderId", 0))],
        wrapped=stands.get("wrapText") == "1",
        across=stands.get("horizontal", ""),
        turned=stands.get("textRotation", "0") != "0",
        indent=int(stands.get("indent", 0)),
        code=code,
        style=names.get(node.given.get("xfId", "0"), "Normal"),
    )


def _font(node: Node, faces: dict[str, str], colours: tuple[str, ...]) -> Font:
    scheme = node.own("scheme").given.get("val", "")
    return Font(
        name=faces.get(scheme) or node.own("name").given.get("val", ""),
        size=float(node.own("sz").given.get("val", 0)),
        colour=colour_of(node.own("color"), colours, BLACK),
        bold=_is_on(node, "b"),
        italic=_is_on(node, "i"),
        underlined=_is_on(node, "u"),
        raised=node.own("vertAlign").given.get("val", "baseline") != "baseline",
    )


def _is_on(node: Node, name: str) -> bool:
    found = node.own(name)
    return found.name == name and found.given.get("val", "1") not in {"0", "none", "false"}


def _fill(node: Node, colours: tuple[str, ...]) -> str:
    pattern = node.own("patternFill")
    if node.own("gradientFill").name:
        return BLACK
    if pattern.given.get("patternType", "none") in {"none", "gray125"}:
        return ""
    return colour_of(pattern.own("fgColor"), colours, BLACK)


def _lines(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple((side, kind) for side in _SIDES if (kind := node.own(side).given.get("style", "none")) != "none")
