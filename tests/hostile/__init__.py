"""Files made to harm whoever opens them, and what receiving them must come to."""
