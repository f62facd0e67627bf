"""The corpus with every maker entered into it. Nothing here is a test."""

from __future__ import annotations

from tests.hostile import old_books, texts, workbooks
from tests.hostile.corpus import CORPUS, Hostile

__all__ = ["CORPUS", "Hostile", "old_books", "texts", "workbooks"]
