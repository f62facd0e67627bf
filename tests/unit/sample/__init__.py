"""Tests of the made-up service: its plan adds up, its world is as planned, its files are the same every time."""
