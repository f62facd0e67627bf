"""Tests of `assets.report.versions`."""
