"""What the rules read besides the submission's own rows: the schemas `known` and `checked`."""

from datetime import date

import duckdb

from data.schema import create_statement, submitted_tables
from data.store import Known
from validations.prose import create_searches

LAST_DAY = """CASE date_precision WHEN 'month' THEN last_day(occurred_on)
 WHEN 'year' THEN make_date(year(occurred_on), 12, 31) ELSE occurred_on END"""


def attach_surroundings(
    con: duckdb.DuckDBPyConnection, known: Known, submission: dict[str, object]
) -> None:
    """Makes `known` (accepted rows) and `checked.submission` (one row: agency_id, mapping, period_start, period_end, as_of),
    and the searches of prose."""
    known.attach(con)
    create_searches(con)
    con.execute("CREATE SCHEMA IF NOT EXISTS checked")
    con.execute(
        "CREATE OR REPLACE TABLE checked.submission "
        "(agency_id VARCHAR, mapping VARCHAR, period_start DATE, period_end DATE, as_of DATE)"
    )
    names = ("agency_id", "mapping", "period_start", "period_end", "as_of")
    con.execute(
        "INSERT INTO checked.submission VALUES (?, ?, ?, ?, ?)",
        [submission[name] for name in names],
    )


def complete_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Gives every table the mapping does not fill an empty place in `mapped`, so that rules may name it."""
    for table in submitted_tables().values():
        statement = create_statement(table, schema="mapped", receipt=False)
        statement = statement.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1)
        con.execute(statement.removesuffix(")") + ", row_ids BIGINT[])")


def lay_out_events(con: duckdb.DuckDBPyConnection) -> None:
    """Makes `checked.events` and `checked.proceedings`, this submission's rows and the accepted ones together.

    `checked.events` holds the events that no other supersedes and that have a date, as the span
    of days each may have happened in (`first_day`, `last_day`: a date known to the month covers
    the month). Only spans that do not overlap are certainly in an order. `row_ids` is NULL for
    accepted rows: they are evidence, never at fault.
    """
    names = (
        "jurisdiction, event_id, subject_kind, subject_id, event, outcome, occurred_on, "
        "date_precision, supersedes"
    )
    con.execute(
        f"""
        CREATE OR REPLACE TABLE checked.events AS
        WITH everything AS (
            SELECT {names}, row_ids FROM mapped.events
            UNION ALL
            SELECT {names}, NULL FROM known.events AS before
            ANTI JOIN mapped.events AS now USING (jurisdiction, event_id)
        )
        SELECT {names}, row_ids, occurred_on AS first_day, {LAST_DAY} AS last_day
        FROM everything AS this
        ANTI JOIN (SELECT jurisdiction, supersedes FROM everything) AS later
            ON later.jurisdiction = this.jurisdiction AND later.supersedes = this.event_id
        WHERE occurred_on IS NOT NULL AND date_precision <> 'unknown'
        """
    )
    pair = "jurisdiction, proceeding_id, case_id, defendant_id"
    con.execute(
        f"""
        CREATE OR REPLACE TABLE checked.proceedings AS
        SELECT {pair} FROM mapped.proceedings
        UNION SELECT {pair} FROM known.proceedings
        """
    )


def data_date(mapping_as_of: date | None, period_end: date) -> date:
    """The day up to which a submission speaks."""
    return mapping_as_of or period_end
