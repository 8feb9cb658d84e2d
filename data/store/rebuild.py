"""Builds the case store anew from the accepted submissions. The old file can always be thrown away."""

import os
from collections.abc import Callable
from pathlib import Path

import duckdb

from data.schema import Table, create_statement, submitted_tables, tables
from data.store.data_dates import create_data_dates
from data.store.durable import TEMPORARY, settle_file, sweep
from data.store.known import Known, parquet_rows
from data.store.lock import locked
from data.store.places import case_store_file
from data.store.receipt import current_receipts
from data.store.seeds import seed_jurisdictions, seed_obligations
from data.store.summary import fill_findings_summary, fill_submissions


def rebuild(vault: Path, progress: Callable | None = None) -> Path:
    """Writes `case_store.duckdb` into the vault: a fresh file under a temporary name, renamed when whole.

    It holds every table of the case model with the rows of the current submissions, each row with
    its `submission_id` and ordered by its key; `submissions`; `findings_summary`; `data_dates`.
    Where several current submissions send the same key, the row of the newest stands: by data
    date, then by the period's end, then by id; never by which arrived first. `progress` is called as progress(message, done, total).
    """
    with locked(vault) as folder:
        sweep(folder)
        working = folder / f"{TEMPORARY}{os.getpid()}.duckdb"
        known = Known(tuple(current_receipts(vault)))
        con = duckdb.connect(str(working))
        try:
            fill_submissions(con, vault)
            fill_findings_summary(con, known.receipts)
            wanted = submitted_tables()
            for number, table in enumerate(wanted.values(), start=1):
                if progress:
                    progress("Rebuilding the case store", number, len(wanted))
                fill_table(con, table, known.files(table.name))
            con.execute(create_statement(tables()["obligations"]))
            seed_obligations(con, "obligations")
            create_data_dates(con)
            con.execute("CHECKPOINT")
        finally:
            con.close()
        settle_file(working, case_store_file(vault))
    return case_store_file(vault)


def fill_table(con: duckdb.DuckDBPyConnection, table: Table, files: list[Path]) -> None:
    """One table of the store from its accepted files; the States are there before any file."""
    con.execute(create_statement(table))
    if table.name == "jurisdictions":
        seed_jurisdictions(con, table.name)
    if not files:
        return
    key, rows = ", ".join(table.key), parquet_rows(table.name, files)
    newest = ""
    if len(files) > 1 and _repeats_keys(con, key, rows):
        newest = (
            f"QUALIFY row_number() OVER (PARTITION BY {', '.join(f'rows.{one}' for one in table.key)} "
            "ORDER BY submissions.as_of DESC, submissions.period_end DESC, submission_id DESC) = 1"
        )
    if table.name == "jurisdictions":
        con.execute(
            f"DELETE FROM jurisdictions WHERE jurisdiction IN (SELECT jurisdiction FROM ({rows}))"
        )
    ordered = ", ".join(f"rows.{one}" for one in ("jurisdiction", *table.key))
    con.execute(
        f"INSERT INTO {table.name} BY NAME SELECT rows.* FROM ({rows}) AS rows "
        f"JOIN submissions USING (submission_id) {newest} ORDER BY {ordered}"
    )


def _repeats_keys(con: duckdb.DuckDBPyConnection, key: str, rows: str) -> bool:
    query = f"SELECT 1 FROM ({rows}) GROUP BY {key} HAVING count(*) > 1 LIMIT 1"
    return con.execute(query).fetchone() is not None
