"""The tables that hold what was read: one a file specification, and the ledger of source rows."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa
import pyarrow.compute as compute

from data.intake.quoting import quote_name

RECEIVED, QUARANTINED = "received", "quarantined"


class SourceTables:
    """Writes read rows into a DuckDB connection, numbering them over the whole submission.

    Every specification has a table `source."<file id>"` (row_id, file, sheet, row, then the
    headings, all text). `source_rows` says of each row where it stood and what became of it.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection):
        self.con = con
        self.headings: dict[str, list[str]] = {}
        self._next = 1
        con.execute("CREATE SCHEMA IF NOT EXISTS source")
        con.execute(
            "CREATE TABLE IF NOT EXISTS source_rows (row_id BIGINT, file_id VARCHAR, file VARCHAR, "
            "sheet VARCHAR, row BIGINT, state VARCHAR, rule VARCHAR)"
        )

    def create(self, file_id: str, headings: Sequence[str]) -> None:
        columns = "".join(f", {quote_name(heading)} VARCHAR" for heading in headings)
        self.con.execute(
            f"CREATE TABLE source.{quote_name(file_id)} "
            f"(row_id BIGINT, file VARCHAR, sheet VARCHAR, row BIGINT{columns})"
        )
        self.headings[file_id] = list(headings)

    def add(
        self,
        file_id: str,
        place: tuple[str, str | None],
        numbers: Sequence[int] | pa.Array,
        columns: dict[str, pa.Array],
        rules: Sequence[str | None] | pa.Array,
    ) -> int:
        """Adds rows of one file and sheet (`place`), columns by heading; returns how many were not empty."""
        columns = {heading: _trimmed(column) for heading, column in columns.items()}
        table = pa.table(
            {
                "row": pa.array(numbers, pa.int64()),
                "rule": pa.array(rules, pa.string()),
                # Positions, because a heading could be called "row" or "rule".
                **{f"c{position}": column for position, column in enumerate(columns.values())},
            }
        )
        table = table.filter(_is_filled(table))
        count = table.num_rows
        if not count:
            return 0
        ids = pa.array(range(self._next, self._next + count), pa.int64())
        table = table.append_column("row_id", ids)
        self._next += count
        self.con.register("read_chunk", table)
        names = ", ".join(map(quote_name, columns))
        picked = ", ".join(f"c{position}" for position in range(len(columns)))
        self.con.execute(
            f"INSERT INTO source.{quote_name(file_id)} (row_id, file, sheet, row, {names}) "
            f"SELECT row_id, ?, ?, row, {picked} FROM read_chunk",
            list(place),
        )
        self.con.execute(
            "INSERT INTO source_rows SELECT row_id, ?, ?, ?, row, "
            "CASE WHEN rule IS NULL THEN ? ELSE ? END, rule FROM read_chunk",
            [file_id, *place, RECEIVED, QUARANTINED],
        )
        self.con.unregister("read_chunk")
        return count


def _trimmed(column: pa.Array) -> pa.Array:
    text = compute.utf8_trim_whitespace(column.cast(pa.string()))
    return compute.if_else(compute.equal(text, ""), pa.scalar(None, pa.string()), text)


def _is_filled(table: pa.Table) -> pa.ChunkedArray:
    # A row that broke a rule counts even when none of its cells could be read.
    filled = compute.is_valid(table["rule"])
    for position in range(2, table.num_columns):
        filled = compute.or_(filled, compute.is_valid(table.column(position)))
    return filled
