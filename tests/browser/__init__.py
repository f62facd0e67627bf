"""The pages as officers see them, in a real browser."""
