"""A made-up youth justice service: extracts as a case system would export them, and the program that makes them.

Every child, court day and order here is invented by a seeded generator. What is real is said to be: the published
figures the world is built to reproduce (`published.yaml`), and a few official statistics typed in with their source.
"""
