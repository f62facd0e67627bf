"""The mutation harness: faults of every kind put into clean files of every form, and each looked for."""
