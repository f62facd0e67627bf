"""Slow, plain answers to every measure, written from the measure book and not from the SQL: lists, dicts and loops.

They exist to disagree with `sql/` when one of the two is wrong; nothing but tests may read them.
"""
