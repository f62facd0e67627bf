"""Tests of the disclosure rooms."""
