"""Tests of the checker of finished workbooks."""
