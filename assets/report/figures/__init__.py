"""A measure's figures as a return needs them: looked up, set beside others, put together as one line. No sheet."""
