"""A table of the release as CSV and as Parquet: the same rows in the same order."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from reports.package.described import Described
from reports.safe_text import LINE_END, safe_field


def table_of(cursor, table: Described) -> pa.Table:
    """All rows, sorted by every column: a release has no order of its own, and files must repeat byte by byte."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    found = cursor.sql(f'SELECT {names} FROM "{table.name}" ORDER BY ALL').to_arrow_table()
    return found.replace_schema_metadata(None)


def csv_bytes(rows: pa.Table) -> bytes:
    """UTF-8, comma, lines as RFC 4180 ends them; nothing in a cell is nothing in the file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=LINE_END)
    writer.writerow(rows.column_names)
    writer.writerows(_lines(rows))
    return text.getvalue().encode()


def parquet_bytes(rows: pa.Table) -> bytes:
    """Parquet, each text as the release holds it."""
    sink = io.BytesIO()
    pq.write_table(rows, sink, compression="zstd")
    return sink.getvalue()


def _lines(rows: pa.Table) -> Iterable[list]:
    for batch in rows.to_batches():
        for line in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield [cell(each) for each in line]


def cell(value: object) -> object:
    """A value as a CSV of the package writes it: ISO 8601 days, true and false, numbers to the last digit."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    return safe_field(value) if isinstance(value, str) else value
