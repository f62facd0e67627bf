"""What was published, of what it was made, and how the next version differs; checked and traced."""
