"""Tests of what is done with a measure's rows."""
