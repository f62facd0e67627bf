"""What each domain's measures should say, counted slowly: one module a domain, found by its `Domain` values."""
