"""Tests: unit (mirrors the rooms), contracts, properties, pipeline, golden, graph, house, browser."""
