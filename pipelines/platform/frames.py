"""Between pandas frames and Arrow tables, so that a date stays a date and a missing value stays missing.

What belongs here: the one conversion that the lake and the engines share. All our datetime columns are
days: they are DATE on disk and in SQL, and datetime64[us] in pandas.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd

from pipelines.platform.errors import TableUnfit

if TYPE_CHECKING:
    import pyarrow as pa

#: Where the pandas types of the columns are noted inside a Parquet file.
_DTYPES = b"board_returns.dtypes"


def to_arrow(frame: pd.DataFrame) -> pa.Table:
    """The frame as an Arrow table: days as date32, no index, the pandas types as its only metadata.

    Raises:
        TableUnfit: a column's type would lose something (a time of day, a time zone, mixed values).
    """
    import pyarrow as pa  # noqa: PLC0415 (keeps the import of the definitions light)

    arrays = {str(name): _array(str(name), column) for name, column in frame.items()}
    dtypes = {str(name): _dtype_name(arrays[str(name)], column) for name, column in frame.items()}
    return pa.table(arrays).replace_schema_metadata({_DTYPES: json.dumps(dtypes).encode()})


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """The Arrow table as a frame, each column of the type it was written from, else of its core type.

    Core types: `string`, `Int64`, `Float64`, `boolean`, `datetime64[us]`.
    """
    noted = json.loads((table.schema.metadata or {}).get(_DTYPES, b"{}"))
    frame = {
        name: _series(column, noted.get(name)) for name, column in zip(table.column_names, table.columns, strict=True)
    }
    return pd.DataFrame(frame, columns=table.column_names)


def _array(name: str, column: pd.Series) -> pa.Array:
    import pyarrow as pa  # noqa: PLC0415 (as above)

    if column.dtype.kind == "M":
        _refuse_times(name, column)
        return pa.Array.from_pandas(column, type=pa.timestamp("us")).cast(pa.date32())
    try:
        array = pa.Array.from_pandas(column)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        # Arrow's own message quotes the value, so it is not chained.
        raise _unfit(name, "holds values of more than one kind") from None
    if pa.types.is_null(array.type):
        return array.cast(pa.string())
    # One text type on disk, whatever pandas chose in memory.
    return array.cast(pa.string()) if pa.types.is_large_string(array.type) else array


def _refuse_times(name: str, column: pd.Series) -> None:
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        raise _unfit(name, "holds times with a time zone, where days are kept")
    present = column.dropna()
    if not (present == present.dt.normalize()).all():
        raise _unfit(name, "holds times of day, where days are kept")


def _unfit(name: str, why: str) -> TableUnfit:
    return TableUnfit(
        "BR-102", f"Column {name} {why}.", "This is a fault of the program: report the code and the column."
    )


def _dtype_name(array: pa.Array, column: pd.Series) -> str:
    """The pandas type the column comes back as; for an object column, the core type of its content."""
    if column.dtype.kind == "M":
        return "datetime64[us]"
    return _core_dtype(array.type) if column.dtype == object else str(column.dtype)


def _core_dtype(kind: pa.DataType) -> str:
    import pyarrow as pa  # noqa: PLC0415 (as above)

    types = pa.types
    if types.is_date(kind) or types.is_timestamp(kind):
        return "datetime64[us]"
    if types.is_boolean(kind):
        return "boolean"
    # DuckDB sums whole numbers into 128 bits, which Arrow shows as a decimal without places.
    if types.is_integer(kind) or (types.is_decimal(kind) and kind.scale == 0):
        return "Int64"
    return "Float64" if types.is_floating(kind) or types.is_decimal(kind) else "string"


def _series(column: pa.ChunkedArray, noted: str | None) -> pd.Series:
    import pyarrow as pa  # noqa: PLC0415 (as above)

    dtype = noted or _core_dtype(column.type)
    casts = {
        "datetime64[us]": pa.timestamp("us"),
        "Int64": pa.int64(),
        "Float64": pa.float64(),
        "boolean": pa.bool_(),
    }
    kind = casts.get(dtype)
    values = column if kind is None else column.cast(kind)
    mapper = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.bool_(): pd.BooleanDtype()}.get
    series: pd.Series = values.to_pandas(types_mapper=mapper).astype(dtype)
    return series
