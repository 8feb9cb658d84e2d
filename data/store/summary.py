"""What the store keeps about submissions themselves: receipts, and findings counted by rule."""

import json
from collections.abc import Iterable
from pathlib import Path

import duckdb

from data.schema import create_statement, tables
from data.store.problems import StoreError
from data.store.receipt import Receipt, receipts

REPORT = "validation.json"


def fill_submissions(con: duckdb.DuckDBPyConnection, vault: Path) -> None:
    """Table `submissions`: every receipt, superseded ones too, each naming the one that replaced it."""
    columns = list(tables()["submissions"].columns)
    con.execute(create_statement(tables()["submissions"]))
    kept = receipts(vault)
    replaced = {one.supersedes: one.submission_id for one in kept if one.supersedes}
    for one in kept:
        values = {**vars(one), "superseded_by": replaced.get(one.submission_id)}
        marks = ", ".join("?" for _ in columns)
        con.execute(
            f"INSERT INTO submissions VALUES ({marks})", [values[column] for column in columns]
        )


def fill_findings_summary(con: duckdb.DuckDBPyConnection, current: Iterable[Receipt]) -> None:
    """Table `findings_summary`: rows (or values) a rule was broken in, for each current submission."""
    con.execute(
        "CREATE TABLE findings_summary (submission_id VARCHAR, rule VARCHAR, severity VARCHAR, "
        '"table" VARCHAR, "column" VARCHAR, message VARCHAR, rows BIGINT)'
    )
    rows = [
        [
            one.submission_id,
            *(finding[name] for name in ("rule", "severity", "table", "column", "message", "rows")),
        ]
        for one in current
        for finding in _findings(one)
    ]
    rows.sort(key=lambda row: [str(value) for value in row])
    if rows:
        con.executemany("INSERT INTO findings_summary VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _findings(receipt: Receipt) -> list[dict]:
    try:
        return json.loads((receipt.folder / REPORT).read_text(encoding="utf-8"))["findings"]
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(
            f"The report of submission {receipt.submission_id} cannot be read. Restore that folder from a backup."
        ) from error
