"""Forty expectations on a hundred thousand rows find what they should; how fast, `benchmarks` says."""

from dataclasses import replace
from datetime import date

import duckdb

from data.schema import create_statement, submitted_tables
from validations.expected import expected_of
from validations.suites import broken_rows

ROWS = 100_000


def test_forty_expectations_on_a_hundred_thousand_rows():
    con = duckdb.connect()
    con.execute("CREATE SCHEMA mapped")
    con.execute(create_statement(submitted_tables()["events"], schema="mapped", receipt=False))
    con.execute(
        f"""INSERT INTO mapped.events SELECT 'XAA', 'E' || i, 'proceeding', 'P' || i,
        CASE WHEN i % 1000 = 0 THEN 'unheard of' ELSE 'charged' END, DATE '2020-01-01', 'day', 'XAA-COURT',
        'convicted', 'other', 'first', 'E' || i FROM range({ROWS}) AS numbers (i)"""
    )
    con.execute("ALTER TABLE mapped.events ADD COLUMN row_ids BIGINT[]")
    expected = expected_of(submitted_tables()["events"], date(1990, 1, 1), date(2022, 12, 31))
    # The suite of the table, repeated under other names until there are forty.
    forty = [
        replace(one, id=one.id if turn == 0 else f"{one.id} {turn}")
        for turn in range(4)
        for one in expected
    ][:40]
    found = {one.id: len(rows) for one, rows in broken_rows(con, forty)}
    assert found["codes:events.event"] == ROWS // 1000
