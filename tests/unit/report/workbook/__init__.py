"""Tests of `assets.report.workbook`."""
