"""Tests of `assets.report.mending`."""
