"""From raw text to typed core tables: cells, contracts, and the tables shared across files."""
