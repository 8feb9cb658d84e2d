"""Turns data frames into typed columns, exactly as the release declares them."""

from datetime import date, datetime

import pandas as pd
import pyarrow as pa

from release.release_table import ReleaseTable

_ARROW = {
    "VARCHAR": pa.string(),
    "DOUBLE": pa.float64(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
}


def as_columns(table: ReleaseTable, frame: pd.DataFrame) -> pa.Table:
    """The frame as an arrow table with the declared columns, types and row order.

    Raises ValueError, naming the table and columns, when the frame's columns are not the declared
    ones or a value does not fit its type.
    """
    check_columns(table, frame)
    arrays, fields = [], []
    for name, (kind, _) in table.columns.items():
        try:
            arrays.append(_column(frame[name], kind))
        except (TypeError, ValueError, pa.ArrowException):
            raise ValueError(
                f"Release table {table.name}: column {name} holds something that is not {kind}."
            ) from None
        fields.append(pa.field(name, _ARROW[kind]))
    columns = pa.table(arrays, schema=pa.schema(fields))
    # Every column takes part in the order, so that two builds agree even where keys repeat.
    rest = [name for name in table.columns if name not in table.order]
    return columns.sort_by([(name, "ascending") for name in (*table.order, *rest)])


def check_columns(table: ReleaseTable, frame: pd.DataFrame) -> None:
    """Raise ValueError when columns are missing or undeclared."""
    missing = [name for name in table.columns if name not in frame.columns]
    undeclared = [name for name in frame.columns if name not in table.columns]
    if missing or undeclared:
        raise ValueError(
            f"Release table {table.name}: "
            f"missing columns {missing or 'none'}, undeclared columns {undeclared or 'none'}."
        )


def _column(values: pd.Series, kind: str) -> pa.Array:
    try:
        return pa.array(values, _ARROW[kind], from_pandas=True)
    except (TypeError, ValueError, pa.ArrowException):
        # Cells of several types, which have to be looked at one by one.
        plain = [_plain(value, kind) for value in values.astype(object)]
        return pa.array(plain, _ARROW[kind])


def _plain(value, kind: str):
    """A Python value of the declared kind; None for every way pandas has of saying missing."""
    if value is None or pd.isna(value):
        return None
    if kind == "DATE":
        return _day(value)
    if kind == "VARCHAR":
        return str(value)
    if kind == "DOUBLE":
        return float(value)
    if kind == "BOOLEAN":
        return bool(value)
    whole = int(value)
    if whole != value:
        raise ValueError("not a whole number")
    return whole


def _day(value) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    return value.date() if isinstance(value, datetime) else value
