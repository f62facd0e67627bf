"""One table, every form it may arrive in: the figures are the same."""
