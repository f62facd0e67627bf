"""Unit tests: one folder a room, as in the house itself."""
