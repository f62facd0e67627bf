"""Tests of the returns library."""
