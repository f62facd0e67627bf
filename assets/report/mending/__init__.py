"""The workbooks given out to be filled in and dropped back: errors, and the Board's papers."""
