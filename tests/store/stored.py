"""Mapped rows and receipts to put into a vault, without reading files."""

import json
from datetime import date

import duckdb

from data.schema import create_statement, tables
from data.store import Receipt, accept

FINDING = {
    "rule": "charge_before_arrest",
    "severity": "review",
    "table": "events",
    "column": "occurred_on",
    "message": "Unusual.",
    "rows": 12,
}


def mapped(rows: dict[str, list[dict]]) -> duckdb.DuckDBPyConnection:
    """A working database whose schema `mapped` holds the rows."""
    con = duckdb.connect()
    con.execute("CREATE SCHEMA mapped")
    for name, given in rows.items():
        table = tables()[name]
        con.execute(create_statement(table, schema="mapped", receipt=False))
        for row in given:
            marks = ", ".join("?" for _ in table.columns)
            con.execute(
                f"INSERT INTO mapped.{name} VALUES ({marks})",
                [row.get(column) for column in table.columns],
            )
    return con


def receipt(**changes) -> Receipt:
    values = {
        "submission_id": "",
        "jurisdiction": "XAA",
        "agency_id": "XAA-COURT",
        "mapping": "own",
        "scope": "trafficking",
        "period_start": date(2020, 1, 1),
        "period_end": date(2020, 12, 31),
        "as_of": date(2020, 12, 31),
        "received_at": "2021-01-05 10:00:00 UTC",
        "sha256": "a" * 64,
        "rows_received": 1,
        "rows_accepted": 1,
        "rows_quarantined": 0,
        "rows_excluded": 0,
        "values_blanked": 0,
        "verdict": "pass",
        "vintage": 1,
        "is_synthetic": False,
        "jurisdictions": ["XAA"],
    }
    return Receipt(**{**values, **changes})


def papers(_) -> dict[str, str]:
    return {"validation.json": json.dumps({"findings": [FINDING]})}


def put(vault, rows: dict[str, list[dict]], **changes) -> Receipt:
    """Accepts the rows under a receipt with these changes."""
    with mapped(rows) as con:
        return accept(con, receipt(**changes), vault, papers)


def case(number: int, agency: str = "XAA-COURT", **changes) -> dict:
    return {"jurisdiction": "XAA", "case_id": f"C{number}", "agency_id": agency, **changes}
