"""Tests of `assets.report.sheets`."""
