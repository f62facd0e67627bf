"""Tests of who is one young person."""
