"""Tests of the publishable edition."""
