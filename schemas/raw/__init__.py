"""One module per extract: its columns, its key, its own rules.

The list of all of them is `schemas.catalogue.EXTRACTS`. Synonyms are headers met in, or likely from, exports of
CareWorks RAISE, ChildView and Core+ and hand-kept sheets; case, spaces, underscores and punctuation never matter.
"""
