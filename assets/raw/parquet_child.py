"""The process that opens one Parquet file and hands its cells back as text; started by `read_parquet`, never imported.

It bounds its own memory, so that a hostile file ends this process and nothing else. What the file's footer says it
holds is held to the limits before a cell is read. Protocol: one Arrow stream of text columns, the header as its first
row, so that rows are numbered as a sheet would number them.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":  # started as a file of its own: the project need not be installed
    sys.path.append(str(Path(__file__).parents[2]))

from assets.raw.reading_process import DAMAGED_EXIT, OVERSIZED_EXIT, UNSUPPORTED_EXIT, bound_process

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

#: Above this a float no longer tells every whole number apart.
_WHOLE = 2**53
_BATCH = 65_536


def as_text(cell: object) -> str:
    """One cell as an officer would type it: whole numbers without ".0", dates in ISO, TRUE, FALSE, "" for nothing."""
    if cell is None or cell != cell:  # noqa: PLR0124 - a float that is no number is nothing
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else repr(cell)
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None).isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, (date, time)) else str(cell)


def main(path: str, memory: int, seconds: int, rows: int, columns: int, allowed: int) -> None:
    """Send the file at `path` as text.

    Args:
        path: the file.
        memory: bytes of address space this process may take.
        seconds: processor time it may take.
        rows: rows the file may have.
        columns: columns it may have.
        allowed: bytes its cells may take, as the footer says and as text.
    """
    bound_process(memory, seconds)
    import pyarrow as pa  # noqa: PLC0415 - after memory is bounded
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    # The plain allocator reserves no address space ahead, which the bound would count.
    pa.set_memory_pool(pa.system_memory_pool())
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    try:
        with pq.ParquetFile(path, memory_map=False, pre_buffer=False) as file:
            hold_to_limits(file, rows, columns, allowed)
            send(file, allowed)
    except (MemoryError, pa.ArrowMemoryError):
        sys.exit(OVERSIZED_EXIT)
    except (pa.ArrowException, OSError, ValueError, OverflowError):
        sys.exit(DAMAGED_EXIT)


def hold_to_limits(file: ParquetFile, rows: int, columns: int, allowed: int) -> None:
    """End the process where the footer tells of too much, or of columns that hold no plain cells."""
    import pyarrow as pa  # noqa: PLC0415 - after memory is bounded

    about = file.metadata
    size = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    if about.num_rows > rows or about.num_columns > columns or size > allowed:
        sys.exit(OVERSIZED_EXIT)
    kinds = [field.type for field in file.schema_arrow]
    if any(pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind) for kind in kinds):
        sys.exit(UNSUPPORTED_EXIT)


def send(file: ParquetFile, allowed: int) -> None:
    """Write the header, then the rows some thousands at a time."""
    import pyarrow as pa  # noqa: PLC0415 - after memory is bounded

    names = file.schema_arrow.names
    schema = pa.schema([(f"f{place}", pa.string()) for place in range(len(names))])
    with pa.ipc.new_stream(sys.stdout.buffer, schema) as stream:
        for columns in blocks(file, names):
            allowed -= sum(column.nbytes for column in columns)
            if allowed < 0:
                sys.exit(OVERSIZED_EXIT)
            stream.write_batch(pa.record_batch(columns, schema=schema))


def blocks(file: ParquetFile, names: list[str]) -> Iterator[list[pa.Array]]:
    """The header as one row, then the rows, as text columns."""
    import pyarrow as pa  # noqa: PLC0415 - after memory is bounded

    yield [pa.array([name], pa.string()) for name in names]
    for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
        yield [texts(column) for column in batch.columns]


def texts(column: pa.Array) -> pa.Array:
    """A column as text; each distinct cell is written once."""
    import pyarrow as pa  # noqa: PLC0415 - after memory is bounded

    if pa.types.is_timestamp(column.type):  # finer than a microsecond is no cell of ours
        column = column.cast(pa.timestamp("us"), safe=False)
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    written = pa.array([as_text(cell) for cell in coded.dictionary.to_pylist()], pa.string())
    return written.take(coded.indices).fill_null("")


if __name__ == "__main__":
    main(sys.argv[1], *(int(number) for number in sys.argv[2:7]))
