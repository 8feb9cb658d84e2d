"""Rows that every case store holds before any submission: the States of ISO 3166-1 and the obligations."""

import duckdb

from data.instruments import obligation_rows
from data.schema import code_lists, tables


def seed_jurisdictions(con: duckdb.DuckDBPyConnection, target: str) -> None:
    """Inserts every country of the code list into `target`, a table shaped like `jurisdictions`."""
    codes = code_lists()["country"].codes.values()
    con.execute(
        f"INSERT INTO {target} (jurisdiction, name, kind) "
        "SELECT unnest($codes), unnest($names), 'state'",
        {"codes": [code.code for code in codes], "names": [code.label for code in codes]},
    )


def seed_obligations(con: duckdb.DuckDBPyConnection, target: str) -> None:
    """Inserts every declared obligation into `target`, a table shaped like `obligations`."""
    entries = sorted(obligation_rows(), key=lambda entry: entry["obligation_id"])
    columns = list(tables()["obligations"].columns)
    if entries:
        con.execute(
            f"INSERT INTO {target} ({', '.join(columns)}) "
            f"SELECT {', '.join(f'unnest(${column})' for column in columns)}",
            {column: [entry.get(column) for entry in entries] for column in columns},
        )
