"""Reads a finished workbook's own parts and holds them to the accessibility checklist. Knows no Dagster, no SQL."""
