"""What is left when a run is killed or the machine refuses: never half a version, never a file lost."""
