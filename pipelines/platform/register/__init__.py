"""The register: files received, verdicts, faults, versions of the return and every published figure.

What belongs here: the database, its tables and migrations, and the typed methods others call. Nothing else in the
product speaks to a database server. Of children's records it holds the cells that officers corrected, and nothing else.
"""
