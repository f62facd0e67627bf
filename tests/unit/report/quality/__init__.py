"""Tests of `assets.report.quality.first_page`."""
