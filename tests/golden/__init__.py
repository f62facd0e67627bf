"""Figures and sheets that are known beforehand, out of the whole pipeline."""
