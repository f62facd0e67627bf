"""From the inbox to raw tables: every cell as text, with its file, sheet and row. Nothing is interpreted here."""
