"""Who is one young person: records of the persons extract compared and linked, never merged.

What belongs here: the links by rule, the proposals by likeness, what officers decided, and the groups all that makes.
Names are read from the raw table, compared in memory, and never kept, logged or told.
"""
