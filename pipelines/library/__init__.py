"""The returns library: a small web page that hands out published versions, and nothing else.

What belongs here: who may read (`access`), what there is (`shelf`, `changed`), how it is shown (`pages`, `templates`,
`static`), how it is handed out (`handing_out`), and the application that puts them together (`app`). No script runs in
any page.
"""
