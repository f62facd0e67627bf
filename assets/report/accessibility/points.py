"""The points a finished workbook is held to: the Analysis Function's 35, and what we ask beyond them.

Source of the 35: "Making spreadsheets accessible: a brief checklist of the basics", in the order in which gptables
and aftables work through it (tables 1-9, footnotes 10-13, formatting 14-25, structure 26-31, before publishing
32-35). Points with a letter are ours. The words are our own short form.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

How = Literal["automatic", "by sign-off"]
NOTHING: Final = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the checklist.

    Attributes:
        number: "1" to "35", or a letter and a number for one of ours.
        words: what it asks for.
        essential: the checklist calls it essential; a breach of it refuses the return.
        by_hand: why a person has to judge it; empty where the program does.
        on_board_sheets: why sheets made for reading may break it; empty where they may not.
    """

    number: str
    words: str
    essential: bool
    by_hand: str = NOTHING
    on_board_sheets: str = NOTHING

    @property
    def how(self) -> How:
        """Whether the program judges it."""
        return "by sign-off" if self.by_hand else "automatic"


_TABLES_ABOUT_ONE_MEASURE = "A page holds all tables of one measure, each under its own heading."

CHECKLIST: Final = (
    Point("1", "Every table is marked up as a table", essential=True),
    Point("2", "Tables have meaningful names", essential=False),
    Point("3", "No merged or split cells, no table in a table", essential=True),
    Point("4", "No blank rows or columns inside a table", essential=True),
    Point("5", "One header row, every header filled and unlike the others", essential=True),
    Point("6", "Text is wrapped and nothing is cut off", essential=True),
    Point("7", "No filters and no frozen panes", essential=False),
    Point("8", "No cell of a table is left empty", essential=True),
    Point("9", "No hidden rows, columns or sheets", essential=False),
    Point("10", "Notes are pointed to by neither symbols nor superscript, and in their order", essential=True),
    Point("11", "Notes are referred to by the word note", essential=False),
    Point("12", "No reference to a note in a cell of figures", essential=False),
    Point("13", "Notes stand in a table on a sheet of their own", essential=False),
    Point(
        "14",
        "Written content is in plain language",
        essential=True,
        by_hand="Whether words are plain is for a reader to say; block capitals are found by the program (16).",
    ),
    Point("15", "Links say where they lead, and lead there", essential=True),
    Point(
        "16", "Text is sans-serif, 12 point or more, left-aligned, without italics or block capitals", essential=False
    ),
    Point("17", "Every sheet has a title in A1, and titles and headings are tagged as such", essential=True),
    Point("18", "No cell holds a symbol alone", essential=False),
    Point("19", "No headers, footers, text boxes, comments or controls", essential=True),
    Point(
        "20",
        "No lines or colours that divide a table's body",
        essential=False,
        on_board_sheets="A total stands under a line and is called a total.",
    ),
    Point(
        "21",
        "No background fill",
        essential=False,
        on_board_sheets="Header rows and ratings are filled; the contrast is computed (23) and the word says it (22).",
    ),
    Point("22", "Colour is never the only carrier of a message", essential=True),
    Point("23", "Contrast of at least 4.5 to 1; 3 to 1 for large text and lines of charts", essential=True),
    Point("24", "No images", essential=False),
    Point("25", "No macros", essential=False),
    Point("26", "Sheets have names of their own that are plain", essential=True),
    Point("27", "No blank sheets", essential=True),
    Point("28", "Whatever is not a table stands in column A", essential=True),
    Point("29", "Tables begin in column A", essential=True),
    Point("30", "Nothing stands below a table", essential=False, on_board_sheets=_TABLES_ABOUT_ONE_MEASURE),
    Point("31", "One table on a sheet", essential=False, on_board_sheets=_TABLES_ABOUT_ONE_MEASURE),
    Point(
        "32",
        "Spelling and grammar are checked",
        essential=True,
        by_hand="Grammar is for a reader; common slips and doubled words in titles, headings and headers are found.",
    ),
    Point(
        "33",
        "Excel's own accessibility checker was run",
        essential=False,
        by_hand="It runs in Excel only. What it looks for is looked for here too (tables, alternative text, merged "
        "cells, names of sheets, contrast).",
    ),
    Point("34", "The document has a title, a subject, an author and a language", essential=True),
    Point("35", "The workbook opens on A1 of its first sheet", essential=True),
)

OURS: Final = (
    Point("B1", "Every chart has alternative text, and a table of the same figures", essential=True),
    Point("B2", "Every table says what it shows, for those who hear it", essential=True),
    Point("B3", "Shorthand is of the government's list, and all of it that is used is explained", essential=True),
    Point("B4", "Nothing is left to be calculated, and nothing is fetched from elsewhere", essential=True),
    Point("B5", "Every sheet prints on A4, as wide as the paper, with its header row on each page", essential=False),
    Point("B6", "The contents lead to every sheet", essential=False),
)

POINTS: Final = MappingProxyType({point.number: point for point in (*CHECKLIST, *OURS)})


def lines_of_points() -> list[tuple[str, str, str, str, str]]:
    """The points as lines of a page: number, what it asks for, essential or desirable, how, remark."""
    return [
        (
            point.number,
            point.words,
            "essential" if point.essential else "desirable",
            point.how,
            point.by_hand or (f"Board sheets may: {point.on_board_sheets}" if point.on_board_sheets else ""),
        )
        for point in POINTS.values()
    ]
