"""Tests of `assets.report.figures`."""
