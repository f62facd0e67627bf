"""Whether the oracles' worlds notice faults in the SQL: every statement, a little wrong, must give itself away."""
