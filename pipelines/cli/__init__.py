"""The `board-returns` command, one module a command."""
