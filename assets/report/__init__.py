"""Returns: the pack is built here from figures, faults and the Board's own tables, and drawn in `workbook`."""
