"""Timings, memory and growth, measured over whole processes; never part of the tests."""
