"""The made-up world from 17 January to 30 June 2015: how it goes on after the extracts of 2014-15 Q3.

What the plans print ends in December 2014, so every number here is made up, in the proportions of the year before
(`plan.yaml`). Chance has streams of its own: nothing of the earlier world is drawn anew. `careers` and `orders` add
what happens, `case` lays it out as rows, `domains` adds the other extracts, `closing` ends what was open.
"""

from __future__ import annotations
