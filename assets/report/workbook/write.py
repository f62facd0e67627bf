"""Writes a pack as one workbook file.

The only time in the file is the pack's as-of date, no text becomes a formula or an address, and no figure is left
to be calculated on opening.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from assets.report.workbook import styles
from assets.report.workbook.document import finish
from assets.report.workbook.drawing import Pen, draw_sheet
from assets.report.workbook.layout import place
from schemas.pack import Pack

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def write_workbook(pack: Pack, path: Path) -> None:
    """Write the return as an Excel workbook.

    Args:
        pack: the return.
        path: the file to write; what stands there is replaced.
    """
    path.write_bytes(workbook_bytes(pack))


def workbook_bytes(pack: Pack) -> bytes:
    """The return as the bytes of an Excel workbook, the same for the same pack.

    Args:
        pack: the return.

    Returns:
        The whole file.
    """
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - heavy, and only needed when a return is drawn

    stream = io.BytesIO()
    workbook = Workbook(stream, _options())
    workbook.set_properties(_properties(pack))
    _draw(workbook, pack)
    workbook.close()
    return finish(stream.getvalue(), pack.language, styles.HEADING_STYLES)


def _options() -> dict[str, object]:
    """Made anew for each workbook: XlsxWriter writes into what it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
        "default_format_properties": {"font_name": styles.FONT, "font_size": styles.TEXT_SIZE},
    }


def _properties(pack: Pack) -> dict[str, object]:
    return {
        "title": pack.title,
        "subject": pack.subject,
        "author": pack.author,
        "keywords": pack.keywords,
        "created": datetime.combine(pack.as_of, time(), tzinfo=UTC),
    }


def _draw(workbook: Workbook, pack: Pack) -> None:
    placements = place(pack)
    pen = Pen(workbook, placements)
    for sheet in pack.sheets:
        draw_sheet(pen, pack, sheet, placements)
    first = workbook.get_worksheet_by_name(pack.sheets[0].name)
    first.activate()
    first.set_first_sheet()
