"""How much a dropped file may ask for before it is refused (design.md 10).

Only numbers belong here. They are far above any quarter we know of and far below what stops a machine.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file.

    Attributes:
        csv_bytes: size of a text file.
        csv_line_bytes: one line of it; readers hold a line whole.
        csv_cells: cells of a text file, however empty they are...
        csv_bytes_a_cell: ...and one more for each so many bytes of it: a table that large has something in its cells.
        csv_rows: rows of a text file.
        xls_bytes: size of an old Excel workbook, which its reader holds whole.
        sheet_name: characters of a sheet's name; Excel itself allows 31.
        sheet_rows: rows of a sheet.
        columns: columns of a sheet or text file.
        grid_cells: cells of all sheets of a workbook, each counted up to its farthest row and column.
        elements: tags of a workbook's markup, however small the workbook...
        elements_a_byte: ...and so many more for each byte of it, packed: honest markup has one in two or three bytes.
        zip_entries: parts inside a workbook.
        part_bytes: one part, inflated.
        total_bytes: all parts, inflated.
        ratio: inflated to packed size of one part.
        ratio_floor_bytes: parts smaller than this, inflated, are not held to the ratio.
        parquet_bytes: size of a Parquet file.
        parquet_rows: rows of a Parquet file.
        parquet_cell_bytes: its cells, as its footer says and as text.
        parquet_memory_bytes: address space of the process that reads it (POSIX only); Arrow alone maps half of it.
        child_memory_bytes: address space of the process that reads a workbook (POSIX only).
        child_processor_seconds: processor time such a process may take, however small the file (POSIX only)...
        child_processor_seconds_a_megabyte: ...and so much more for each megabyte of it.
        child_seconds: time it may take by the clock, which runs on while a busy machine does something else...
        child_seconds_a_megabyte: ...and so much more for each megabyte.
        child_characters: text the process that reads a workbook may hand back.
    """

    csv_bytes: int = 4096 * MEGABYTE
    csv_line_bytes: int = MEGABYTE
    csv_cells: int = 8_000_000
    csv_bytes_a_cell: int = 4
    csv_rows: int = 20_000_000
    xls_bytes: int = 64 * MEGABYTE
    sheet_name: int = 100
    sheet_rows: int = 200_000
    columns: int = 512
    grid_cells: int = 4_000_000
    elements: int = 1_000_000
    elements_a_byte: int = 1
    zip_entries: int = 2_000
    part_bytes: int = 100 * MEGABYTE
    total_bytes: int = 200 * MEGABYTE
    ratio: int = 100
    ratio_floor_bytes: int = MEGABYTE
    parquet_bytes: int = 256 * MEGABYTE
    parquet_rows: int = 5_000_000
    parquet_cell_bytes: int = 512 * MEGABYTE
    parquet_memory_bytes: int = 1024 * MEGABYTE
    child_memory_bytes: int = 512 * MEGABYTE
    child_processor_seconds: float = 3.0
    child_processor_seconds_a_megabyte: float = 4.0
    child_seconds: float = 30.0
    child_seconds_a_megabyte: float = 20.0
    child_characters: int = 100_000_000


LIMITS = Limits()
