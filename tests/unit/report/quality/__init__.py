"""Tests of `assets.report.quality`."""
