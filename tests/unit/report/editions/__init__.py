"""Tests of `assets.report.editions`."""
