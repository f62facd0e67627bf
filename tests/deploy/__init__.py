"""The example files of a production install."""
