"""The recall that goes out with figures about people who come again is the lowest anybody stated."""

import duckdb

from data.schema import create_statement, tables
from metrics.linkage_recall import stated_recall


def test_the_lowest_statement_tells_and_silence_is_no_statement():
    con = duckdb.connect()
    con.execute(create_statement(tables()["agencies"]))
    rows = [
        ("XAA", "XAA-POL", 0.95),
        ("XAA", "XAA-SUP", 0.9),
        ("XAB", "XAB-POL", None),
        ("XAC", "XAC-POL", 1.0),
    ]
    for jurisdiction, agency, recall in rows:
        con.execute(
            """INSERT INTO agencies (jurisdiction, agency_id, name, kind, linkage_unit, linkage_recall, submission_id)
            VALUES (?, ?, 'one', 'police', 'one', ?, 'one')""",
            [jurisdiction, agency, recall],
        )
    assert stated_recall(con) == {"XAA": 0.9, "XAC": 1.0}
