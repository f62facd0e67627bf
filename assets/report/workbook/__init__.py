"""Draws a pack as a workbook with XlsxWriter. No figure is made here, no Dagster, no SQL."""
