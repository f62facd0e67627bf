"""Examples of each domain, worked out by hand."""
