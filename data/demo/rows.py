"""Arrays into tables of the case model: identifiers, dates and column types follow the schema."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.demo.dice import NEVER
from data.schema import tables

ARROW_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "decimal": pa.float64(),
    "money": pa.float64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}


def identifiers(prefix: str, numbers) -> pa.Array:
    """Identifiers such as `XAA-C0000012`, for whole numbers from 0."""
    digits = pc.utf8_lpad(pc.cast(pa.array(np.asarray(numbers)), pa.string()), 7, "0")
    return pc.binary_join_element_wise(pa.scalar(prefix), digits, "")


def dates(days: np.ndarray) -> pa.Array:
    """Day numbers as dates; NEVER is empty."""
    days = np.asarray(days, dtype=np.int32)
    return pa.array(days, mask=days == NEVER, type=pa.int32()).cast(pa.date32())


def table(name: str, /, **columns) -> pa.Table:
    """Rows of the named table of the case model, columns in the schema's order.

    A column is an array or one value for all rows. Dates are day numbers. Columns that are not
    given stay away from the file.
    """
    declared = tables()[name].columns
    unknown = set(columns) - set(declared)
    if unknown:
        raise KeyError(f"{name} has no column {', '.join(sorted(unknown))}")
    length = next(len(value) for value in columns.values() if _is_array(value))
    return pa.table(
        {
            column: _column(columns[column], declared[column].type, length)
            for column in declared
            if column in columns
        }
    )


def join(one: dict[str, pa.Table], other: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Both sets of tables; a table that stands in both holds the rows of both."""
    return {
        name: pa.concat_tables([part[name] for part in (one, other) if name in part])
        for name in (*one, *(name for name in other if name not in one))
    }


def _is_array(value) -> bool:
    return isinstance(value, np.ndarray | pa.Array | pa.ChunkedArray | list)


def _column(value, kind: str, length: int):
    if not _is_array(value):
        return pa.repeat(pa.scalar(value, ARROW_TYPES[kind]), length)
    if kind == "date":
        return dates(value)
    if isinstance(value, pa.Array | pa.ChunkedArray):
        return value.cast(ARROW_TYPES[kind])
    if kind in ("money", "decimal"):
        return pa.array(np.round(value, 2), from_pandas=True)
    return pa.array(value, type=ARROW_TYPES[kind], from_pandas=True)
