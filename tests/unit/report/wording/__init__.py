"""Tests of `assets.report.wording`."""
