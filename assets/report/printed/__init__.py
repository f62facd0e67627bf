"""What earlier plans printed, held against what is computed."""
