"""Keeping an installation: backups and their restoring. Nothing here is needed to make a return."""
