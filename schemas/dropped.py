"""Every kind of sheet that may be dropped in the inbox: the extracts, and the errors workbook that comes back."""

from __future__ import annotations

from schemas.catalogue import EXTRACTS
from schemas.errors_book import ERRORS_SHEETS
from schemas.extract import Extract

DROPPED: tuple[Extract, ...] = (*EXTRACTS, *ERRORS_SHEETS)
