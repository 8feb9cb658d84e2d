"""Parquet files: the columns as text, batch by batch; the same text as the same value in a workbook."""

import math
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet

from data.intake.problems import IntakeError, Problem
from data.intake.read_limits import COLUMNS_A_FILE, ROWS_A_CHUNK, ROWS_A_FILE
from data.intake.read_xlsx import cell_text


def open_parquet(path: Path, name: str) -> parquet.ParquetFile:
    """The opened file; raises IntakeError when it is damaged, too long or holds what is not a table of values.

    The row count is taken from the footer, so that a few kilobytes that unfold to millions of rows
    are refused unread.
    """
    try:
        file = parquet.ParquetFile(path)
        rows, schema = file.metadata.num_rows, file.schema_arrow
    # The library raises many kinds of error for damaged bytes.
    except Exception:
        raise IntakeError([_damaged(name)]) from None
    if rows > ROWS_A_FILE or len(schema) > COLUMNS_A_FILE:
        message = (
            f"The file has {rows:,} rows and {len(schema):,} columns; "
            f"at most {ROWS_A_FILE:,} rows and {COLUMNS_A_FILE:,} columns are read."
        )
        raise IntakeError([Problem("too_large", message, file=name)])
    problems = [_unreadable(field, name) for field in schema if not _is_readable(field.type)]
    if problems:
        raise IntakeError(problems)
    return file


def text_batches(file: parquet.ParquetFile, name: str) -> Iterator[list[pa.Array]]:
    """The columns of successive batches, each as an array of text."""
    try:
        for batch in file.iter_batches(batch_size=ROWS_A_CHUNK):
            yield [_as_text(column) for column in batch.columns]
    except Exception:
        raise IntakeError([_damaged(name)]) from None


def _as_text(column: pa.Array) -> pa.Array:
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if pa.types.is_timestamp(kind):
        # Nanoseconds do not fit Python's datetime; a moment with a zone is told in UTC.
        column = column.cast(pa.timestamp("us", "UTC" if kind.tz else None), safe=False)
        kind = column.type
    if not (pa.types.is_floating(kind) or pa.types.is_temporal(kind)):
        return column.cast(pa.string())
    # Days and amounts repeat: each different one is written once.
    coded = column.dictionary_encode()
    texts = pa.array([_value_text(value) for value in coded.dictionary.to_pylist()], pa.string())
    return texts.take(coded.indices)


def _value_text(value: object) -> str | None:
    # Data frames write "no value" as not-a-number.
    return None if isinstance(value, float) and math.isnan(value) else cell_text(value)


def _is_readable(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        return _is_readable(kind.value_type)
    is_binary = (
        pa.types.is_binary(kind)
        or pa.types.is_large_binary(kind)
        or pa.types.is_fixed_size_binary(kind)
    )
    return not (pa.types.is_nested(kind) or is_binary)


def _unreadable(field: pa.Field, name: str) -> Problem:
    kind = "lists or records" if pa.types.is_nested(field.type) else "bytes"
    message = f"The column holds {kind}, not single values."
    hint = "Write one plain value a cell: text, number, date or true/false."
    return Problem("unreadable_column", message, file=name, column=field.name, hint=hint)


def _damaged(name: str) -> Problem:
    message = "The Parquet file is damaged and cannot be read."
    return Problem("corrupt", message, file=name, hint="Write and send the file again.")
