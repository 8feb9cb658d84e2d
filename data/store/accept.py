"""Accepting a submission: its mapped rows become immutable files, all at once or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import duckdb

from data.schema import submitted_tables
from data.store.durable import settled_folder, sweep
from data.store.lock import locked
from data.store.places import accepted_folder, open_vault
from data.store.problems import StoreError
from data.store.receipt import FILE, Receipt, current_receipts, receipts


def already_accepted(vault: Path, receipt: Receipt) -> Receipt | None:
    """The current submission with the same bytes, mapping, agency and period, if there is one."""
    for other in current_receipts(open_vault(vault)):
        if (other.series, other.sha256) == (receipt.series, receipt.sha256):
            return other
    return None


def next_vintage(vault: Path, receipt: Receipt) -> tuple[int, str | None]:
    """The vintage this submission would have, and the submission it would replace."""
    same = [other for other in receipts(open_vault(vault)) if other.series == receipt.series]
    if not same:
        return 1, None
    newest = max(same, key=lambda other: other.vintage)
    return newest.vintage + 1, newest.submission_id


def accept(
    con: duckdb.DuckDBPyConnection,
    receipt: Receipt,
    vault: Path,
    papers: Callable[[Receipt], Mapping[str, str]],
) -> Receipt:
    """Writes `mapped.*` of `con` and the receipt into the vault; returns the receipt as kept.

    `papers` gives the text files to keep beside the data (the validation report, the quarantine
    list), once the receipt's id and vintage are certain. Raises StoreError, leaving nothing,
    when real and synthetic submissions would meet in one vault.
    """
    with locked(vault):
        sweep(accepted_folder(vault))
        if same := already_accepted(vault, receipt):
            return replace(same, already_received=True)
        if any(other.is_synthetic != receipt.is_synthetic for other in receipts(vault)):
            raise StoreError(
                "Synthetic and real submissions may not share a vault. Choose another one (ANSWERABLE_VAULT or --vault)."
            )
        vintage, supersedes = next_vintage(vault, receipt)
        receipt = replace(
            receipt,
            vintage=vintage,
            supersedes=supersedes,
            submission_id=submission_id(receipt, vintage),
        )
        final = accepted_folder(vault) / receipt.submission_id
        with settled_folder(final) as folder:
            receipt = replace(receipt, tables=write_tables(con, receipt.submission_id, folder))
            for name, text in {**papers(receipt), FILE: receipt.json()}.items():
                (folder / name).write_text(text, encoding="utf-8", newline="")
        return replace(receipt, folder=final)


def submission_id(receipt: Receipt, vintage: int) -> str:
    """Agency, period, vintage and the start of the content hash; the agency is cut where it is very long."""
    days = f"{receipt.period_start:%Y%m%d}-{receipt.period_end:%Y%m%d}"
    return f"{receipt.agency_id[:26]}-{days}-{vintage}-{receipt.sha256[:12]}"


def write_tables(con: duckdb.DuckDBPyConnection, submission: str, folder: Path) -> dict[str, int]:
    """One Parquet file a mapped table that has rows, ordered by its key; returns the rows of each."""
    present = [
        name
        for (name,) in con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'mapped'"
        ).fetchall()
    ]
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM mapped.{name}" for name in present)
    rows = {name: count for name, count in con.execute(counts).fetchall() if count}
    for name, table in submitted_tables().items():
        if name not in rows:
            continue
        columns = ", ".join(table.columns)
        target = str(folder / f"{name}.parquet").replace("'", "''")
        con.execute(
            f"COPY (SELECT {columns}, $submission AS submission_id FROM mapped.{name} ORDER BY {', '.join(table.key)}) "
            f"TO '{target}' (FORMAT parquet, COMPRESSION zstd)",
            {"submission": submission},
        )
    return {name: rows[name] for name in submitted_tables() if name in rows}
