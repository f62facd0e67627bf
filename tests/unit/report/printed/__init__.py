"""Tests of `assets.report.printed`."""
