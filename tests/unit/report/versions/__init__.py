"""Tests of `assets.report.versions.newer`."""
