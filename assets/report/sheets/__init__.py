"""The sheets of the Board's pack, one module each, as data: what stands where. How it looks is `workbook`'s."""
