"""Properties that hold over random small worlds."""
