"""How good the data was: the marks of a line, the sheets of data quality, what was left out."""
