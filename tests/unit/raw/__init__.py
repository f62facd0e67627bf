"""Tests of receiving: readers, recognition, the store, raw tables."""
