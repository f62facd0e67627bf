"""Letting go of what is kept no longer: who is due, what goes with a child or a quarter, and doing it."""
