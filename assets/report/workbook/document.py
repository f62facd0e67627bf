"""The finishing of the file: what XlsxWriter has no words for.

Accessibility asks for the document's language and for titles in a heading style; XlsxWriter writes neither. Both
are put into the finished parts of the file, and the file is packed again with the same fixed times, so that the
same pack always gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

CORE = "docProps/core.xml"
STYLES = "xl/styles.xml"
CHARTS = "xl/charts/"
#: XlsxWriter marks the words of every chart as American.
CHART_LANGUAGE = "en-US"
#: The first time a zip can hold.
EPOCH = (1980, 1, 1, 0, 0, 0)


def finish(workbook: bytes, language: str, headings: Iterable[tuple[str, int, int]]) -> bytes:
    """Add language and heading styles to a finished workbook.

    Args:
        workbook: the file as XlsxWriter made it.
        language: language tag, e.g. "en-GB".
        headings: name, built-in number and font size of each heading style.

    Returns:
        The finished file, the same for the same input.
    """
    finished = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(finished, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == CORE:
                part = with_language(part.decode(), language).encode()
            elif name == STYLES:
                part = with_headings(part.decode(), headings).encode()
            elif name.startswith(CHARTS):
                part = in_language(part.decode(), language).encode()
            _add(target, name, part)
    return finished.getvalue()


def with_language(core: str, language: str) -> str:
    """The document properties with the language in them."""
    return core.replace("</cp:coreProperties>", f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>")


def in_language(chart: str, language: str) -> str:
    """The chart with its words marked as of the document's language."""
    spoken = f' lang="{CHART_LANGUAGE}"', f'<c:lang val="{CHART_LANGUAGE}"/>'
    ours = f' lang="{escape(language)}"', f'<c:lang val="{escape(language)}"/>'
    return chart.replace(spoken[0], ours[0]).replace(spoken[1], ours[1])


def with_headings(sheet: str, headings: Iterable[tuple[str, int, int]]) -> str:
    """The style sheet with every bold font of a heading's size tied to Excel's own heading style."""
    for name, builtin, size in headings:
        fonts = _fonts_of_size(sheet, size)
        number = int(_found(r'<cellStyleXfs count="(\d+)"', sheet))
        sheet = _one_more(
            sheet,
            "cellStyleXfs",
            f'<xf numFmtId="0" fontId="{min(fonts, default=0)}" fillId="0" borderId="0"/>',
        )
        sheet = _one_more(sheet, "cellStyles", f'<cellStyle name="{name}" xfId="{number}" builtinId="{builtin}"/>')
        for font in fonts:
            sheet = re.sub(rf'(<xf [^>]*fontId="{font}" [^>]*xfId=")0"', rf'\g<1>{number}"', sheet)
    return sheet


def _fonts_of_size(sheet: str, size: int) -> list[int]:
    fonts = re.findall(r"<font>.*?</font>", _found(r"(<fonts .*?</fonts>)", sheet))
    return [number for number, font in enumerate(fonts) if f'<sz val="{size}"/>' in font and "<b/>" in font]


def _one_more(sheet: str, group: str, element: str) -> str:
    def grown(match: re.Match[str]) -> str:
        """The group with one element more, counted."""
        return f'<{group} count="{int(match[1]) + 1}">{match[2]}{element}</{group}>'

    return re.sub(rf'<{group} count="(\d+)">(.*?)</{group}>', grown, sheet, count=1)


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:  # pragma: no cover - XlsxWriter always writes these parts
        raise ValueError("The workbook's style sheet is not as XlsxWriter writes it.")
    return match[1]


def _add(target: zipfile.ZipFile, name: str, part: bytes) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0o600 << 16
    target.writestr(entry, part)
