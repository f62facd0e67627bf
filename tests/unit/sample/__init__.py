"""Tests of the made-up service: its plan adds up, its world is what the plan says, its files are the same every time."""
