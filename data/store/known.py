"""What the vault already knows when a further submission is judged."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa
from pyarrow import parquet

from data.schema import create_statement, tables
from data.store.durable import FileVersion, file_version
from data.store.receipt import Receipt, current_receipts
from data.store.seeds import seed_jurisdictions, seed_obligations

SCHEMA = "known"

SEEDS = {"jurisdictions": seed_jurisdictions, "obligations": seed_obligations}
"""Tables that hold rows before anything is accepted -> what inserts them."""


@dataclass(frozen=True)
class Known:
    """The accepted submissions that a new one may refer to, and whose keys it may not reuse.

    With a `state`, case rows come only from submissions that speak of it: cases never refer to
    those of another State, and a vault of many States stays quick to judge against.
    """

    receipts: tuple[Receipt, ...] = field(default_factory=tuple)
    state: str | None = None

    def attach(self, con: duckdb.DuckDBPyConnection) -> None:
        """Makes the schema `known` in `con`: every table of the case model over the accepted rows.

        Each row carries its `submission_id` and `sent_by`, the agency that sent it. Files about
        people are read when a query asks for them, and only the columns it names.
        """
        con.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        con.execute(f"CREATE SCHEMA {SCHEMA}")
        con.execute(
            f"CREATE TABLE {SCHEMA}.senders (submission_id VARCHAR, agency_id VARCHAR, mapping VARCHAR, "
            "period_start DATE, period_end DATE, as_of DATE)"
        )
        senders = [(one.submission_id, *one.series, one.as_of) for one in self.receipts]
        if senders:
            marks = ", ".join(["(?, ?, ?, ?, ?, ?)"] * len(senders))
            con.execute(
                f"INSERT INTO {SCHEMA}.senders VALUES {marks}",
                [value for sender in senders for value in sender],
            )
        for table in tables().values():
            if table.name == "submissions":
                continue
            name, statement = f"{SCHEMA}.{table.name}", create_statement(table, schema=SCHEMA)
            if not (self.files(table.name) or table.name in SEEDS):
                con.execute(statement.removesuffix(")") + ", sent_by VARCHAR)")
                continue
            empty = f"{SCHEMA}.no_{table.name}"
            con.execute(statement.replace(name, empty, 1))
            if seed := SEEDS.get(table.name):
                seed(con, empty)
            files, rows = self.files(table.name), f"SELECT * FROM {empty}"
            # Facts about places are few rows in many files: read once a process, not once a submission.
            is_small = table.kind == "reference"
            if files and is_small:
                con.register("accepted_rows", accepted_rows(table.name, files))
                rows += " UNION ALL BY NAME SELECT * FROM accepted_rows"
            elif files:
                rows += f" UNION ALL BY NAME {parquet_rows(table.name, files)}"
            con.execute(
                f"CREATE {'TABLE' if is_small else 'VIEW'} {name} AS "
                f"SELECT rows.*, senders.agency_id AS sent_by FROM ({rows}) AS rows "
                f"LEFT JOIN {SCHEMA}.senders AS senders USING (submission_id)"
            )

    def files(self, table: str) -> list[Path]:
        """The Parquet files that hold accepted rows of a table."""
        is_near = tables()[table].kind == "case" and self.state is not None
        return [
            one.folder / f"{table}.parquet"
            for one in self.receipts
            if table in one.tables
            and (not is_near or any(place[:3] == self.state for place in one.jurisdictions))
        ]

    def filled_tables(self) -> set[str]:
        """The tables that have accepted rows, or rows from the start."""
        return {name for name in tables() if name in SEEDS or self.files(name)}


def parquet_rows(table: str, files: list[Path]) -> str:
    """SQL for the declared columns of accepted files; files written before a column was declared lack it."""
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
    names = "|".join([*tables()[table].columns, "submission_id"])
    return f"SELECT COLUMNS('^({names})$') FROM read_parquet([{listed}], union_by_name = true)"


def accepted_rows(table: str, files: list[Path]) -> pa.Table:
    """The same rows as `parquet_rows`, from files kept in memory since they were first read."""
    names = {*tables()[table].columns, "submission_id"}
    read = [_read_rows(path, file_version(path)) for path in files]
    picked = [one.select([name for name in one.column_names if name in names]) for one in read]
    return pa.concat_tables(picked, promote_options="default")


@cache
def _read_rows(path: Path, version: FileVersion | None) -> pa.Table:
    return parquet.read_table(path)


def known_keys(vault: Path, *, besides: tuple | None = None, state: str | None = None) -> Known:
    """What is accepted now. `besides` leaves out one series (`Receipt.series`), the one that a new
    submission would replace; `state` (ISO 3166-1) keeps case rows to submissions that speak of it."""
    current = (receipt for receipt in current_receipts(vault) if receipt.series != besides)
    return Known(tuple(current), state)
