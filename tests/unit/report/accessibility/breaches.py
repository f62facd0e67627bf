"""One thing broken at a time in a good workbook's XML, with the points that have to see it and no others."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

COVER, CONTENTS, PAGE, RATINGS, NOTES, PLAIN = (f"xl/worksheets/sheet{number}.xml" for number in range(1, 7))
STYLES, STRINGS, BOOK, CORE = "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "docProps/core.xml"
TYPES, DRAWING, CHART = "[Content_Types].xml", "xl/drawings/drawing1.xml", "xl/charts/chart1.xml"
THEME = "xl/theme/theme1.xml"
BOOK_LINKS = "xl/_rels/workbook.xml.rels"
TABLE_PAGE, TABLE_RATINGS, TABLE_PLAIN = (f"xl/tables/table{number}.xml" for number in (3, 4, 7))
FIRST_TEXT_FONT = r'(<font>)(<sz val="12"/><color rgb="FF1A1A1A"/>)'


class Change(NamedTuple):
    """One change of a part: what is looked for, and what is put in its place."""

    part: str
    pattern: str
    instead: str


class Breach(NamedTuple):
    """One thing broken.

    Attributes:
        what: what was broken, in words.
        points: the points that see it.
        changes: how.
        added: parts put into the file.
    """

    what: str
    points: str
    changes: tuple[Change, ...]
    added: tuple[str, ...] = ()


def write_broken(parts: Mapping[str, str], breach: Breach, path: Path) -> None:
    """Write the workbook with the breach in it."""
    broken = dict(parts)
    for change in breach.changes:
        broken[change.part], times = re.subn(change.pattern, change.instead, broken[change.part], count=1)
        assert times == 1, f"{breach.what}: nothing to change in {change.part}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in broken.items():
            archive.writestr(name, part)
        for name in breach.added:
            archive.writestr(name, "")


def _one(what: str, points: str, part: str, pattern: str, instead: str) -> Breach:
    return Breach(what, points, (Change(part, pattern, instead),))


def _said(what: str, points: str, old: str, new: str) -> Breach:
    """Other words in a text that stands once."""
    return _one(what, points, STRINGS, f"<t>{re.escape(old)}</t>", f"<t>{new}</t>")


def _renamed(what: str, points: str, old: str, new: str) -> Breach:
    """A sheet of another name, its links led there."""
    links = (Change(CONTENTS, rf"'{old}'!A1", f"'{new}'!A1"),)
    return Breach(what, points, (Change(BOOK, f'<sheet name="{old}"', f'<sheet name="{new}"'), *links))


def _before_page_margins(what: str, points: str, part: str, element: str) -> Breach:
    return _one(what, points, part, "<pageMargins", f"{element}<pageMargins")


TABLES = (
    _one("a figure outside any table", "1", PAGE, r'(<c r="A2" s="9") t="s"><v>\d+</v>', r"\1><v>5</v>"),
    _one("a table with the name a program gives", "2", TABLE_PAGE, 'displayName="\\w+"', 'displayName="Table1"'),
    _one("two tables of one name", "2", TABLE_PAGE, 'displayName="\\w+"', 'displayName="figures"'),
    _one("merged cells", "3", PAGE, "</sheetData>", '</sheetData><mergeCells><mergeCell ref="E1:F1"/></mergeCells>'),
    _one("a table over another", "3 4 5 8", TABLE_RATINGS, 'ref="A3:E6"', 'ref="A3:E8"'),
    _one("a blank row in a table", "4", PLAIN, r'(<row r="9"[^>]*>).*?</row>', r"\1</row>"),
    _one("a blank cell in a table", "8", PLAIN, r'<c r="B9" s="12"><v>\d+</v></c>', '<c r="B9" s="12"/>'),
    _one("a cell that is not there", "8", PLAIN, r'<c r="B9" s="12"><v>\d+</v></c>', ""),
    _said("a cell of nothing but spaces", "8", "Month 9", "  "),
    _one("a format that hides a text", "8", PLAIN, r'<c r="A9" s="6"', '<c r="A9" s="15"'),
    _one("a cell with an error", "8", PLAIN, r'<c r="B9" s="12"><v>\d+</v>', '<c r="B9" s="12" t="e"><v>#N/A</v>'),
    _one("a header that the mark-up calls otherwise", "5", TABLE_PAGE, 'name="Target"', 'name="Aim"'),
    _one("a table without a header row", "5", TABLE_PAGE, "totalsRowShown", 'headerRowCount="0" totalsRowShown'),
    Breach(
        "two headers alike",
        "5",
        (
            Change(TABLE_PLAIN, 'name="Rate"', 'name="Number"'),
            Change(STRINGS, "<t>Rate</t>", "<t>Number</t>"),
        ),
    ),
    _one("an empty header", "5", PLAIN, r'<c r="C2" s="25" t="s"><v>\d+</v></c>', '<c r="C2" s="25"/>'),
    _one("a table without words for it", "B2", TABLE_PAGE, ' altText="[^"]*" altTextSummary="[^"]*"', ""),
    _one(
        "a table that begins in column B",
        "29",
        TABLE_PLAIN,
        r'ref="A2:C32"(.*?)<tableColumn id="1" name="Month"/>',
        r'ref="B2:C32"\1',
    ),
    _one("text beside a table", "28", PLAIN, r'(<c r="C9".*?</c>)', r'\1<c r="E9" s="6" t="s"><v>1</v></c>'),
    _one(
        "words below a plain table",
        "30",
        PLAIN,
        "</sheetData>",
        '<row r="40"><c r="A40" s="2" t="s"><v>1</v></c></row></sheetData>',
    ),
    _one("several tables, fills and lines on a plain sheet", "20 21 31", RATINGS, ' showGridLines="0"', ""),
)

SHEETS = (
    _one("a filter on a table", "7", TABLE_PLAIN, "<tableColumns", '<autoFilter ref="A2:C32"/><tableColumns'),
    _before_page_margins("a filter on a sheet", "7", PLAIN, '<autoFilter ref="A2:C32"/>'),
    _one(
        "frozen panes",
        "7",
        PLAIN,
        '<sheetView workbookViewId="0"/>',
        '<sheetView workbookViewId="0"><pane ySplit="1"/></sheetView>',
    ),
    _one("a hidden row", "9", PLAIN, '<row r="9"', '<row r="9" hidden="1"'),
    _one("a hidden column", "9", PLAIN, '<col min="1" max="1"', '<col min="1" max="1" hidden="1"'),
    _one("a hidden sheet", "9", BOOK, '<sheet name="Figures"', '<sheet name="Figures" state="hidden"'),
    _one("no title", "17", PAGE, '<c r="A1".*?</c>', ""),
    _one("a title not tagged", "17", PAGE, '<c r="A1" s="1"', '<c r="A1" s="9"'),
    _one(
        "a heading not tagged",
        "17",
        STYLES,
        'fontId="6" fillId="0" borderId="0" xfId="2"',
        'fontId="6" fillId="0" borderId="0" xfId="0"',
    ),
    _one(
        "a footer",
        "19",
        PLAIN,
        "<tableParts",
        "<headerFooter><oddFooter>&amp;LPage</oddFooter></headerFooter><tableParts",
    ),
    _one("comments", "19", PLAIN, "<tableParts", '<legacyDrawing r:id="rId1"/><tableParts'),
    _one("a text box", "19", DRAWING, "</xdr:wsDr>", '<xdr:sp><xdr:cNvPr id="9" name="Box"/></xdr:sp></xdr:wsDr>'),
    _one("a picture", "24", DRAWING, "</xdr:wsDr>", '<xdr:pic><xdr:cNvPr id="9" name="Badge"/></xdr:pic></xdr:wsDr>'),
    _one("a picture behind a sheet", "24", PLAIN, "<tableParts", '<picture r:id="rId1"/><tableParts'),
    Breach("a picture among the parts", "24", (), ("xl/media/image1.png",)),
    Breach("a macro", "25", (), ("xl/vbaProject.bin",)),
    _one("a file that may hold macros", "25", TYPES, r"spreadsheetml\.sheet\.main", "spreadsheet.macroEnabled.main"),
    _renamed("two sheets of one name", "26", "Figures", "ENTRANTS"),
    _renamed("a sheet with the name a program gives", "26", "Figures", "Sheet6"),
    _renamed("a sheet named with a sign", "26", "Figures", "!Figures"),
    Breach(
        "a blank sheet",
        "27",
        (
            Change(PLAIN, '<row r="2".*</row></sheetData>', "</sheetData>"),
            Change(PLAIN, "<tableParts.*</tableParts>", ""),
        ),
    ),
    _one("a workbook that opens on its second sheet", "35", BOOK, "<workbookView", '<workbookView activeTab="1"'),
    _one(
        "a cursor elsewhere",
        "35",
        PLAIN,
        '<sheetView workbookViewId="0"/>',
        '<sheetView workbookViewId="0"><selection activeCell="B9" sqref="B9"/></sheetView>',
    ),
    _one("a sheet scrolled down", "35", COVER, "<sheetView ", '<sheetView topLeftCell="A5" '),
    _one("no document title", "34", CORE, "<dc:title>.*</dc:title>", ""),
    _one("no author", "34", CORE, "<dc:creator>.*</dc:creator>", "<dc:creator></dc:creator>"),
    _one("no language", "34", CORE, "<dc:language>.*</dc:language>", ""),
    _one("a language that is no tag", "34", CORE, "en-GB", "English"),
    _one("a chart in another language", "34", CHART, 'lang="en-GB"', 'lang="en-US"'),
    _one("a formula", "B4", PLAIN, r'<c r="B9" s="12"><v>', '<c r="B9" s="12"><f>1+1</f><v>'),
    _one("a link out of the workbook", "B4", COVER, "location=\"'Contents'!A1\"", 'r:id="rId1"'),
    _one("figures fetched from elsewhere", "B4", BOOK_LINKS, "relationships/theme", "relationships/externalLink"),
    _one("another paper", "B5", PLAIN, 'paperSize="9"', 'paperSize="1"'),
    _one("a sheet not fitted to its paper", "B5", PLAIN, ' fitToPage="1"', ""),
    _one(
        "pages without their header",
        "B5",
        BOOK,
        r'<definedName name="_xlnm.Print_Titles" localSheetId="5">.*?</definedName>',
        "",
    ),
    _one("a sheet too wide for its paper", "B5", PLAIN, 'max="1" width="20.7109375"', 'max="1" width="240.7109375"'),
    _one("a sheet the contents leave out", "B6", CONTENTS, '<hyperlink ref="A6"[^>]*/>', ""),
)

WORDS = (
    _said("a symbol that points to a note", "10", "All measures", "All measures*"),
    _said("a small figure for a note", "10", "Quarter by quarter [note 1]", "Quarter by quarter\u00b9 [note 1]"),
    _one(
        "a symbol beside a figure",
        "10",
        PLAIN,
        r'<c r="B9" s="12"><v>\d+</v>',
        '<c r="B9" s="13" t="inlineStr"><is><t>107*</t></is>',
    ),
    _one(
        "superscript in a text",
        "10",
        STRINGS,
        "<t>Notes.</t>",
        '<r><rPr><vertAlign val="superscript"/></rPr><t>Notes.</t></r>',
    ),
    _one("superscript as a look", "10", STYLES, FIRST_TEXT_FONT, r'\1<vertAlign val="superscript"/>\2'),
    _said("a note referred to that is not listed", "10", "Quarter by quarter [note 1]", "Quarter by quarter [note 2]"),
    _said("a note listed that nothing refers to", "10", "Quarter by quarter [note 1]", "Quarter by quarter"),
    _said("a symbol in an officer's words", "10", "Told again in May", "Told again* in May"),
    _said("a note called otherwise", "11", "All measures", "All measures (see note 1)"),
    _said("a note referred to from a cell", "12", "Told again in May", "Told again [note 1]"),
    _renamed("no sheet of notes", "10 12 13", "Notes", "Remarks"),
    _said("a link that shows its address", "15", "Go to the contents", "https://example.org/contents"),
    _said("a link that says here", "15", "Go to the contents", "Here"),
    _one("a link to a sheet that is not there", "15", COVER, "'Contents'!A1", "'Content'!A1"),
    _one("a link below a sheet's last row", "15", COVER, "'Contents'!A1", "'Contents'!A99"),
    _said("block capitals", "16", "All measures", "EVERY SINGLE MEASURE"),
    _said("a symbol alone", "18", "Told again in May", "\u25b2"),
    _said("a slip of spelling in a heading", "32", "All measures", "Seperate measures"),
    _said("a word twice", "32", "All measures", "All the the measures"),
    _one(
        "shorthand that is not agreed",
        "B3",
        PLAIN,
        r'<c r="B9" s="12"><v>\d+</v>',
        '<c r="B9" s="13" t="inlineStr"><is><t>[q]</t></is>',
    ),
    _one(
        "shorthand that is not explained",
        "B3",
        PLAIN,
        r'<c r="B9" s="12"><v>\d+</v>',
        '<c r="B9" s="13" t="inlineStr"><is><t>[c]</t></is>',
    ),
    _one(
        "shorthand explained and not used",
        "B3",
        PAGE,
        r'<c r="C9" s="13" t="s"><v>7</v>',
        '<c r="C9" s="13" t="s"><v>5</v>',
    ),
)

LOOKS = (
    _one(
        "text not wrapped",
        "6",
        STYLES,
        '(horizontal="left" vertical="center" indent="1") wrapText="1"/></xf><xf numFmtId="0" fontId="3"',
        r'\1/></xf><xf numFmtId="0" fontId="3"',
    ),
    _one(
        "a row too low for its text",
        "6",
        CONTENTS,
        '<row r="4" spans="1:2" ht="21.75"',
        '<row r="4" spans="1:2" ht="9"',
    ),
    _one(
        "a figure wider than its column",
        "6",
        PLAIN,
        r'<c r="B9" s="12"><v>\d+</v>',
        '<c r="B9" s="12"><v>123456789012345</v>',
    ),
    _one(
        "a header wider than its column",
        "6",
        RATINGS,
        'min="3" max="3" width="16.7109375"',
        'min="3" max="3" width="5.7109375"',
    ),
    _one(
        "a typeface with serifs",
        "16",
        STYLES,
        FIRST_TEXT_FONT + '<name val="Arial"/>',
        r'\1\2<name val="Times New Roman"/>',
    ),
    Breach(
        "a typeface tied to a theme with serifs",
        "16",
        (
            Change(STYLES, FIRST_TEXT_FONT, r'\1<scheme val="minor"/>\2'),
            Change(THEME, '<a:minorFont><a:latin typeface="[^"]*"', '<a:minorFont><a:latin typeface="Cambria"'),
        ),
    ),
    _one(
        "small type",
        "16",
        STYLES,
        '<font><sz val="12"/><color rgb="FF1A1A1A"/>',
        '<font><sz val="10"/><color rgb="FF1A1A1A"/>',
    ),
    _one("italics", "16", STYLES, FIRST_TEXT_FONT, r"\1<i/>\2"),
    _one("underlined words that are no link", "16", STYLES, FIRST_TEXT_FONT, r"\1<u/>\2"),
    _one(
        "centred text",
        "16",
        STYLES,
        'horizontal="left" vertical="center" wrapText="1"',
        'horizontal="center" vertical="center" wrapText="1"',
    ),
    _one(
        "a line beside each cell of a plain table",
        "20",
        STYLES,
        '<border><left/><right/><top/><bottom style="thin">',
        '<border><left style="thin"/><right/><top/><bottom style="thin">',
    ),
    _one(
        "a ground on a plain sheet",
        "21",
        STYLES,
        'fontId="9" fillId="0" borderId="1"',
        'fontId="9" fillId="3" borderId="1"',
    ),
    _one("a figure on a coloured ground", "22", RATINGS, r'<c r="B4" s="12"', '<c r="B4" s="14"'),
    _one(
        "the same words on two grounds",
        "22",
        RATINGS,
        r'<c r="C5" s="17" t="s"><v>\d+</v>',
        '<c r="C5" s="17" t="s"><v>37</v>',
    ),
    _one("a coloured figure", "22", PAGE, r'<c r="B7" s="12"', '<c r="B7" s="9"'),
    _one(
        "a format that colours what is below nought",
        "22",
        STYLES,
        'formatCode="#,##0.00;-#,##0.00"',
        'formatCode="#,##0.00;[Red]-#,##0.00"',
    ),
    _before_page_margins(
        "colours that follow from figures",
        "22",
        PLAIN,
        '<conditionalFormatting sqref="B3:B32"><cfRule type="colorScale"/></conditionalFormatting>',
    ),
    _one("pale words", "23", STYLES, "FF1A1A1A", "FFB0B0B0"),
    _one("pale words on a ground", "23", STYLES, 'color rgb="FF0B5D3B"', 'color rgb="FF7FBF9F"'),
)

CHARTS = (
    _one("a chart without words for it", "B1", DRAWING, ' descr="[^"]*"', ""),
    _one("a chart called no more than chart", "B1", DRAWING, ' descr="[^"]*"', ' descr="Chart"'),
    _one(
        "a chart of figures that stand in no table",
        "B1",
        CHART,
        r"<c:f>Entrants!\$B\$6:\$B\$8</c:f>",
        "<c:f>Entrants!$B$16:$B$18</c:f>",
    ),
    _one("a chart of typed figures", "B1", CHART, r"<c:val><c:numRef><c:f>[^<]*</c:f>", "<c:val><c:numRef>"),
    _one("a chart without a title", "B1", CHART, "<a:t>Entrants by quarter</a:t>", ""),
    _one("a small drawing without words", "B1", STRINGS, "<t>from ten to twelve</t>", "<t>trend</t>"),
    _one("a small drawing of no table", "B1", RATINGS, "<xm:f>Entrants!B6:B8</xm:f>", "<xm:f>Entrants!E6:E8</xm:f>"),
    _one(
        "a pale line",
        "23",
        CHART,
        '<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="1F2A44"/>',
        '<c:spPr><a:ln w="28575"><a:solidFill><a:srgbClr val="C0C8D8"/>',
    ),
    _one("pale words of a chart", "23", CHART, 'srgbClr val="1A1A1A"', 'srgbClr val="B0B0B0"'),
    Breach(
        "two lines that differ in colour only",
        "22",
        (
            Change(CHART, '<a:prstDash val="\\w+"/>', ""),
            Change(
                CHART, '<c:marker><c:symbol val="none"/></c:marker>', '<c:marker><c:symbol val="circle"/></c:marker>'
            ),
            Change(
                CHART,
                'w="28575"><a:solidFill><a:srgbClr val="1F2A44"/>',
                'w="28575"><a:solidFill><a:srgbClr val="595959"/>',
            ),
        ),
    ),
)

BREACHES = tuple(breach for group in (TABLES, SHEETS, WORDS, LOOKS, CHARTS) for breach in group)
