"""Which counts a publishable return must hide so that none can be worked out: pure arithmetic over cells and relations.

What belongs here: the problem (`cells`), which cells are risks in themselves (`primary`), which others must go with
them (`optimiser`), and an attacker that shares nothing with the optimiser and must fail (`attacker`); `protect` joins
them. Nothing here knows of packs, figures or files: `assets.report.publishable` makes cells out of those.
"""
