"""Every colour, font, width and number format of the workbook.

The palette is navy, teal and grey; the tones of a rating only repeat what its word says. Each pair of text and
ground below keeps a contrast of at least 4.5 to 1 (Analysis Function checklist; a test computes it).
"""

from __future__ import annotations

from typing import Final

from schemas.pack import Amount, Tone

FONT: Final = "Arial"
TEXT_SIZE: Final = 12
HEADING_SIZE: Final = 14
TITLE_SIZE: Final = 18

NAVY: Final = "#1F2A44"
TEAL: Final = "#00707A"
GREY: Final = "#595959"
RULE: Final = "#BFC5CE"
INK: Final = "#1A1A1A"
WHITE: Final = "#FFFFFF"

#: Text and ground of each tone.
TONES: Final[dict[Tone, tuple[str, str]]] = {
    "good": ("#0B5D3B", "#E3F1EA"),
    "warn": ("#7A4100", "#FBEFD9"),
    "bad": ("#8E1B1B", "#FAE5E3"),
    "neutral": (GREY, WHITE),
}

#: Colours of chart lines in the order of the series; each at least 3 to 1 on white.
CHART_COLOURS: Final = (NAVY, TEAL, GREY)
#: Markers of chart lines in the same order, and patterns of columns after the second: told apart without colour.
CHART_MARKERS: Final = ("circle", "square", "triangle")
CHART_PATTERNS: Final = ("", "", "wide_upward_diagonal")

#: Pixels of one digit in the workbook's font and size, and of the padding of a cell: Excel's own measures.
DIGIT_PIXELS: Final = 9
CELL_PADDING: Final = 5

LINE_HEIGHT: Final = 16.0
TITLE_HEIGHT: Final = 28.0
HEADING_HEIGHT: Final = 24.0
ROW_PADDING: Final = 6.0
PIXELS_PER_POINT: Final = 4 / 3
#: No spreadsheet makes a row higher, in points.
HIGHEST_ROW: Final = 409.0

CHART_LEAST_PIXELS: Final = (480, 270)
CHART_MOST_PIXELS: Final = (900, 420)
CHART_GAP: Final = 24

#: Name, built-in number and size of Excel's own heading styles.
HEADING_STYLES: Final = (("Heading 1", 16, TITLE_SIZE), ("Heading 2", 17, HEADING_SIZE))

TEXT: Final[dict[str, object]] = {
    "font_name": FONT,
    # Tied to the theme, the theme's typeface would be drawn in its place.
    "font_scheme": "none",
    "font_size": TEXT_SIZE,
    "font_color": INK,
    "valign": "vcenter",
}
TITLE: Final = TEXT | {"font_size": TITLE_SIZE, "bold": True, "font_color": NAVY}
HEADING: Final = TEXT | {"font_size": HEADING_SIZE, "bold": True, "font_color": TEAL}
STRONG: Final = TEXT | {"bold": True, "font_color": NAVY}
LINK: Final = TEXT | {"underline": 1, "font_color": TEAL, "text_wrap": True}
BODY: Final = TEXT | {"text_wrap": True, "bottom": 1, "bottom_color": RULE}
PLAIN_HEADER: Final = TEXT | {"bold": True, "text_wrap": True, "bottom": 2, "bottom_color": NAVY}
BOARD_HEADER: Final = PLAIN_HEADER | {"bg_color": NAVY, "font_color": WHITE}
TOTAL: Final[dict[str, object]] = {"bold": True, "top": 1, "top_color": NAVY}


def number_format(amount: Amount) -> str:
    """The spreadsheet format of an amount: its unit is only written, the number is never multiplied.

    Args:
        amount: the number and the way it is shown.

    Returns:
        A format string, e.g. `#,##0.0"%"`.
    """
    digits = "#,##0" + ("." + "0" * amount.decimals if amount.decimals else "")
    prefix = f'"{amount.prefix}"' if amount.prefix else ""
    suffix = f'"{amount.suffix}"' if amount.suffix else ""
    plain = f"{prefix}{digits}{suffix}"
    return f"+{plain};-{plain};{plain}" if amount.signed else f"{plain};-{plain}"
