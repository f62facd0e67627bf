"""The editions of a return beside the Board's own pack, and the table of all editions."""
