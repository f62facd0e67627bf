"""Tests of the return: how it is built and how it is drawn."""
