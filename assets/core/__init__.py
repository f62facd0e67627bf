"""From raw text to core tables: typed cells, held to their contract, one row per named thing."""
