"""Coverage-guided fuzzing of the parsers; what is asked of them is also asked by the property tests."""
