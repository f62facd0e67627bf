"""The traps that the two plans set (measures.md A3): each has a test called after it, here or beside its subject."""
