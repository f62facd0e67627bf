"""Tests of cleaning and of the core tables."""
