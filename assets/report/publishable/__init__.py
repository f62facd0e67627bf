"""The edition of a return that anybody may read: which figures it has, which of them are hidden, and the proof of it.

What belongs here: making cells and relations out of figures (`scope`, `counts`, `sums`, `periods`, `earlier`,
`problem`), hiding what `assets.report.disclosure` says (`masked`), building the pack of what is left (`edition`) and
reading the finished pack again (`audit`).
"""
