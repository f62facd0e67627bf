"""Telling people that something is amiss: what is said, to whom, and how often."""
