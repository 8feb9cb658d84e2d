"""Validation costs little more than the library it stands on."""

import time
from dataclasses import replace
from datetime import date

import duckdb

from data.schema import create_statement, submitted_tables
from validations.expected import expected_of
from validations.suites import _batch_definition, _results, broken_rows

ROWS = 100_000
ALLOWED = 2.0
"""Seconds of processor time that 40 expectations on 100,000 rows may take beyond the bare library."""


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
    frame = con.execute("SELECT * EXCLUDE (row_ids) FROM mapped.events").df()
    batch = _batch_definition().get_batch({"dataframe": frame})
    _results(batch, forty[:1], {"result_format": "BOOLEAN_ONLY"})

    start = time.process_time()
    _results(batch, forty, {"result_format": "COMPLETE"})
    bare = time.process_time() - start
    start = time.process_time()
    found = {one.id: len(rows) for one, rows in broken_rows(con, "events", forty)}
    ours = time.process_time() - start
    assert found["codes:events.event"] == ROWS // 1000
    assert ours - bare < ALLOWED, f"bare {bare:.1f} s, with ours {ours:.1f} s"
